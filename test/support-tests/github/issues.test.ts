import { afterEach, beforeEach, expect, it } from 'vitest'
import { at, client, everything, graphql, openStory, repo, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory()
})
afterEach(() => story.github.close())

const ISSUES = `{ repository(owner: "acme", name: "gitops") { issues(first: 9, labels: ["Review"]) { nodes {
  number state viewerDidAuthor lastEditedAt editor { login }
  timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } } } } } }`

it('opens issues with labels, counts them with the pull requests, and knows who closed them last', async () => {
  const { github, octokit, token } = story
  const made = await octokit.rest.issues.create({ ...at, title: 'Look', labels: ['review'] })
  expect(made.data).toMatchObject({ number: 2, state: 'open', labels: [{ name: 'review' }] })
  github.openIssue({ repo, by: 'tess', labels: ['other'] })
  github.closeIssue({ repo, number: 2, by: 'amy' })
  github.reopenIssue({ repo, number: 2, by: 'amy' })
  github.advanceClock('1m')
  github.closeIssue({ repo, number: 2, by: 'ben' })
  github.editIssue({ repo, number: 2, by: 'tess', body: 'Nothing' })
  const { data } = await graphql(github, token, ISSUES)
  expect(data['repository']).toEqual({
    issues: {
      nodes: [
        {
          number: 2,
          state: 'CLOSED',
          viewerDidAuthor: true,
          lastEditedAt: '2026-11-22T10:03:00Z',
          editor: { login: 'tess' },
          timelineItems: { nodes: [{ actor: { login: 'ben' } }] },
        },
      ],
    },
  })
})

it('drops the labels of who may not push, and refuses a label that is there', async () => {
  const { github } = story
  const ann = client(github, github.createToken({ kind: 'user', login: 'ann' }))
  const made = await ann.rest.issues.create({ ...at, title: 'Look', labels: ['review'] })
  expect(made.data.labels).toEqual([])
  await story.octokit.rest.issues.createLabel({ ...at, name: 'review' })
  await expect(story.octokit.rest.issues.createLabel({ ...at, name: 'Review' })).rejects.toMatchObject({
    status: 422,
  })
})

it('shows issues to those only who may read them', async () => {
  const { issues: _issues, ...less } = everything
  const token = story.github.createToken({ kind: 'app', permissions: less, login: 'weak[bot]' })
  const { errors } = await graphql(story.github, token, ISSUES)
  expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'issues'] }])
})

it('names who assigned whom, on issues that a pull request closes and on itself', async () => {
  const { github, token } = story
  github.createUser({ login: 'agent[bot]', type: 'Bot' })
  const { number } = github.openIssue({ repo, by: 'amy' })
  github.assign({ repo, number, by: 'ben', assignee: 'agent[bot]' })
  github.push({ repo, branch: 'fix', by: 'agent[bot]', files: { 'app.yaml': 'replicas: 5\n' } })
  const pull = github.openPullRequest({ repo, by: 'agent[bot]', head: 'fix', closes: [number] })
  github.assign({ repo, number: pull.number, by: 'agent[bot]', assignee: 'ben' })
  const assigned = `nodes { ... on AssignedEvent { actor { login } assignee { ... on Actor { login __typename } } } }`
  const { data } = await graphql(
    github,
    token,
    `query Assigned($number: Int!) { repository(owner: "acme", name: "gitops") { pullRequest(number: $number) {
      timelineItems(last: 9, itemTypes: [ASSIGNED_EVENT]) { ${assigned} }
      closingIssuesReferences(first: 9) { nodes { timelineItems(first: 9, itemTypes: [ASSIGNED_EVENT]) { ${assigned} } } }
    } } }`,
    { number: pull.number },
  )
  expect(data['repository']).toEqual({
    pullRequest: {
      timelineItems: {
        nodes: [{ actor: { login: 'agent' }, assignee: { login: 'ben', __typename: 'User' } }],
      },
      closingIssuesReferences: {
        nodes: [
          {
            timelineItems: {
              nodes: [{ actor: { login: 'ben' }, assignee: { login: 'agent', __typename: 'Bot' } }],
            },
          },
        ],
      },
    },
  })
})

it('knows an edit of a comment from everything else that moves its time', async () => {
  const { github, number, token } = story
  const [kept, edited, gone] = ['a', 'b', 'c'].map(
    (body) => github.comment({ repo, number, by: 'amy', body }).id,
  )
  github.advanceClock('1m')
  github.touchComment({ repo, number, id: kept ?? 0 })
  github.editComment({ repo, number, id: edited ?? 0, body: 'b' })
  github.deleteComment({ repo, number, id: gone ?? 0 })
  const query = `{ repository(owner: "acme", name: "gitops") { pullRequest(number: 1) {
    comments(first: 9) { nodes { body updatedAt lastEditedAt } } } } }`
  const { data } = await graphql(github, token, query)
  const at3 = '2026-11-22T10:03:00Z'
  expect(data['repository']).toEqual({
    pullRequest: {
      comments: {
        nodes: [
          { body: 'a', updatedAt: at3, lastEditedAt: null },
          { body: 'b', updatedAt: at3, lastEditedAt: at3 },
        ],
      },
    },
  })
})

it('can lack the entry of a push', async () => {
  const { github, head, octokit } = story
  github.forgetPush({ repo, sha: head })
  const { data } = await octokit.rest.repos.listActivities({ ...at, ref: 'refs/heads/scale' })
  expect(data).toEqual([])
})
