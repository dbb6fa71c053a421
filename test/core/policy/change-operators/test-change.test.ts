import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createPlaceFinder } from '../../../../src/core/policy/change-operators/find-places.ts'
import { testChange } from '../../../../src/core/policy/change-operators/test-change.ts'
import { stringifyJson } from '../../../../src/core/model/json.ts'
import { findRisks } from '../../../../src/core/policy/judge/find-risks.ts'
import { CHANGE_OPS } from '../../../../src/core/policy/rule.ts'
import { aChange, aChangeSet, aPolicy, NOW } from '../../../support/policy.ts'

/** Where a test holds: pointer, old value, new value. `test` is written as in a policy. */
function matched(test: string, before: string | null, after: string | null): readonly string[] {
  const policy = aPolicy(`rules: [{ id: r, severity: low, message: m, change: [${test}] }]`)
  const compiled = policy.rules[0]?.change[0]?.any[0]
  if (!compiled) throw new Error('no test')
  const change = aChange(before, after)
  return testChange(compiled, change, createPlaceFinder(change)).map(
    ({ pointer, value, oldValue }) =>
      `${pointer} ${oldValue === undefined ? '-' : stringifyJson(oldValue)} ${value === undefined ? '-' : stringifyJson(value)}`,
  )
}

const deployment = (spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: ${spec}`
const container = (fields: string): string =>
  deployment(`{ template: { spec: { containers: [{ name: app, ${fields} }] } } }`)
const ingress = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\nspec: ${spec}`
const annotated = (value: string | null): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web${value === null ? '' : `, annotations: { "x.io/a": "${value}" }`} }`
const role = (rules: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: r }\nrules: ${rules}`
const escalation = (op: string): string =>
  `{ path: $containers.securityContext.allowPrivilegeEscalation, op: ${op} }`
const volume = (source: string): string =>
  deployment(`{ template: { spec: { volumes: [{ name: v, ${source} }] } } }`)
const hosts = (...names: readonly string[]): string =>
  ingress(
    `{ rules: [${names.map((name) => (name === '' ? '{ http: {} }' : `{ host: ${name} }`)).join(', ')}] }`,
  )
const pathOf = (type: string): string =>
  ingress(`{ rules: [{ host: a, http: { paths: [{ path: /, pathType: ${type} }] } }] }`)
