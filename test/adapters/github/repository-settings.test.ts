import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { githubSettings } from '../../../src/adapters/github/repository-settings.ts'
import { ok } from '../../../src/core/model/result.ts'
import type { RepositorySettings } from '../../../src/gate/ports/repository-settings.ts'
import { ADMIN } from '../../support/doctor-world.ts'
import { moment } from '../../support/observation.ts'
import { type AdapterWorld, adapterWorld, REPO } from './world.ts'

const WORKFLOW = '.github/workflows/gate.yml'

let world: AdapterWorld
let settings: RepositorySettings
beforeEach(async () => {
  world = await adapterWorld()
  settings = settingsOf(
    world.emulator.createToken({ kind: 'app', login: 'inspector[bot]', permissions: ADMIN }),
  )
})
afterEach(async () => {
  await world.emulator.close()
})

function settingsOf(token: string): RepositorySettings {
  return githubSettings(world.connect(token))
}

/** By a token that may read nothing but that there is a repository. */
function poor(): RepositorySettings {
  return settingsOf(
    world.emulator.createToken({ kind: 'app', login: 'poor[bot]', permissions: { metadata: 'read' } }),
  )
}

function unreadFor(needs: string) {
  return {
    ok: false,
    error: {
      why: expect.stringMatching(/^Cannot read .+ \(40[34]\): /),
      todo: `Run again with a token that has "${needs}".`,
    },
  }
}

