import type { ObjectRef } from '../model/object-ref.ts'
import type { Route } from '../model/route.ts'

/** A route with all that its object says of every route; what is not given is open: no TLS, no sign-in, anyone. */
export function openRoute(route: Pick<Route, 'host' | 'object' | 'environment'> & Partial<Route>): Route {
  return {
    path: '/',
    pathType: 'Prefix',
    conditions: null,
    backend: 'nothing',
    tls: false,
    auth: null,
    sources: null,
    class: null,
    via: [],
    ...route,
  }
}

/** The object that opens routes, where its documents say it goes. */
export interface RouteOwner {
  readonly object: ObjectRef
  readonly environment: string | null
}

/** A path as a route has it, with what else a request must have. */
export type Place = Pick<Route, 'path' | 'pathType' | 'conditions'>

/** Sign-ins in a row, in words; null when there is none. */
export function allAuth(...words: readonly (string | null)[]): string | null {
  return [...new Set(words.filter((word) => word !== null))].join(', ') || null
}

/** Names as one text, in an order of its own: which stands first means nothing. Null for no name. */
export function joinNames(names: readonly string[]): string | null {
  return [...new Set(names.filter((name) => name !== ''))].toSorted().join(', ') || null
}
