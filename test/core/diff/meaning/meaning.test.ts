import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../../src/core/diff/diff-manifests.ts'
import { placed } from '../../../support/manifest.ts'

type Pair = readonly [name: string, old: object, now: object]

const of = (apiVersion: string, kind: string, body: object, metadata: object = {}): object => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  ...body,
})
const deployment = (spec: object, metadata: object = {}): object =>
  of('apps/v1', 'Deployment', { spec }, metadata)
const service = (spec: object): object => of('v1', 'Service', { spec })
const pod = (spec: object): object => deployment({ template: { metadata: { labels: { a: 'b' } }, spec } })
const container = (fields: object): object =>
  pod({ containers: [{ name: 'web', image: 'web:1', ...fields }] })
const limits = (values: object): object => container({ resources: { limits: values } })
const rbac = (rules: readonly object[]): object => of('rbac.authorization.k8s.io/v1', 'Role', { rules })
const ingress = (spec: object, annotations: object = {}): object =>
  of('networking.k8s.io/v1', 'Ingress', { spec }, { annotations })
const nginx = (name: string, value: string): object => ({ [`nginx.ingress.kubernetes.io/${name}`]: value })
const path = (at: string, pathType = 'Prefix'): object => ({
  path: at,
  pathType,
  backend: { service: { name: at } },
})
const env = (...names: readonly string[]): object =>
  container({ env: names.map((name) => ({ name, value: `${name}-value` })) })