describe('the repository', () => {
  it('is read', async () => {
    const value = { fullName: REPO, defaultBranch: 'main', isPublic: true }
    expect(await settings.repository()).toEqual(ok(value))
  })

  it('that cannot be seen is a problem', async () => {
    const github = { ...world.connect(), name: 'none' }
    expect(await githubSettings(github).repository()).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('the rules of a branch', () => {
  it('are read as far as they matter', async () => {
    const parameters = {
      dismiss_stale_reviews_on_push: true,
      require_code_owner_review: false,
      require_last_push_approval: true,
      required_approving_review_count: 1,
      required_review_thread_resolution: false,
    }
    world.emulator.setRules({
      repo: REPO,
      branch: 'main',
      rules: [
        {
          type: 'required_status_checks',
          ruleset: { id: 1, name: 'a' },
          parameters: {
            strict_required_status_checks_policy: true,
            required_status_checks: [{ context: 'one', integration_id: 7 }, { context: 'two' }],
          },
        },
        { type: 'pull_request', ruleset: { id: 2, name: 'b' }, parameters },
        { type: 'workflows', ruleset: { id: 3, name: 'c' }, parameters: { workflows: [] } },
      ],
    })
    expect(await settings.rules('main')).toEqual(
      ok([
        {
          kind: 'required-checks',
          ruleset: 1,
          strict: true,
          checks: [
            { context: 'one', app: 7 },
            { context: 'two', app: null },
          ],
        },
        {
          kind: 'pull-request',
          ruleset: 2,
          reviews: { dismissStale: true, codeOwners: false, lastPush: true },
        },
      ]),
    )
  })

  it('are read to the last page', async () => {
    const rule = {
      type: 'required_status_checks',
      parameters: { strict_required_status_checks_policy: false, required_status_checks: [] },
    } as const
    world.emulator.setRules({ repo: REPO, branch: 'main', rules: Array.from({ length: 101 }, () => rule) })
    const rules = await settings.rules('main')
    expect(rules.ok && rules.value).toHaveLength(101)
  })

  it('of a shape that GitHub does not document are not "none"', async () => {
    const change = () => [{ type: 'required_status_checks', ruleset_id: 1 }]
    world.emulator.fault({ match: { path: /\/rules\/branches\// }, action: { change } })
    expect(await settings.rules('main')).toMatchObject({
      ok: false,
      error: { why: expect.stringMatching(/does not have the shape/), todo: 'Run again later.' },
    })
  })
})

describe('a ruleset', () => {
  beforeEach(() => {
    world.emulator.setRules({
      repo: REPO,
      branch: 'main',
      rules: [
        {
          type: 'workflows',
          parameters: { workflows: [] },
          ruleset: {
            id: 5,
            name: 'gate',
            bypass: [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'exempt' }],
          },
        },
      ],
    })
  })

  it('says who may pass by it', async () => {
    const actors = [{ type: 'RepositoryRole', id: 5, mode: 'exempt' }]
    expect(await settings.ruleset(5)).toEqual(ok({ name: 'gate', actors }))
  })

  it('does not say so to others', async () => {
    expect(await poor().ruleset(5)).toEqual(ok({ name: 'gate', actors: null }))
  })

  it('that is not there', async () => {
    expect(await settings.ruleset(6)).toEqual(unreadFor('administration: write'))
  })
})

describe('classic protection', () => {
  it('of a branch without it', async () => {
    expect(await settings.branch('main')).toEqual(ok({ enabled: false, checks: [] }))
  })

  it('of no branch', async () => {
    expect(await settings.branch('none')).toEqual(ok(null))
  })

  it('is read with its checks, of any source where it says so', async () => {
    const checks = [
      { context: 'a', appId: 7 },
      { context: 'b', appId: -1 },
      { context: 'c', appId: null },
    ]
    const reviews = { dismissStale: true, codeOwners: true, lastPush: false }
    world.emulator.setBranchProtection({
      repo: REPO,
      branch: 'main',
      checks,
      details: { strict: true, reviews },
    })
    expect(await settings.branch('main')).toEqual(
      ok({
        enabled: true,
        checks: [
          { context: 'a', app: 7 },
          { context: 'b', app: null },
          { context: 'c', app: null },
        ],
      }),
    )
    expect(await settings.protection('main')).toEqual(ok({ enforceAdmins: false, strict: true, reviews }))
    expect(await poor().protection('main')).toEqual(unreadFor('administration: read'))
    expect(await poor().branch('main')).toEqual(unreadFor('contents: read'))
  })
})

describe('what stands at a path', () => {
  it('is a file, a folder or nothing', async () => {
    world.emulator.push({
      repo: REPO,
      branch: 'main',
      by: 'amy',
      files: {
        'a/x.yml': 'x: 1\n',
        'a/b/y.yml': 'y',
        'large.yml': 'x'.repeat(1024 * 1024 + 1),
        out: { symlink: '/etc' },
      },
    })
    expect(await settings.entry('a/x.yml', 'main')).toMatchObject({
      value: { kind: 'file', bytes: new TextEncoder().encode('x: 1\n') },
    })
    expect(await settings.entry('a', 'main')).toEqual(ok({ kind: 'folder', paths: ['a/x.yml'] }))
    expect(await settings.entry('none', 'main')).toEqual(ok(null))
    expect(await settings.entry('large.yml', 'main')).toMatchObject({ value: { kind: 'unread' } })
    expect(await settings.entry('out', 'main')).toMatchObject({ value: { kind: 'symlink', target: '/etc' } })
    expect(await poor().entry('a', 'main')).toEqual(unreadFor('contents: read'))
  })

  it('is not a folder of which GitHub lists a part', async () => {
    const change = () => Array.from({ length: 1000 }, (_, index) => ({ path: String(index), type: 'file' }))
    world.emulator.fault({ match: { path: /\/contents\// }, action: { change } })
    expect(await settings.entry('web.yaml', 'main')).toMatchObject({
      error: { why: expect.stringMatching(/too many files/) },
    })
  })
})

describe('teams', () => {
  it('that may write, that may not, that are secret', async () => {
    world.emulator.createTeam({ team: 'acme/far', members: [] })
    world.emulator.createTeam({ team: 'acme/hidden', privacy: 'secret' })
    expect(await settings.team('@acme/net')).toEqual({
      owner: '@acme/net',
      team: ok({ secret: false, canWrite: true }),
    })
    expect(await settings.team('@acme/far')).toMatchObject({ team: ok({ secret: false, canWrite: false }) })
    expect(await settings.team('@acme/hidden')).toMatchObject({ team: ok({ secret: true, canWrite: false }) })
  })

  it('that may only read', async () => {
    world.emulator.createTeam({ team: 'acme/read' })
    world.emulator.createRepository('acme/other', { teams: { read: 'triage' } })
    const github = { ...world.connect(), name: 'other' }
    expect(await githubSettings(github).team('@acme/read')).toMatchObject({
      team: { value: { canWrite: false } },
    })
  })

  it('that cannot be verified', async () => {
    expect((await settings.team('@acme/none')).team).toEqual(unreadFor('members: read'))
    expect((await poor().team('@acme/net')).team).toEqual(unreadFor('members: read'))
    const actions = world.emulator.createToken({ kind: 'actions', permissions: { contents: 'read' } })
    expect((await settingsOf(actions).team('@acme/net')).team).toEqual(unreadFor('members: read'))
    expect((await settings.team('@acme')).team).toMatchObject({ error: { why: '"@acme" is no team.' } })
  })

  it('whose rights cannot be read are not without', async () => {
    world.emulator.fault({ match: { path: /\/teams\/net\/repos\// }, action: { status: 403, body: {} } })
    expect((await settings.team('@acme/net')).team).toEqual(unreadFor('members: read'))
  })
})

describe('the sweep', () => {
  beforeEach(() => {
    world.emulator.push({ repo: REPO, branch: 'main', by: 'amy', files: { [WORKFLOW]: 'on: schedule\n' } })
  })

  it('is the last run by the clock, by the time of GitHub', async () => {
    world.emulator.postWorkflowRun({ repo: REPO, path: WORKFLOW, event: 'schedule', conclusion: 'failure' })
    world.emulator.advanceClock('5m')
    world.emulator.postWorkflowRun({ repo: REPO, path: WORKFLOW, event: 'push' })
    expect(await settings.scheduled(WORKFLOW)).toEqual({
      path: WORKFLOW,
      seen: ok({
        state: 'active',
        at: moment('2026-11-23T08:05:00Z'),
        last: { startedAt: moment('2026-11-23T08:00:00Z'), conclusion: 'failure' },
      }),
    })
  })

  it('may run, or have never run, or be disabled', async () => {
    expect(await settings.scheduled(WORKFLOW)).toMatchObject({
      seen: { value: { state: 'active', last: null } },
    })
    world.emulator.postWorkflowRun({ repo: REPO, path: WORKFLOW, event: 'schedule', status: 'in_progress' })
    world.emulator.setWorkflowState({ repo: REPO, path: WORKFLOW, state: 'disabled_inactivity' })
    expect(await settings.scheduled(WORKFLOW)).toMatchObject({
      seen: { value: { state: 'disabled_inactivity', last: { conclusion: null } } },
    })
  })

  it('may not be read', async () => {
    expect((await poor().scheduled(WORKFLOW)).seen).toEqual(unreadFor('actions: read'))
    world.emulator.fault({ match: { path: /\/runs\?/ }, action: { status: 403, body: {} } })
    expect((await settings.scheduled(WORKFLOW)).seen).toEqual(unreadFor('actions: read'))
  })
})

describe('an environment', () => {
  it('for some branches, for protected ones, for all', async () => {
    const { emulator } = world
    const branches = [
      { name: 'main', type: 'branch' },
      { name: 'v*', type: 'tag' },
    ] as const
    emulator.setEnvironment({ repo: REPO, name: 'some', branches })
    emulator.setEnvironment({ repo: REPO, name: 'protected', branches: 'protected' })
    emulator.setEnvironment({ repo: REPO, name: 'all', branches: null })
    expect(await settings.environment('some')).toEqual(ok({ kind: 'named', patterns: branches }))
    expect(await settings.environment('protected')).toEqual(ok({ kind: 'protected' }))
    expect(await settings.environment('all')).toEqual(ok({ kind: 'all' }))
    expect(await settings.environment('none')).toEqual(unreadFor('actions: read'))
    expect(await poor().environment('all')).toEqual(unreadFor('actions: read'))
  })

  it('for more branches than are read', async () => {
    const branches = Array.from({ length: 101 }, (_, at) => ({
      name: `b${String(at)}`,
      type: 'branch' as const,
    }))
    world.emulator.setEnvironment({ repo: REPO, name: 'many', branches })
    expect(await settings.environment('many')).toMatchObject({
      error: { why: expect.stringMatching(/there are 101/) },
    })
  })

  it('whose branches cannot be read', async () => {
    world.emulator.setEnvironment({ repo: REPO, name: 'some', branches: [] })
    world.emulator.fault({ match: { path: /branch-policies/ }, action: { status: 403, body: {} } })
    expect(await settings.environment('some')).toEqual(unreadFor('actions: read'))
  })
})

it('apps, labels and errors of CODEOWNERS', async () => {
  const { emulator } = world
  emulator.push({ repo: REPO, branch: 'main', by: 'amy', files: { CODEOWNERS: '* @nobody\n' } })
  emulator.setCodeownersErrors({
    repo: REPO,
    errors: [{ line: 1, column: 3, kind: 'Unknown owner', message: 'Unknown owner', path: 'CODEOWNERS' }],
  })
  emulator.label({ repo: REPO, number: world.number, by: 'ben', name: 'deploy-window/2h' })
  expect(await settings.app('inspector')).toEqual(ok(emulator.appId('inspector')))
  expect(await settings.app('nobody')).toEqual(unreadFor('metadata: read'))
  expect(await settings.codeownersErrors('main')).toEqual(ok([{ line: 1, message: 'Unknown owner' }]))
  expect(await poor().codeownersErrors('main')).toEqual(unreadFor('contents: read'))
  expect(await settings.labels()).toEqual(ok(['deploy-window/2h']))
  expect(await poor().labels()).toEqual(unreadFor('issues: read'))
})
