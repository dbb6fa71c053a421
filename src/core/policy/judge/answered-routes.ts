import type { Change, ChangeSet } from '../../model/change.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import type { Route, RouteChanges } from '../../model/route.ts'
import { routesOfChange } from '../../model/routes-of-change.ts'

/**
 * The routes for which the rules make an object answer: its own, and those of others that pass through it, but for those
 * that come or go with an object of their own. That one answers, whatever it passes through.
 */
export function answeredRoutes(change: Change, changes: ChangeSet): RouteChanges {
  const { added, removed, changed } = routesOfChange(change, changes.routes)
  const own = keyOf(change.ref, change.environment)
  const come = objectsOf(changes).get('CREATE')
  const gone = objectsOf(changes).get('DELETE')
  const isAnswered = (route: Route, others: ReadonlySet<string> | undefined): boolean => {
    const key = keyOf(route.object, route.environment)
    return key === own || !others?.has(key)
  }
  return {
    added: added.filter((route) => isAnswered(route, come)),
    removed: removed.filter((route) => isAnswered(route, gone)),
    changed,
  }
}

/** Gathered once for all changes. */
const gathered = new WeakMap<ChangeSet, ReadonlyMap<Change['operation'], ReadonlySet<string>>>()

function objectsOf(changes: ChangeSet): ReadonlyMap<Change['operation'], ReadonlySet<string>> {
  const known = gathered.get(changes)
  if (known) return known
  const objects = new Map<Change['operation'], Set<string>>()
  for (const { operation, ref, environment } of changes.changes) {
    const keys = objects.get(operation) ?? new Set()
    objects.set(operation, keys.add(keyOf(ref, environment)))
  }
  gathered.set(changes, objects)
  return objects
}

function keyOf({ group, kind, namespace, name }: ObjectRef, environment: string | null): string {
  return JSON.stringify([environment, group, kind, namespace, name])
}
