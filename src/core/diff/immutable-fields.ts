import type { JsonObject } from '../model/json.ts'

/** Fields that the API server refuses to change in place, by kind: the place itself and everything below it. */
const IMMUTABLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['apps/Deployment', ['/spec/selector']],
  ['apps/DaemonSet', ['/spec/selector']],
  ['apps/ReplicaSet', ['/spec/selector']],
  ['batch/Job', ['/spec/template', '/spec/selector', '/spec/completionMode']],
  ['rbac.authorization.k8s.io/RoleBinding', ['/roleRef']],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', ['/roleRef']],
  ['core/Service', ['/spec/clusterIP', '/spec/clusterIPs']],
  ['storage.k8s.io/StorageClass', ['/provisioner', '/parameters', '/reclaimPolicy', '/volumeBindingMode']],
  ['core/Secret', ['/type']],
  ['networking.k8s.io/IngressClass', ['/spec/controller']],
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    ['/spec/scope', '/spec/group', '/spec/names/kind', '/spec/names/plural'],
  ],
  ['scheduling.k8s.io/PriorityClass', ['/value']],
])

/** Kinds whose spec is fixed but for these places. */
const MUTABLE: ReadonlyMap<string, readonly string[]> = new Map([
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
  ['core/PersistentVolumeClaim', ['/spec/resources/requests/storage']],
])

/** Data of a ConfigMap or a Secret, fixed once `immutable` is true. */
const DATA = ['/data', '/binaryData', '/stringData', '/immutable']

/**
 * Whether a change at this place cannot be made in place: the object has to be deleted and created again, or the
 * sync fails. `kind` is `group/Kind`; the place is without the indexes of lists.
 */
export function isImmutable(kind: string, place: string, old: JsonObject): boolean {
  if (IMMUTABLE.get(kind)?.some((root) => isAtOrBelow(place, root))) return true
  const mutable = MUTABLE.get(kind)
  if (mutable && isBelow(place, '/spec')) return !mutable.some((root) => isAtOrBelow(place, root))
  if (kind !== 'core/ConfigMap' && kind !== 'core/Secret') return false
  return old['immutable'] === true && DATA.some((root) => isAtOrBelow(place, root))
}

function isAtOrBelow(place: string, root: string): boolean {
  return place === root || isBelow(place, root)
}

function isBelow(place: string, root: string): boolean {
  return place.startsWith(`${root}/`)
}
