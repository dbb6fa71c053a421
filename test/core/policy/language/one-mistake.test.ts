import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../../src/adapters/files/builtin-policies.ts'
import type { Issue } from '../../../../src/core/model/issue.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import { at } from '../../../support/decision.ts'
import { goodPolicy, type Plain, put } from './good-policy.ts'

interface Mistake {
  readonly name: string
  readonly at: readonly (string | number)[]
  /** Undefined: the key is taken away. */
  readonly value: Plain | undefined
  readonly code: string
  readonly suggestion?: string
}

const RULE = ['spec', 'rules', 0] as const
const WINDOW = ['spec', 'windows', 0] as const
const HIGH = ['spec', 'requirements', 'high'] as const
const ENVIRONMENT = ['spec', 'environments', 0] as const

/** One for each part of the policy; no two of them touch the same. */
const MISTAKES: readonly Mistake[] = [
  {
    name: 'an unknown key',
    at: ['metadata', 'nmae'],
    value: 'x',
    code: 'policy.unknown-key',
    suggestion: 'name',
  },
  {
    name: 'an unknown pack',
    at: ['spec', 'extends', 1],
    value: 'builtin:rbca',
    code: 'policy.extends-unknown',
    suggestion: 'builtin:rbac',
  },
  {
    name: 'a pack without builtin:',
    at: ['spec', 'extends', 2],
    value: 'rbac',
    code: 'policy.extends-unsupported',
    suggestion: 'builtin:rbac',
  },
  {
    name: 'a branch for a commit',
    at: ['spec', 'extends', 3],
    value: 'github:a/b//c.yaml@main',
    code: 'policy.bad-reference',
  },
  {
    name: 'a text for a list',
    at: ['spec', 'manifests', 'include'],
    value: 'clusters/**',
    code: 'policy.wrong-type',
  },
  {
    name: 'a leading slash',
    at: ['spec', 'manifests', 'exclude', 1],
    value: '/charts/**',
    code: 'policy.bad-glob',
  },
  {
    name: 'a glob that leads to no file',
    at: ['spec', 'manifests', 'exclude', 2],
    value: './charts/**',
    code: 'policy.path-matches-nothing',
    suggestion: 'charts/**',
  },
  {
    name: 'an unknown rendering',
    at: ['spec', 'manifests', 'render', 'helm'],
    value: 'nevr',
    code: 'policy.unknown-value',
    suggestion: 'never',
  },
  {
    name: 'a list for a mapping',
    at: ['spec', 'owners'],
    value: ['@acme/platform'],
    code: 'policy.wrong-type',
  },
  {
    name: 'an environment twice',
    at: ['spec', 'environments', 2],
    value: { name: 'sandbox', paths: ['apps/**'] },
    code: 'policy.duplicate-name',
  },
  {
    name: 'a folder for a glob',
    at: [...ENVIRONMENT, 'paths', 1],
    value: 'clusters/two',
    code: 'policy.path-matches-nothing',
    suggestion: 'clusters/two/**',
  },
  {
    name: 'an environment that is covered',
    at: ['spec', 'environments', 3],
    value: { name: 'late', paths: ['clusters/dev/late/**'] },
    code: 'policy.covered-environment',
  },
  {
    name: 'a need beyond the cap',
    at: ['spec', 'environments', 1, 'requirements', 'high'],
    value: { approvals: [] },
    code: 'policy.beyond-cap',
  },
  {
    name: 'a kind without its group',
    at: [...RULE, 'match', 'kinds', 0],
    value: 'Deployment',
    code: 'policy.bad-kind',
    suggestion: '*/Deployment',
  },
  { name: 'an unclosed bracket', at: [...RULE, 'match', 'names', 0], value: '[a', code: 'policy.bad-glob' },
  {
    name: 'an environment that nobody defines',
    at: [...RULE, 'match', 'environments', 1],
    value: 'prodution',
    code: 'policy.unknown-environment',
    suggestion: 'production',
  },
  {
    name: 'a cluster that nobody defines',
    at: [...RULE, 'match', 'clusters', 1],
    value: 'prod-ue',
    code: 'policy.unknown-cluster',
    suggestion: 'prod-eu',
  },
  {
    name: 'an operation in lower case',
    at: [...RULE, 'match', 'operations', 0],
    value: 'update',
    code: 'policy.unknown-value',
    suggestion: 'UPDATE',
  },
  {
    name: 'a verb that is misspelt',
    at: [...RULE, 'match', 'verbs', 0],
    value: 'scael',
    code: 'policy.unknown-value',
    suggestion: 'scale',
  },
  {
    name: 'labels in a match',
    at: [...RULE, 'match', 'labels'],
    value: { a: 'b' },
    code: 'policy.unknown-key',
  },
  {
    name: 'a path that is none',
    at: [...RULE, 'change', 0, 'path'],
    value: 'spec.',
    code: 'policy.bad-path',
  },
  {
    name: 'an operator that is misspelt',
    at: [...RULE, 'change', 1, 'any', 0, 'op'],
    value: 'macthes',
    code: 'policy.unknown-value',
    suggestion: 'matches',
  },
  {
    name: 'an unknown variable',
    at: [...RULE, 'when'],
    value: 'objet.spec.replicas < 3',
    code: 'policy.unknown-variable',
    suggestion: 'object',
  },
  {
    name: 'a severity that is none',
    at: [...RULE, 'severity'],
    value: 'hihg',
    code: 'policy.unknown-value',
    suggestion: 'high',
  },
  {
    name: 'an effect that is none',
    at: [...RULE, 'effect'],
    value: 'requires',
    code: 'policy.unknown-value',
    suggestion: 'require',
  },
  { name: 'locking', at: [...RULE, 'locked'], value: true, code: 'policy.not-allowed' },
  {
    name: 'a description',
    at: [...RULE, 'description'],
    value: 'x',
    code: 'policy.unknown-key',
    suggestion: 'why',
  },
  {
    name: 'no message',
    at: ['spec', 'rules', 1, 'message'],
    value: undefined,
    code: 'policy.message-missing',
  },
  {
    name: 'kinds of a file',
    at: ['spec', 'rules', 1, 'match', 'kinds'],
    value: ['core/Secret'],
    code: 'policy.mixed-match',
  },
  {
    name: 'a rule under a misspelt id',
    at: ['spec', 'rules', 3],
    value: { idd: 'acme.x', severity: 'low', message: 'm' },
    code: 'policy.unknown-key',
    suggestion: 'id',
  },
  {
    name: 'a rule of a pack again',
    at: ['spec', 'rules', 4],
    value: { id: 'ingress.host.added', severity: 'low', message: 'm' },
    code: 'policy.duplicate-rule',
  },
  {
    name: 'a rule that another one hides',
    at: ['spec', 'rules', 5],
    value: { id: 'acme.other', match: { issues: ['yaml.*'] }, severity: 'high', message: 'm' },
    code: 'policy.shadowed-rule',
  },
  {
    name: 'a verb against an operation',
    at: ['spec', 'rules', 6],
    value: {
      id: 'acme.c',
      match: { verbs: ['create'], operations: ['DELETE'] },
      severity: 'low',
      message: 'm',
    },
    code: 'policy.never-applies',
  },
  {
    name: 'an operator against an operation',
    at: ['spec', 'rules', 7],
    value: {
      id: 'acme.d',
      match: { operations: ['CREATE'] },
      change: [{ path: 'spec.a', op: 'removed' }],
      severity: 'low',
      message: 'm',
    },
    code: 'policy.never-applies',
  },
  {
    name: 'an override of no rule',
    at: ['spec', 'overrides', 1],
    value: { rule: 'ingress.host.aded', severity: 'low' },
    code: 'policy.unknown-rule',
    suggestion: 'ingress.host.added',
  },
  {
    name: 'an override that changes nothing',
    at: ['spec', 'overrides', 2],
    value: { rule: 'ingress.path.added' },
    code: 'policy.missing-key',
  },
  {
    name: 'an override of a locked rule',
    at: ['spec', 'overrides', 3],
    value: { rule: 'gate.policy-changed', enabled: false },
    code: 'policy.locked-rule',
  },
  {
    name: 'a severity of a rule that is off',
    at: ['spec', 'overrides', 4],
    value: { rule: 'ingress.created', enabled: false, severity: 'low' },
    code: 'policy.hidden-entry',
  },
  {
    name: 'a severity that needs nobody',
    at: ['spec', 'requirements', 'medium'],
    value: {},
    code: 'policy.needs-nothing',
  },
  {
    name: 'an owner without @',
    at: [...HIGH, 'approvals', 0, 'from', 1],
    value: 'ben',
    code: 'policy.bad-owner',
    suggestion: '@ben',
  },
  { name: 'nobody', at: [...HIGH, 'approvals', 1, 'from'], value: [], code: 'policy.empty-from' },
  {
    name: 'more approvals than people',
    at: [...HIGH, 'approvals', 2],
    value: { from: ['@ben'], count: 2 },
    code: 'policy.count-too-high',
  },
  { name: 'half a person', at: [...HIGH, 'approvals', 0, 'count'], value: 0.5, code: 'policy.wrong-value' },
  {
    name: 'one person told apart',
    at: ['spec', 'requirements', 'critical'],
    value: { approvals: [{ from: ['@acme/a'] }], distinct: true },
    code: 'policy.no-effect',
  },
  {
    name: 'a duration in words',
    at: [...HIGH, 'window', 'max'],
    value: '4 hours',
    code: 'policy.bad-duration',
    suggestion: '4h',
  },
  {
    name: 'nobody to open a window',
    at: [...HIGH, 'window', 'openedBy'],
    value: [],
    code: 'policy.empty-from',
  },
  {
    name: 'a schedule',
    at: [...WINDOW, 'schedule'],
    value: '0 0 17 * * 5',
    code: 'policy.bad-schedule',
    suggestion: '0 17 * * 5',
  },
  {
    name: 'a time zone',
    at: [...WINDOW, 'timeZone'],
    value: 'Paris',
    code: 'policy.bad-time-zone',
    suggestion: 'Europe/Paris',
  },
  {
    name: 'a name for no label',
    at: [...WINDOW, 'name'],
    value: 'friday evening',
    code: 'policy.bad-window-name',
    suggestion: 'friday-evening',
  },
  { name: 'manualSync', at: [...WINDOW, 'manualSync'], value: true, code: 'policy.unknown-key' },
  {
    name: 'an environment of a window',
    at: [...WINDOW, 'environments', 1],
    value: 'prodution',
    code: 'policy.unknown-environment',
    suggestion: 'production',
  },
  {
    name: 'a freeze without end',
    at: ['spec', 'windows', 2],
    value: {
      name: 'a',
      kind: 'deny',
      schedule: '0 0 * * *',
      duration: '1d',
      reason: 'r',
      kinds: ['core/Secret'],
    },
    code: 'policy.window-always',
  },
  {
    name: 'a freeze that never begins',
    at: ['spec', 'windows', 3],
    value: { name: 'b', kind: 'deny', schedule: '0 0 31 4 *', duration: '1d', reason: 'r' },
    code: 'policy.window-never',
  },
  {
    name: 'a freeze for no reason',
    at: ['spec', 'windows', 4],
    value: { name: 'c', kind: 'deny', schedule: '0 0 1 4 *', duration: '1d' },
    code: 'policy.missing-reason',
  },
  {
    name: 'an exception of no rule',
    at: ['spec', 'exceptions', 1],
    value: { rule: 'ingress.tls.misisng', until: '2026-12-31', owner: 'a', reason: 'b' },
    code: 'policy.unknown-rule',
    suggestion: 'ingress.tls.missing',
  },
  {
    name: 'an exception that is over',
    at: ['spec', 'exceptions', 2],
    value: {
      rule: 'ingress.tls.missing',
      until: '2026-01-01',
      owner: 'a',
      reason: 'b',
      match: { names: ['x'] },
    },
    code: 'policy.exception-over',
  },
  {
    name: 'an exception for years',
    at: ['spec', 'exceptions', 3],
    value: {
      rule: 'ingress.tls.missing',
      until: '2036-01-01',
      owner: 'a',
      reason: 'b',
      match: { names: ['y'] },
    },
    code: 'policy.exception-long',
  },
  {
    name: 'a day as people write it',
    at: ['spec', 'exceptions', 0, 'until'],
    value: '31.12.2026',
    code: 'policy.bad-date',
    suggestion: '2026-12-31',
  },
  {
    name: 'nobody who answers',
    at: ['spec', 'exceptions', 0, 'owner'],
    value: ' ',
    code: 'policy.missing-key',
  },
  {
    name: 'break-glass with a label of windows',
    at: ['spec', 'breakGlass'],
    value: { label: 'deploy-window/x', by: ['@acme/a'], max: '1h', reviewedBy: ['@acme/b'] },
    code: 'policy.bad-label',
  },
]