const SAME: readonly Pair[] = [
  ['cores and thousandths', limits({ cpu: '1000m' }), limits({ cpu: 1 })],
  ['memory in two units', limits({ memory: '1024Mi' }), limits({ memory: '1Gi' })],
  ['a float and thousandths', limits({ cpu: 0.5 }), limits({ cpu: '500m' })],
  ['an extended resource', limits({ 'nvidia.com/gpu': '1' }), limits({ 'nvidia.com/gpu': 1 })],
  [
    'storage of a claim',
    of('v1', 'PersistentVolumeClaim', { spec: { resources: { requests: { storage: '1Ti' } } } }),
    of('v1', 'PersistentVolumeClaim', { spec: { resources: { requests: { storage: '1024Gi' } } } }),
  ],
  [
    'a quota',
    of('v1', 'ResourceQuota', { spec: { hard: { pods: '10' } } }),
    of('v1', 'ResourceQuota', { spec: { hard: { pods: 10 } } }),
  ],
  ['no replicas and one', deployment({}), deployment({ replicas: 1 })],
  ['null replicas and none', deployment({ replicas: null }), deployment({})],
  ['empty labels and none', deployment({}, { labels: {} }), deployment({})],
  ['null annotations and none', deployment({}, { annotations: null }), deployment({})],
  [
    'a Service type',
    service({ ports: [{ port: 80 }] }),
    service({ type: 'ClusterIP', ports: [{ port: 80, protocol: 'TCP' }] }),
  ],
  ['a status', deployment({ replicas: 2 }), { ...deployment({ replicas: 2 }), status: { replicas: 9 } }],
  [
    'what the server counts',
    deployment({}),
    deployment({}, { uid: 'x', resourceVersion: '7', creationTimestamp: null }),
  ],
  [
    'what kubectl wrote down',
    deployment({}),
    deployment({}, { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } }),
  ],
  ['the order of keys', deployment({ replicas: 2, paused: true }), deployment({ paused: true, replicas: 2 })],
  [
    'the order of ports',
    service({ ports: [{ port: 1 }, { port: 2 }] }),
    service({ ports: [{ port: 2 }, { port: 1 }] }),
  ],
  [
    'the order of volumes',
    pod({
      containers: [],
      volumes: [
        { name: 'a', emptyDir: {} },
        { name: 'b', hostPath: { path: '/' } },
      ],
    }),
    pod({
      containers: [],
      volumes: [
        { name: 'b', hostPath: { path: '/' } },
        { name: 'a', emptyDir: {} },
      ],
    }),
  ],
  ['the order of env without references', env('A', 'B'), env('B', 'A')],
  [
    'the order of tolerations',
    pod({ tolerations: [{ key: 'a' }, { key: 'b' }] }),
    pod({ tolerations: [{ key: 'b' }, { key: 'a' }] }),
  ],
  [
    'the order of RBAC rules and verbs',
    rbac([
      { verbs: ['get', 'list'], resources: ['pods'] },
      { verbs: ['get'], resources: ['nodes'] },
    ]),
    rbac([
      { verbs: ['get'], resources: ['nodes'] },
      { resources: ['pods'], verbs: ['list', 'get'] },
    ]),
  ],
  [
    'the order of hosts and of typed paths',
    ingress({ rules: [{ host: 'a', http: { paths: [path('/'), path('/a')] } }, { host: 'b' }] }),
    ingress({ rules: [{ host: 'b' }, { host: 'a', http: { paths: [path('/a'), path('/')] } }] }),
  ],
  [
    'a source list',
    ingress({}, nginx('whitelist-source-range', '10.0.0.0/8, 192.0.2.0/24')),
    ingress({}, nginx('whitelist-source-range', '192.0.2.0/24,10.0.0.0/8')),
  ],
  [
    'the new name of the source list',
    ingress({}, nginx('whitelist-source-range', '10.0.0.0/8')),
    ingress({}, nginx('allowlist-source-range', '10.0.0.0/8')),
  ],
  [
    'no peers and empty peers of a network policy',
    of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {}, ingress: [{ from: [] }] } }),
    of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {}, ingress: [{}] } }),
  ],
  [
    'an interval of Flux',
    of('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: { interval: '60s' } }),
    of('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: { interval: '1m0s' } }),
  ],
  [
    'a written namespace and that of the place',
    of('v1', 'Service', {}, { namespace: null }),
    of('v1', 'Service', {}, { namespace: 'default' }),
  ],
]

const DIFFERENT: readonly Pair[] = [
  ['replicas', deployment({ replicas: 2 }), deployment({ replicas: 1 })],
  ['nothing and no pods', deployment({}), deployment({ replicas: 0 })],
  ['a millibyte and a megabyte', limits({ memory: '100m' }), limits({ memory: '100M' })],
  [
    'a port and a port name',
    service({ ports: [{ port: 80, targetPort: 80 }] }),
    service({ ports: [{ port: 80, targetPort: '80' }] }),
  ],
  ['true and its word', deployment({ paused: true }), deployment({ paused: 'true' })],
  [
    'a quantity where none is expected',
    of('v1', 'ConfigMap', { data: { a: '1000m' } }),
    of('v1', 'ConfigMap', { data: { a: '1' } }),
  ],
  [
    'null in a map of the user',
    of('v1', 'ConfigMap', { data: { a: null } }),
    of('v1', 'ConfigMap', { data: {} }),
  ],
  [
    'null in a custom resource',
    of('example.com/v1', 'Thing', { spec: { a: null } }),
    of('example.com/v1', 'Thing', { spec: {} }),
  ],
  [
    'the status of a custom resource',
    of('example.com/v1', 'Thing', { status: 1 }),
    of('example.com/v1', 'Thing', {}),
  ],
  [
    'a selector of everything and none',
    of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }),
    of('networking.k8s.io/v1', 'NetworkPolicy', { spec: {} }),
  ],
  ['a headless Service', service({ clusterIP: 'None' }), service({})],
  [
    'a default of another version',
    of('apps/v1beta1', 'Deployment', { spec: { revisionHistoryLimit: 10 } }),
    of('apps/v1beta1', 'Deployment', { spec: {} }),
  ],
  ['the version of the API', of('apps/v1', 'Deployment', {}), of('apps/v1beta2', 'Deployment', {})],
  ['the order of args', container({ args: ['a', 'b'] }), container({ args: ['b', 'a'] })],
  [
    'the order of init containers',
    pod({ initContainers: [{ name: 'a' }, { name: 'b' }] }),
    pod({ initContainers: [{ name: 'b' }, { name: 'a' }] }),
  ],
  [
    'the order of env with references',
    container({
      env: [
        { name: 'A', value: 'x' },
        { name: 'B', value: '$(A)' },
      ],
    }),
    container({
      env: [
        { name: 'B', value: '$(A)' },
        { name: 'A', value: 'x' },
      ],
    }),
  ],
  ['an env that stands twice', env('A', 'A'), env('A')],
  [
    'which of two comes last',
    container({
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
    container({
      env: [
        { name: 'A', value: '2' },
        { name: 'A', value: '1' },
      ],
    }),
  ],
  [
    'the order of paths that the controller reads',
    ingress({ rules: [{ host: 'a', http: { paths: [path('/', 'ImplementationSpecific'), path('/a')] } }] }),
    ingress({ rules: [{ host: 'a', http: { paths: [path('/a'), path('/', 'ImplementationSpecific')] } }] }),
  ],
  [
    'two names of the source list at once',
    ingress(
      {},
      { ...nginx('whitelist-source-range', '10.0.0.0/8'), ...nginx('allowlist-source-range', '0.0.0.0/0') },
    ),
    ingress({}, nginx('allowlist-source-range', '10.0.0.0/8')),
  ],
  [
    'two names of the source list in another order',
    ingress(
      {},
      { ...nginx('allowlist-source-range', '0.0.0.0/0'), ...nginx('whitelist-source-range', '10.0.0.0/8') },
    ),
    ingress({}, nginx('allowlist-source-range', '10.0.0.0/8')),
  ],
  [
    'a wider source list',
    ingress({}, nginx('whitelist-source-range', '10.0.0.0/8')),
    ingress({}, nginx('whitelist-source-range', '0.0.0.0/0')),
  ],
  [
    'a key named __proto__',
    of('v1', 'ConfigMap', { data: JSON.parse('{"__proto__":"a"}') as object }),
    of('v1', 'ConfigMap', { data: {} }),
  ],
  [
    'an unknown list',
    of('example.com/v1', 'Thing', { spec: { names: ['a', 'b'] } }),
    of('example.com/v1', 'Thing', { spec: { names: ['b', 'a'] } }),
  ],
]

const piece = (body: object): ReturnType<typeof placed> =>
  placed(
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, ...body },
    { role: 'kustomize-patch' },
  )

