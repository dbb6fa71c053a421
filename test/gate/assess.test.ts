import { describe, expect, it } from 'vitest'

import type { Decision } from '../../src/core/decision/decision.ts'
import { emptyFacts } from '../../src/core/decision/parse-facts.ts'
import type { ChangedFile, FileVersion } from '../../src/core/model/changed-file.ts'
import { parseSha, type Sha } from '../../src/core/model/ids.ts'
import { err, ok } from '../../src/core/model/result.ts'
import { assess } from '../../src/gate/assess.ts'
import type { Repository } from '../../src/gate/ports/repository.ts'
import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { at } from '../support/decision.ts'

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
`

function file(text: string): FileVersion {
  return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) }
}

/** A repository whose merge creates one Ingress, with these files at the base. */
function repository(
  base: Readonly<Record<string, FileVersion>>,
  overrides: Partial<Repository> = {},
): Repository {
  const created: readonly ChangedFile[] = [{ path: 'prod/ingress.yaml', base: null, head: file(INGRESS) }]
  return {
    readBase: (path) => Promise.resolve(base[path] ?? null),
    readBaseFiles: (paths) =>
      Promise.resolve(new Map(paths.flatMap((path) => (base[path] ? [[path, base[path]]] : [])))),
    listBase: (folder) => Promise.resolve(Object.keys(base).filter((path) => path.startsWith(`${folder}/`))),
    listAllBase: () => Promise.resolve(Object.keys(base).toSorted()),
    changes: () => Promise.resolve(ok(created)),
    isAutomaticMerge: () => Promise.resolve(false),
    ...overrides,
  }
}

function decisionOn(repo: Repository): Promise<Decision> {
  const facts = emptyFacts(at('2026-11-22T10:00:00Z'))
  return assess({ repository: repo, facts, policy: null, codeowners: null, builtin: builtinPolicy })
}

describe('where policy and owners come from', () => {
  it('asks the owners of the base', async () => {
    const decision = await decisionOn(repository({ '.github/CODEOWNERS': file('* @acme/net\n') }))
    expect(decision.outcome).toBe('hold')
    expect(decision.policies).toEqual(['builtin:recommended'])
    expect(
      decision.verdicts.flatMap(({ requirement }) =>
        requirement.kind === 'approval' ? requirement.from : [],
      ),
    ).toContain('@acme/net')
  })

  it('takes every policy file of the base', async () => {
    const policy = (name: string): FileVersion =>
      file(`apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: ${name} }\nspec: {}\n`)
    const decision = await decisionOn(
      repository({ '.github/drawbridge.yaml': policy('a'), '.github/drawbridge/b.yaml': policy('b') }),
    )
    expect(decision.policies).toEqual(['.github/drawbridge.yaml', '.github/drawbridge/b.yaml'])
  })
})

it('names the policy file that would not be read, and how to call it', async () => {
  const decision = await decisionOn(repository({ '.github/drawbridge.yml': file('') }))
  expect(decision.issues).toMatchObject([{ code: 'policy.file-name', path: '.github/drawbridge.yml' }])
  expect(decision.issues[0]?.text).toContain('.github/drawbridge.yaml')
})

describe('an object that an unchanged file holds already', () => {
  it.each([
    { name: 'beside it', path: 'prod/old.yaml', text: INGRESS, want: 1 },
    {
      name: 'of an older version',
      path: 'prod/old.yaml',
      text: INGRESS.replace('networking.k8s.io/v1', 'extensions/v1beta1'),
      want: 1,
    },
    {
      name: 'of another name',
      path: 'prod/old.yaml',
      text: INGRESS.replace('name: web, n', 'name: api, n'),
      want: 0,
    },
    { name: 'of another folder', path: 'staging/old.yaml', text: INGRESS, want: 0 },
    { name: 'in a file that is no manifest', path: 'prod/old.txt', text: INGRESS, want: 0 },
  ])('$name: $want issues', async ({ path, text, want }) => {
    const decision = await decisionOn(repository({ CODEOWNERS: file('* @acme/net\n'), [path]: file(text) }))
    expect(decision.issues.filter(({ code }) => code === 'manifest.duplicate')).toHaveLength(want)
    expect(decision.findings.filter(({ rule }) => rule === 'file.duplicate')).toHaveLength(want)
  })
})

it('says that another CODEOWNERS decides', async () => {
  const digests = await Promise.all(
    ['* @acme/net\n', '* @acme/sre\n'].map(
      async (owners) => (await decisionOn(repository({ CODEOWNERS: file(owners) }))).digests.policy,
    ),
  )
  expect(digests[0]).not.toBe(digests[1])
})

it('says that a policy has no rules of its own', async () => {
  const empty = file('apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: a }\nspec: {}\n')
  const decision = await decisionOn(repository({ '.github/drawbridge.yaml': empty }))
  expect(decision.issues.map(({ code }) => code)).toContain('policy.no-rules')
})

describe('what cannot be decided holds', () => {
  it.each([
    {
      name: 'a policy that is a link',
      base: { '.github/drawbridge.yaml': { kind: 'symlink', id: '1', target: 'x' } } as const,
      outcome: 'error',
    },
    {
      name: 'a policy folder that is a link',
      base: { '.github/drawbridge': { kind: 'symlink', id: '1', target: '../policies' } } as const,
      outcome: 'error',
    },
    {
      name: 'a policy folder that is a submodule',
      base: { '.github/drawbridge': { kind: 'submodule', id: '1' } } as const,
      outcome: 'error',
    },
    {
      name: 'a policy under a name that is not read',
      base: {
        '.github/drawbridge.yml': file(
          'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: a }\nspec: {}\n',
        ),
      },
      outcome: 'error',
    },
    {
      name: 'a policy with a mistake',
      base: { '.github/drawbridge.yaml': file('kind: Policy\n') },
      outcome: 'error',
    },
    {
      name: 'a policy that is not UTF-8',
      base: { '.github/drawbridge.yaml': { kind: 'file', id: '1', bytes: new Uint8Array([0xff]) } } as const,
      outcome: 'error',
    },
    {
      name: 'CODEOWNERS that is a link',
      base: { CODEOWNERS: { kind: 'symlink', id: '1', target: 'x' } } as const,
      outcome: 'error',
    },
    { name: 'no CODEOWNERS', base: {}, outcome: 'hold' },
    {
      name: 'CODEOWNERS of more than 3 MB',
      base: { CODEOWNERS: file(`* @acme/net\n${'#'.repeat(3_100_000)}\n`) },
      outcome: 'hold',
    },
    {
      name: 'an invalid line that was meant for the path',
      base: { CODEOWNERS: file('* @acme/net\n/prod/ acme/net\n') },
      outcome: 'hold',
    },
  ])('$name', async ({ base, outcome }) => {
    const decision = await decisionOn(repository(base))
    expect(decision.outcome).toBe(outcome)
    const asked = decision.verdicts.flatMap(({ requirement }) =>
      requirement.kind === 'approval' ? requirement.from : [],
    )
    expect(asked).toEqual([])
  })

  it.each([
    { problem: { code: 'conflict', paths: ['prod/ingress.yaml'] }, outcome: 'hold' },
    { problem: { code: 'unknown-commit', commit: 'abc' }, outcome: 'error' },
    { problem: { code: 'unreadable', text: 'The disk is full.' }, outcome: 'error' },
  ] as const)('$problem.code', async ({ problem, outcome }) => {
    const decision = await decisionOn(repository({}, { changes: () => Promise.resolve(err(problem)) }))
    expect(decision.outcome).toBe(outcome)
  })
})

it('looks at the commits that were reviewed and at the heads that were labelled, and at no other', async () => {
  const asked: string[] = []
  const repo = repository(
    {},
    {
      changes: (of) => {
        asked.push(of)
        return Promise.resolve(ok([]))
      },
    },
  )
  const facts = {
    ...emptyFacts(at('2026-11-22T10:00:00Z')),
    heads: ['1', '2', '3', '4'].map((digit) => ({
      sha: aSha(digit),
      at: at(`2026-11-22T0${digit}:00:00Z`),
      by: null,
    })),
    reviews: [
      {
        id: 1,
        by: null,
        state: 'APPROVED' as const,
        commit: aSha('3'),
        submittedAt: at('2026-11-22T05:00:00Z'),
      },
    ],
    labelEvents: [
      {
        event: 'labeled' as const,
        label: 'deploy-window/2h',
        by: null,
        at: at('2026-11-22T02:30:00Z'),
        commit: null,
      },
    ],
  }
  await assess({ repository: repo, facts, policy: null, codeowners: null, builtin: builtinPolicy })
  expect(asked.toSorted()).toEqual([aSha('2'), aSha('3'), 'head'])
})

function aSha(digit: string): Sha {
  const sha = parseSha(digit.repeat(40))
  if (sha === undefined) throw new Error(`no digit: ${digit}`)
  return sha
}
