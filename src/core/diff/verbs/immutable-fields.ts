import type { JsonObject } from '../../model/json.ts'
import { valueAt, type JsonPointer } from '../../model/json-pointer.ts'
import type { ChangedField } from './changed-field.ts'
import { compareDecimals, parseQuantity } from '../../model/quantity.ts'

/*
 * From the API reference of Kubernetes ("immutable", "cannot be updated"), of the CSI snapshotter and of Gateway API, and where these
 * are silent from the validation of updates in the API server's source; not measured against a server. Nothing is fixed in
 * a NetworkPolicy, PodDisruptionBudget, HorizontalPodAutoscaler, ReplicationController or CronJob.
 */

/** Fields that the API server refuses to change in place, by kind: the place itself and everything below it. */
const IMMUTABLE: ReadonlyMap<string, readonly JsonPointer[]> = new Map([
  ['apps/Deployment', ['/spec/selector']],
  ['apps/DaemonSet', ['/spec/selector']],
  ['apps/ReplicaSet', ['/spec/selector']],
  ['apps/ControllerRevision', ['/data']],
  [
    'batch/Job',
    [
      '/spec/template',
      '/spec/selector',
      '/spec/completionMode',
      '/spec/podFailurePolicy',
      '/spec/successPolicy',
      '/spec/backoffLimitPerIndex',
      '/spec/managedBy',
    ],
  ],
  ['rbac.authorization.k8s.io/RoleBinding', ['/roleRef']],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', ['/roleRef']],
  ['core/Service', ['/spec/clusterIP', '/spec/clusterIPs']],
  ['core/ResourceQuota', ['/spec/scopes']],
  ['core/Secret', ['/type']],
  ['discovery.k8s.io/EndpointSlice', ['/addressType']],
  ['networking.k8s.io/IngressClass', ['/spec/controller']],
  ['gateway.networking.k8s.io/GatewayClass', ['/spec/controllerName']],
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    ['/spec/scope', '/spec/group', '/spec/names/kind', '/spec/names/plural'],
  ],
  ['certificates.k8s.io/CertificateSigningRequest', ['/spec']],
  ['node.k8s.io/RuntimeClass', ['/handler']],
  ['resource.k8s.io/ResourceClaim', ['/spec']],
  ['resource.k8s.io/ResourceClaimTemplate', ['/spec']],
  ['scheduling.k8s.io/PriorityClass', ['/value', '/preemptionPolicy']],
  ['snapshot.storage.k8s.io/VolumeSnapshot', ['/spec/source']],
  ['snapshot.storage.k8s.io/VolumeSnapshotClass', ['/driver', '/deletionPolicy', '/parameters']],
  ['storage.k8s.io/CSIDriver', ['/spec/attachRequired', '/spec/volumeLifecycleModes']],
  ['storage.k8s.io/StorageClass', ['/provisioner', '/parameters', '/reclaimPolicy', '/volumeBindingMode']],
  ['storage.k8s.io/VolumeAttributesClass', ['/driverName', '/parameters']],
])

/** Kinds whose spec is fixed but for these places. */
const MUTABLE: ReadonlyMap<string, readonly JsonPointer[]> = new Map([
  [
    'apps/StatefulSet',
    [
      '/spec/replicas',
      '/spec/ordinals',
      '/spec/template',
      '/spec/updateStrategy',
      '/spec/persistentVolumeClaimRetentionPolicy',
      '/spec/minReadySeconds',
      '/spec/revisionHistoryLimit',
    ],
  ],
  ['core/PersistentVolumeClaim', ['/spec/resources/requests/storage', '/spec/volumeAttributesClassName']],
  [
    'core/PersistentVolume',
    [
      '/spec/accessModes',
      '/spec/capacity',
      '/spec/claimRef',
      '/spec/mountOptions',
      '/spec/nodeAffinity',
      '/spec/persistentVolumeReclaimPolicy',
      '/spec/storageClassName',
      '/spec/volumeAttributesClassName',
    ],
  ],
  // Ephemeral containers come by a sub-resource, so another pod does not help; `terminationGracePeriodSeconds` may only be mended.
  [
    'core/Pod',
    [
      '/spec/containers/[]/image',
      '/spec/initContainers/[]/image',
      '/spec/ephemeralContainers',
      '/spec/activeDeadlineSeconds',
      '/spec/schedulingGates',
      '/spec/tolerations',
    ],
  ],
])

type Condition = (object: JsonObject, field: ChangedField) => boolean

const isFrozen: Condition = (object) => object['immutable'] === true
const wasLoadBalancer: Condition = (object) => valueAt(object, '/spec/type') === 'LoadBalancer'
const DATA = ['/data', '/binaryData', '/stringData', '/immutable']

/** Fields that are fixed in some cases only. */
const SOMETIMES: ReadonlyMap<string, readonly (readonly [JsonPointer, Condition])[]> = new Map([
  ['core/ConfigMap', DATA.map((place) => [place, isFrozen] as const)],
  ['core/Secret', DATA.map((place) => [place, isFrozen] as const)],
  ['core/PersistentVolumeClaim', [['/spec/resources/requests/storage', (_object, field) => shrinks(field)]]],
  [
    'core/PersistentVolume',
    [['/spec/nodeAffinity', (object) => valueAt(object, '/spec/nodeAffinity') !== undefined]],
  ],
  [
    'core/Pod',
    [
      ['/spec/tolerations', (_object, field) => field.old !== undefined],
      ['/spec/schedulingGates', (_object, field) => field.now !== undefined],
    ],
  ],
  [
    'core/Service',
    [
      ['/spec/loadBalancerClass', wasLoadBalancer],
      ['/spec/healthCheckNodePort', wasLoadBalancer],
    ],
  ],
  ['batch/Job', [['/spec/completions', (object) => valueAt(object, '/spec/completionMode') !== 'Indexed']]],
])

/**
 * Whether a change at a place cannot be made in place: the object has to be deleted and created again, or the sync
 * fails. `kind` is `group/Kind`, `object` the object as it was.
 */
export function isImmutable(kind: string, object: JsonObject, field: ChangedField): boolean {
  const { place } = field
  if (IMMUTABLE.get(kind)?.some((root) => isAtOrBelow(place, root))) return true
  if (SOMETIMES.get(kind)?.some(([root, holds]) => isAtOrBelow(place, root) && holds(object, field)))
    return true
  const mutable = MUTABLE.get(kind)
  return mutable !== undefined && isBelow(place, '/spec') && !mutable.some((root) => isAtOrBelow(place, root))
}

function isAtOrBelow(place: JsonPointer, root: JsonPointer): boolean {
  return place === root || isBelow(place, root)
}

function isBelow(place: JsonPointer, root: JsonPointer): boolean {
  return place.startsWith(`${root}/`)
}

/** A claim may grow in place; what cannot be compared counts as smaller. */
function shrinks({ old, now }: ChangedField): boolean {
  const [before, after] = [parseQuantity(old ?? null), parseQuantity(now ?? null)]
  return !before || !after || compareDecimals(after, before) < 0
}
