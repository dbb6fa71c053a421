import { describe, expect, it } from 'vitest'
import { diffManifests } from '../../../../src/core/diff/diff-manifests.ts'
import { placed } from '../../../support/manifest.ts'
import { object, withSpec } from '../../../support/verb-objects.ts'

type Row = readonly [name: string, before: object, after: object]

/** A change of one member of the spec. */
function inSpec(apiVersion: string, kind: string, field: string, before: unknown, after: unknown): Row {
  const named = (value: unknown): object => withSpec(apiVersion, kind, { [field]: value })
  return [`${kind} spec.${field}`, named(before), named(after)]
}

/** A change of one member beside metadata. */
function atTop(apiVersion: string, kind: string, field: string, before: unknown, after: unknown): Row {
  const named = (value: unknown): object => object(apiVersion, kind, { [field]: value })
  return [`${kind} ${field}`, named(before), named(after)]
}

function changed(name: string, before: object, after: object): Row {
  return [name, before, after]
}

const claim = (storage: string): object =>
  withSpec('v1', 'PersistentVolumeClaim', { resources: { requests: { storage } } })
const pod = (spec: object): object => withSpec('v1', 'Pod', spec)
const service = (spec: object): object => withSpec('v1', 'Service', spec)
const frozen = (kind: string, value: string): object =>
  object('v1', kind, { immutable: true, data: { a: value } })

