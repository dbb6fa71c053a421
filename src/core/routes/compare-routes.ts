import { storedGroup } from '../diff/identity.ts'
import type { ObjectRef } from '../model/object-ref.ts'
import type { Route } from '../model/route.ts'

const SORT_KEYS: readonly ((route: Route) => string)[] = [
  (route) => route.environment ?? '',
  (route) => route.host,
  (route) => route.path,
  (route) => route.pathType,
  (route) => route.conditions ?? '',
  (route) => route.object.kind,
  (route) => route.object.namespace ?? '',
  (route) => route.object.name,
  (route) => route.object.group,
  wayOf,
  (route) => JSON.stringify([route.object, route.via]),
]

/** Order of routes: environment, host, path, path type, conditions, object, and then what stands behind. */
export function compareRoutes(a: Route, b: Route): number {
  for (const keyOf of SORT_KEYS) {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** How a route is reached and what stands behind it: equal exactly when nothing of that differs. */
export function wayOf(route: Route): string {
  const { backend, tls, auth, sources, via } = route
  return JSON.stringify([backend, tls, auth, sources, route.class, via.map(nameOf)])
}

/** The objects as a route names them on its way: a sorted set. */
export function viaOf(objects: readonly ObjectRef[]): readonly ObjectRef[] {
  const byName = new Map(
    objects.map((object) => [JSON.stringify([...nameOf(object), object.version]), object]),
  )
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)
}

/** An object whatever its version. */
function nameOf(object: ObjectRef): readonly (string | null)[] {
  return [storedGroup(object), object.kind, object.namespace, object.name]
}
