import type { KindFacts } from './kind-facts.ts'

/** cert-manager. */
export const CERT_MANAGER: readonly KindFacts[] = [
  {
    kinds: ['cert-manager.io/Certificate'],
    unordered: ['spec.dnsNames', 'spec.ipAddresses', 'spec.uris', 'spec.emailAddresses', 'spec.usages'],
    defaults: {
      v1: { 'spec.isCA': false, 'spec.issuerRef.kind': 'Issuer', 'spec.issuerRef.group': 'cert-manager.io' },
    },
    durations: ['spec.duration', 'spec.renewBefore'],
  },
]