function issuesOf(policy: Plain): readonly Issue[] {
  const source = { path: 'policy.yaml', text: JSON.stringify(policy, null, 2), builtin: false }
  const loaded = loadPolicy([source], builtinPolicy, { now: at('2026-11-22T10:00:00Z') })
  const issues = loaded.ok ? loaded.value.warnings : loaded.error
  return issues.filter(({ code }) => code !== 'policy.not-carried-out')
}

it('the policy without a mistake has none', () => {
  expect(issuesOf(goodPolicy())).toEqual([])
})

describe('one mistake is one message, with what to write where that can be told', () => {
  it.each(MISTAKES)('$name', ({ at: place, value, code, suggestion }) => {
    const policy = goodPolicy()
    put(policy, place, value)
    expect(issuesOf(compacted(policy))).toMatchObject([
      suggestion === undefined ? { code } : { code, suggestion },
    ])
  })
})

it('several mistakes are as many messages', () => {
  fc.assert(
    fc.property(fc.subarray([...MISTAKES]), (mistakes) => {
      const policy = goodPolicy()
      for (const { at: place, value } of mistakes) put(policy, place, value)
      const codes = issuesOf(compacted(policy)).map(({ code }) => code)
      expect(codes.toSorted()).toEqual(mistakes.map(({ code }) => code).toSorted())
    }),
    { numRuns: 60 },
  )
})

/** Lists without the places that no mistake was put at. */
function compacted(value: Plain): Plain {
  if (Array.isArray(value)) return value.flatMap((entry) => (entry === undefined ? [] : [compacted(entry)]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, compacted(member)]))
}
