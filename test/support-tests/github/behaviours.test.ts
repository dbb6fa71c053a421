import { afterEach, expect, it } from 'vitest'
import { at, client, graphql, openStory, repo, type Story } from './story.ts'

let story: Story
afterEach(() => story.github.close())

const allLabels = `{ repository(owner: "acme", name: "gitops") { pullRequest(number: 1) {
  labels(first: 9) { nodes { name createdAt updatedAt } }
  timelineItems(last: 9, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) { nodes { __typename
    ... on LabeledEvent { label { name } actor { login } createdAt } ... on UnlabeledEvent { label { name } } } } } } }`

it('makes no event for a label that is already there, by verb or by API', async () => {
  story = await openStory()
  const { github, number, octokit } = story
  expect(github.label({ repo, number, by: 'tess', name: 'window' }).event).toBeDefined()
  expect(github.label({ repo, number, by: 'tess', name: 'Window' }).event).toBeUndefined()
  await octokit.rest.issues.addLabels({ ...at, issue_number: number, labels: ['window'] })
  const { data } = await octokit.rest.issues.listEventsForTimeline({ ...at, issue_number: number })
  expect(data.filter((item) => item.event === 'labeled')).toHaveLength(1)
})

it.each([
  { name: 'the new name', labelEventsKeepOldName: false, seen: 'window' },
  { name: 'the old name where that switch is on', labelEventsKeepOldName: true, seen: 'size' },
])(
  'renames the label object without a labeled event: old events show $name',
  async ({ seen, ...options }) => {
    story = await openStory(options)
    const { github, number, token } = story
    github.label({ repo, number, by: 'tess', name: 'size' })
    github.advanceClock('5m')
    const { event } = github.renameLabel({ repo, by: 'ben', from: 'size', to: 'window' })
    expect(event).toMatchObject({ name: 'label', payload: { action: 'edited', label: { name: 'window' } } })
    const { data } = await graphql(github, token, allLabels)
    expect(data['repository']).toMatchObject({
      pullRequest: {
        labels: {
          nodes: [{ name: 'window', createdAt: '2026-11-22T10:02:00Z', updatedAt: '2026-11-22T10:07:00Z' }],
        },
        timelineItems: { nodes: [{ __typename: 'LabeledEvent', label: { name: seen } }] },
      },
    })
  },
)

it('takes a deleted label off everywhere', async () => {
  story = await openStory()
  const { github, number, octokit } = story
  github.label({ repo, number, by: 'tess', name: 'window' })
  github.deleteLabel({ repo, by: 'ben', name: 'window' })
  const { data } = await octokit.rest.pulls.get({ ...at, pull_number: number })
  expect(data.labels).toEqual([])
})

it('keeps the latest status per context, without case, and refuses long descriptions and unknown commits', async () => {
  story = await openStory()
  const { head: sha, octokit } = story
  const post = (state: 'pending' | 'success', context: string, description = ''): Promise<unknown> =>
    octokit.rest.repos.createCommitStatus({ ...at, sha, state, context, description })
  await post('pending', 'drawbridge')
  await post('success', 'Drawbridge')
  await post('success', 'lint')
  const combined = await octokit.rest.repos.getCombinedStatusForRef({ ...at, ref: sha })
  expect(combined.data).toMatchObject({ state: 'success', total_count: 2 })
  const all = await octokit.rest.repos.listCommitStatusesForRef({ ...at, ref: sha })
  expect(all.data.map((status) => status.context)).toEqual(['lint', 'Drawbridge', 'drawbridge'])
  await expect(post('success', 'drawbridge', 'x'.repeat(141))).rejects.toMatchObject({ status: 422 })
  const unknown = octokit.rest.repos.createCommitStatus({ ...at, sha: 'f'.repeat(40), state: 'success' })
  await expect(unknown).rejects.toMatchObject({ status: 422 })
})

