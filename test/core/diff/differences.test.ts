import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../src/core/diff/diff-manifests.ts'
import { stringifyJson } from '../../../src/core/model/json.ts'
import { placed } from '../../support/manifest.ts'

const of = (apiVersion: string, kind: string, body: object, metadata: object = {}): object => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  ...body,
})
const service = (ports: readonly object[]): object => of('v1', 'Service', { spec: { ports } })
const pod = (spec: object): object => of('apps/v1', 'Deployment', { spec: { template: { spec } } })
const containers = (...list: readonly object[]): object => pod({ containers: list })
const ingress = (...rules: readonly object[]): object =>
  of('networking.k8s.io/v1', 'Ingress', { spec: { rules } })
const route = (...matches: readonly object[]): object =>
  of('gateway.networking.k8s.io/v1', 'HTTPRoute', { spec: { rules: [{ matches }] } })
const rbac = (...rules: readonly object[]): object => of('rbac.authorization.k8s.io/v1', 'Role', { rules })

/** The fields of the one change, as `op pointer old -> new`. */
function fields(old: object, now: object): readonly string[] {
  const { changes } = diffManifests([placed(old)], [placed(now)])
  expect(changes).toHaveLength(1)
  return (changes[0]?.fields ?? []).map((field) => {
    const before = field.old === undefined ? '' : ` ${stringifyJson(field.old)}`
    const after = field.new === undefined ? '' : ` -> ${stringifyJson(field.new)}`
    return `${field.op} ${field.path}${before}${after}`
  })
}

