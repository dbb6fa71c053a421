import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { githubComments } from '../../../src/adapters/github/comments.ts'
import { githubDirectory } from '../../../src/adapters/github/directory.ts'
import { githubLabels } from '../../../src/adapters/github/labels.ts'
import { githubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { githubStatuses } from '../../../src/adapters/github/statuses.ts'
import { parseSha, type Sha } from '../../../src/core/model/ids.ts'
import { COMMENT_MARKER } from '../../../src/gate/ports/comments.ts'
import type { Directory } from '../../../src/gate/ports/directory.ts'
import { type AdapterWorld, adapterWorld, REPO } from './world.ts'

let world: AdapterWorld
beforeEach(async () => {
  world = await adapterWorld()
})
afterEach(async () => {
  await world.emulator.close()
})

function headSha(): Sha {
  const sha = parseSha(world.emulator.pullRequest(REPO, world.number).headSha)
  if (!sha) throw new Error('no head')
  return sha
}

function directory(token?: string): Directory {
  return githubDirectory(world.connect(), world.connect(token))
}

describe('a team', () => {
  it('has its active members, those of nested teams too, over all pages', async () => {
    const many = Array.from({ length: 130 }, (_item, index) => `user${String(index)}`)
    for (const login of many) world.emulator.createUser({ login })
    world.emulator.createTeam({ team: 'acme/edge', members: many })
    world.emulator.createTeam({ team: 'acme/all', members: ['ben'], childTeams: ['acme/edge'] })
    world.emulator.setTeamMember('acme/all', 'amy', 'pending')
    const team = await directory().team('@acme/all')
    expect('members' in team && team.members).toHaveLength(131)
    expect('members' in team && team.members.includes('amy')).toBe(false)
  })

  it('is read once however often it is asked for', async () => {
    const people = directory()
    await Promise.all([people.team('@acme/net'), people.team('@Acme/Net')])
    expect(world.emulator.requests.filter(({ path }) => path.includes('/teams/'))).toHaveLength(1)
  })

  it('that the token cannot read is unreadable with what to grant, never empty', async () => {
    const token = world.emulator.createToken({ kind: 'actions', permissions: { contents: 'read' } })
    const team = await directory(token).team('@acme/net')
    expect(team).toEqual({ unreadable: expect.stringMatching(/^40[34]: .*"members: read"$/) })
  })

  it('that does not exist is unreadable too', async () => {
    expect(await directory().team('@acme/none')).toEqual({ unreadable: expect.stringMatching(/^404: /) })
  })
})

describe('who may write', () => {
  it.each([
    ['amy', true],
    ['tess', false],
    ['stranger', false],
  ])('%s: %s', async (login, may) => {
    expect(await directory().canWrite(login)).toEqual({ ok: true, value: may })
  })
})

describe('heads', () => {
  it('are every push to the branch, oldest first, with who pushed', async () => {
    world.emulator.advanceClock('10m')
    const { sha } = world.emulator.push({
      repo: REPO,
      branch: 'work',
      by: 'ben',
      files: { 'web.yaml': 'a: 3\n' },
    })
    const heads = await directory().heads({ repository: REPO, ref: 'work' })
    expect(heads).toMatchObject({
      ok: true,
      value: [{ by: { login: 'amy' } }, { sha, by: { login: 'ben' } }],
    })
    expect(heads.ok && heads.value.at(-1)?.at).toBe(Date.parse('2026-11-23T08:10:00Z'))
  })

  it('of a repository that is gone are a problem', async () => {
    expect(await directory().heads({ repository: null, ref: 'work' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

describe('pull requests', () => {
  it('with a head are the open ones that end with it', async () => {
    const pulls = githubPullRequests(world.connect(), 'drawbridge')
    world.emulator.push({ repo: REPO, branch: 'legacy', by: 'ben', files: { 'old.yaml': 'b: 1\n' } })
    const second = world.emulator.openPullRequest({
      repo: REPO,
      by: 'amy',
      head: 'work',
      base: 'legacy',
    }).number
    const closed = world.emulator.openPullRequest({ repo: REPO, by: 'ben', head: 'legacy' }).number
    world.emulator.closePullRequest({ repo: REPO, number: closed, by: 'ben' })
    expect(await pulls.openWithHead(headSha())).toEqual({ ok: true, value: [world.number, second] })
    expect(await pulls.open()).toMatchObject({
      ok: true,
      value: [{ number: world.number }, { number: second }],
    })
  })

  it('tell whether their base is older than their status, or than an hour', async () => {
    const pulls = githubPullRequests(world.connect(), 'drawbridge')
    const older = async (): Promise<unknown> => {
      const open = await pulls.open()
      return open.ok && open.value.map(({ baseIsSettled }) => baseIsSettled)
    }
    expect(await older()).toEqual([false])
    const status = { repo: REPO, sha: headSha(), context: 'drawbridge', state: 'success', by: 'ben' } as const
    world.emulator.push({ repo: REPO, branch: 'main', by: 'ben', files: { 'a.txt': '1' } })
    world.emulator.postStatus(status)
    expect(await older()).toEqual([false])
    world.emulator.advanceClock('1s')
    world.emulator.postStatus(status)
    expect(await older()).toEqual([true])
    world.emulator.advanceClock('1s')
    world.emulator.push({ repo: REPO, branch: 'main', by: 'ben', files: { 'a.txt': '2' } })
    expect(await older()).toEqual([false])
    world.emulator.advanceClock('1h')
    expect(await older()).toEqual([false])
    world.emulator.advanceClock('1s')
    expect(await older()).toEqual([true])
    world.emulator.push({ repo: REPO, branch: 'release', by: 'ben', files: {} })
    world.emulator.advanceClock('2h')
    world.emulator.retarget({ repo: REPO, number: world.number, by: 'amy', base: 'release' })
    expect(await older()).toEqual([false])
    world.emulator.advanceClock('1s')
    world.emulator.postStatus(status)
    expect(await older()).toEqual([true])
    world.emulator.repository(REPO).git.deleteRef('refs/heads/release')
    expect(await older()).toEqual([false])
  })

  it('are found by their head also when it has arrived in the default branch, of which GitHub shows only what brought it', async () => {
    const pulls = githubPullRequests(world.connect(), 'drawbridge')
    const head = headSha()
    world.emulator.push({ repo: REPO, branch: 'release', by: 'ben', files: { 'release.txt': '1' } })
    const promotion = world.emulator.openPullRequest({ repo: REPO, by: 'ben', head: 'work', base: 'release' })
    world.emulator.merge({ repo: REPO, number: world.number, by: 'ben' })
    expect(await pulls.openWithHead(head)).toEqual({ ok: true, value: [promotion.number] })
  })

  it('tell where they stand', async () => {
    const pulls = githubPullRequests(world.connect(), 'drawbridge')
    expect(await pulls.headOf(world.number)).toEqual({
      ok: true,
      value: { sha: headSha(), state: 'open', base: 'main' },
    })
    world.emulator.closePullRequest({ repo: REPO, number: world.number, by: 'amy' })
    expect(await pulls.headOf(world.number)).toMatchObject({ ok: true, value: { state: 'closed' } })
  })
})

describe('statuses', () => {
  it('are posted on the commit, and the newest of the context is found', async () => {
    const statuses = githubStatuses(world.connect(), 'drawbridge')
    expect(await statuses.latest(headSha())).toEqual({ ok: true, value: null })
    await statuses.post(headSha(), { state: 'pending', description: 'Deciding' })
    await statuses.post(headSha(), { state: 'success', description: 'Fine' })
    expect(await statuses.latest(headSha())).toEqual({
      ok: true,
      value: { state: 'success', description: 'Fine' },
    })
  })

  it('that the token may not post are a problem that names the permission', async () => {
    const token = world.emulator.createToken({
      kind: 'app',
      permissions: { metadata: 'read', contents: 'read' },
    })
    const statuses = githubStatuses(world.connect(token), 'drawbridge')
    expect(await statuses.post(headSha(), { state: 'pending', description: 'Deciding' })).toMatchObject({
      ok: false,
      error: { code: 'permission', text: expect.stringContaining('"statuses: write"') },
    })
  })
})

describe('the comment', () => {
  it('of somebody else with our marker is not ours', async () => {
    const comments = githubComments(world.connect())
    const body = `${COMMENT_MARKER}\nAll fine`
    world.emulator.comment({ repo: REPO, number: world.number, by: 'tess', body })
    expect(await comments.find(world.number)).toEqual({ ok: true, value: [] })
    await comments.create(world.number, `${COMMENT_MARKER}\nWaiting`)
    const found = await comments.find(world.number)
    expect(found).toMatchObject({ ok: true, value: [{ body: `${COMMENT_MARKER}\nWaiting` }] })
    await comments.update(found.ok ? (found.value[0]?.id ?? 0) : 0, `${COMMENT_MARKER}\nDone`)
    expect(world.emulator.pullRequest(REPO, world.number).comments.map((comment) => comment.body)).toEqual([
      body,
      `${COMMENT_MARKER}\nDone`,
    ])
  })

  it('that is gone already is removed', async () => {
    const comments = githubComments(world.connect())
    await comments.create(world.number, `${COMMENT_MARKER}\nWaiting`)
    const found = await comments.find(world.number)
    const id = found.ok ? (found.value[0]?.id ?? 0) : 0
    expect(await comments.remove(id)).toEqual({ ok: true, value: null })
    expect(await comments.remove(id)).toEqual({ ok: true, value: null })
    expect(world.emulator.pullRequest(REPO, world.number).comments).toEqual([])
  })

  it('is not made twice when the answer to making it is lost', async () => {
    world.emulator.fault({
      match: { method: 'POST', path: /\/comments$/ },
      action: { status: 502, body: { message: 'Bad gateway' }, afterEffect: true },
    })
    const made = await githubComments(world.connect()).create(world.number, `${COMMENT_MARKER}\nWaiting`)
    expect(made).toMatchObject({ ok: false, error: { code: 'unreachable' } })
    expect(world.emulator.pullRequest(REPO, world.number).comments).toHaveLength(1)
  })
})

describe('a label', () => {
  it('is removed, and removing it again is no problem', async () => {
    const labels = githubLabels(world.connect())
    world.emulator.label({ repo: REPO, number: world.number, by: 'ben', name: 'deploy-window/2h' })
    expect(await labels.remove(world.number, 'deploy-window/2h')).toEqual({ ok: true, value: null })
    expect(await labels.remove(world.number, 'deploy-window/2h')).toEqual({ ok: true, value: null })
    expect(world.emulator.pullRequest(REPO, world.number).labels).toEqual([])
  })
})