it('takes 1000 statuses of one commit and context, and no more', async () => {
  story = await openStory()
  const { github, head: sha, octokit } = story
  for (let count = 0; count < 1000; count += 1) {
    github.postStatus({ repo, sha, context: 'drawbridge', state: 'pending', by: 'amy' })
  }
  const next = octokit.rest.repos.createCommitStatus({ ...at, sha, state: 'success', context: 'DRAWBRIDGE' })
  await expect(next).rejects.toMatchObject({ status: 422 })
  await octokit.rest.repos.createCommitStatus({ ...at, sha, state: 'success', context: 'other' })
})

it('knows mergeability on the second read, and drops the merge ref on conflict', async () => {
  story = await openStory()
  const { github, number, octokit } = story
  const read = async (): Promise<boolean | null> =>
    (await octokit.rest.pulls.get({ ...at, pull_number: number })).data.mergeable
  expect([await read(), await read()]).toEqual([null, true])
  const frozen = github.pullRequest(repo, number).baseSha
  github.push({ repo, branch: 'main', by: 'ben', files: { 'app.yaml': 'replicas: 9\n' } })
  expect([await read(), await read()]).toEqual([null, false])
  const { data } = await octokit.rest.pulls.get({ ...at, pull_number: number })
  expect(data.base.sha).toBe(frozen)
  await expect(octokit.rest.git.getRef({ ...at, ref: `pull/${number}/merge` })).rejects.toMatchObject({
    status: 404,
  })
})

it('keeps a stale merge ref when told to', async () => {
  story = await openStory()
  const { github, number } = story
  const tip = (): string | undefined => github.repository(repo).git.tip(`refs/pull/${number}/merge`)
  const before = tip()
  github.freezeMergeRef({ repo, number })
  github.push({ repo, branch: 'main', by: 'ben', files: { 'other.yaml': 'a: 1\n' } })
  expect(tip()).toBe(before)
})

it('follows pushes: activity, synchronisation, timeline, events', async () => {
  story = await openStory()
  const { github, number, head, octokit } = story
  github.advanceClock('1h')
  const { sha, events } = github.push({
    repo,
    branch: 'scale',
    by: null,
    author: { name: 'X', email: 'x@y.z' },
    files: { 'b.yaml': '' },
  })
  expect(events).toMatchObject([
    { name: 'push', payload: { before: head, after: sha, forced: false } },
    { name: 'pull_request', payload: { action: 'synchronize', number, before: head, after: sha } },
  ])
  const { data: activity } = await octokit.rest.repos.listActivities({ ...at, ref: 'refs/heads/scale' })
  expect(activity).toMatchObject([
    { after: sha, before: head, actor: null, activity_type: 'push', timestamp: '2026-11-22T11:02:00Z' },
    { after: head, actor: { login: 'amy' }, activity_type: 'branch_creation' },
  ])
  const { data: commits } = await octokit.rest.pulls.listCommits({ ...at, pull_number: number })
  expect(commits.map((commit) => [commit.sha, commit.author?.login])).toEqual([
    [head, 'amy'],
    [sha, undefined],
  ])
})

it('re-anchors approvals on a force push that keeps the diff, and dismisses stale ones where a rule says so', async () => {
  story = await openStory()
  const { github, number } = story
  github.setRules({
    repo,
    branch: 'main',
    rules: [{ type: 'pull_request', parameters: { dismiss_stale_reviews_on_push: true } }],
  })
  const { id } = github.review({ repo, number, by: 'ben', state: 'APPROVED' })
  const review = (): unknown => github.pullRequest(repo, number).reviews.find((item) => item.id === id)
  const files = { 'app.yaml': 'replicas: 3\n' }
  const parent = github.repository(repo).git.tip('main') ?? null
  const same = github.forcePush({ repo, branch: 'scale', by: 'amy', parent, files, message: 'Reworded' }).sha
  expect(review()).toMatchObject({ state: 'APPROVED', commit: same })
  github.push({ repo, branch: 'scale', by: 'amy', files: { 'app.yaml': 'replicas: 4\n' } })
  expect(review()).toMatchObject({ state: 'DISMISSED', commit: same })
})

