import { inVersions, type KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

/** External secrets. Of `dataFrom` later entries win over earlier ones. */
export const EXTERNAL_SECRETS: readonly KindFacts[] = [
  {
    kinds: ['external-secrets.io/ExternalSecret'],
    lists: { 'spec.data': keyed('secretKey') },
    defaults: inVersions(['v1', 'v1beta1'], {
      'spec.refreshInterval': '1h',
      'spec.target.creationPolicy': 'Owner',
      'spec.target.deletionPolicy': 'Retain',
      'spec.data[].remoteRef.conversionStrategy': 'Default',
      'spec.data[].remoteRef.decodingStrategy': 'None',
      'spec.data[].remoteRef.metadataPolicy': 'None',
    }),
    durations: ['spec.refreshInterval'],
  },
  {
    kinds: ['external-secrets.io/ClusterExternalSecret'],
    lists: { 'spec.externalSecretSpec.data': keyed('secretKey') },
    unordered: ['spec.namespaces'],
  },
]
