import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { queryErrors } from '../../support/github/graphql/execute.ts'
import { at, everything, graphql, openStory, repo, type Story } from './story.ts'

const decision = readFileSync(new URL('decision.graphql', import.meta.url), 'utf8')
const sweep = readFileSync(new URL('sweep.graphql', import.meta.url), 'utf8')

let story: Story
afterEach(() => story.github.close())

function decide(): ReturnType<typeof graphql> {
  return graphql(story.github, story.token, decision, {
    owner: at.owner,
    name: at.repo,
    number: story.number,
    baseRef: 'main',
    ownersGithub: 'main:.github/CODEOWNERS',
    ownersRoot: 'main:CODEOWNERS',
    ownersDocs: 'main:docs/CODEOWNERS',
    policyExpr: 'main:.github/drawbridge.yaml',
  })
}

it('answers the decision query about a pull request with everything on it', async () => {
  story = await openStory()
  const { github, number, head } = story
  github.createUser({ login: 'gate[bot]', type: 'Bot' })
  github.setRules({
    repo,
    branch: 'main',
    rules: [
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: 'drawbridge', integration_id: 7 }],
          strict_required_status_checks_policy: true,
        },
      },
    ],
  })
  github.setCodeownersErrors({
    repo,
    errors: [{ line: 1, column: 3, kind: 'Unknown owner', path: '.github/CODEOWNERS', message: 'who?' }],
  })
  github.requestReview({ repo, number, by: 'amy', teams: ['net'], users: ['ann'], asCodeOwner: true })
  github.review({ repo, number, by: 'ben', state: 'APPROVED' })
  github.review({ repo, number, by: 'ben', state: 'COMMENTED' })
  github.label({ repo, number, by: 'tess', name: 'deploy-window/2026-11-22T14:00Z+4h' })
  github.postStatus({ repo, sha: head, context: 'drawbridge', state: 'success', by: 'gate[bot]' })
  github.postCheckRun({
    repo,
    sha: head,
    name: 'lint',
    conclusion: 'success',
    workflow: { path: '.github/workflows/lint.yaml', event: 'pull_request' },
  })
  github.enqueue({ repo, number, by: 'ben' })
  github.enableAutoMerge({ repo, number, by: 'ben' })
  github.closePullRequest({ repo, number, by: 'amy' })
  github.reopenPullRequest({ repo, number, by: 'amy' })

  const first = await decide()
  const second = await decide()
  const { repository } = second.data as { repository: Record<string, unknown> }
  expect([first.errors, second.errors]).toEqual([[], []])
  expect(first.data).toMatchObject({
    rateLimit: { cost: 2, nodeCount: 2252 },
    repository: { pullRequest: { mergeable: 'UNKNOWN', potentialMergeCommit: null } },
  })
  expect(repository).toMatchObject({
    nameWithOwner: repo,
    codeowners: { errors: [{ line: 1, kind: 'Unknown owner' }] },
    ownersGithub: { text: '* @acme/net\n', isTruncated: false, byteSize: 12 },
    ownersRoot: null,
  })
  expect(repository['pullRequest']).toMatchObject({
    mergeable: 'MERGEABLE',
    author: { __typename: 'User', login: 'amy' },
    headRefOid: head,
    baseRef: {
      rules: {
        nodes: [
          {
            type: 'REQUIRED_STATUS_CHECKS',
            parameters: { requiredStatusChecks: [{ context: 'drawbridge', integrationId: 7 }] },
          },
        ],
      },
    },
    potentialMergeCommit: { parents: { nodes: [expect.anything(), { oid: head }] } },
    labels: { nodes: [{ name: 'deploy-window/2026-11-22T14:00Z+4h' }] },
    labelEvents: { filteredCount: 1, nodes: [{ __typename: 'LabeledEvent', actor: { login: 'tess' } }] },
    historyEvents: {
      nodes: [
        { __typename: 'AddedToMergeQueueEvent' },
        { __typename: 'AutoMergeEnabledEvent' },
        { __typename: 'ReopenedEvent' },
      ],
    },
    latestOpinionatedReviews: {
      nodes: [
        {
          state: 'APPROVED',
          authorCanPushToRepository: true,
          commit: { oid: head },
          onBehalfOf: { nodes: [{ slug: 'net' }] },
        },
      ],
    },
    reviewRequests: {
      nodes: [{ asCodeOwner: true, requestedReviewer: { __typename: 'User', login: 'ann' } }],
    },
    commits: { nodes: [{ commit: { oid: head, authors: { nodes: [{ user: { login: 'amy' } }] } } }] },
    headChecks: {
      state: 'SUCCESS',
      contexts: {
        nodes: [
          { __typename: 'CheckRun', name: 'lint', isRequired: false },
          { context: 'drawbridge', isRequired: true, creator: { __typename: 'Bot', login: 'gate' } },
        ],
      },
    },
    files: { nodes: [{ path: 'app.yaml', changeType: 'MODIFIED' }] },
  })
})

