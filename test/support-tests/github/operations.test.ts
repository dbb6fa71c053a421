import { afterEach, beforeEach, expect, it } from 'vitest'
import { responseErrors, restSchema } from '../../support/github/validators.ts'
import { at, client, everything, openStory, repo, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory({ mergeabilityAtOnce: true })
})
afterEach(() => story.github.close())

const base = '/repos/acme/gitops'

it('answers every operation of the schema in a shape that GitHub describes', async () => {
  const { github, number, head } = story
  const id = github.review({ repo, number, by: 'ben', state: 'APPROVED' }).id
  const noted = github.comment({ repo, number, by: 'amy', body: 'Please look.' }).id
  github.setRules({
    repo,
    branch: 'main',
    rules: [
      {
        type: 'required_status_checks',
        ruleset: {
          id: 7,
          name: 'gate',
          bypass: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }],
        },
        parameters: { required_status_checks: [], strict_required_status_checks_policy: true },
      },
    ],
  })
  tellEverything(story)
  github.setBranchProtection({
    repo,
    branch: 'main',
    checks: [{ context: 'gate', appId: null }],
    details: { reviews: { dismissStale: true, codeOwners: true, lastPush: true } },
  })
  github.push({ repo, branch: 'main', by: 'moe', files: { '.github/workflows/gate.yml': 'name: gate\n' } })
  github.postWorkflowRun({ repo, path: '.github/workflows/gate.yml', event: 'schedule' })
  github.setEnvironment({ repo, name: 'gate', branches: [{ name: 'main', type: 'branch' }] })
  const appToken = github.createToken({ kind: 'app', permissions: everything, login: 'gate[bot]' })
  const jwt = github.createToken({ kind: 'app-jwt', login: 'gate[bot]' })
  const amy = github.createToken({ kind: 'user', login: 'amy' })
  const media = { accept: 'application/vnd.github.repository+json' }

  const calls: Readonly<
    Record<string, readonly [token: string, request: string, body?: object | undefined, headers?: object]>
  > = {
    'actions/get-workflow': [appToken, `GET ${base}/actions/workflows/gate.yml`],
    'actions/list-workflow-runs': [appToken, `GET ${base}/actions/workflows/gate.yml/runs?event=schedule`],
    'apps/get-authenticated': [jwt, 'GET /app'],
    'apps/get-by-slug': [appToken, 'GET /apps/gate'],
    'git/get-commit': [appToken, `GET ${base}/git/commits/${head}`],
    'git/get-ref': [appToken, `GET ${base}/git/ref/heads/main`],
    'issues/add-labels': [appToken, `POST ${base}/issues/1/labels`, { labels: ['window'] }],
    'issues/create': [
      appToken,
      `POST ${base}/issues`,
      { title: 'Look', body: 'At this.', labels: ['review'] },
    ],
    'issues/create-label': [appToken, `POST ${base}/labels`, { name: 'mine', color: 'ededed' }],
    'issues/create-comment': [appToken, `POST ${base}/issues/1/comments`, { body: 'Held.' }],
    'issues/list-comments': [appToken, `GET ${base}/issues/1/comments`],
    'issues/list-events-for-timeline': [appToken, `GET ${base}/issues/1/timeline?per_page=100`],
    'issues/list-labels-for-repo': [appToken, `GET ${base}/labels`],
    'issues/list-labels-on-issue': [appToken, `GET ${base}/issues/1/labels`],
    'issues/update-comment': [appToken, `PATCH ${base}/issues/comments/${noted}`, { body: 'Allowed.' }],
    'issues/delete-comment': [appToken, `DELETE ${base}/issues/comments/${noted}`],
    'issues/update-label': [appToken, `PATCH ${base}/labels/window`, { new_name: 'window/é' }],
    'issues/remove-label': [appToken, `DELETE ${base}/issues/1/labels/window%2F%C3%A9`],
    'issues/delete-label': [appToken, `DELETE ${base}/labels/window%2F%C3%A9`],
    'pulls/create-review': [appToken, `POST ${base}/pulls/1/reviews`, { event: 'COMMENT', body: 'Hm.' }],
    'pulls/dismiss-review': [
      appToken,
      `PUT ${base}/pulls/1/reviews/${id}/dismissals`,
      { message: 'Moved on.' },
    ],
    'pulls/get': [appToken, `GET ${base}/pulls/1`],
    'pulls/list': [appToken, `GET ${base}/pulls?state=all`],
    'pulls/list-commits': [appToken, `GET ${base}/pulls/1/commits`],
    'pulls/list-reviews': [appToken, `GET ${base}/pulls/1/reviews`],
    'pulls/request-reviewers': [appToken, `POST ${base}/pulls/1/requested_reviewers`, { reviewers: ['ben'] }],
    'rate-limit/get': [appToken, 'GET /rate_limit'],
    'repos/codeowners-errors': [appToken, `GET ${base}/codeowners/errors?ref=main`],
    'repos/compare-commits-with-basehead': [appToken, `GET ${base}/compare/main...${head}`],
    'repos/create-commit-status': [appToken, `POST ${base}/statuses/${head}`, { state: 'success' }],
    'repos/get': [appToken, `GET ${base}`],
    'repos/get-branch': [appToken, `GET ${base}/branches/main`],
    'repos/get-branch-protection': [appToken, `GET ${base}/branches/main/protection`],
    'repos/get-branch-rules': [appToken, `GET ${base}/rules/branches/main`],
    'repos/get-collaborator-permission-level': [appToken, `GET ${base}/collaborators/moe/permission`],
    'repos/get-combined-status-for-ref': [appToken, `GET ${base}/commits/${head}/status`],
    'repos/get-content': [appToken, `GET ${base}/contents/.github%2FCODEOWNERS?ref=main`],
    'repos/get-environment': [appToken, `GET ${base}/environments/gate`],
    'repos/get-repo-ruleset': [appToken, `GET ${base}/rulesets/7`],
    'repos/list-deployment-branch-policies': [
      appToken,
      `GET ${base}/environments/gate/deployment-branch-policies`,
    ],
    'repos/list-activities': [appToken, `GET ${base}/activity?ref=refs/heads/scale`],
    'repos/list-commit-statuses-for-ref': [appToken, `GET ${base}/commits/scale/statuses`],
    'repos/list-pull-requests-associated-with-commit': [appToken, `GET ${base}/commits/${head}/pulls`],
    'teams/check-permissions-for-repo-in-org': [
      appToken,
      `GET /orgs/acme/teams/net${base}`,
      undefined,
      media,
    ],
    'teams/get-by-name': [appToken, 'GET /orgs/acme/teams/net'],
    'teams/get-membership-for-user-in-org': [appToken, 'GET /orgs/acme/teams/net/memberships/cleo'],
    'teams/list-members-in-org': [appToken, 'GET /orgs/acme/teams/net/members'],
    'users/get-authenticated': [amy, 'GET /user'],
    'users/get-by-username': [appToken, 'GET /users/amy'],
    'pulls/update-branch': [appToken, `PUT ${base}/pulls/1/update-branch`, {}],
    'pulls/merge': [appToken, `PUT ${base}/pulls/1/merge`, {}],
  }
  github.push({ repo, branch: 'main', by: 'moe', files: { 'other.yaml': 'a: 1\n' } })
  for (const [operation, [token, request, body, headers]] of Object.entries(calls)) {
    const response = await client(github, token).request(request, { ...body, headers: { ...headers } })
    expect(response.status, operation).toBeLessThan(300)
  }
  const reads = Object.values(calls).filter(([, request]) => request.startsWith('GET '))
  for (const [token, request, , headers] of reads) {
    await client(github, token).request(request, { headers: { ...headers } })
  }
  expect(new Set(github.requests.map((item) => item.operation))).toEqual(
    new Set(Object.keys(restSchema.operations)),
  )
})

