import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { builtinFields } from '../../../src/adapters/files/kind-schemas.ts'
import type { BuiltinPolicies } from '../../../src/core/policy/language/find-pack.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import type { Issue } from '../../../src/core/model/issue.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import type { PolicySource } from '../../../src/core/policy/policy-source.ts'
import { policyText } from '../../support/policy.ts'

const local = (text: string, path = 'policy.yaml'): PolicySource => ({ path, text, builtin: false })
const pack = (name: string, spec: string): PolicySource => ({
  path: `policies/${name}.yaml`,
  text: policyText(spec, name),
  builtin: true,
})

const PACKS: Readonly<Record<string, readonly PolicySource[]>> = {
  locked: [
    pack(
      'gate',
      'rules:\n  - { id: gate.policy, match: { files: [x] }, severity: critical, locked: true, message: m }',
    ),
  ],
  ingress: [pack('ingress', 'rules:\n  - { id: ingress.created, severity: high, message: m }')],
  recommended: [pack('recommended', 'extends: [builtin:ingress, builtin:gate]')],
  gate: [
    pack(
      'gate',
      'rules:\n  - { id: gate.policy, match: { files: [x] }, severity: critical, locked: true, message: m }',
    ),
  ],
  loop: [pack('loop', 'extends: [builtin:pool]')],
  pool: [pack('pool', 'extends: [builtin:loop]')],
}
const builtin: BuiltinPolicies = Object.assign((name: string) => PACKS[name], {
  names: () => Object.keys(PACKS),
})

/** Keys of the language, and some that are keys of every JavaScript object. */
const KEYS =
  `spec rules match change any path op when kinds requirements high approvals from environments exceptions
  overrides extends manifests render id rule severity window max __proto__ constructor toString x`.split(
    /\s+/,
  )

/** What `loadPolicy` says, one line for each issue: where, how bad, what. */
function problems(...texts: readonly string[]): readonly string[] {
  const sources = texts.map((text, index) =>
    local(text, index === 0 ? 'policy.yaml' : `${String(index)}.yaml`),
  )
  const loaded = loadPolicy(sources, builtin)
  const issues = loaded.ok ? loaded.value.warnings : loaded.error
  return issues.map(lineOf)
}

function lineOf(issue: Issue): string {
  return `${issue.path}:${String(issue.line)}:${String(issue.column)} ${issue.severity === 'low' ? 'warning ' : ''}${issue.code}${issue.suggestion === undefined ? '' : ` -> ${issue.suggestion}`}`
}

const rule = (more: string): string =>
  policyText(`rules:\n  - { id: acme.one, severity: high, message: m, ${more} }`)

