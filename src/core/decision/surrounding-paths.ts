import { folderOf } from '../diff/identity.ts'
import type { Change } from '../model/change.ts'

/** More files than these are no surroundings any more. */
const MOST_PATHS = 200

/** Whether what changes may mean something else by what stands around it. */
export function dependsOnOthers(changes: readonly Change[]): boolean {
  return changes.some((change) => hintOf(change) !== null)
}

/**
 * Of some unchanged files those that may hold what the changes depend on: the definitions of custom resources, and the
 * gateways, middlewares and includes that routes pass through. They are told by their names, so that the same commits
 * give the same files wherever they are compared. None when they are too many: half of what is said about a kind must
 * not stand for all of it.
 */
export function surroundingPaths(changes: readonly Change[], paths: readonly string[]): readonly string[] {
  const hints = changes.flatMap((change) => hintOf(change) ?? [])
  const folders = new Set(hints.map(({ folder }) => folder))
  const names = [...new Set(hints.flatMap((hint) => hint.names))]
  const isBeside = (path: string): boolean => folders.has(folderOf(path))
  const found = paths.filter((path) => isBeside(path) || isNamed(path, names))
  return found.length > MOST_PATHS ? [] : found
}

interface Hint {
  readonly folder: string
  /** Parts of paths, in lower case. */
  readonly names: readonly string[]
}

function hintOf({ ref, source }: Change): Hint | null {
  if (!ref.group.includes('.') || isBuiltIn(ref.group)) return null
  const passed = PASSED_THROUGH.get(ref.group)
  const routes = passed?.carriers.has(ref.kind) === true ? passed.routes : []
  const names = ['crd', 'customresourcedefinition', ref.group, ...(passed?.carriedBy ?? []), ...routes]
  return { folder: folderOf(source.path), names }
}

function isBuiltIn(group: string): boolean {
  return group.endsWith('.k8s.io') && !PASSED_THROUGH.has(group)
}

/** How files are named that hold what routes pass through, and those with the routes that pass through a carrier. */
interface Passage {
  readonly carriedBy: readonly string[]
  readonly carriers: ReadonlySet<string>
  readonly routes: readonly string[]
}

const GATEWAY_API: Passage = {
  carriedBy: ['gateway', 'listener'],
  carriers: new Set(['Gateway', 'ListenerSet', 'XListenerSet']),
  routes: ['route'],
}
const TRAEFIK: Passage = {
  carriedBy: ['middleware'],
  carriers: new Set(['Middleware', 'MiddlewareTCP']),
  routes: ['ingressroute', 'ingress-route', 'ingress'],
}
const PASSED_THROUGH: ReadonlyMap<string, Passage> = new Map([
  ['gateway.networking.k8s.io', GATEWAY_API],
  ['gateway.networking.x-k8s.io', GATEWAY_API],
  ['traefik.io', TRAEFIK],
  ['traefik.containo.us', TRAEFIK],
  [
    'networking.istio.io',
    {
      carriedBy: ['gateway'],
      carriers: new Set(['Gateway']),
      routes: ['virtualservice', 'virtual-service'],
    },
  ],
  ['projectcontour.io', { carriedBy: ['proxy'], carriers: new Set(), routes: [] }],
  [
    'k8s.nginx.org',
    {
      carriedBy: ['virtualserver', 'virtual-server', 'policy'],
      carriers: new Set(['Policy']),
      routes: [],
    },
  ],
])

function isNamed(path: string, names: readonly string[]): boolean {
  const lower = path.toLowerCase()
  return names.some((name) => lower.includes(name))
}
