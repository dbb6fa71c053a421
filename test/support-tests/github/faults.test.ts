import { afterEach, beforeEach, expect, it } from 'vitest'
import { at, graphql, openStory, repo, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory()
})
afterEach(() => story.github.close())

it('injects an answer on the nth match only', async () => {
  const { github, octokit } = story
  github.fault({
    match: { method: 'GET', path: /^\/repos\/acme\/gitops$/, nth: 2 },
    action: {
      status: 429,
      headers: { 'retry-after': '60', 'x-ratelimit-remaining': '0' },
      body: { message: 'slow down' },
    },
  })
  await octokit.rest.repos.get(at)
  await expect(octokit.rest.repos.get(at)).rejects.toMatchObject({
    status: 429,
    response: { headers: { 'retry-after': '60', 'x-ratelimit-remaining': '0' } },
  })
  await octokit.rest.repos.get(at)
})

it('can fail after the write took effect, with a page of HTML', async () => {
  const { github, number, octokit } = story
  github.fault({
    match: { method: 'POST' },
    action: { status: 502, body: '<html>Bad gateway</html>', afterEffect: true },
  })
  const add = octokit.rest.issues.addLabels({ ...at, issue_number: number, labels: ['window'] })
  await expect(add).rejects.toMatchObject({ status: 502 })
  expect(github.pullRequest(repo, number).labels.map((item) => item.name)).toEqual(['window'])
})

it('hangs and cuts', async () => {
  const { github } = story
  github.fault({ match: { path: /hang/ }, action: { hang: true } })
  await expect(fetch(`${github.apiUrl}/hang`, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
  github.fault({ match: { path: /gitops$/ }, action: { cut: true } })
  const response = await fetch(`${github.apiUrl}/repos/acme/gitops`)
  await expect(response.text()).rejects.toThrow()
  expect(github.requests.map((item) => item.status)).toEqual([0, 200])
})

it('puts errors beside GraphQL data, and makes their paths null', async () => {
  const { github, token } = story
  const path = ['repository', 'pullRequest', 'title']
  const query =
    'query Facts { repository(owner: "acme", name: "gitops") { pullRequest(number: 1) { title number } } }'
  github.fault({
    match: { operation: 'Facts' },
    action: { graphqlErrors: [{ type: 'FORBIDDEN', path, message: 'no' }] },
  })
  github.fault({
    match: { operation: 'Facts' },
    action: { graphqlErrors: [{ type: 'RATE_LIMITED', message: 'no' }], noData: true },
  })
  expect(await graphql(github, token, query)).toMatchObject({
    status: 200,
    data: { repository: { pullRequest: { title: null, number: 1 } } },
    errors: [{ type: 'FORBIDDEN' }],
  })
  expect(await graphql(github, token, query)).toMatchObject({ data: {}, errors: [{ type: 'RATE_LIMITED' }] })
})

it('lets a test act between two requests', async () => {
  const { github, number, head, octokit } = story
  const sha = (): Promise<string> =>
    octokit.rest.pulls.get({ ...at, pull_number: number }).then(({ data }) => data.head.sha)
  github.fault({
    match: { path: /pulls\/1$/, nth: 2 },
    action: {
      before: () => void github.push({ repo, branch: 'scale', by: 'amy', files: { 'late.yaml': '' } }),
    },
  })
  expect(await sha()).toBe(head)
  expect(await sha()).not.toBe(head)
})

it('can send a wrong shape on purpose', async () => {
  const { github, octokit } = story
  github.fault({ match: { path: /gitops$/ }, action: { change: () => ({ surprise: true }) } })
  expect((await octokit.rest.repos.get(at)).data).toEqual({ surprise: true })
})

it('complains about a fault that never happened', async () => {
  const { github } = story
  github.fault({ match: { path: /never/ }, action: { hang: true } })
  await expect(github.close()).rejects.toThrow('unused fault')
  story = await openStory()
})

it('pages lists with Link headers', async () => {
  const { github, number, octokit } = story
  for (const name of ['a', 'b', 'c', 'd', 'e']) github.label({ repo, number, by: 'tess', name })
  const first = await octokit.rest.issues.listLabelsOnIssue({ ...at, issue_number: number, per_page: 2 })
  expect(first.headers.link).toMatch(/page=2>; rel="next", .*page=3>; rel="last"/)
  const all = await octokit.paginate(octokit.rest.issues.listLabelsOnIssue, {
    ...at,
    issue_number: number,
    per_page: 2,
  })
  expect(all.map((item) => item.name)).toEqual(['a', 'b', 'c', 'd', 'e'])
  const activity = await octokit.paginate(octokit.rest.repos.listActivities, { ...at, per_page: 1 })
  expect(activity).toHaveLength(2)
})