describe('mistakes', () => {
  it('finds them all at once, by place', () => {
    const text = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme, owner: me }
spec:
  extends: [builtin:recomended]
  rules:
    - id: acme.one
      match: { kinds: [Deployment], verbs: [scael] }
      change: [{ path: spec.replicas, op: decresed }]
      when: object.spec.replicas < replicas
      severity: high
    - id: acme.one
      severity: 3
      message: 5
  overrides:
    - { rule: acme.onee, severity: medium }
  requirements:
    high: { approvals: [{ from: [], count: 0 }], window: { max: 4 hours } }
  window: {}
`
    expect(problems(text)).toEqual([
      'policy.yaml:3:25 policy.unknown-key',
      'policy.yaml:5:13 policy.extends-unknown -> builtin:recommended',
      'policy.yaml:7:7 policy.message-missing',
      'policy.yaml:8:24 policy.bad-kind -> */Deployment',
      'policy.yaml:8:45 policy.unknown-value -> scale',
      'policy.yaml:9:43 policy.unknown-value -> decreased',
      'policy.yaml:10:36 policy.unknown-variable',
      'policy.yaml:12:11 policy.duplicate-rule',
      'policy.yaml:13:17 policy.wrong-type',
      'policy.yaml:14:16 policy.wrong-type',
      'policy.yaml:16:15 policy.unknown-rule -> acme.one',
      'policy.yaml:18:33 warning policy.empty-from',
      'policy.yaml:18:44 policy.wrong-value',
      'policy.yaml:18:65 policy.bad-duration -> 4h',
      'policy.yaml:19:3 policy.unknown-key -> windows',
    ])
  })

  it.each([
    [
      'two unknown keys in one mapping',
      'mach: {}, sevrity: high',
      ['policy.unknown-key -> match', 'policy.unknown-key -> severity'],
    ],
    ['a text for a list', 'match: { kinds: core/Pod }', ['policy.wrong-type']],
    ['a number among texts', 'match: { names: [1] }', ['policy.wrong-type']],
    ['a version in a kind', 'match: { kinds: [apps/v1/Deployment] }', ['policy.bad-kind -> apps/Deployment']],
    ['a core kind by its version', 'match: { kinds: [v1/Service] }', ['policy.bad-kind -> core/Service']],
    ['an unclosed bracket', 'match: { names: ["[a"] }', ['policy.bad-glob']],
    ['a negated glob', 'match: { namespaces: ["!kube-*"] }', ['policy.bad-glob']],
    ['an unknown operation', 'match: { operations: [update] }', ['policy.unknown-value -> UPDATE']],
    ['files and kinds', 'match: { files: [a], kinds: [core/Pod] }', ['policy.mixed-match']],
    ['files and change', 'match: { files: [a] }, change: [{ path: a, op: added }]', ['policy.mixed-match']],
    ['an unknown macro', 'change: [{ path: $pods.x, op: added }]', ['policy.bad-path']],
    ['a path that ends with a dot', 'change: [{ path: spec., op: added }]', ['policy.bad-path']],
    ['no operator', 'change: [{ path: spec }]', ['policy.missing-key']],
    ['matches without anything to match', 'change: [{ path: spec, op: matches }]', ['policy.missing-key']],
    [
      'a pattern for another operator',
      'change: [{ path: spec, op: added, pattern: a }]',
      ['policy.mixed-change'],
    ],
    [
      'a pattern that is no RE2',
      'change: [{ path: spec, op: matches, pattern: "(?=a)" }]',
      ['policy.bad-pattern'],
    ],
    ['path beside any', 'change: [{ path: a, any: [{ path: spec, op: added }] }]', ['policy.mixed-change']],
    ['a change without entries', 'change: []', ['policy.empty-change']],
    ['an any without entries', 'change: [{ any: [] }]', ['policy.empty-change']],
    ['an expression that does not parse', 'when: "object.spec <"', ['policy.expression-syntax']],
    [
      'an unknown function',
      'when: "size(object) > 0 && siz(object) > 0"',
      ['policy.unknown-function -> size'],
    ],
    ['a value without change', 'when: "value == 1"', ['policy.unknown-variable']],
    [
      'an object in a rule about files',
      'match: { files: [a] }, when: "object == null"',
      ['policy.unknown-variable'],
    ],
    ['locking', 'locked: true', ['policy.not-allowed']],
    ['an effect that does not exist', 'effect: dney', ['policy.unknown-value -> deny']],
  ])('%s', (_, more, want) => {
    expect(problems(rule(more)).map((line) => line.replace(/^\S+ /, ''))).toEqual(want)
  })

  it.each([
    [
      'windows',
      'windows: [{ name: friday, kind: deny, schedule: "0 25 * * 5", duration: 63h }]',
      ['policy.bad-schedule'],
    ],
    [
      'break-glass',
      'breakGlass: { label: deploy-window/x, by: [], max: 1h, reviewedBy: [a/c, codeowners] }',
      ['policy.bad-label', 'policy.empty-from', 'policy.bad-owner -> @a/c', 'policy.bad-owner'],
    ],
    ['another repository', 'extends: ["github:acme/policies//gate.yaml@abc"]', ['policy.bad-reference']],
    ['packs in a circle', 'extends: [builtin:loop]', ['policy.extends-cycle']],
    [
      'an override of a locked rule',
      'overrides: [{ rule: gate.policy, enabled: false }]',
      ['policy.locked-rule'],
    ],
    [
      'an override that changes nothing',
      'overrides: [{ rule: ingress.created }]\nextends: [builtin:ingress]',
      ['policy.missing-key'],
    ],
    [
      'two overrides of one rule',
      'extends: [builtin:ingress]\noverrides: [{ rule: ingress.created, severity: low }, { rule: ingress.created, severity: high }]',
      ['policy.duplicate-override'],
    ],
    [
      'a rule of a pack again',
      'extends: [builtin:ingress]\nrules: [{ id: ingress.created, severity: low, message: m }]',
      ['policy.duplicate-rule'],
    ],
    [
      'an exception of a locked rule',
      'exceptions: [{ rule: gate.policy, until: "2027-01-01", owner: a, reason: b }]',
      ['policy.locked-rule'],
    ],
    [
      'an exception without its end, owner and reason',
      'extends: [builtin:ingress]\nexceptions: [{ rule: ingress.created }]',
      ['policy.missing-key', 'policy.missing-key', 'policy.missing-key'],
    ],
    [
      'an exception for nobody',
      'extends: [builtin:ingress]\nexceptions: [{ rule: ingress.created, until: "2027-01-01", owner: " ", reason: b }]',
      ['policy.missing-key'],
    ],
    [
      'a day that does not exist',
      'extends: [builtin:ingress]\nexceptions: [{ rule: ingress.created, until: "2027-02-30", owner: a, reason: b }]',
      ['policy.bad-date'],
    ],
    [
      'two environments of one name',
      'environments: [{ name: a, paths: [x] }, { name: a, paths: [yy] }]',
      ['policy.duplicate-name'],
    ],
    ['an owner without @', 'owners: { fallback: [acme/platform] }', ['policy.bad-owner -> @acme/platform']],
    ['code owners as fallback', 'owners: { fallback: [codeowners] }', ['policy.bad-owner']],
    [
      'a fraction of a person',
      'requirements: { low: { approvals: [{ from: [codeowners], count: 1.5 }] } }',
      ['policy.wrong-value'],
    ],
    ['an include of nothing', 'manifests: { include: [] }', ['policy.empty-match']],
    ['another way to render', 'manifests: { render: { helm: always } }', ['policy.unknown-value']],
  ])('%s', (_, spec, want) => {
    const codes = problems(policyText(spec)).map((line) => line.replace(/^\S+ /, ''))
    expect(codes.filter((code) => !code.startsWith('warning'))).toEqual(
      want.filter((code) => code.startsWith('policy')),
    )
  })

  it('blames no rule that may be in what could not be extended', () => {
    const text = policyText(`extends: [builtin:nowhere]
overrides: [{ rule: ingress.host.added, severity: low }]`)
    expect(problems(text).map((line) => line.replace(/ ->.*/, ''))).toEqual([
      'policy.yaml:5:13 policy.extends-unknown',
    ])
  })

  it('says one thing about a document that is no policy', () => {
    expect(problems('apiVersion: v1\nkind: ConfigMap\ndata: { a: b }\n')).toEqual([
      'policy.yaml:1:13 policy.not-a-policy',
    ])
    expect(problems('apiVersion: drawbridge.dev/v1alpha1\nkind: Polcy\nspec: {}\n')).toEqual([
      'policy.yaml:2:7 policy.not-a-policy -> Policy',
    ])
  })

  it('passes on what is wrong with the YAML', () => {
    const loaded = loadPolicy([local('spec: [')], builtin)
    expect(!loaded.ok && loaded.error.map((issue) => issue.code)).toEqual(['yaml.syntax'])
  })

  it('reads on after an unreadable file', () => {
    expect(problems('a: [', policyText('rulez: []'))).toEqual([
      '1.yaml:5:3 policy.unknown-key -> rules',
      expect.stringMatching(/^policy\.yaml:\d+:\d+ yaml\.syntax$/),
    ])
  })

  it('does not fail for warnings', () => {
    const loaded = loadPolicy(
      [local(policyText('extends: [builtin:ingress]\nrequirements: { low: { approvals: [{ from: [] }] } }'))],
      builtin,
    )
    expect(loaded.ok && loaded.value.warnings.map((issue) => issue.code)).toEqual(['policy.empty-from'])
  })

  it('warns of a policy that finds nothing', () => {
    expect(problems(policyText('extends: []'))).toEqual(['policy.yaml:1:1 warning policy.no-rules'])
    expect(problems(policyText('extends: [builtin:ingress]'))).toEqual([])
  })

  it('never throws, whatever stands in a policy', () => {
    const words = fc.constantFrom(...KEYS)
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'medium' },
        fc.string(),
        fc.boolean(),
        fc.integer(),
        fc.double(),
        fc.constant(null),
        words,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.array(fc.tuple(words, tie('any')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    })).any
    fc.assert(
      fc.property(value, fc.array(fc.tuple(words, value)), (spec, more) => {
        const document = {
          apiVersion: 'drawbridge.dev/v1alpha1',
          kind: 'Policy',
          metadata: { name: 'x' },
          spec: { ...Object.fromEntries(more), rules: [spec] },
        }
        const loaded = loadPolicy([local(JSON.stringify(document))], builtin)
        if (!loaded.ok) expect(loaded.error.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

function load(...sources: readonly PolicySource[]): Policy {
  const loaded = loadPolicy(sources, builtin)
  if (!loaded.ok) throw new Error(loaded.error.map((issue) => issue.text).join('\n'))
  return loaded.value
}

describe('merging', () => {
  it('always has the locked rules, and every pack once', () => {
    const policy = load(local(policyText('extends: [builtin:recommended, builtin:ingress]')))
    expect(policy.rules.map(({ id, locked, pack: from }) => [id, locked, from])).toEqual([
      ['gate.policy', true, 'gate'],
      ['ingress.created', false, 'ingress'],
    ])
    expect(policy.sources).toEqual(['policy.yaml', 'builtin:recommended', 'builtin:ingress'])
  })

  it('names a builtin policy that was given itself', () => {
    expect(load(...(PACKS['recommended'] ?? [])).sources).toEqual(['builtin:recommended'])
  })

  it('applies overrides', () => {
    const spec =
      'extends: [builtin:ingress]\noverrides: [{ rule: ingress.created, severity: low, effect: notice }]'
    const changed = load(local(policyText(spec))).rules.find((known) => known.id === 'ingress.created')
    expect([changed?.severity, changed?.effect]).toEqual(['low', 'notice'])
    const off = spec.replace('severity: low, effect: notice', 'enabled: false')
    expect(load(local(policyText(off))).rules.map((known) => known.id)).toEqual(['gate.policy'])
  })

  it('joins documents of one file and several files', () => {
    const first = `${policyText('environments: [{ name: a, paths: [x] }]')}---\n${policyText('environments: [{ name: b, paths: [yy] }]')}`
    const policy = load(
      local(first),
      local(policyText('environments: [{ name: c, paths: [z] }]'), 'more.yaml'),
    )
    expect(policy.environments.map((environment) => environment.name)).toEqual(['a', 'b', 'c'])
  })

  it('passes over policy tests, which are read elsewhere', () => {
    const tests = 'apiVersion: drawbridge.dev/v1alpha1\nkind: PolicyTest\nmetadata: { name: t }\ncases: []\n'
    expect(load(local(`${policyText('extends: [builtin:ingress]')}---\n${tests}`)).rules).toHaveLength(2)
  })

  it('digests what is said, not how it is written', () => {
    const one = load(local(policyText('rules: [{ id: a, severity: low, message: m }]')))
    const other = load(
      local(policyText('rules:\n  # a comment\n  - { message: m, id: a, severity: "low" }'), 'b.yaml'),
    )
    const third = load(local(policyText('rules: [{ id: a, severity: high, message: m }]')))
    expect(other.digest).toBe(one.digest)
    expect(third.digest).not.toBe(one.digest)
  })

  it('takes the repository over what it extends, and refuses two answers of the repository', () => {
    const high = 'requirements: { high: { approvals: [{ from: ["@a/b"] }] } }'
    const policy = load(pack('strict', high.replace('@a/b', '@c/d')), local(policyText(high)))
    expect(policy.requirements.get('high')?.approvals[0]?.from).toEqual(['@a/b'])
    expect(problems(policyText(high), policyText(high))).toContainEqual(
      expect.stringContaining('policy.duplicate-requirements'),
    )
  })

  it('checks expressions of packs only when asked', () => {
    const broken = pack('broken', 'rules: [{ id: b, severity: low, message: m, when: "object ==" }]')
    expect(loadPolicy([broken], builtin).ok).toBe(true)
    expect(loadPolicy([broken], builtin, { checkBuiltin: true }).ok).toBe(false)
  })
})

describe('fields of known kinds', () => {
  const text = policyText(`rules:
  - id: a.one
    severity: low
    message: m
    match: { kinds: [apps/Deployment] }
    change: [{ path: spec.replcas, op: decreased }, { any: [{ path: [spec.paused, spec.pausd], op: set-true }] }]
    when: >-
      object.spec.replicas < 3 ||
      object.spec.replcas == 0
    messageExpression: title + object.metadata.nmae
  - { id: a.two, severity: low, message: m, match: { kinds: [example.com/Foo] }, when: object.spec.replcas == 0 }
  - { id: a.three, severity: low, message: m, when: object.spec.replcas == 0 }`)

  it('are checked in paths and expressions, each mistake at its place', () => {
    const loaded = loadPolicy([local(text)], builtin, { fields: builtinFields })
    expect(loaded.ok ? [] : loaded.error.map(lineOf)).toEqual([
      'policy.yaml:10:24 policy.unknown-field -> replicas',
      'policy.yaml:10:85 policy.unknown-field -> paused',
      'policy.yaml:13:21 policy.unknown-field -> replicas',
      'policy.yaml:14:50 policy.unknown-field -> name',
    ])
  })

  it('of custom resources are warnings, because other versions of them may be installed', () => {
    const custom = policyText(`rules:
  - id: a.one
    severity: low
    message: m
    match: { kinds: [argoproj.io/Application, apps/Deployment] }
    change: [{ path: spec.sorce.repoURL, op: changed }]
    when: object.spec.sorce.repoURL != "" && operation != "create"`)
    const loaded = loadPolicy([local(custom)], builtin, { fields: builtinFields })
    expect(loaded.ok ? [] : loaded.error.map(lineOf)).toEqual([
      'policy.yaml:10:24 warning policy.unknown-field -> source',
      'policy.yaml:11:25 warning policy.unknown-field -> source',
      'policy.yaml:11:61 policy.unknown-word -> CREATE',
    ])
  })

  it('are taken as they are where nobody says what is known, and in builtin policies', () => {
    expect(loadPolicy([local(text)], builtin).ok).toBe(true)
    expect(loadPolicy([{ path: 'p', builtin: true, text }], builtin, { fields: builtinFields }).ok).toBe(true)
  })
})
