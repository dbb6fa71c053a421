import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/gate/ports/problem.ts'
import type { FaultAction } from '../../support/github/start-github.ts'
import { type AdapterWorld, adapterWorld } from './world.ts'

const OPERATION = { what: 'read the repository', needs: 'metadata: read' }
const REPOSITORY = v.object({ full_name: v.string() })
const PATH = /^\/repos\/acme\/gitops$/

describe('a request that fails', () => {
  let world: AdapterWorld
  beforeEach(async () => {
    world = await adapterWorld()
  })
  afterEach(async () => {
    await world.emulator.close()
  })

  async function ask(token?: string): Promise<Problem | string> {
    const answer = await world.connect(token).rest(OPERATION, REPOSITORY, async (client) => {
      const { data } = await client.rest.repos.get({ owner: 'acme', repo: 'gitops' })
      return data
    })
    return answer.ok ? answer.value.full_name : answer.error
  }

  function fault(then: FaultAction, times = 1): void {
    world.emulator.fault({ match: { path: PATH, times }, action: then })
  }

  it.each<readonly [string, FaultAction, number]>([
    ['502 with HTML, three times', { status: 502, body: '<html>' }, 3],
    ['a cut connection', { cut: true }, 1],
    ['a server that says nothing', { hang: true }, 1],
    [
      '403 with retry-after',
      { status: 403, headers: { 'retry-after': '7' }, body: { message: 'Slow down' } },
      2,
    ],
    ['429 without a word why', { status: 429, body: { message: 'Too many' } }, 1],
  ])('is tried again: %s', async (_name, then, times) => {
    fault(then, times)
    expect(await ask()).toBe('acme/gitops')
    expect(world.emulator.requests.length).toBe(times + 1)
  })

  it('is given up after four attempts', async () => {
    fault({ status: 503, body: { message: 'Down' } }, 4)
    expect(await ask()).toEqual({
      code: 'unreachable',
      text: 'Cannot read the repository (503): GitHub did not answer ("Down"). Run again later.',
    })
  })

  it('is not tried again when GitHub asks for more than two minutes', async () => {
    fault({ status: 403, headers: { 'retry-after': '900' }, body: { message: 'Secondary rate limit' } })
    expect(await ask()).toMatchObject({ code: 'rate-limited' })
    expect(world.emulator.requests).toHaveLength(1)
    expect(world.notices).toEqual([
      'GitHub limits the rate and asks to wait 900 s. That is too long to wait.',
    ])
  })

  it('names the moment when a used up limit comes back', async () => {
    const reset = Math.floor(Date.now() / 1000) + 3600
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
    fault({ status: 403, headers, body: { message: 'API rate limit exceeded' } })
    const moment = `${new Date(reset * 1000).toISOString().slice(0, 19)}Z`
    expect(await ask()).toEqual({
      code: 'rate-limited',
      text: `Cannot read the repository (403): the rate limit of the token is used up until ${moment}.`,
    })
  })

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['by our own table', {}, '"metadata: read"'],
    [
      'as GitHub does',
      { 'x-accepted-github-permissions': 'issues=write; pull_requests=write,contents=read' },
      '"issues: write" or "pull-requests: write" and "contents: read"',
    ],
  ])('names the permission %s', async (_name, headers, permission) => {
    fault({ status: 403, headers, body: { message: 'Resource not accessible by integration' } })
    expect(await ask()).toEqual({
      code: 'permission',
      text: `Cannot read the repository (403): the token needs the permission ${permission}.`,
    })
  })

  it.each<readonly [number, Problem['code']]>([
    [401, 'unauthorized'],
    [404, 'not-found'],
    [422, 'refused'],
  ])('with %i is a problem of its own', async (status, code) => {
    fault({ status, body: { message: 'No' } })
    expect(await ask()).toMatchObject({ code })
  })

  it('never holds the token, also when the token itself is malformed', async () => {
    const answer = await ask('secret\nvalue')
    expect(answer).toMatchObject({ code: 'unauthorized' })
    expect(world.emulator.requests).toEqual([])
    expect(JSON.stringify(answer)).not.toContain('secret')
  })

  it('in shape is a problem, not a value', async () => {
    fault({ change: () => ({ full_name: 7 }) })
    expect(await ask()).toMatchObject({ code: 'invalid' })
  })
})

describe('GraphQL', () => {
  it('takes the time from GitHub and tells once of a clock that is off', async () => {
    const world = await adapterWorld()
    const github = world.connect()
    const schema = v.object({ viewer: v.object({ login: v.string() }) })
    const ask = { query: 'query Me { viewer { login } }', variables: {} }
    const answers = [
      await github.graphql(OPERATION, schema, ask),
      await github.graphql(OPERATION, schema, ask),
    ]
    await world.emulator.close()
    expect(answers).toMatchObject([
      { ok: true, value: { at: Date.parse('2026-11-23T08:00:00Z') } },
      { ok: true },
    ])
    expect(world.notices).toHaveLength(1)
    expect(world.notices[0]).toMatch(/^The clock of this machine is \d+ s (ahead of|behind) GitHub's/)
  })

  it('that is used up is tried again and then a problem', async () => {
    const world = await adapterWorld()
    const graphqlErrors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }]
    world.emulator.fault({ match: { operation: 'Me', times: 3 }, action: { graphqlErrors, noData: true } })
    const answer = await world
      .connect()
      .graphql(OPERATION, v.unknown(), { query: 'query Me { viewer { login } }', variables: {} })
    await world.emulator.close()
    expect(answer).toMatchObject({ ok: false, error: { code: 'rate-limited' } })
    expect(world.notices.filter((text) => text.startsWith('GitHub limits')).at(-1)).toMatch(
      /That was the last try\.$/,
    )
  })

  it.each([
    [['repository', 'pullRequest', 'baseRef', 'target'], 'contents: read'],
    [['repository', 'pullRequest', 'headCommit', 'nodes', 0, 'commit', 'status'], 'statuses: read'],
    [['repository', 'pullRequest', 'labels'], 'metadata: read'],
  ])('that is refused at %j names the permission of that part', async (path, needs) => {
    const world = await adapterWorld()
    const error = { type: 'FORBIDDEN', message: 'Resource not accessible by integration', path }
    const body = { data: null, errors: [error] }
    world.emulator.fault({ match: { operation: 'Me' }, action: { status: 200, body } })
    const operation = { what: 'read it', needs: 'metadata: read' }
    const query = 'query Me { viewer { login } }'
    const answer = await world.connect().graphql(operation, v.unknown(), { query, variables: {} })
    await world.emulator.close()
    expect(answer).toMatchObject({ ok: false, error: { text: expect.stringContaining(`"${needs}"`) } })
  })
})
