import type { Change, ChangeSet } from './change.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Route, RouteChanges } from './route.ts'

/**
 * What a change does to the public ways in: to those that its object opens, and to those that only pass through it,
 * when the object that opens them does not change itself. So a Gateway that loses TLS answers for the routes of others.
 */
export function routesOfChange(change: Change, all: Pick<ChangeSet, 'changes' | 'routes'>): RouteChanges {
  const { added, removed, changed } = all.routes
  const isMine = (route: Route): boolean =>
    route.environment === change.environment &&
    (isSame(route.object, change.ref) ||
      (route.via.some((object) => isSame(object, change.ref)) && !isChanged(route, all.changes)))
  return {
    added: added.filter(isMine),
    removed: removed.filter(isMine),
    changed: changed.filter((pair) => isMine(pair.old) || isMine(pair.new)),
  }
}

function isChanged(route: Route, changes: readonly Change[]): boolean {
  return changes.some(
    (change) => change.environment === route.environment && isSame(route.object, change.ref),
  )
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