it('answers the sweep query, filtered by label and ordered by update', async () => {
  story = await openStory()
  const { github, number, head, token } = story
  github.openPullRequest({ repo, by: 'amy', head: 'scale', title: 'The same commit again' })
  github.label({ repo, number, by: 'tess', name: 'deploy-window' })
  github.postStatus({ repo, sha: head, context: 'Drawbridge', state: 'pending', by: null })
  const { data } = await graphql(github, token, sweep, {
    owner: at.owner,
    name: at.repo,
    label: ['deploy-window'],
  })
  expect(data['repository']).toMatchObject({
    pullRequests: {
      totalCount: 1,
      nodes: [
        {
          number,
          headCommit: { nodes: [{ commit: { status: { context: { state: 'PENDING', creator: null } } } }] },
        },
      ],
    },
  })
})

it('pages a connection backwards and forwards', async () => {
  story = await openStory()
  const { github, number, token } = story
  for (const name of ['a', 'b', 'c', 'd', 'e']) github.label({ repo, number, by: 'tess', name })
  const query = `query Page($last: Int, $before: String) { repository(owner: "acme", name: "gitops") { pullRequest(number: 1) {
    timelineItems(last: $last, before: $before, itemTypes: [LABELED_EVENT]) { totalCount filteredCount pageCount
      pageInfo { hasPreviousPage startCursor } nodes { ... on LabeledEvent { label { name } } } } } } }`
  interface Page {
    repository: { pullRequest: { timelineItems: { pageInfo: { startCursor: string }; nodes: unknown[] } } }
  }
  const newest = (await graphql(github, token, query, { last: 2 })).data as unknown as Page
  const items = newest.repository.pullRequest.timelineItems
  expect(items).toMatchObject({
    totalCount: 5,
    pageCount: 2,
    nodes: [{ label: { name: 'd' } }, { label: { name: 'e' } }],
  })
  const older = await graphql(github, token, query, { last: 2, before: items.pageInfo.startCursor })
  expect(older.data).toMatchObject({
    repository: {
      pullRequest: {
        timelineItems: { filteredCount: 3, nodes: [{ label: { name: 'b' } }, { label: { name: 'c' } }] },
      },
    },
  })
})

it.each([
  { name: 'a field GitHub does not have', query: '{ repository(owner: "acme", name: "gitops") { colour } }' },
  {
    name: 'a page of 101',
    query: '{ repository(owner: "acme", name: "gitops") { labels(first: 101) { totalCount } } }',
  },
  {
    name: 'a page without a size',
    query: '{ repository(owner: "acme", name: "gitops") { labels { totalCount } } }',
  },
  {
    name: 'a field that is not modelled',
    query: '{ repository(owner: "acme", name: "gitops") { diskUsage } }',
  },
])('takes $name for a violation', async ({ query }) => {
  story = await openStory()
  const { status } = await graphql(story.github, story.token, query)
  expect(status).toBe(500)
  expect(story.github.acknowledgeViolations()).toHaveLength(1)
})

it('says NOT_FOUND and FORBIDDEN beside the data', async () => {
  story = await openStory()
  const { github } = story
  const { statuses: _statuses, ...rest } = everything
  const poor = github.createToken({ kind: 'actions', permissions: rest })
  const query = `{ repository(owner: "acme", name: "gitops") { name pullRequest(number: 1) { number statusCheckRollup { state } } }
    gone: repository(owner: "acme", name: "gone") { name } }`
  const { data, errors } = await graphql(github, poor, query)
  expect(data).toEqual({
    repository: { name: 'gitops', pullRequest: { number: 1, statusCheckRollup: null } },
    gone: null,
  })
  expect(errors).toMatchObject([
    { type: 'FORBIDDEN', path: ['repository', 'pullRequest', 'statusCheckRollup'] },
    { type: 'NOT_FOUND', path: ['gone'] },
  ])
})

it('knows a wrong enum value', () => {
  expect(
    queryErrors(
      '{ repository(owner: "a", name: "b") { pullRequests(states: [OPENED], first: 1) { totalCount } } }',
    ),
  ).toHaveLength(1)
})
