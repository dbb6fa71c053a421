import type { Json, JsonObject } from '../../../model/json.ts'
import { coversAddresses } from './covers-addresses.ts'
import { objectsAt, textsAt, valueAt } from './members.ts'

/**
 * Of the variable `routes`: the routes by which somebody comes in now who did not before. Those are the new ones, and
 * those that lost their sign-in or take more sources.
 */
export function openedRoutes(routes: Json): readonly JsonObject[] {
  const changed = objectsAt(routes, 'changed').filter((pair) =>
    letsMoreIn(valueAt(pair, 'old'), valueAt(pair, 'new')),
  )
  return [...objectsAt(routes, 'added'), ...changed.flatMap((pair) => objectsAt(pair, 'new'))]
}

/** Where a route is, for people: `https://shop.example.com/admin`. */
export function routeUrl(route: Json): string {
  const [[host = ''], [path = '']] = [textsAt(route, 'host'), textsAt(route, 'path')]
  return `${valueAt(route, 'tls') === true ? 'https' : 'http'}://${host}${path}`
}

/** Sources that cannot be compared count as more. */
function letsMoreIn(old: Json, now: Json): boolean {
  if (valueAt(old, 'auth') !== null && valueAt(now, 'auth') === null) return true
  return coversAddresses(valueAt(old, 'sources'), valueAt(now, 'sources')) !== true
}
