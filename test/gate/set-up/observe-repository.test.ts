import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import type { Observation } from '../../../src/core/doctor/observation.ts'
import { err, ok, type Result } from '../../../src/core/model/result.ts'
import { observeRepository } from '../../../src/gate/set-up/observe-repository.ts'
import type { BranchEntry, RepositorySettings } from '../../../src/gate/ports/repository-settings.ts'
import { example, UNREAD } from '../../support/observation.ts'

const GATE = '.github/workflows/drawbridge.yml'
const POLICY =
  'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: gate }\nspec: { extends: [builtin:recommended] }\n'

type Entries = Readonly<Record<string, string | BranchEntry>>

/** Settings of a repository with these entries; everything else is as little as can be. Asked paths are kept. */
function settings(entries: Entries, given: Partial<RepositorySettings> = {}): RepositorySettings {
  return {
    repository: async () => ok({ fullName: 'acme/gitops', defaultBranch: 'main', isPublic: true }),
    branch: async () => ok({ enabled: false, checks: [] }),
    protection: async () => UNREAD,
    rules: async () => ok([]),
    ruleset: async (id) => ok({ name: `r${String(id)}`, actors: [] }),
    app: async () => UNREAD,
    entry: async (path) => ok(entryAt(entries, path)),
    codeownersErrors: async () => ok([]),
    team: async (owner) => ({ owner, team: ok({ secret: false, canWrite: true }) }),
    labels: async () => ok([]),
    scheduled: async (path) => ({ path, seen: UNREAD }),
    environment: async () => ok({ kind: 'all' }),
    ...given,
  }
}

function entryAt(entries: Entries, path: string): BranchEntry | null {
  const entry = entries[path]
  if (typeof entry === 'string') return { kind: 'file', id: path, bytes: new TextEncoder().encode(entry) }
  if (entry) return entry
  const paths = Object.keys(entries).filter((other) => other.replace(/\/[^/]*$/, '') === path)
  return paths.length > 0 ? { kind: 'folder', paths } : null
}

interface Asked {
  readonly branch?: string
  readonly app?: string
}

function observe(
  with_: RepositorySettings,
  { branch, app }: Asked = {},
): Promise<Result<Observation, string>> {
  const request = { branch: branch ?? null, context: 'drawbridge', app: app ?? null }
  return observeRepository(with_, request, { builtin: builtinPolicy })
}

async function seen(with_: RepositorySettings, asked: Asked = {}): Promise<Observation> {
  const observed = await observe(with_, asked)
  if (!observed.ok) throw new Error(observed.error)
  return observed.value
}

describe('what cannot be examined at all', () => {
  it('is a repository that cannot be seen', async () => {
    const refused = err({ code: 'not-found', text: 'Cannot read it (404).' } as const)
    expect(await observe(settings({}, { repository: async () => refused }))).toEqual(
      err('Cannot read it (404).'),
    )
  })

  it('is a branch that is not there', async () => {
    expect(await observe(settings({}, { branch: async () => ok(null) }), { branch: 'x' })).toEqual(
      err('acme/gitops has no branch "x". Name one that is there with --branch.'),
    )
  })
})

describe('a repository', () => {
  it('is asked about its default branch, or the one that is named', async () => {
    expect((await seen(settings({}))).branch).toBe('main')
    const asked: string[] = []
    const entry: RepositorySettings['entry'] = async (path, branch) => {
      asked.push(`${branch}:${path}`)
      return ok(null)
    }
    expect((await seen(settings({}, { entry }), { branch: 'release' })).branch).toBe('release')
    expect(asked).toContain('main:.github/workflows')
    expect(asked).toContain('release:.github/CODEOWNERS')
    expect(asked).toContain('release:.github/drawbridge.yaml')
  })

  it('without protection is not asked for its details', async () => {
    expect((await seen(settings({}))).protection).toBeNull()
    const protectedBranch = async () => ok({ enabled: true, checks: [] })
    expect((await seen(settings({}, { branch: protectedBranch }))).protection).toEqual(UNREAD)
    const { classic, protection } = await seen(settings({}, { branch: async () => UNREAD }))
    expect([classic, protection]).toEqual([UNREAD, UNREAD])
  })

  it('names its rulesets, each once', async () => {
    const rules = async () =>
      ok([
        { kind: 'merge-queue', ruleset: 3, grouping: 'ALLGREEN' },
        { kind: 'merge-queue', ruleset: 3, grouping: 'ALLGREEN' },
      ] as const)
    expect([...(await seen(settings({}, { rules }))).rulesets.keys()]).toEqual([3])
  })

  it('knows GitHub Actions by the number of its host', async () => {
    expect((await seen(settings({}))).actionsApp).toBe(15_368)
    const { actionsApp, app } = await seen(settings({}, { app: async (slug) => ok(slug.length) }), {
      app: 'mine',
    })
    expect([actionsApp, app]).toEqual([14, { slug: 'mine', id: ok(4) }])
  })

  it('is asked for the environments and sweeps of its gate', async () => {
    const { sweeps, environments } = await seen(settings({ [GATE]: example('drawbridge.yml') }))
    expect(sweeps).toEqual([{ path: GATE, seen: UNREAD }])
    expect([...environments]).toEqual([['drawbridge', ok({ kind: 'all' })]])
  })

  it('is asked for the teams of its CODEOWNERS', async () => {
    const { teams, codeowners } = await seen(
      settings({ CODEOWNERS: '* @acme/net\n', 'docs/CODEOWNERS': '* @acme/far\n' }),
    )
    expect(teams.map(({ owner }) => owner)).toEqual(['@acme/net'])
    expect(codeowners.ok && codeowners.value.map(({ path }) => path)).toEqual([
      'CODEOWNERS',
      'docs/CODEOWNERS',
    ])
  })
})

