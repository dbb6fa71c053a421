/** Which Kubernetes object: group, version, kind, namespace and name. The core group is the empty text. */
export interface ObjectRef {
  readonly group: string
  readonly version: string
  readonly kind: string
  /** Null for cluster-scoped objects. */
  readonly namespace: string | null
  /** Empty for an object that only has a `generateName`. */
  readonly name: string
}

/** `apps/Deployment`, or `core/Service` for the legacy group: how rules name kinds. */
export function groupKind(ref: Pick<ObjectRef, 'group' | 'kind'>): string {
  return `${ref.group === '' ? 'core' : ref.group}/${ref.kind}`
}

/** How people name an object: `Deployment shop/web`, `ClusterRole admin`. */
export function objectTitle(ref: ObjectRef): string {
  return `${ref.kind} ${ref.namespace === null ? '' : `${ref.namespace}/`}${ref.name}`
}
