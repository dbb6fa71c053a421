import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../../src/core/diff/diff-manifests.ts'
import { placed } from '../../../support/manifest.ts'

const of = (apiVersion: string, kind: string, body: object = {}, metadata: object = {}): object => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  ...body,
})
const deployment = (spec: object = {}, metadata: object = {}): object =>
  of('apps/v1', 'Deployment', { spec }, metadata)
const template = (spec: object, metadata: object = {}): object => deployment({ template: { metadata, spec } })
const container = (fields: object): object => template({ containers: [{ name: 'web', ...fields }] })
const spec = (apiVersion: string, kind: string, body: object): object => of(apiVersion, kind, { spec: body })
const service = (body: object): object => spec('v1', 'Service', body)
const ingress = (body: object): object => spec('networking.k8s.io/v1', 'Ingress', body)
const node = (body: object): object => spec('v1', 'Node', body)
const budget = (body: object): object => spec('policy/v1', 'PodDisruptionBudget', body)
const role = (...rules: readonly object[]): object => of('rbac.authorization.k8s.io/v1', 'Role', { rules })
const pods = (...resources: readonly string[]): object => ({ apiGroups: [''], resources, verbs: ['create'] })
const paths = (...list: readonly string[]): object => ({
  http: { paths: list.map((path) => ({ path, pathType: 'Prefix' })) },
})

function verbs(
  old: object | null,
  now: object | null,
  roleOf: 'manifest' | 'kustomize-patch' = 'manifest',
): string {
  const side = (object: object | null): ReturnType<typeof placed>[] =>
    object ? [placed(object, { role: roleOf })] : []
  const { changes } = diffManifests(side(old), side(now))
  expect(changes).toHaveLength(1)
  return changes[0]?.verbs.join(' ') ?? ''
}

