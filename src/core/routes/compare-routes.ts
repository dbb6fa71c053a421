import type { Route } from '../model/route.ts'

const SORT_KEYS: readonly ((route: Route) => string)[] = [
  (route) => route.environment ?? '',
  (route) => route.host,
  (route) => route.path,
  (route) => route.pathType,
  (route) => route.object.kind,
  (route) => route.object.namespace ?? '',
  (route) => route.object.name,
  (route) => route.object.group,
  wayOf,
]

/** Order of routes: environment, host, path, path type, object, and then what stands behind. */
export function compareRoutes(a: Route, b: Route): number {
  for (const keyOf of SORT_KEYS) {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** How a route is reached and what stands behind it: equal exactly when nothing of that differs. */
export function wayOf(route: Route): string {
  return JSON.stringify([route.backend, route.tls, route.auth, route.sources, route.class])
}
