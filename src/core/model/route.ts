import type { ObjectRef } from './object-ref.ts'

/** One public way in. */
export interface Route {
  /** `*` for every host. Lower case, ASCII; an IPv6 address in brackets. `.*` at the end: a domain that only the cluster knows. */
  readonly host: string
  readonly path: string
  readonly pathType: string
  /** What else a request must have (`method GET, header x-beta = 1`), or null for any request. */
  readonly conditions: string | null
  /** `service:port`, or what stands in its place. */
  readonly backend: string
  /** Whether TLS ends for this host here. */
  readonly tls: boolean
  /** What signs people in, in words (`auth-url https://...`), or null for nobody. */
  readonly auth: string | null
  /** Who may reach it, CIDRs; null for anyone. */
  readonly sources: readonly string[] | null
  /** Ingress class or its like; null when none is named. */
  readonly class: string | null
  /** The object that opens it: the route, not the gateway. */
  readonly object: ObjectRef
  /** Other objects that were read to know this route, sorted: gateways, middlewares, the proxies that include it. */
  readonly via: readonly ObjectRef[]
  readonly environment: string | null
}

/** What becomes reachable, what no longer is, and what is reached in another way. */
export interface RouteChanges {
  readonly added: readonly Route[]
  readonly removed: readonly Route[]
  readonly changed: readonly { readonly old: Route; readonly new: Route }[]
}