describe('files that are no files', () => {
  it.each<{ name: string; entry: BranchEntry; why: RegExp }>([
    { name: 'a link', entry: { kind: 'symlink', id: '1', target: 'x' }, why: /symbolic link/ },
    { name: 'a submodule', entry: { kind: 'submodule', id: '1' }, why: /submodule/ },
    { name: 'not sent', entry: { kind: 'unread', id: '1' }, why: /could not be fetched/ },
    { name: 'no text', entry: { kind: 'file', id: '1', bytes: new Uint8Array([0xff]) }, why: /not UTF-8/ },
  ])('a workflow and a CODEOWNERS that are $name are said', async ({ entry, why }) => {
    const unread = { ok: false, error: { why: expect.stringMatching(why) } }
    const { workflows, codeowners, policy } = await seen(
      settings({ [GATE]: entry, CODEOWNERS: entry, '.github/drawbridge.yaml': entry }),
    )
    expect(workflows).toMatchObject({ value: [{ path: GATE, text: unread }] })
    expect(codeowners).toMatchObject({ value: [{ path: 'CODEOWNERS', text: unread }] })
    expect(policy).toMatchObject({ ok: false })
  })

  it('a folder of that name is none', async () => {
    const { codeowners } = await seen(settings({ 'CODEOWNERS/x': 'x' }))
    expect(codeowners).toEqual(ok([]))
  })

  it('a workflow that is gone when it is read is said', async () => {
    const paths = [GATE]
    const { workflows } = await seen(settings({ '.github/workflows': { kind: 'folder', paths } }))
    expect(workflows).toMatchObject({ value: [{ path: GATE, text: { ok: false } }] })
  })

  it.each(['.github/workflows', '.github/CODEOWNERS', '.github/drawbridge', '.github/drawbridge.yaml'])(
    '%s that cannot be read leaves open what is there',
    async (unreadable) => {
      const entry: RepositorySettings['entry'] = async (path) => (path === unreadable ? UNREAD : ok(null))
      const { workflows, codeowners, policy } = await seen(settings({}, { entry }))
      expect([workflows, codeowners, policy].filter((read) => read === UNREAD)).toHaveLength(1)
    },
  )
})

describe('the policy', () => {
  it('is that of the branch', async () => {
    const { policy, policyFiles } = await seen(
      settings({ '.github/drawbridge.yaml': POLICY, '.github/drawbridge/README.md': 'x' }),
    )
    expect(policy.ok && policy.value.sources).toContain('.github/drawbridge.yaml')
    expect(policyFiles).toEqual(['.github/drawbridge.yaml', '.github/drawbridge/README.md'])
  })

  it('is what ships where there is none', async () => {
    const { policy, policyFiles } = await seen(settings({}))
    expect(policy.ok).toBe(true)
    expect(policyFiles).toEqual([])
  })

  it.each<{ name: string; entries: Entries; why: RegExp }>([
    {
      name: 'with mistakes',
      entries: { '.github/drawbridge.yaml': 'kind: Policy\n' },
      why: /^The policy of the branch does not load: \.github\/drawbridge\.yaml:1: /,
    },
    {
      name: 'under another name',
      entries: { '.github/drawbridge.yml': POLICY },
      why: /is not read\. Rename/,
    },
    {
      name: 'whose folder is a link',
      entries: { '.github/drawbridge': { kind: 'symlink', id: '1', target: 'x' } },
      why: /symbolic link/,
    },
  ])('$name is not known', async ({ entries, why }) => {
    const { policy } = await seen(settings(entries))
    expect(policy).toMatchObject({ ok: false, error: { why: expect.stringMatching(why) } })
  })
})
