/** Objects for tests of verbs: each is called `web` in the namespace `shop`. */
export function object(apiVersion: string, kind: string, body: object = {}, metadata: object = {}): object {
  return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop', ...metadata }, ...body }
}

/** An object with this spec. */
export function withSpec(apiVersion: string, kind: string, spec: object): object {
  return object(apiVersion, kind, { spec })
}

/** A Deployment with this pod spec, and this metadata of its pods. */
export function workload(pod: object, metadata: object = {}): object {
  return withSpec('apps/v1', 'Deployment', { template: { metadata, spec: pod } })
}

/** A Deployment with one container. */
export function container(fields: object): object {
  return workload({ containers: [{ name: 'web', ...fields }] })
}

/** A Role that lets its holders act on these resources. */
export function role(group: string, ...resources: readonly string[]): object {
  const rules = resources.length === 0 ? [] : [{ apiGroups: [group], resources, verbs: ['create'] }]
  return object('rbac.authorization.k8s.io/v1', 'Role', { rules })
}
