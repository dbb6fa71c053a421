import type { PlacedManifest } from '../diff/placed-manifest.ts'
import type { RouteChanges } from '../model/route.ts'
import { diffRoutes } from './diff-routes.ts'
import { routeTable } from './routes-of.ts'

/**
 * What the step from one set of objects to another does to the public ways in, those of unchanged objects around
 * them too: a Gateway that loses TLS alters the routes that hang on it.
 */
export function routeChanges(
  base: readonly PlacedManifest[],
  head: readonly PlacedManifest[],
  surroundings: readonly PlacedManifest[] = [],
): RouteChanges {
  return diffRoutes(
    routeTable([...base, ...surroundings], head),
    routeTable([...head, ...surroundings], base),
  )
}