it('tells opinions from comments, and writers from readers', async () => {
  story = await openStory()
  const { github, number, token } = story
  github.review({ repo, number, by: 'ann', state: 'APPROVED' })
  const early = github.review({ repo, number, by: 'ben', state: 'APPROVED' }).id
  github.review({ repo, number, by: 'cleo', state: 'CHANGES_REQUESTED' })
  github.review({ repo, number, by: 'ben', state: 'COMMENTED' })
  github.dismissReview({ repo, number, by: 'moe', id: early, message: 'Look again.' })
  const query = `{ repository(owner: "acme", name: "gitops") { pullRequest(number: 1) {
    writers: latestOpinionatedReviews(first: 9, writersOnly: true) { nodes { state author { login } } }
    all: latestOpinionatedReviews(first: 9) { totalCount }
    dismissed: timelineItems(last: 9, itemTypes: [REVIEW_DISMISSED_EVENT]) { nodes { ... on ReviewDismissedEvent {
      actor { login } previousReviewState dismissalMessage review { state } } } } } } }`
  const { data } = await graphql(github, token, query)
  expect(data['repository']).toMatchObject({
    pullRequest: {
      writers: {
        nodes: [
          { state: 'DISMISSED', author: { login: 'ben' } },
          { state: 'CHANGES_REQUESTED', author: { login: 'cleo' } },
        ],
      },
      all: { totalCount: 3 },
      dismissed: {
        nodes: [{ actor: { login: 'moe' }, previousReviewState: 'APPROVED', review: { state: 'DISMISSED' } }],
      },
    },
  })
})

it('refuses approval by the author, unless a test forces it', async () => {
  story = await openStory()
  const { github, number } = story
  const amy = client(github, github.createToken({ kind: 'user', login: 'amy' }))
  const approval = amy.rest.pulls.createReview({ ...at, pull_number: number, event: 'APPROVE' })
  await expect(approval).rejects.toMatchObject({ status: 422 })
  expect(() => github.review({ repo, number, by: 'amy', state: 'APPROVED' })).toThrow('force')
  expect(github.review({ repo, number, by: 'amy', state: 'APPROVED', force: true }).id).toBeGreaterThan(0)
})

it.each([
  { login: 'moe', permission: 'write', role: 'maintain' },
  { login: 'tess', permission: 'read', role: 'triage' },
  { login: 'cleo', permission: 'write', role: 'write' },
  { login: 'ann', permission: 'read', role: 'read' },
])('shows $login as $permission and $role', async ({ login, permission, role }) => {
  story = await openStory()
  const { data } = await story.octokit.rest.repos.getCollaboratorPermissionLevel({ ...at, username: login })
  expect(data).toMatchObject({ permission, role_name: role })
})

it('finds a commit in every pull request that has it, and the merged one once it arrived', async () => {
  story = await openStory()
  const { github, number, head, octokit } = story
  github.push({ repo, branch: 'release', by: 'moe', files: { 'r.yaml': '' } })
  const other = github.openPullRequest({ repo, by: 'amy', head: 'scale', base: 'release' }).number
  const numbers = async (): Promise<number[]> =>
    (await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: head })).data.map(
      (pull) => pull.number,
    )
  expect(await numbers()).toEqual([number, other])
  github.merge({ repo, number, by: 'ben' })
  expect(await numbers()).toEqual([number])
})

it('opens a pull request from a fork', async () => {
  story = await openStory()
  const { github, octokit } = story
  github.fork({ repo, owner: 'ann' })
  const { sha } = github.push({
    repo: 'ann/gitops',
    branch: 'idea',
    by: 'ann',
    files: { 'i.yaml': 'i: 1\n' },
  })
  const { number, event } = github.openPullRequest({ repo, by: 'ann', head: 'ann:idea' })
  expect(event.payload).toMatchObject({ pull_request: { head: { sha, repo: { full_name: 'ann/gitops' } } } })
  const later = github.push({
    repo: 'ann/gitops',
    branch: 'idea',
    by: 'ann',
    files: { 'i.yaml': 'i: 2\n' },
  }).sha
  const { data } = await octokit.rest.pulls.get({ ...at, pull_number: number })
  expect(data).toMatchObject({ head: { sha: later }, commits: 2, changed_files: 1 })
})
