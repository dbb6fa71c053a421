import { describe, expect, it } from 'vitest'

import { createPlaceFinder } from '../../../../src/core/policy/change-operators/find-places.ts'
import { testChange } from '../../../../src/core/policy/change-operators/test-change.ts'
import { aChange, aPolicy } from '../../../support/policy.ts'

/** Where a test holds. `test` is written as in a policy. */
function matched(test: string, before: string, after: string): readonly string[] {
  const policy = aPolicy(`rules: [{ id: r, severity: low, message: m, change: [${test}] }]`)
  const compiled = policy.rules[0]?.change[0]?.any[0]
  if (!compiled) throw new Error('no test')
  const change = aChange(before, after)
  return testChange(compiled, change, createPlaceFinder(change)).map(({ pointer }) => pointer)
}

describe('the rules of a NetworkPolicy', () => {
  const policy = (rules: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: n }\nspec: { ingress: ${rules} }`
  const web = 'podSelector: { matchLabels: { app: web } }'
  const api = 'podSelector: { matchLabels: { app: api } }'
  const shop = 'namespaceSelector: { matchLabels: { name: shop } }'
  const port = (fields: string): string => `[{ from: [{ ${web} }], ports: [{ ${fields} }] }]`
  const block = (cidr: string): string => `{ ipBlock: { cidr: ${cidr} } }`

  it.each([
    ['no rules', '[]', '[]', false],
    ['anybody', '[]', '[{}]', true],
    ['anybody, said with an empty list', `[{}]`, `[{ from: [] }]`, false],
    ['one peer more', `[{ from: [{ ${web} }] }]`, `[{ from: [{ ${web} }, { ${api} }] }]`, true],
    ['one peer less', `[{ from: [{ ${web} }, { ${api} }] }]`, `[{ from: [{ ${web} }] }]`, false],
    [
      'a rule split in two',
      `[{ from: [{ ${web} }, { ${api} }] }]`,
      `[{ from: [{ ${api} }] }, { from: [{ ${web} }] }]`,
      false,
    ],
    [
      'two rules made one',
      `[{ from: [{ ${api} }] }, { from: [{ ${web} }] }]`,
      `[{ from: [{ ${web} }, { ${api} }] }]`,
      false,
    ],
    ['no peers any more', `[{ from: [{ ${web} }] }]`, `[{ ports: [{ port: 80 }] }]`, true],
    ['peers where anybody was', '[{}]', `[{ from: [{ ${web} }], ports: [{ port: 80 }] }]`, false],
    ['no ports any more', port('port: 80'), `[{ from: [{ ${web} }] }]`, true],
    ['another port', port('port: 80'), port('port: 81'), true],
    ['the same protocol, written out', port('port: 80'), port('port: 80, protocol: TCP'), false],
    ['another protocol', port('port: 80'), port('port: 80, protocol: UDP'), true],
    ['every port of the protocol', port('port: 80'), port('protocol: TCP'), true],
    ['a port of a protocol', port('protocol: TCP'), port('port: 80'), false],
    ['a port of a range', port('port: 80, endPort: 90'), port('port: 85'), false],
    ['a wider range', port('port: 80, endPort: 90'), port('port: 80, endPort: 91'), true],
    ['a named port', port('port: http'), port('port: http'), false],
    ['another named port', port('port: http'), port('port: https'), true],
    ['a name instead of a number', port('port: 80'), port('port: http'), true],
    [
      'the port of one peer for the other',
      `[{ from: [{ ${web} }], ports: [{ port: 80 }] }, { from: [{ ${api} }], ports: [{ port: 81 }] }]`,
      `[{ from: [{ ${web} }], ports: [{ port: 81 }] }, { from: [{ ${api} }], ports: [{ port: 81 }] }]`,
      true,
    ],
    [
      'one label less',
      `[{ from: [{ podSelector: { matchLabels: { app: web, tier: a } } }] }]`,
      `[{ from: [{ ${web} }] }]`,
      true,
    ],
    [
      'one label more',
      `[{ from: [{ ${web} }] }]`,
      `[{ from: [{ podSelector: { matchLabels: { tier: a, app: web } } }] }]`,
      false,
    ],
    [
      'one expression less',
      `[{ from: [{ podSelector: { matchExpressions: [{ key: a, operator: Exists }] } }] }]`,
      '[{ from: [{ podSelector: {} }] }]',
      true,
    ],
    [
      'pods and namespaces as two peers',
      `[{ from: [{ ${web}, ${shop} }] }]`,
      `[{ from: [{ ${web} }, { ${shop} }] }]`,
      true,
    ],
    [
      'pods of a namespace that was let in whole',
      `[{ from: [{ ${shop} }] }]`,
      `[{ from: [{ ${web}, ${shop} }] }]`,
      false,
    ],
    ['every namespace', `[{ from: [{ ${shop} }] }]`, '[{ from: [{ namespaceSelector: {} }] }]', true],
    [
      'pods of the own namespace where every one was let in',
      '[{ from: [{ namespaceSelector: {} }] }]',
      `[{ from: [{ ${web} }] }]`,
      false,
    ],
    [
      'pods of the own namespace where another was let in',
      `[{ from: [{ ${shop} }] }]`,
      `[{ from: [{ ${web} }] }]`,
      true,
    ],
    ['pods of another namespace', '[{ from: [{ podSelector: {} }] }]', `[{ from: [{ ${shop} }] }]`, true],
    [
      'addresses that two blocks hold',
      `[{ from: [${block('10.0.0.0/9')}] }, { from: [${block('10.128.0.0/9')}] }]`,
      `[{ from: [${block('10.0.0.0/8')}] }]`,
      false,
    ],
    ['more addresses', `[{ from: [${block('10.0.0.0/9')}] }]`, `[{ from: [${block('10.0.0.0/8')}] }]`, true],
    [
      'an exception less',
      '[{ from: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.169.254/32] } }] }]',
      `[{ from: [${block('0.0.0.0/0')}] }]`,
      true,
    ],
    [
      'addresses where pods were',
      '[{ from: [{ podSelector: {} }] }]',
      `[{ from: [${block('10.0.0.0/8')}] }]`,
      true,
    ],
    [
      'pods where addresses were',
      `[{ from: [${block('0.0.0.0/0')}] }]`,
      '[{ from: [{ podSelector: {} }] }]',
      true,
    ],
    [
      'addresses that cannot be read',
      `[{ from: [${block('10.0.0.0/8')}] }]`,
      `[{ from: [${block('10.0.0.x')}] }]`,
      true,
    ],
    ['a peer that is none', `[{ from: [{ ${web} }] }]`, `[{ from: [{ ${web} }, { pods: all }] }]`, true],
  ])('%s', (_, before, after, want) => {
    const test = '{ path: spec.ingress, op: widened, absent: [] }'
    expect(matched(test, policy(before), policy(after)).length > 0).toBe(want)
  })

  it('takes what is too large to be compared for more', () => {
    const many = (name: string): string =>
      `[{ from: [${Array.from({ length: 400 }, (_, index) => `{ podSelector: { matchLabels: { app: ${name}${String(index)} } } }`).join(', ')}], ports: [${Array.from({ length: 300 }, (_, index) => `{ port: ${String(index)} }`).join(', ')}] }]`
    const test = '{ path: spec.ingress, op: narrowed, absent: [] }'
    expect(matched(test, policy(many('a')), policy('[{}]'))).toHaveLength(1)
  })
})