const UPDATES: readonly (readonly [name: string, old: object, now: object, verbs: string])[] = [
  ['replicas', deployment({ replicas: 3 }), deployment({ replicas: 0 }), 'scale'],
  ['replicas gone: one', deployment({ replicas: 3 }), deployment({}), 'scale'],
  ['the whole spec gone', deployment({ replicas: 3, foo: 1 }), of('apps/v1', 'Deployment'), 'scale patch'],
  [
    'replicas of a custom kind',
    spec('x.io/v1', 'Db', { replicas: 3 }),
    spec('x.io/v1', 'Db', { replicas: 1 }),
    'scale',
  ],
  [
    'bounds of an autoscaler',
    spec('autoscaling/v2', 'HorizontalPodAutoscaler', { minReplicas: 3, maxReplicas: 5 }),
    spec('autoscaling/v2', 'HorizontalPodAutoscaler', { minReplicas: 1, maxReplicas: 5 }),
    'scale autoscale',
  ],
  [
    'metrics of an autoscaler',
    spec('autoscaling/v2', 'HorizontalPodAutoscaler', { metrics: [1] }),
    spec('autoscaling/v2', 'HorizontalPodAutoscaler', { metrics: [2] }),
    'autoscale',
  ],
  [
    'a scaled object set to rest',
    of('keda.sh/v1alpha1', 'ScaledObject'),
    of(
      'keda.sh/v1alpha1',
      'ScaledObject',
      {},
      { annotations: { 'autoscaling.keda.sh/paused-replicas': '0' } },
    ),
    'scale',
  ],
  [
    'restart',
    template({ containers: [] }),
    template({ containers: [] }, { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-01' } }),
    'restart',
  ],
  [
    'another annotation of the template',
    template({ containers: [] }),
    template({ containers: [] }, { annotations: { a: 'b' } }),
    'patch',
  ],
  ['image', container({ image: 'web:1' }), container({ image: 'web:2' }), 'set-image'],
  [
    'image of an init container',
    template({ initContainers: [{ name: 'a', image: 'a:1' }] }),
    template({ initContainers: [{ name: 'a', image: 'a:2' }] }),
    'set-image',
  ],
  [
    'image and its pull policy',
    container({ image: 'a:1' }),
    container({ image: 'a:2', imagePullPolicy: 'Always' }),
    'set-image patch',
  ],
  [
    'env',
    container({ env: [{ name: 'A', value: '1' }] }),
    container({ env: [{ name: 'A', value: '2' }] }),
    'set-env',
  ],
  ['env from a source', container({}), container({ envFrom: [{ secretRef: { name: 'a' } }] }), 'set-env'],
  [
    'an env that stands twice',
    container({ env: [{ name: 'A' }] }),
    container({ env: [{ name: 'A' }, { name: 'A' }] }),
    'set-env',
  ],
  ['resources', container({}), container({ resources: { limits: { cpu: 1 } } }), 'set-resources'],
  [
    'one limit',
    container({ resources: { limits: { cpu: 1 } } }),
    container({ resources: { limits: { cpu: 2 } } }),
    'set-resources',
  ],
  ['service account', template({}), template({ serviceAccountName: 'root' }), 'set-serviceaccount'],
  [
    'selector of a Service',
    service({ selector: { app: 'a' } }),
    service({ selector: { app: 'b' } }),
    'set-selector',
  ],
  [
    'subjects',
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', { subjects: [{ kind: 'User', name: 'a' }] }),
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', { subjects: [{ kind: 'User', name: 'b' }] }),
    'set-subject auth-reconcile',
  ],
  ['type of a Service', service({}), service({ type: 'LoadBalancer' }), 'expose'],
  [
    'a port more',
    service({ ports: [{ port: 80 }] }),
    service({ ports: [{ port: 80 }, { port: 22 }] }),
    'expose',
  ],
  [
    'a port less',
    service({ ports: [{ port: 80 }, { port: 22 }] }),
    service({ ports: [{ port: 80 }] }),
    'patch',
  ],
  [
    'a node port',
    service({ ports: [{ port: 80 }] }),
    service({ ports: [{ port: 80, nodePort: 30080 }] }),
    'port-forward',
  ],
  [
    'a host port',
    container({ ports: [{ containerPort: 80 }] }),
    container({ ports: [{ containerPort: 80, hostPort: 80 }] }),
    'port-forward',
  ],
  [
    'a host more',
    ingress({ rules: [{ host: 'a' }] }),
    ingress({ rules: [{ host: 'a' }, { host: 'b' }] }),
    'expose',
  ],
  ['another host', ingress({ rules: [{ host: 'a' }] }), ingress({ rules: [{ host: 'b' }] }), 'expose patch'],
  ['a path more', ingress({ rules: [paths('/')] }), ingress({ rules: [paths('/', '/admin')] }), 'expose'],
  ['a path less', ingress({ rules: [paths('/', '/admin')] }), ingress({ rules: [paths('/')] }), 'patch'],
  ['a default backend', ingress({}), ingress({ defaultBackend: { service: { name: 'a' } } }), 'expose'],
  [
    'a host of an HTTPRoute',
    spec('gateway.networking.k8s.io/v1', 'HTTPRoute', { hostnames: ['a'] }),
    spec('gateway.networking.k8s.io/v1', 'HTTPRoute', { hostnames: ['a', 'b'] }),
    'expose',
  ],
  ['a label', deployment(), deployment({}, { labels: { a: 'b' } }), 'label'],
  [
    'an annotation',
    deployment({}, { annotations: { a: 'b' } }),
    deployment({}, { annotations: { a: 'c' } }),
    'annotate',
  ],
  ['a taint', node({}), node({ taints: [{ key: 'a', effect: 'NoSchedule' }] }), 'taint'],
  [
    'a taint that evicts',
    node({ taints: [] }),
    node({ taints: [{ key: 'a', effect: 'NoExecute' }] }),
    'taint drain',
  ],
  ['a taint less', node({ taints: [{ key: 'a', effect: 'NoExecute' }] }), node({}), 'taint'],
  [
    'a toleration',
    template({ tolerations: [{ key: 'b' }] }),
    template({ tolerations: [{ key: 'b' }, { key: 'a' }] }),
    'taint',
  ],
  ['no toleration any more', template({ tolerations: [{ key: 'a' }] }), template({}), 'taint drain'],
  ['cordon', node({}), node({ unschedulable: true }), 'cordon'],
  ['uncordon', node({ unschedulable: true }), node({}), 'uncordon'],
  ['uncordon in writing', node({ unschedulable: true }), node({ unschedulable: false }), 'uncordon'],
  ['a looser budget', budget({ minAvailable: 2 }), budget({ minAvailable: 1 }), 'drain'],
  ['a budget that is no more', budget({ minAvailable: 2 }), budget({}), 'drain'],
  ['a budget in another unit', budget({ minAvailable: 2 }), budget({ minAvailable: '50%' }), 'drain'],
  ['more may be away', budget({ maxUnavailable: '10%' }), budget({ maxUnavailable: '90%' }), 'drain'],
  ['a tighter budget', budget({ minAvailable: 1 }), budget({ minAvailable: 2 }), 'patch'],
  ['pause', deployment({}), deployment({ paused: true }), 'pause'],
  ['resume', deployment({ paused: true }), deployment({}), 'resume'],
  ['suspend a job', spec('batch/v1', 'CronJob', {}), spec('batch/v1', 'CronJob', { suspend: true }), 'pause'],
  [
    'resume Flux',
    spec('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { suspend: true }),
    spec('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { suspend: false }),
    'resume',
  ],
  ['a command', container({}), container({ command: ['sh'] }), 'exec'],
  ['args', container({ args: ['a'] }), container({ args: ['b'] }), 'exec'],
  ['a hook', container({}), container({ lifecycle: { preStop: { exec: { command: ['sh'] } } } }), 'exec'],
  [
    'a probe that runs something',
    container({}),
    container({ livenessProbe: { exec: { command: ['sh'] } } }),
    'exec',
  ],
  ['a probe that asks', container({}), container({ livenessProbe: { tcpSocket: { port: 80 } } }), 'patch'],
  [
    'a sidecar',
    template({ containers: [{ name: 'a', image: 'a' }] }),
    template({
      containers: [
        { name: 'a', image: 'a' },
        { name: 'b', image: 'b' },
      ],
    }),
    'exec',
  ],
  [
    'the first init container',
    template({}),
    template({ initContainers: [{ name: 'b', image: 'b' }] }),
    'exec',
  ],
  [
    'a sidecar less',
    template({ containers: [{ name: 'a' }, { name: 'b' }] }),
    template({ containers: [{ name: 'a' }] }),
    'patch',
  ],
  [
    'containers in another order',
    template({
      containers: [
        { name: 'a', image: 'a' },
        { name: 'b', image: 'b' },
      ],
    }),
    template({
      containers: [
        { name: 'b', image: 'b' },
        { name: 'a', image: 'a' },
      ],
    }),
    'patch',
  ],
  [
    'a template of a cron job',
    spec('batch/v1', 'CronJob', {
      jobTemplate: { spec: { template: { spec: { containers: [{ name: 'a', image: '1' }] } } } },
    }),
    spec('batch/v1', 'CronJob', {
      jobTemplate: { spec: { template: { spec: { containers: [{ name: 'a', image: '2' }] } } } },
    }),
    'set-image',
  ],
  [
    'a template of an unknown kind',
    spec('x.io/v1', 'Runner', { template: { spec: { containers: [{ name: 'a', image: '1' }] } } }),
    spec('x.io/v1', 'Runner', { template: { spec: { containers: [{ name: 'a', image: '2' }] } } }),
    'set-image',
  ],
  ['a right to exec', role(pods('pods')), role(pods('pods'), pods('pods/exec')), 'auth-reconcile exec patch'],
  [
    'a right to everything',
    role(),
    role({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }),
    'create-token auth-reconcile certificate-approve drain exec debug port-forward proxy patch',
  ],
  [
    'a right of another group',
    role(),
    role({ apiGroups: ['apps'], resources: ['*'], verbs: ['*'] }),
    'auth-reconcile patch',
  ],
  ['a right less', role(pods('pods/exec')), role(), 'auth-reconcile patch'],
  [
    'the selector of a Deployment',
    deployment({ selector: { a: 'b' } }),
    deployment({ selector: { a: 'c' } }),
    'replace',
  ],
  [
    'the role of a binding',
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { name: 'a' } }),
    of('rbac.authorization.k8s.io/v1', 'RoleBinding', { roleRef: { name: 'b' } }),
    'auth-reconcile replace',
  ],
  ['the type of a Secret', of('v1', 'Secret', { type: 'a' }), of('v1', 'Secret', { type: 'b' }), 'replace'],
  [
    'data that is immutable',
    of('v1', 'ConfigMap', { immutable: true, data: { a: '1' } }),
    of('v1', 'ConfigMap', { immutable: true, data: { a: '2' } }),
    'replace',
  ],
  [
    'data that becomes immutable',
    of('v1', 'ConfigMap', { data: { a: '1' } }),
    of('v1', 'ConfigMap', { immutable: true, data: { a: '2' } }),
    'patch',
  ],
  [
    'the image of a job',
    spec('batch/v1', 'Job', { template: { spec: { containers: [{ name: 'a', image: '1' }] } } }),
    spec('batch/v1', 'Job', { template: { spec: { containers: [{ name: 'a', image: '2' }] } } }),
    'set-image replace',
  ],
  [
    'a field of a StatefulSet that is fixed',
    spec('apps/v1', 'StatefulSet', { serviceName: 'a' }),
    spec('apps/v1', 'StatefulSet', { serviceName: 'b' }),
    'replace',
  ],
  [
    'replicas of a StatefulSet',
    spec('apps/v1', 'StatefulSet', { replicas: 3 }),
    spec('apps/v1', 'StatefulSet', { replicas: 2 }),
    'scale',
  ],
  [
    'a larger claim',
    spec('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '1Gi' } } }),
    spec('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '2Gi' } } }),
    'patch',
  ],
  [
    'a smaller claim',
    spec('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '2Gi' } } }),
    spec('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '1Gi' } } }),
    'replace',
  ],
  ['the version of the API', of('apps/v1beta2', 'Deployment'), of('apps/v1', 'Deployment'), 'patch'],
  ['data', of('v1', 'ConfigMap', { data: { a: '1' } }), of('v1', 'ConfigMap', { data: { a: '2' } }), 'patch'],
]

const WHOLE: readonly (readonly [name: string, old: object | null, now: object | null, verbs: string])[] = [
  ['a Deployment', null, deployment({ replicas: 3 }), 'create'],
  ['a Service', null, service({}), 'create expose'],
  ['an Ingress', null, ingress({}), 'create expose'],
  ['an Ingress of the old group', null, spec('extensions/v1beta1', 'Ingress', {}), 'create expose'],
  ['an HTTPRoute', null, spec('gateway.networking.k8s.io/v1', 'HTTPRoute', {}), 'create expose'],
  ['an autoscaler', null, spec('autoscaling/v2', 'HorizontalPodAutoscaler', {}), 'create autoscale'],
  ['a Job', null, spec('batch/v1', 'Job', {}), 'create create-job exec'],
  [
    'a hook',
    null,
    of('v1', 'Pod', {}, { annotations: { 'helm.sh/hook': 'pre-install' } }),
    'create run exec',
  ],
  [
    'a right to exec',
    null,
    role(pods('pods/exec', 'pods/portforward')),
    'create auth-reconcile exec port-forward',
  ],
  ['an Ingress that goes', ingress({}), null, 'delete'],
  ['a budget that goes', budget({}), null, 'delete drain'],
]

const PATCHES: readonly (readonly [name: string, old: object | null, now: object | null, verbs: string])[] = [
  ['a new patch', null, deployment({ replicas: 0 }), 'create scale'],
  ['a patch that goes', deployment({ replicas: 0 }), null, 'delete scale'],
  ['a patch of an image', null, container({ image: 'web:2' }), 'create set-image patch'],
  ['a patch that deletes', deployment({}), { ...deployment({}), $patch: 'delete' }, 'delete patch'],
  ['a patch that changes', deployment({ replicas: 1 }), deployment({ replicas: 2 }), 'scale'],
]

describe('verbs', () => {
  it.each(UPDATES)('of a change: %s', (_name, old, now, expected) => {
    expect(verbs(old, now)).toBe(expected)
  })

  it.each(WHOLE)('of a whole object: %s', (_name, old, now, expected) => {
    expect(verbs(old, now)).toBe(expected)
  })

  it.each(PATCHES)('of a kustomize patch: %s', (_name, old, now, expected) => {
    expect(verbs(old, now, 'kustomize-patch')).toBe(expected)
  })
})
