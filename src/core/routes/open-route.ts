import type { ObjectRef } from '../model/object-ref.ts'
import type { Route } from '../model/route.ts'

/** A route with all that its object says of every route; what is not given is open: no TLS, no sign-in, anyone. */
export function openRoute(route: Pick<Route, 'host' | 'object' | 'environment'> & Partial<Route>): Route {
  return {
    path: '/',
    pathType: 'Prefix',
    backend: 'nothing',
    tls: false,
    auth: null,
    sources: null,
    class: null,
    ...route,
  }
}

/** The object that opens routes, where its documents say it goes. */
export interface RouteOwner {
  readonly object: ObjectRef
  readonly environment: string | null
}
