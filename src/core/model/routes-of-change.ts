import type { Change } from './change.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Route, RouteChanges } from './route.ts'

/**
 * What happens to the public ways in that an object opens, and to those of others that pass through it: a Gateway that
 * loses TLS answers for the routes that hang on it. Where both change, both answer; which of them it was is not asked.
 */
export function routesOfChange(
  change: Pick<Change, 'ref' | 'environment'>,
  routes: RouteChanges,
): RouteChanges {
  const isMine = (route: Route): boolean =>
    route.environment === change.environment && objectsOf(route).some((object) => isSame(object, change.ref))
  const { added, removed, changed } = namedIn(routes).get(nameOf(change.ref)) ?? NONE
  return {
    added: added.filter(isMine),
    removed: removed.filter(isMine),
    changed: changed.filter((pair) => isMine(pair.old) || isMine(pair.new)),
  }
}

const NONE: RouteChanges = { added: [], removed: [], changed: [] }

type Gathered = { readonly [part in keyof RouteChanges]: RouteChanges[part][number][] }

/** Gathered once for all changes: to look through all routes for each of them takes too long when both are many. */
const gathered = new WeakMap<RouteChanges, ReadonlyMap<string, Gathered>>()

function namedIn(routes: RouteChanges): ReadonlyMap<string, Gathered> {
  const known = gathered.get(routes)
  if (known) return known
  const names = new Map<string, Gathered>()
  const into = (name: string): Gathered => {
    const group = names.get(name) ?? { added: [], removed: [], changed: [] }
    names.set(name, group)
    return group
  }
  for (const route of routes.added) for (const name of namesOf(route)) into(name).added.push(route)
  for (const route of routes.removed) for (const name of namesOf(route)) into(name).removed.push(route)
  for (const pair of routes.changed)
    for (const name of new Set([...namesOf(pair.old), ...namesOf(pair.new)])) into(name).changed.push(pair)
  gathered.set(routes, names)
  return names
}

function namesOf(route: Route): ReadonlySet<string> {
  return new Set(objectsOf(route).map(nameOf))
}

function nameOf({ kind, name }: ObjectRef): string {
  return `${kind}/${name}`
}

function objectsOf(route: Route): readonly ObjectRef[] {
  return [route.object, ...route.via]
}

function isSame(a: ObjectRef, b: ObjectRef): boolean {
  return (
    isSameGroup(a.group, b.group) && a.kind === b.kind && a.namespace === b.namespace && a.name === b.name
  )
}

/** The retired group `extensions` had the same objects as the groups that took its kinds over. */
function isSameGroup(a: string, b: string): boolean {
  return a === b || a === 'extensions' || b === 'extensions'
}
