import type { Change } from './change.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Route, RouteChanges } from './route.ts'

/**
 * What happens to the public ways in that an object opens, and to those of others that pass through it: a Gateway that
 * loses TLS answers for the routes that hang on it. Where both change, both answer; which of them it was is not asked.
 */
export function routesOfChange(
  change: Pick<Change, 'ref' | 'environment'>,
  { added, removed, changed }: RouteChanges,
): RouteChanges {
  const isMine = (route: Route): boolean =>
    route.environment === change.environment &&
    [route.object, ...route.via].some((object) => isSame(object, change.ref))
  return {
    added: added.filter(isMine),
    removed: removed.filter(isMine),
    changed: changed.filter((pair) => isMine(pair.old) || isMine(pair.new)),
  }
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