/** Puts every kind of timeline entry on the pull request. */
function tellEverything({ github, number }: Story): void {
  const pull = { repo, number, by: 'amy' }
  github.label({ repo, number, by: 'tess', name: 'deploy-window' })
  github.assign({ repo, number, by: 'ben', assignee: 'tess' })
  github.label({ repo, number, by: 'tess', name: 'size', viaApp: 'helper' })
  github.unlabel({ repo, number, by: 'tess', name: 'size' })
  github.requestReview({ ...pull, users: ['cleo'], teams: ['net'] })
  github.push({ repo, branch: 'release', by: 'moe', files: { 'r.yaml': 'r: 1\n' } })
  github.retarget({ ...pull, base: 'release' })
  github.forcePush({ repo, branch: 'release', by: 'moe', parent: null, files: { 'r.yaml': 'r: 2\n' } })
  github.retarget({ ...pull, base: 'main' })
  github.forcePush({
    repo,
    branch: 'scale',
    by: null,
    parent: `${github.repository(repo).git.tip('main')}`,
    files: { 'app.yaml': 'replicas: 4\n' },
  })
  github.setDraft({ ...pull, draft: true })
  github.setDraft({ ...pull, draft: false })
  github.closePullRequest(pull)
  github.reopenPullRequest(pull)
  github.enableAutoMerge(pull)
  github.enqueue(pull)
  github.dequeue({ ...pull, reason: 'MANUAL' })
  const gone = github.review({ repo, number, by: 'moe', state: 'CHANGES_REQUESTED' }).id
  github.dismissReview({ ...pull, id: gone, message: 'Fixed.' })
}

