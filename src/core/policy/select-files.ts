import type { Placement } from '../model/manifest.ts'
import type { Policy } from './policy.ts'

/** Whether a file is desired state: included, not excluded, and by its name YAML or JSON. */
export function isManifestPath(policy: Pick<Policy, 'manifests'>, path: string): boolean {
  const { include, exclude } = policy.manifests
  if (!MANIFEST_NAME.test(path) || exclude.matches(path)) return false
  return include ? include.matches(path) : !path.startsWith('.github/')
}

/** Two files without such a name are read as well: what a chart brings, and a kustomization under its oldest name. */
const MANIFEST_NAME = /\.(?:yaml|yml|json)$|(?:^|\/)(?:(?:Chart|requirements)\.lock|Kustomization)$/

/** Whether a policy says that what stands under a name is secret. */
export function isSecretByPolicy(policy: Pick<Policy, 'manifests'>, name: string): boolean {
  return policy.manifests.secrets.matches(name.toLowerCase())
}

/** Where the objects of a file go: the first environment whose paths match it. */
export function placementOf(policy: Pick<Policy, 'environments'>, path: string): Placement {
  const environment = policy.environments.find((candidate) => candidate.paths.matches(path))
  if (!environment) return { environment: null, cluster: null, namespace: 'default' }
  return {
    environment: environment.name,
    cluster: environment.cluster,
    namespace: environment.namespace,
  }
}