const FIXED: readonly Row[] = [
  ...['Deployment', 'DaemonSet', 'ReplicaSet'].map((kind) =>
    inSpec('apps/v1', kind, 'selector', { matchLabels: { a: '1' } }, { matchLabels: { a: '2' } }),
  ),
  ...['serviceName', 'podManagementPolicy', 'volumeClaimTemplates', 'selector', 'somethingNew'].map((field) =>
    inSpec('apps/v1', 'StatefulSet', field, 'a', 'b'),
  ),
  ...[
    'template',
    'selector',
    'completionMode',
    'completions',
    'podFailurePolicy',
    'successPolicy',
    'backoffLimitPerIndex',
    'managedBy',
  ].map((field) => inSpec('batch/v1', 'Job', field, { a: 1 }, { a: 2 })),
  changed('a smaller claim', claim('1Ti'), claim('1Gi')),
  changed('a claim of an unknown size', claim('1Ti'), claim('lots')),
  ...['accessModes', 'storageClassName', 'volumeName', 'volumeMode', 'dataSource', 'selector'].map((field) =>
    inSpec('v1', 'PersistentVolumeClaim', field, ['a'], ['b']),
  ),
  ...['nfs', 'csi', 'hostPath', 'local', 'volumeMode', 'nodeAffinity'].map((field) =>
    inSpec('v1', 'PersistentVolume', field, { path: '/a' }, { path: '/b' }),
  ),
  ...['RoleBinding', 'ClusterRoleBinding'].map((kind) =>
    atTop('rbac.authorization.k8s.io/v1', kind, 'roleRef', { name: 'a' }, { name: 'b' }),
  ),
  inSpec('v1', 'Service', 'clusterIP', '10.0.0.1', 'None'),
  changed('Service clusterIP given up', service({ clusterIP: 'None' }), service({})),
  changed(
    'Service loadBalancerClass',
    service({ type: 'LoadBalancer', loadBalancerClass: 'a' }),
    service({ type: 'LoadBalancer', loadBalancerClass: 'b' }),
  ),
  ...['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'].map((field) =>
    atTop('storage.k8s.io/v1', 'StorageClass', field, 'a', 'b'),
  ),
  ...['ConfigMap', 'Secret'].flatMap((kind) => [
    changed(`frozen ${kind}`, frozen(kind, 'MQ=='), frozen(kind, 'Mg==')),
    changed(`thawed ${kind}`, frozen(kind, 'MQ=='), object('v1', kind, { data: { a: 'MQ==' } })),
  ]),
  atTop('v1', 'Secret', 'type', 'Opaque', 'kubernetes.io/tls'),
  inSpec('networking.k8s.io/v1', 'IngressClass', 'controller', 'a/b', 'c/d'),
  ...['scope', 'group', 'names'].map((field) =>
    inSpec(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      field,
      field === 'names' ? { kind: 'A', plural: 'as' } : 'A',
      field === 'names' ? { kind: 'B', plural: 'bs' } : 'B',
    ),
  ),
  atTop('scheduling.k8s.io/v1', 'PriorityClass', 'value', 1, 2),
  atTop('scheduling.k8s.io/v1', 'PriorityClass', 'preemptionPolicy', 'Never', 'PreemptLowerPriority'),
  atTop('discovery.k8s.io/v1', 'EndpointSlice', 'addressType', 'IPv4', 'FQDN'),
  atTop('node.k8s.io/v1', 'RuntimeClass', 'handler', 'runc', 'kata'),
  inSpec('storage.k8s.io/v1', 'CSIDriver', 'attachRequired', true, false),
  inSpec('storage.k8s.io/v1', 'CSIDriver', 'volumeLifecycleModes', ['Persistent'], ['Ephemeral']),
  atTop('storage.k8s.io/v1', 'VolumeAttributesClass', 'parameters', { a: 'b' }, { a: 'c' }),
  ...['driver', 'deletionPolicy', 'parameters'].map((field) =>
    atTop('snapshot.storage.k8s.io/v1', 'VolumeSnapshotClass', field, 'a', 'b'),
  ),
  inSpec('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'source', { a: 'b' }, { a: 'c' }),
  inSpec('gateway.networking.k8s.io/v1', 'GatewayClass', 'controllerName', 'a/b', 'c/d'),
  inSpec('certificates.k8s.io/v1', 'CertificateSigningRequest', 'request', 'a', 'b'),
  inSpec('resource.k8s.io/v1', 'ResourceClaim', 'devices', { a: 1 }, { a: 2 }),
  inSpec('v1', 'ResourceQuota', 'scopes', ['Terminating'], ['BestEffort']),
  atTop('apps/v1', 'ControllerRevision', 'data', { a: 1 }, { a: 2 }),
  ...['nodeSelector', 'serviceAccountName', 'hostNetwork', 'terminationGracePeriodSeconds'].map((field) =>
    inSpec('v1', 'Pod', field, 1, 2),
  ),
  changed(
    'the command of a Pod',
    pod({ containers: [{ name: 'a', command: ['a'] }] }),
    pod({ containers: [{ name: 'a', command: ['b'] }] }),
  ),
  changed(
    'another container in a Pod',
    pod({ containers: [{ name: 'a' }] }),
    pod({ containers: [{ name: 'a' }, { name: 'b' }] }),
  ),
  changed(
    'a toleration less in a Pod',
    pod({ tolerations: [{ key: 'a' }, { key: 'b' }] }),
    pod({ tolerations: [{ key: 'a' }] }),
  ),
]

const IN_PLACE: readonly Row[] = [
  ...[
    'replicas',
    'ordinals',
    'template',
    'updateStrategy',
    'persistentVolumeClaimRetentionPolicy',
    'minReadySeconds',
    'revisionHistoryLimit',
  ].map((field) => inSpec('apps/v1', 'StatefulSet', field, 2, 3)),
  inSpec('apps/v1', 'Deployment', 'template', { a: 1 }, { a: 2 }),
  inSpec('v1', 'ReplicationController', 'selector', { a: '1' }, { a: '2' }),
  inSpec('batch/v1', 'Job', 'parallelism', 1, 2),
  inSpec('batch/v1', 'Job', 'suspend', true, false),
  inSpec('batch/v1', 'CronJob', 'jobTemplate', { a: 1 }, { a: 2 }),
  changed(
    'completions of an indexed Job',
    withSpec('batch/v1', 'Job', { completionMode: 'Indexed', completions: 2 }),
    withSpec('batch/v1', 'Job', { completionMode: 'Indexed', completions: 3 }),
  ),
  changed('a larger claim', claim('1Gi'), claim('1Ti')),
  inSpec('v1', 'PersistentVolumeClaim', 'volumeAttributesClassName', 'a', 'b'),
  ...['capacity', 'mountOptions', 'persistentVolumeReclaimPolicy'].map((field) =>
    inSpec('v1', 'PersistentVolume', field, 'a', 'b'),
  ),
  changed(
    'the first affinity of a volume',
    withSpec('v1', 'PersistentVolume', {}),
    withSpec('v1', 'PersistentVolume', { nodeAffinity: { required: { a: 1 } } }),
  ),
  changed(
    'a load balancer with its class',
    service({}),
    service({ type: 'LoadBalancer', loadBalancerClass: 'a' }),
  ),
  changed(
    'a ConfigMap that freezes',
    object('v1', 'ConfigMap', { data: { a: '1' } }),
    frozen('ConfigMap', '2'),
  ),
  inSpec('networking.k8s.io/v1', 'NetworkPolicy', 'podSelector', { a: '1' }, { a: '2' }),
  inSpec('policy/v1', 'PodDisruptionBudget', 'selector', { a: '1' }, { a: '2' }),
  inSpec('autoscaling/v2', 'HorizontalPodAutoscaler', 'scaleTargetRef', { name: 'a' }, { name: 'b' }),
  atTop('storage.k8s.io/v1', 'StorageClass', 'allowVolumeExpansion', true, false),
  atTop('scheduling.k8s.io/v1', 'PriorityClass', 'description', 'a', 'b'),
  atTop('node.k8s.io/v1', 'RuntimeClass', 'overhead', { a: 1 }, { a: 2 }),
  inSpec('storage.k8s.io/v1', 'CSIDriver', 'podInfoOnMount', true, false),
  inSpec('networking.k8s.io/v1', 'IngressClass', 'parameters', { a: '1' }, { a: '2' }),
  changed(
    'short names of a CRD',
    withSpec('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      names: { kind: 'A', plural: 'as', shortNames: ['a'] },
    }),
    withSpec('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
      names: { kind: 'A', plural: 'as', shortNames: ['b'] },
    }),
  ),
  ...['containers', 'initContainers'].map((list) =>
    changed(
      `an image in the ${list} of a Pod`,
      pod({ [list]: [{ name: 'a', image: 'a:1' }] }),
      pod({ [list]: [{ name: 'a', image: 'a:2' }] }),
    ),
  ),
  changed(
    'a toleration more in a Pod',
    pod({ tolerations: [{ key: 'a' }] }),
    pod({ tolerations: [{ key: 'b' }, { key: 'a' }] }),
  ),
  changed('a deadline of a Pod', pod({ activeDeadlineSeconds: 60 }), pod({ activeDeadlineSeconds: 30 })),
  changed('a gate less before a Pod', pod({ schedulingGates: [{ name: 'a' }] }), pod({})),
  changed('labels of a Pod', object('v1', 'Pod'), object('v1', 'Pod', {}, { labels: { a: 'b' } })),
]

describe('a change', () => {
  it.each(FIXED)('cannot be made in place: %s', (_name, before, after) => {
    expect(verbsBetween(before, after)).toContain('replace')
  })

  it.each(IN_PLACE)('can be made in place: %s', (_name, before, after) => {
    expect(verbsBetween(before, after)).not.toContain('replace')
  })

  it('of a piece is not known to be made in place or not', () => {
    const [, before, after] = inSpec('apps/v1', 'Deployment', 'selector', { a: '1' }, { a: '2' })
    expect(verbsBetween(before, after, 'kustomize-patch')).toEqual(['patch'])
  })
})

function verbsBetween(
  before: object,
  after: object,
  role: 'manifest' | 'kustomize-patch' = 'manifest',
): readonly string[] {
  const { changes } = diffManifests([placed(before, { role })], [placed(after, { role })])
  expect(changes).toHaveLength(1)
  return changes.flatMap(({ verbs }) => verbs)
}