describe('the meaning', () => {
  it.each(SAME)('is the same: %s', (_name, old, now) => {
    const there = diffManifests([placed(old)], [placed(now)])
    expect(there.changes.map((change) => change.fields)).toEqual([])
    expect(there.unchanged).toEqual({ moved: 0, reformatted: 1 })
  })

  it.each(DIFFERENT)('is another: %s', (_name, old, now) => {
    for (const [a, b] of [
      [old, now],
      [now, old],
    ] as const) {
      const { changes } = diffManifests([placed(a)], [placed(b)])
      expect(changes).toHaveLength(1)
      expect(changes[0]?.fields).not.toEqual([])
    }
  })

  it.each([
    ['what a patch leaves out is no default', { spec: { replicas: 1 } }, { spec: {} }],
    ['null in a patch removes', { spec: { replicas: null } }, { spec: {} }],
    [
      'the namespace of a patch',
      { metadata: { name: 'web', namespace: 'default' } },
      { metadata: { name: 'web' } },
    ],
  ])('of a piece is another: %s', (_name, old, now) => {
    expect(diffManifests([piece(old)], [piece(now)]).changes).toHaveLength(1)
  })

  it('of a piece still knows quantities and keys', () => {
    const [one, thousand] = ['1', '1000m'].map((cpu) => placed(limits({ cpu }), { role: 'helm-template' }))
    expect(diffManifests(one ? [one] : [], thousand ? [thousand] : []).changes).toEqual([])
  })
})
