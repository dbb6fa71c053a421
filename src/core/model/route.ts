import type { ObjectRef } from './object-ref.ts'

/** One public way in. */
export interface Route {
  /** `*` for every host. Lower case. */
  readonly host: string
  readonly path: string
  readonly pathType: string
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
  readonly object: ObjectRef
  readonly environment: string | null
}

/** What becomes reachable, what no longer is, and what is reached in another way. */
export interface RouteChanges {
  readonly added: readonly Route[]
  readonly removed: readonly Route[]
  readonly changed: readonly { readonly old: Route; readonly new: Route }[]
}
