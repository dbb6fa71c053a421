import { storedGroup } from '../diff/identity.ts'
import type { Route, RouteChanges } from '../model/route.ts'
import { compareRoutes, wayOf } from './compare-routes.ts'

/**
 * What becomes reachable, what no longer is, and what is reached in another way. A route is known by environment,
 * host, path, path type, conditions and object (whatever its version); where several share that, equal ones are
 * matched first, then those that come the same way in, with or without TLS.
 */
export function diffRoutes(base: readonly Route[], head: readonly Route[]): RouteChanges {
  const groups = new Map<string, { readonly old: Route[]; readonly now: Route[] }>()
  const groupOf = (route: Route): { readonly old: Route[]; readonly now: Route[] } => {
    const key = keyOf(route)
    const known = groups.get(key) ?? { old: [], now: [] }
    groups.set(key, known)
    return known
  }
  for (const route of base.toSorted(compareRoutes)) groupOf(route).old.push(route)
  for (const route of head.toSorted(compareRoutes)) groupOf(route).now.push(route)
  const parts = [...groups.values()].map(({ old, now }) => diffGroup(old, now))
  return {
    added: parts.flatMap((part) => part.added).toSorted(compareRoutes),
    removed: parts.flatMap((part) => part.removed).toSorted(compareRoutes),
    changed: parts.flatMap((part) => part.changed).toSorted((a, b) => compareRoutes(a.new, b.new)),
  }
}

function diffGroup(old: readonly Route[], now: readonly Route[]): RouteChanges {
  const changed: { readonly old: Route; readonly new: Route }[] = []
  let [removed, added] = [withoutSame(old, now), withoutSame(now, old)]
  for (const sideOf of LIKENESS) {
    const pairs = pairUp(removed, added, sideOf)
    changed.push(...pairs)
    const paired = new Set(pairs.flatMap((pair) => [pair.old, pair.new]))
    removed = removed.filter((route) => !paired.has(route))
    added = added.filter((route) => !paired.has(route))
  }
  return { added, removed, changed }
}

/** By what two routes are taken for the same one in another way, the closest first. */
const LIKENESS: readonly ((route: Route) => string)[] = [
  (route) => JSON.stringify([route.tls, route.class, route.backend]),
  (route) => JSON.stringify([route.tls, route.class]),
  (route) => JSON.stringify([route.class]),
  (route) => JSON.stringify([route.tls]),
  () => '',
]

/** Routes alike, one for one and in their order. */
function pairUp(
  before: readonly Route[],
  after: readonly Route[],
  sideOf: (route: Route) => string,
): RouteChanges['changed'] {
  const waiting = new Map<string, Route[]>()
  for (const route of before.toReversed()) {
    const alike = waiting.get(sideOf(route))
    if (alike) alike.push(route)
    else waiting.set(sideOf(route), [route])
  }
  return after.flatMap((route) => {
    const old = waiting.get(sideOf(route))?.pop()
    return old ? [{ old, new: route }] : []
  })
}

/** The routes that have no equal among the others, one for one. */
function withoutSame(routes: readonly Route[], others: readonly Route[]): readonly Route[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(wayOf(other), (left.get(wayOf(other)) ?? 0) + 1)
  return routes.filter((route) => {
    const count = left.get(wayOf(route)) ?? 0
    left.set(wayOf(route), count - 1)
    return count <= 0
  })
}

function keyOf({ environment, host, path, pathType, conditions, object }: Route): string {
  const { kind, namespace, name } = object
  return JSON.stringify([
    environment,
    host,
    path,
    pathType,
    conditions,
    storedGroup(object),
    kind,
    namespace,
    name,
  ])
}
