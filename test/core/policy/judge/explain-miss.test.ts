import { describe, expect, it } from 'vitest'
import type { Change } from '../../../../src/core/model/change.ts'
import { explainMiss, type Miss } from '../../../../src/core/policy/judge/explain-miss.ts'
import { aChange, aChangeSet, aPolicy } from '../../../support/policy.ts'

const deployment = (replicas: number, namespace = 'shop'): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: ${namespace} }\nspec: { replicas: ${String(replicas)} }\n`
const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\n'
const DOWN = aChange(deployment(3), deployment(2))

function missOf(rule: string, changes: readonly Change[], more = {}): Miss {
  const policy = aPolicy(`rules:\n  - { id: r, severity: high, message: m, ${rule} }`)
  const [only] = policy.rules
  if (!only) throw new Error('no rule')
  return explainMiss(policy, only, aChangeSet(changes, more), null)
}

describe('a match that does not hold', () => {
  it.each([
    {
      match: 'kinds: [core/Service]',
      failed: { key: 'kinds', wanted: ['core/Service'], seen: ['apps/Deployment'] },
    },
    { match: 'namespaces: [a, b]', failed: { key: 'namespaces', wanted: ['a', 'b'], seen: ['shop'] } },
    { match: 'names: [api]', failed: { key: 'names', wanted: ['api'], seen: ['web'] } },
    { match: 'environments: ["*"]', failed: { key: 'environments', wanted: ['*'], seen: [] } },
    { match: 'clusters: [eu]', failed: { key: 'clusters', wanted: ['eu'], seen: [] } },
    { match: 'operations: [DELETE]', failed: { key: 'operations', wanted: ['DELETE'], seen: ['UPDATE'] } },
    { match: 'verbs: [delete]', failed: { key: 'verbs', wanted: ['delete'], seen: ['patch'] } },
  ])('$match', ({ match, failed }) => {
    expect(missOf(`match: { ${match} }`, [DOWN])).toEqual({
      kind: 'no-match',
      subject: 'Deployment shop/web',
      failed: [failed],
    })
  })

  it('is told of the object that came nearest', () => {
    const other = aChange(service, null)
    expect(missOf('match: { kinds: [apps/*], namespaces: [pay] }', [other, DOWN])).toMatchObject({
      subject: 'Deployment shop/web',
      failed: [{ key: 'namespaces' }],
    })
  })

  it('of a rule about files', () => {
    const files = [
      { path: 'a.txt', operation: 'UPDATE', content: 'x', rewritten: false, role: null, fields: [] },
    ] as const
    expect(missOf('match: { files: [b.txt], operations: [DELETE] }', [], { files })).toEqual({
      kind: 'no-match',
      subject: 'a.txt',
      failed: [
        { key: 'files', wanted: ['b.txt'], seen: ['a.txt'] },
        { key: 'operations', wanted: ['DELETE'], seen: ['UPDATE'] },
      ],
    })
  })

  it('of a rule about what cannot be read', () => {
    const issues = [
      { code: 'yaml.tab', severity: 'high', path: 'a.yaml', line: 1, column: 1, text: 't' },
    ] as const
    expect(missOf('match: { issues: ["file.*"] }', [], { issues })).toMatchObject({
      kind: 'no-match',
      failed: [{ key: 'issues', seen: ['yaml.tab'] }],
    })
  })
})

describe('a change that did not happen', () => {
  it('is told with what stands there', () => {
    expect(missOf('change: [{ path: spec.replicas, op: increased }]', [DOWN])).toEqual({
      kind: 'no-change',
      subject: 'Deployment shop/web',
      tests: [
        {
          op: 'increased',
          paths: ['spec.replicas'],
          places: [{ pointer: '/spec/replicas', old: 3n, new: 2n }],
        },
      ],
    })
  })

  it('is told of each alternative, and only of conditions that do not hold', () => {
    const change =
      'change: [{ path: spec.replicas, op: decreased }, { any: [{ path: spec.paused, op: set-true }, { path: spec.nope, op: added }] }]'
    expect(missOf(change, [DOWN])).toMatchObject({
      kind: 'no-change',
      tests: [
        { op: 'set-true', places: [] },
        { op: 'added', places: [] },
      ],
    })
  })
})

describe('a condition that is false', () => {
  it('is told with the place and the false part', () => {
    const rule = 'change: [{ path: spec.replicas, op: decreased }], when: "value < 5 && namespace == \'pay\'"'
    expect(missOf(rule, [DOWN])).toMatchObject({
      kind: 'condition',
      place: { value: 2n, oldValue: 3n },
      when: "value < 5 && namespace == 'pay'",
      parts: ["namespace == 'pay'"],
    })
  })

  it('comes nearer than a change that did not happen', () => {
    const rule = 'change: [{ path: spec.replicas, op: decreased }], when: "value < 1"'
    const up = aChange(deployment(1, 'pay'), deployment(2, 'pay'))
    expect(missOf(rule, [up, DOWN])).toMatchObject({ kind: 'condition', subject: 'Deployment shop/web' })
  })
})

it('says that there is nothing to look at', () => {
  const files = [
    { path: 'a.txt', operation: 'UPDATE', content: 'x', rewritten: false, role: null, fields: [] },
    { path: 'b.yaml', operation: 'UPDATE', content: 'x', rewritten: false, role: null, fields: [] },
  ] as const
  const issues = [
    { code: 'yaml.tab', severity: 'high', path: 'b.yaml', line: 1, column: 1, text: 't' },
  ] as const
  expect(
    missOf('match: { kinds: [apps/*] }', [], { files, issues, unchanged: { moved: 1, reformatted: 2 } }),
  ).toEqual({
    kind: 'no-subject',
    target: 'objects',
    skipped: ['a.txt'],
    unreadable: ['b.yaml'],
    unchanged: 3,
  })
})
