import type { KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

/** The Gateway API. */
export const GATEWAY_API: readonly KindFacts[] = [
  { kinds: ['gateway.networking.k8s.io/Gateway'], lists: { 'spec.listeners': keyed('name') } },
  { kinds: ['gateway.networking.k8s.io/HTTPRoute'], sets: ['spec.hostnames'] },
]