it.each([
  { name: 'a missing required field', change: ({ context: _context, ...rest }: Shape) => rest },
  { name: 'a wrong type', change: (status: Shape) => ({ ...status, id: '17' }) },
  { name: 'an invented field', change: (status: Shape) => ({ ...status, verdict: 'yes' }) },
  {
    name: 'an invented field further in',
    change: (status: Shape) => ({ ...status, creator: { ...(status['creator'] as Shape), vip: true } }),
  },
  { name: 'null where none is allowed', change: (status: Shape) => ({ ...status, context: null }) },
])('refuses an answer with $name', async ({ change }) => {
  const { github, head, octokit } = story
  github.postStatus({ repo, sha: head, context: 'drawbridge', state: 'success', by: 'amy' })
  const { data } = await octokit.rest.repos.listCommitStatusesForRef({ ...at, ref: head })
  const [status] = data as unknown as Shape[]
  expect(statusErrors([status])).toEqual([])
  expect(statusErrors([change(status ?? {})])).not.toEqual([])
})

type Shape = Readonly<Record<string, unknown>>

function statusErrors(body: unknown): readonly string[] {
  return responseErrors('repos/list-commit-statuses-for-ref', 200, body)
}

it('refuses an answer with a bad enum value, an undescribed status and a body where none is', async () => {
  const { octokit } = story
  const { data } = await octokit.rest.repos.listActivities(at)
  expect(responseErrors('repos/list-activities', 200, data)).toEqual([])
  expect(responseErrors('repos/list-activities', 200, [{ ...data[0], activity_type: 'shove' }])).not.toEqual(
    [],
  )
  expect(responseErrors('repos/list-activities', 201, data)).not.toEqual([])
  expect(responseErrors('issues/delete-comment', 204, {})).not.toEqual([])
})

it.each([
  { name: 'an unknown route', request: 'GET /repos/acme/gitops/stargazers' },
  { name: 'an unknown query parameter', request: `GET ${base}/pulls?colour=red` },
  { name: 'a page of 101', request: `GET ${base}/pulls?per_page=101` },
  { name: 'an enum value GitHub does not know', request: `GET ${base}/pulls?state=merged` },
  { name: 'a number that is none', request: `GET ${base}/pulls/one` },
  {
    name: 'an invented body field',
    request: `POST ${base}/issues/1/comments`,
    body: { body: 'a', colour: 1 },
  },
  { name: 'a body without what is required', request: `POST ${base}/issues/1/comments`, body: {} },
])('takes $name for a violation', async ({ request, body }) => {
  const { octokit, github } = story
  await expect(octokit.request(request, body)).rejects.toMatchObject({ status: 500 })
  await expect(github.close()).rejects.toThrow('complaints')
  expect(github.acknowledgeViolations()).toHaveLength(1)
  story = await openStory()
})