const CASES: readonly (readonly [name: string, old: object, now: object, fields: readonly string[]])[] = [
  [
    'a value inside',
    of('v1', 'ConfigMap', { data: { a: '1', b: '2' } }),
    of('v1', 'ConfigMap', { data: { a: '1', b: '3' } }),
    ['replace /data/b "2" -> "3"'],
  ],
  [
    'a map that is new is one addition',
    of('example.com/v1', 'Thing', { spec: {} }),
    of('example.com/v1', 'Thing', { spec: { a: { b: { c: 1, d: 2 } } } }),
    ['add /spec/a -> {"b":{"c":1,"d":2}}'],
  ],
  [
    'keys with slashes and tildes',
    of('v1', 'ConfigMap', { data: { 'a/b': '1', 'c~d': '1' } }),
    of('v1', 'ConfigMap', { data: { 'a/b': '2' } }),
    ['replace /data/a~1b "1" -> "2"', 'remove /data/c~0d "1"'],
  ],
  [
    'a list without keys, by position',
    of('example.com/v1', 'Thing', { spec: [1, 2, 3] }),
    of('example.com/v1', 'Thing', { spec: [1, 5] }),
    ['replace /spec/1 2 -> 5', 'remove /spec/2 3'],
  ],
  [
    'another form of value',
    of('example.com/v1', 'Thing', { spec: { a: [1] } }),
    of('example.com/v1', 'Thing', { spec: { a: { b: 1 } } }),
    ['replace /spec/a [1] -> {"b":1}'],
  ],
  [
    'a default that is written',
    of('apps/v1', 'Deployment', { spec: { replicas: 3 } }),
    of('apps/v1', 'Deployment', { spec: { replicas: 1 } }),
    ['replace /spec/replicas 3 -> 1'],
  ],
  [
    'a default that is written in a map of nothing else',
    of('apps/v1', 'Deployment', { spec: { strategy: { type: 'Recreate' } } }),
    of('apps/v1', 'Deployment', { spec: { strategy: { type: 'RollingUpdate' } } }),
    ['replace /spec/strategy/type "Recreate" -> "RollingUpdate"'],
  ],
  [
    'a written default that becomes something else',
    of('apps/v1', 'Deployment', { spec: { replicas: 1 } }),
    of('apps/v1', 'Deployment', { spec: { replicas: 3 } }),
    ['replace /spec/replicas 1 -> 3'],
  ],
  [
    'inside of an entry without order that stands where it stood',
    route({ method: 'GET', headers: [{ name: 'a' }] }, { method: 'PUT' }),
    route({ method: 'GET', headers: [{ name: 'b' }] }, { method: 'POST' }),
    [
      'replace /spec/rules/0/matches/0/headers/0/name "a" -> "b"',
      'replace /spec/rules/0/matches/1/method "PUT" -> "POST"',
    ],
  ],
  [
    'inside of the only entry that is another, wherever it stands',
    route({ method: 'GET' }, { method: 'PUT', headers: [{ name: 'a' }] }),
    route({ method: 'PUT', headers: [{ name: 'b' }] }, { method: 'GET' }),
    ['replace /spec/rules/0/matches/0/headers/0/name "a" -> "b"'],
  ],
  [
    'entries without order that come and go',
    route({ method: 'GET' }, { method: 'PUT' }),
    route({ method: 'PUT' }),
    ['remove /spec/rules/0/matches/0 {"method":"GET"}'],
  ],
  [
    'ranges of addresses that cover something else',
    of('v1', 'Service', { spec: { loadBalancerSourceRanges: ['10.0.0.0/8', '10.1.0.0/16'] } }),
    of('v1', 'Service', { spec: { loadBalancerSourceRanges: ['10.0.0.0/8', '192.0.2.0/24'] } }),
    ['replace /spec/loadBalancerSourceRanges/1 "10.1.0.0/16" -> "192.0.2.0/24"'],
  ],
  [
    'in natural order',
    of('example.com/v1', 'Thing', { spec: Array.from({ length: 11 }, () => 0) }),
    of('example.com/v1', 'Thing', { spec: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1] }),
    ['replace /spec/2 0 -> 1', 'replace /spec/10 0 -> 1'],
  ],
  [
    'containers by name, at the new place',
    containers({ name: 'a', image: 'a:1' }, { name: 'b', image: 'b:1' }),
    containers({ name: 'new', image: 'n' }, { name: 'a', image: 'a:1' }, { name: 'b', image: 'b:2' }),
    [
      'add /spec/template/spec/containers/0 -> {"name":"new","image":"n"}',
      'replace /spec/template/spec/containers/2/image "b:1" -> "b:2"',
    ],
  ],
  [
    'a container that goes, at the old place',
    containers({ name: 'a' }, { name: 'b' }),
    containers({ name: 'b' }),
    ['remove /spec/template/spec/containers/0 {"name":"a"}'],
  ],
  [
    'containers in another order, and what differs inside',
    containers({ name: 'a', image: '1' }, { name: 'b' }),
    containers({ name: 'b' }, { name: 'a', image: '2' }),
    [
      'replace /spec/template/spec/containers [{"name":"a","image":"1"},{"name":"b"}] -> [{"name":"b"},{"name":"a","image":"2"}]',
      'replace /spec/template/spec/containers/1/image "1" -> "2"',
    ],
  ],
  [
    'env by name',
    containers({
      name: 'a',
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '1' },
      ],
    }),
    containers({ name: 'a', env: [{ name: 'B', value: '2' }] }),
    [
      'remove /spec/template/spec/containers/0/env/0 {"name":"A","value":"1"}',
      'replace /spec/template/spec/containers/0/env/0/value "1" -> "2"',
    ],
  ],
  [
    'an env that stands twice makes the list one thing',
    containers({ name: 'a', env: [{ name: 'A', value: '1' }] }),
    containers({
      name: 'a',
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
    [
      'replace /spec/template/spec/containers/0/env [{"name":"A","value":"1"}] -> [{"name":"A","value":"1"},{"name":"A","value":"2"}]',
    ],
  ],
  [
    'an env that stands twice on both sides',
    containers({
      name: 'a',
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
    containers({
      name: 'a',
      env: [
        { name: 'A', value: '2' },
        { name: 'A', value: '2' },
      ],
    }),
    [
      'replace /spec/template/spec/containers/0/env [{"name":"A","value":"1"},{"name":"A","value":"2"}] -> [{"name":"A","value":"2"},{"name":"A","value":"2"}]',
    ],
  ],
  [
    'ports of a Service by number and protocol',
    service([{ port: 53 }, { port: 53, protocol: 'UDP' }]),
    service([
      { port: 53, protocol: 'UDP', targetPort: 5353 },
      { port: 53, protocol: 'TCP' },
    ]),
    ['add /spec/ports/0/targetPort -> 5353'],
  ],
  [
    'ports of a container by number and protocol',
    containers({ name: 'a', ports: [{ containerPort: 80 }] }),
    containers({ name: 'a', ports: [{ containerPort: 80, protocol: 'UDP' }] }),
    [
      'remove /spec/template/spec/containers/0/ports/0 {"containerPort":80}',
      'add /spec/template/spec/containers/0/ports/0 -> {"containerPort":80,"protocol":"UDP"}',
    ],
  ],
  [
    'volume mounts by path',
    containers({
      name: 'a',
      volumeMounts: [
        { mountPath: '/a', name: 'x' },
        { mountPath: '/b', name: 'x' },
      ],
    }),
    containers({
      name: 'a',
      volumeMounts: [
        { mountPath: '/b', name: 'y' },
        { mountPath: '/a', name: 'x' },
      ],
    }),
    ['replace /spec/template/spec/containers/0/volumeMounts/0/name "x" -> "y"'],
  ],
  [
    'Ingress rules by host, paths by path and type',
    ingress(
      { host: 'a', http: { paths: [{ path: '/', pathType: 'Prefix', backend: 1 }] } },
      { host: 'b', http: { paths: [{ path: '/', pathType: 'Prefix', backend: 1 }] } },
    ),
    ingress({
      host: 'b',
      http: {
        paths: [
          { path: '/x', pathType: 'Prefix', backend: 1 },
          { path: '/', pathType: 'Prefix', backend: 2 },
        ],
      },
    }),
    [
      'remove /spec/rules/0 {"host":"a","http":{"paths":[{"path":"/","pathType":"Prefix","backend":1}]}}',
      'add /spec/rules/0/http/paths/0 -> {"path":"/x","pathType":"Prefix","backend":1}',
      'replace /spec/rules/0/http/paths/1/backend 1 -> 2',
    ],
  ],
  [
    'RBAC rules as whole entries',
    rbac({ verbs: ['get'], resources: ['pods'] }, { verbs: ['get'], resources: ['nodes'] }),
    rbac({ verbs: ['get'], resources: ['nodes'] }, { verbs: ['*'], resources: ['pods'] }),
    [
      'remove /rules/0 {"verbs":["get"],"resources":["pods"]}',
      'add /rules/1 -> {"verbs":["*"],"resources":["pods"]}',
    ],
  ],
  [
    'subjects by kind, namespace and name',
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', {
      subjects: [
        { kind: 'User', name: 'a' },
        { kind: 'User', name: 'b' },
      ],
    }),
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', {
      subjects: [
        { kind: 'Group', name: 'a' },
        { kind: 'User', name: 'b' },
      ],
    }),
    ['remove /subjects/0 {"kind":"User","name":"a"}', 'add /subjects/0 -> {"kind":"Group","name":"a"}'],
  ],
  [
    'volume claim templates by name',
    of('apps/v1', 'StatefulSet', {
      spec: { volumeClaimTemplates: [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }] },
    }),
    of('apps/v1', 'StatefulSet', {
      spec: { volumeClaimTemplates: [{ metadata: { name: 'b' }, spec: { x: 1 } }] },
    }),
    [
      'remove /spec/volumeClaimTemplates/0 {"metadata":{"name":"a"}}',
      'add /spec/volumeClaimTemplates/0/spec -> {"x":1}',
    ],
  ],
  [
    'a pod template of a custom kind that is known',
    of('argoproj.io/v1alpha1', 'Rollout', {
      spec: { template: { spec: { containers: [{ name: 'a' }, { name: 'b' }] } } },
    }),
    of('argoproj.io/v1alpha1', 'Rollout', { spec: { template: { spec: { containers: [{ name: 'b' }] } } } }),
    ['remove /spec/template/spec/containers/0 {"name":"a"}'],
  ],
]

describe('field changes', () => {
  it.each(CASES)('%s', (_name, old, now, expected) => {
    expect(fields(old, now)).toEqual(expected)
  })

  it('have lines of the new file, of the old one for what is gone', () => {
    const old = placed(of('v1', 'ConfigMap', { data: { a: '1', b: '1' } }), { line: 100 })
    const now = placed(of('v1', 'ConfigMap', { data: { b: '2' } }), { line: 10 })
    const { changes } = diffManifests([old], [now])
    expect(changes[0]?.fields.map((field) => [field.path, field.line])).toEqual([
      ['/data/a', 102],
      ['/data/b', 12],
    ])
  })
})
