/** Whether Kubernetes itself serves the group, so that no definition of a custom resource can. */
export function isBuiltInGroup(group: string): boolean {
  if (group === 'gateway.networking.k8s.io' || group.endsWith('.x-k8s.io')) return false
  return !group.includes('.') || BUILT_IN_GROUPS.has(group)
}

const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
])