const peers = (from: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: n }\nspec: { peers: { from: ${from} } }`
const limits = (cpu: string): string => container(`resources: { limits: { cpu: ${cpu}, memory: 1Gi } }`)
const podWith = (lists: string): string => deployment(`{ template: { spec: { ${lists} } } }`)
const adding = (words: string): string => container(`securityContext: { capabilities: { add: [${words}] } }`)

const REPLICAS = 'path: spec.replicas'
const A = `path: "metadata.annotations['x.io/a']"`

describe('numbers', () => {
  it.each([
    ['fewer', `{ ${REPLICAS}, op: decreased }`, '{ replicas: 3 }', '{ replicas: 2 }', ['/spec/replicas 3 2']],
    ['no field is one', `{ ${REPLICAS}, op: decreased }`, '{ replicas: 3 }', '{}', ['/spec/replicas 3 1']],
    ['one is no field', `{ ${REPLICAS}, op: decreased }`, '{ replicas: 1 }', '{}', []],
    ['more is not fewer', `{ ${REPLICAS}, op: decreased }`, '{}', '{ replicas: 2 }', []],
    ['more', `{ ${REPLICAS}, op: increased }`, '{}', '{ replicas: 2 }', ['/spec/replicas 1 2']],
    [
      'none at all',
      `{ ${REPLICAS}, op: to-zero }`,
      '{ replicas: 3 }',
      '{ replicas: 0 }',
      ['/spec/replicas 3 0'],
    ],
    ['none from no field', `{ ${REPLICAS}, op: to-zero }`, '{}', '{ replicas: 0 }', ['/spec/replicas 1 0']],
    ['none before too', `{ ${REPLICAS}, op: to-zero }`, '{ replicas: 0 }', '{ replicas: 0 }', []],
    ['one as no field is no change', `{ ${REPLICAS}, op: changed }`, '{ replicas: 1 }', '{}', []],
    [
      'an unknown default cannot be compared',
      '{ path: spec.limit, op: decreased }',
      '{ limit: 3 }',
      '{}',
      ['/spec/limit 3 -'],
    ],
    [
      'a default of the policy can',
      '{ path: spec.limit, op: decreased, absent: 5 }',
      '{ limit: 3 }',
      '{}',
      [],
    ],
    [
      'percentages',
      '{ path: spec.max, op: increased }',
      '{ max: 25% }',
      '{ max: 100% }',
      ['/spec/max "25%" "100%"'],
    ],
    [
      'a percentage and a number cannot be compared',
      '{ path: spec.max, op: increased }',
      '{ max: 25% }',
      '{ max: 1 }',
      ['/spec/max "25%" 1'],
    ],
    ['durations', '{ path: spec.t, op: increased }', '{ t: 90s }', '{ t: 1m30s }', []],
    [
      'longer durations',
      '{ path: spec.t, op: increased }',
      '{ t: 90s }',
      '{ t: 1h }',
      ['/spec/t "90s" "1h"'],
    ],
    ['quantities', '{ path: spec.t, op: decreased }', '{ t: 1Gi }', '{ t: 1024Mi }', []],
    [
      'smaller quantities',
      '{ path: spec.t, op: decreased }',
      '{ t: "1" }',
      '{ t: 999m }',
      ['/spec/t "1" "999m"'],
    ],
  ])('%s', (_, test, before, after, want) => {
    expect(matched(test, deployment(before), deployment(after))).toEqual(want)
  })

  it('counts a new object from nothing', () => {
    expect(matched(`{ ${REPLICAS}, op: increased }`, null, deployment('{ replicas: 3 }'))).toEqual([
      '/spec/replicas - 3',
    ])
    expect(matched(`{ ${REPLICAS}, op: decreased }`, null, deployment('{ replicas: 3 }'))).toEqual([])
    expect(matched(`{ ${REPLICAS}, op: to-zero }`, null, deployment('{ replicas: 0 }'))).toEqual([])
  })

  it('knows that the same amount is no change where amounts are quantities', () => {
    expect(matched('{ path: $containers.resources, op: changed }', limits('1000m'), limits('"1"'))).toEqual(
      [],
    )
    expect(
      matched('{ path: $containers.resources.limits.cpu, op: changed }', limits('1000m'), limits('"2"')),
    ).toHaveLength(1)
  })
})

describe('booleans', () => {
  const privileged = '{ path: $containers.securityContext.privileged, op: set-true }'
  const place = '/spec/template/spec/containers/0/securityContext'
  it.each([
    [
      'set from absent',
      privileged,
      'image: a',
      'securityContext: { privileged: true }',
      [`${place}/privileged false true`],
    ],
    [
      'already set',
      privileged,
      'securityContext: { privileged: true }',
      'securityContext: { privileged: true }, image: b',
      [],
    ],
    ['absent as false', privileged, 'image: a', 'securityContext: { privileged: false }', []],
    [
      'true unless said: taking the no away',
      escalation('set-true'),
      'securityContext: { allowPrivilegeEscalation: false }',
      'image: a',
      [`${place}/allowPrivilegeEscalation false true`],
    ],
    [
      'true unless said: saying it',
      escalation('set-true'),
      'image: a',
      'securityContext: { allowPrivilegeEscalation: true }',
      [],
    ],
    [
      'true unless said: saying no',
      escalation('set-false'),
      'image: a',
      'securityContext: { allowPrivilegeEscalation: false }',
      [`${place}/allowPrivilegeEscalation true false`],
    ],
  ])('%s', (_, test, before, after, want) => {
    expect(matched(test, container(before), container(after))).toEqual(want)
  })

  it('takes what a new object says, not what it leaves out', () => {
    expect(matched(privileged, null, container('securityContext: { privileged: true }'))).toHaveLength(1)
    expect(matched(escalation('set-true'), null, container('image: a'))).toEqual([])
    expect(
      matched(
        escalation('set-false'),
        null,
        container('securityContext: { allowPrivilegeEscalation: false }'),
      ),
    ).toHaveLength(1)
  })

  it('reads annotations and defaults of the policy', () => {
    expect(matched(`{ ${A}, op: set-true }`, annotated(null), annotated('true'))).toHaveLength(1)
    expect(matched(`{ ${A}, op: set-false }`, annotated(null), annotated('false'))).toEqual([])
    expect(
      matched(`{ ${A}, op: set-false, absent: true }`, annotated(null), annotated('false')),
    ).toHaveLength(1)
    expect(matched(`{ ${A}, op: set-true, absent: true }`, annotated('false'), annotated(null))).toHaveLength(
      1,
    )
  })
})

describe('presence', () => {
  it.each([
    ['added', `{ ${A}, op: added }`, null, 'x', 1],
    ['added, but it was there', `{ ${A}, op: added }`, 'w', 'x', 0],
    ['removed', `{ ${A}, op: removed }`, 'x', null, 1],
    ['emptied is removed', `{ ${A}, op: removed }`, 'x', '', 1],
    ['changed by adding', `{ ${A}, op: changed }`, null, 'x', 1],
    ['changed by removing', `{ ${A}, op: changed }`, 'x', null, 1],
    ['changed', `{ ${A}, op: changed }`, 'x', 'z', 1],
    ['not changed', `{ ${A}, op: changed }`, 'x', 'x', 0],
    ['keys that start so', `{ path: "metadata.annotations['x.io/*']", op: added }`, null, 'x', 1],
    ['any key', '{ path: metadata.annotations.*, op: added }', null, 'x', 1],
  ])('%s', (_, test, before, after, want) => {
    expect(matched(test, annotated(before), annotated(after))).toHaveLength(want)
  })

  it('an empty map says something, an empty list does not', () => {
    expect(
      matched('{ path: "$pod.volumes[].emptyDir", op: added }', volume('secret: {}'), volume('emptyDir: {}')),
    ).toHaveLength(1)
    expect(matched('{ path: spec.tls, op: removed }', ingress('{ tls: [] }'), ingress('{}'))).toEqual([])
    expect(matched('{ path: spec.tls, op: changed }', ingress('{ tls: [] }'), ingress('{}'))).toEqual([])
    expect(
      matched('{ path: spec.tls, op: removed }', ingress('{ tls: [{}] }'), ingress('{ tls: [] }')),
    ).toHaveLength(1)
  })

  it('a deleted object loses everything', () => {
    expect(matched(`{ ${REPLICAS}, op: removed }`, deployment('{ replicas: 2 }'), null)).toEqual([
      '/spec/replicas 2 -',
    ])
  })
})

describe('lists', () => {
  const HOST = 'path: "spec.rules[].host"'

  it.each([
    ['order means nothing', `{ ${HOST}, op: changed }`, ['a', 'b'], ['b', 'a'], []],
    [
      'a new host, where it stands',
      `{ ${HOST}, op: added }`,
      ['a'],
      ['b', 'a'],
      ['/spec/rules/0/host - "b"'],
    ],
    ['a lost host, at the list', `{ ${HOST}, op: removed }`, ['a', 'b'], ['b'], ['/spec/rules/host "a" -']],
    ['a host that was replaced', `{ ${HOST}, op: added }`, ['a'], ['b'], ['/spec/rules/0/host - "b"']],
    [
      'a rule for every host',
      `{ ${HOST}, op: matches, values: ["\\\\*"], absent: "*" }`,
      ['a'],
      ['a', ''],
      ['/spec/rules/1/host - "*"'],
    ],
    [
      'a rule that was for every host already',
      `{ ${HOST}, op: matches, values: ["\\\\*"], absent: "*" }`,
      [''],
      ['', 'a'],
      [],
    ],
  ])('%s', (_, test, before, after, want) => {
    expect(matched(test, hosts(...before), hosts(...after))).toEqual(want)
  })

  it('sees a container by its name, in all three lists', () => {
    const image = '{ path: $containers.image, op: changed }'
    expect(
      matched(
        image,
        podWith('containers: [{ name: a, image: x }, { name: b, image: "1" }]'),
        podWith('containers: [{ name: b, image: "2" }, { name: a, image: x }]'),
      ),
    ).toEqual(['/spec/template/spec/containers/0/image "1" "2"'])
    expect(
      matched(image, podWith('containers: []'), podWith('initContainers: [{ name: i, image: x }]')),
    ).toEqual(['/spec/template/spec/initContainers/0/image - "x"'])
  })

  it('finds the pod of every kind', () => {
    const host = '{ path: $pod.hostNetwork, op: set-true }'
    const spec = '{ hostNetwork: true }'
    const of = (kind: string, at: string): readonly string[] =>
      matched(host, null, `apiVersion: v1\nkind: ${kind}\nmetadata: { name: x }\nspec: ${at}`)
    expect(of('Pod', spec)).toEqual(['/spec/hostNetwork - true'])
    expect(of('StatefulSet', `{ template: { spec: ${spec} } }`)).toEqual([
      '/spec/template/spec/hostNetwork - true',
    ])
    expect(of('CronJob', `{ jobTemplate: { spec: { template: { spec: ${spec} } } } }`)).toHaveLength(1)
    expect(of('Deployment', spec)).toEqual([])
    expect(
      matched(
        '{ path: "$podmeta.annotations[\'a/b\']", op: added }',
        null,
        deployment('{ template: { metadata: { annotations: { a/b: c } } } }'),
      ),
    ).toHaveLength(1)
    expect(
      matched('{ path: $podtemplate, op: changed }', container('image: a'), container('image: b')),
    ).toHaveLength(1)
  })

  it('pairs a path whose type changes', () => {
    expect(
      matched(
        '{ path: "spec.rules[].http.paths[].pathType", op: changed }',
        pathOf('Exact'),
        pathOf('Prefix'),
      ),
    ).toEqual(['/spec/rules/0/http/paths/0/pathType "Exact" "Prefix"'])
  })

  it('takes a changed RBAC rule for a new one', () => {
    const before = role('[{ apiGroups: [""], resources: [pods], verbs: [get] }]')
    const after = role('[{ apiGroups: [""], resources: [pods], verbs: [get, delete] }]')
    expect(matched('{ path: "rules[]", op: added }', before, after)).toHaveLength(1)
    expect(matched('{ path: "rules[]", op: added }', before, before)).toEqual([])
  })
})

describe('sets', () => {
  const widened = `{ path: "metadata.annotations['x.io/a']", op: widened }`
  const narrowed = widened.replace('widened', 'narrowed')
  it.each([
    ['one more address', '10.0.0.0/8', '10.0.0.0/8, 192.168.0.1', true, false],
    ['a shorter prefix', '10.0.0.0/16', '10.0.0.0/8', true, false],
    ['a longer prefix', '10.0.0.0/8', '10.1.0.0/16', false, true],
    ['the same in two halves', '10.0.0.0/8', '10.0.0.0/9,10.128.0.0/9', false, false],
    ['an address is its /32', '10.0.0.1', '10.0.0.1/32', false, false],
    ['the other family', '10.0.0.0/8', '10.0.0.0/8,::/0', true, false],
    ['IPv6 in another form', '2001:db8::/32', '2001:0db8:0:0:0:0:0:0/32', false, false],
    ['taken away', '10.0.0.0/8', null, true, false],
    ['emptied', '10.0.0.0/8', '', true, false],
    ['set for the first time', null, '10.0.0.0/8', false, true],
    ['words', 'a,b', 'b,a', false, false],
    ['another word', 'a', 'a,b', true, false],
    ['a host under a wildcard', '*.example.com', 'shop.example.com', false, true],
    ['two labels under a wildcard', '*.example.com', 'a.b.example.com', true, true],
    ['everything', 'a', '*', true, false],
    ['an address that cannot be read', '10.0.0.0/8', '10.0.0.0/40', true, true],
  ])('%s', (_, before, after, wide, narrow) => {
    expect(matched(widened, annotated(before), annotated(after)).length > 0).toBe(wide)
    expect(matched(narrowed, annotated(before), annotated(after)).length > 0).toBe(narrow)
  })

  it.each([
    [
      'a verb more',
      '[{ apiGroups: [""], resources: [pods], verbs: [get] }]',
      '[{ apiGroups: [""], resources: [pods], verbs: [get, list] }]',
      true,
    ],
    [
      'a rule in two',
      '[{ apiGroups: [""], resources: [pods, secrets], verbs: [get] }]',
      '[{ apiGroups: [""], resources: [pods], verbs: [get] }, { apiGroups: [""], resources: [secrets], verbs: [get] }]',
      false,
    ],
    [
      'under a wildcard',
      '[{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]',
      '[{ apiGroups: [apps], resources: [deployments/scale], verbs: [patch] }]',
      false,
    ],
    [
      'a wildcard',
      '[{ apiGroups: [""], resources: [pods], verbs: [get, list, watch] }]',
      '[{ apiGroups: [""], resources: [pods], verbs: ["*"] }]',
      true,
    ],
    [
      'names taken away',
      '[{ apiGroups: [""], resources: [secrets], resourceNames: [a], verbs: [get] }]',
      '[{ apiGroups: [""], resources: [secrets], verbs: [get] }]',
      true,
    ],
    [
      'names added',
      '[{ apiGroups: [""], resources: [secrets], verbs: [get] }]',
      '[{ apiGroups: [""], resources: [secrets], resourceNames: [a], verbs: [get] }]',
      false,
    ],
    [
      'a URL under a prefix',
      '[{ nonResourceURLs: ["/api/*"], verbs: [get] }]',
      '[{ nonResourceURLs: ["/api/v1"], verbs: [get] }]',
      false,
    ],
    [
      'another URL',
      '[{ nonResourceURLs: ["/api/*"], verbs: [get] }]',
      '[{ nonResourceURLs: ["/metrics"], verbs: [get] }]',
      true,
    ],
    ['no rules any more', '[{ apiGroups: [""], resources: [pods], verbs: [get] }]', '[]', false],
  ])('RBAC: %s', (_, before, after, want) => {
    expect(matched('{ path: rules, op: widened }', role(before), role(after)).length > 0).toBe(want)
  })

  it('understands network policy peers', () => {
    const test = '{ path: spec.peers.from, op: widened }'
    const block = (cidr: string, except = '[]'): string =>
      peers(`[{ ipBlock: { cidr: ${cidr}, except: ${except} } }]`)
    expect(matched(test, block('10.0.0.0/8'), peers('[]'))).toHaveLength(1)
    expect(matched(test, block('10.0.0.0/8'), block('10.1.0.0/16'))).toEqual([])
    expect(matched(test, block('10.0.0.0/8', '[10.1.0.0/16]'), block('10.0.0.0/8'))).toHaveLength(1)
    expect(matched(test, block('10.0.0.0/8'), block('10.0.0.0/8', '[10.1.0.0/16]'))).toEqual([])
    expect(matched(test, block('10.0.0.0/8'), peers('[{ podSelector: {} }]'))).toHaveLength(1)
  })
})

describe('matches', () => {
  it.each([
    ['a new value', `{ ${A}, op: matches, values: ["*:latest"] }`, null, 'r.io/a/b:latest', 1],
    ['a changed value', `{ ${A}, op: matches, values: ["*:latest"] }`, 'r.io/a:1', 'r.io/a:latest', 1],
    ['a value that was there', `{ ${A}, op: matches, values: ["*:latest"] }`, 'r:latest', 'r:latest', 0],
    ['another value', `{ ${A}, op: matches, values: ["*:latest"] }`, null, 'r:1', 0],
    ['a literal star', `{ ${A}, op: matches, values: ["\\\\*"] }`, null, 'abc', 0],
    ['a pattern, anywhere', `{ ${A}, op: matches, pattern: "[{};#]" }`, null, 'a; b', 1],
    ['an anchored pattern', `{ ${A}, op: matches, pattern: "^b" }`, null, 'a; b', 0],
    ['a taken away value', `{ ${A}, op: matches, values: ["*"] }`, 'x', null, 0],
  ])('%s', (_, test, before, after, want) => {
    expect(matched(test, annotated(before), annotated(after))).toHaveLength(want)
  })

  it('looks at each new element of a list', () => {
    const test = '{ path: $containers.securityContext.capabilities.add, op: matches, values: ["SYS_*"] }'
    expect(matched(test, adding('SYS_TIME'), adding('SYS_TIME, CHOWN'))).toEqual([])
    expect(matched(test, adding('SYS_TIME'), adding('SYS_TIME, SYS_ADMIN'))).toHaveLength(1)
  })

  it('takes linear time for a pattern that would blow up elsewhere', () => {
    const test = `{ ${A}, op: matches, pattern: "^(a+)+$" }`
    expect(matched(test, null, annotated(`${'a'.repeat(2000)}b`))).toEqual([])
  })
})

const thing = (spec: unknown): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec })

describe('whatever an object holds', () => {
  const keys = fc.constantFrom(
    'template',
    'spec',
    'containers',
    'name',
    'image',
    'rules',
    'host',
    'verbs',
    'from',
    'ipBlock',
    'cidr',
    'x',
  )
  const anything = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      keys,
      fc.constantFrom('*', '10.0.0.0/8', '::/0', '50%', '1h', '1Gi', '', 'true'),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
    ),
  })).value
  const paths = [
    'spec',
    'spec.rules',
    'spec.rules[]',
    'spec.rules[].host',
    '$containers.image',
    '$pod.x[]',
    '$podtemplate',
    'spec.*',
    'spec.rules[].from[].cidr',
  ]
  const operators = CHANGE_OPS.map((op) =>
    op === 'matches' ? `op: ${op}, values: ["*"], pattern: "^a"` : `op: ${op}`,
  )
  const tests = paths.flatMap((path) => operators.map((op) => `{ path: "${path}", ${op} }`))
  const policy = aPolicy(
    `rules:\n${tests.map((test, at) => `  - { id: r${String(at)}, severity: low, message: m, change: [${test}] }`).join('\n')}`,
  )
  const find = (before: string | null, after: string | null): readonly string[] =>
    findRisks(policy, aChangeSet([aChange(before, after)]), null, NOW).map((finding) => finding.message)

  it('operators never throw, and find nothing in two equal objects', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        for (const message of [...find(thing(before), thing(after)), ...find(null, thing(after))]) {
          expect(message).toBe('m')
        }
        expect(find(thing(after), thing(after))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
