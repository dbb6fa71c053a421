import { folderOf } from '../diff/identity.ts'
import type { Change } from '../model/change.ts'

/** More files than these are no surroundings any more. */
const MOST_PATHS = 100

/** Whether what changes may mean something else by what stands around it. */
export function dependsOnOthers(changes: readonly Change[]): boolean {
  return changes.some((change) => hintOf(change) !== null)
}

/**
 * Of some unchanged files those that may hold what the changes depend on: the definitions of custom resources, and the
 * gateways, middlewares and includes that routes pass through. They are told by their names, so that the same commits
 * give the same files wherever they are compared.
 */
export function surroundingPaths(changes: readonly Change[], paths: readonly string[]): readonly string[] {
  const hints = changes.flatMap((change) => hintOf(change) ?? [])
  const folders = new Set(hints.map(({ folder }) => folder))
  const names = [...new Set(hints.flatMap((hint) => hint.names))]
  const isBeside = (path: string): boolean => folders.has(folderOf(path))
  const found = paths.filter((path) => isBeside(path) || isNamed(path, names))
  return found.length > MOST_PATHS ? found.filter(isBeside).slice(0, MOST_PATHS) : found
}

interface Hint {
  readonly folder: string
  /** Parts of paths, in lower case. */
  readonly names: readonly string[]
}

function hintOf({ ref, source }: Change): Hint | null {
  if (!ref.group.includes('.') || isBuiltIn(ref.group)) return null
  const names = ['crd', 'customresourcedefinition', ref.group, ...(PASSED_THROUGH.get(ref.group) ?? [])]
  return { folder: folderOf(source.path), names }
}

function isBuiltIn(group: string): boolean {
  return group.endsWith('.k8s.io') && !PASSED_THROUGH.has(group)
}

/** Names of files that hold what the routes of a group pass through, or which routes pass through it. */
const PASSED_THROUGH: ReadonlyMap<string, readonly string[]> = new Map([
  ['gateway.networking.k8s.io', ['gateway', 'listener', 'route']],
  ['gateway.networking.x-k8s.io', ['gateway', 'listener', 'route']],
  ['networking.istio.io', ['gateway', 'istio', 'virtualservice', 'virtual-service']],
  ['traefik.io', ['middleware', 'traefik', 'ingressroute', 'ingress-route']],
  ['traefik.containo.us', ['middleware', 'traefik', 'ingressroute', 'ingress-route']],
  ['projectcontour.io', ['proxy', 'contour']],
  ['k8s.nginx.org', ['virtualserver', 'virtual-server', 'policy']],
])

function isNamed(path: string, names: readonly string[]): boolean {
  const lower = path.toLowerCase()
  return names.some((name) => lower.includes(name))
}
