import { afterEach, beforeEach, expect, it } from 'vitest'
import { at, client, everything, graphql, openStory, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory()
})
afterEach(() => story.github.close())

it('refuses what the permissions of a token do not reach, and says what would', async () => {
  const { github, head: sha } = story
  const { statuses: _statuses, ...rest } = everything
  const poor = client(github, github.createToken({ kind: 'app', permissions: { ...rest, statuses: 'read' } }))
  await expect(poor.rest.repos.createCommitStatus({ ...at, sha, state: 'success' })).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by integration') as unknown,
    response: { headers: { 'x-accepted-github-permissions': 'statuses=write' } },
  })
  await poor.rest.repos.getCombinedStatusForRef({ ...at, ref: sha })
  expect(github.requests.map((item) => item.status)).toEqual([403, 200])
})

it('never lets the token of a workflow run read teams, and hides the creator of its statuses', async () => {
  const { github, head: sha } = story
  const actions = client(github, github.createToken({ kind: 'actions', permissions: everything }))
  await expect(actions.rest.teams.getByName({ org: 'acme', team_slug: 'net' })).rejects.toMatchObject({
    status: 403,
  })
  const { data } = await actions.rest.repos.createCommitStatus({ ...at, sha, state: 'success' })
  expect(data.creator).toBeNull()
  const query = '{ organization(login: "acme") { login team(slug: "net") { slug } } }'
  const denied = await graphql(
    github,
    github.createToken({ kind: 'actions', permissions: everything }),
    query,
  )
  expect(denied).toMatchObject({ data: { organization: { team: null } }, errors: [{ type: 'FORBIDDEN' }] })
})

it('reads teams with members: read: children count, pending members are pending, others are 404', async () => {
  const { rest } = story.octokit
  const membership = async (username: string): Promise<string> =>
    (await rest.teams.getMembershipForUserInOrg({ org: 'acme', team_slug: 'net', username })).data.state
  expect([await membership('ben'), await membership('cleo'), await membership('ann')]).toEqual([
    'active',
    'active',
    'pending',
  ])
  await expect(membership('tess')).rejects.toMatchObject({ status: 404 })
  const { data } = await rest.teams.listMembersInOrg({ org: 'acme', team_slug: 'net' })
  expect(data).toMatchObject([{ login: 'ben' }, { login: 'cleo', inherited: true }])
})

it('gives a user what the role gives: triage labels, does not post statuses; write renames labels', async () => {
  const { github, number, head: sha } = story
  const as = (login: string): Story['octokit'] => client(github, github.createToken({ kind: 'user', login }))
  const add = { ...at, issue_number: number, labels: ['window'] }
  await expect(as('ann').rest.issues.addLabels(add)).rejects.toMatchObject({ status: 403 })
  await as('tess').rest.issues.addLabels(add)
  await expect(
    as('tess').rest.repos.createCommitStatus({ ...at, sha, state: 'success' }),
  ).rejects.toMatchObject({ status: 404 })
  const rename = { ...at, name: 'window', new_name: 'wide' }
  await expect(as('tess').rest.issues.updateLabel(rename)).rejects.toMatchObject({ status: 403 })
  await as('ben').rest.issues.updateLabel(rename)
})

it('answers 401 to an unknown and to an expired token', async () => {
  const { github } = story
  const short = client(github, github.createToken({ kind: 'app', permissions: everything, expiresIn: '1h' }))
  await short.rest.repos.get(at)
  github.advanceClock('1h')
  await expect(short.rest.repos.get(at)).rejects.toMatchObject({ status: 401 })
  await expect(client(github, 'ghs_wrong').rest.repos.get(at)).rejects.toMatchObject({ status: 401 })
})

it('hides a private repository from tokens that do not reach it', async () => {
  const { github, octokit } = story
  github.createRepository('acme/secret', { private: true, collaborators: { ben: 'read' } })
  const secret = { owner: 'acme', repo: 'secret' }
  const as = (login: string): Story['octokit'] => client(github, github.createToken({ kind: 'user', login }))
  await octokit.rest.repos.get(secret)
  await as('ben').rest.repos.get(secret)
  await expect(as('tess').rest.repos.get(secret)).rejects.toMatchObject({ status: 404 })
  const narrow = github.createToken({ kind: 'app', permissions: everything, repositories: ['acme/gitops'] })
  await expect(client(github, narrow).rest.repos.get(secret)).rejects.toMatchObject({ status: 404 })
})

it('lets an app read its own slug with its web token only', async () => {
  const { github, octokit } = story
  const jwt = client(github, github.createToken({ kind: 'app-jwt', login: 'gate[bot]' }))
  expect((await jwt.rest.apps.getAuthenticated()).data).toMatchObject({ slug: 'gate' })
  await expect(octokit.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 })
})

it('counts requests and points against the limit of the token', async () => {
  const { github, octokit, token } = story
  await octokit.rest.repos.get(at)
  await graphql(github, token, '{ rateLimit { cost } }')
  const { headers } = await octokit.rest.repos.get(at)
  expect(headers).toMatchObject({
    'x-ratelimit-limit': '5000',
    'x-ratelimit-used': '3',
    date: 'Sun, 22 Nov 2026 10:02:00 GMT',
  })
})
