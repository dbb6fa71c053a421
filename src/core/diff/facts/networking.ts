import type { Json } from '../../model/json.ts'
import type { KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, some } from './list-rule.ts'

/** Services, Ingresses and network policies. */
export const NETWORKING: readonly KindFacts[] = [
  {
    kinds: ['core/Service'],
    lists: { 'spec.ports': keyed('port', ['protocol', 'TCP']) },
    sets: ['spec.loadBalancerSourceRanges', 'spec.externalIPs'],
    defaults: {
      v1: {
        'spec.type': 'ClusterIP',
        'spec.sessionAffinity': 'None',
        'spec.internalTrafficPolicy': 'Cluster',
        'spec.publishNotReadyAddresses': false,
        'spec.ports[].protocol': 'TCP',
      },
    },
    freeForm: ['spec.selector'],
    addressTexts: ["metadata.annotations['service.beta.kubernetes.io/load-balancer-source-ranges']"],
  },
  {
    kinds: ['networking.k8s.io/Ingress'],
    lists: {
      'spec.rules': keyed(['host', '']),
      'spec.rules[].http.paths': keyedInOrder(
        [
          ['path', ''],
          ['pathType', ''],
        ],
        some('pathType', isForController),
      ),
      'spec.tls': keyed(['secretName', '']),
    },
    sets: ['spec.tls[].hosts'],
    emptyIsAbsent: ['spec.tls', 'spec.rules'],
    addressTexts: [
      "metadata.annotations['nginx.ingress.kubernetes.io/whitelist-source-range']",
      "metadata.annotations['nginx.ingress.kubernetes.io/allowlist-source-range']",
      "metadata.annotations['nginx.ingress.kubernetes.io/denylist-source-range']",
      "metadata.annotations['alb.ingress.kubernetes.io/inbound-cidrs']",
    ],
    aliases: {
      "metadata.annotations['nginx.ingress.kubernetes.io/whitelist-source-range']":
        'nginx.ingress.kubernetes.io/allowlist-source-range',
    },
  },
  {
    kinds: ['networking.k8s.io/NetworkPolicy'],
    sets: [
      'spec.ingress',
      'spec.egress',
      'spec.policyTypes',
      'spec.ingress[].from',
      'spec.ingress[].ports',
      'spec.egress[].to',
      'spec.egress[].ports',
      'spec.ingress[].from[].ipBlock.except',
      'spec.egress[].to[].ipBlock.except',
    ],
    defaults: {
      v1: { 'spec.ingress[].ports[].protocol': 'TCP', 'spec.egress[].ports[].protocol': 'TCP' },
    },
    emptyIsAbsent: ['spec.ingress[].from', 'spec.ingress[].ports', 'spec.egress[].to', 'spec.egress[].ports'],
  },
]

/** Exact and Prefix paths are matched by length; how any other path is ordered is the controller's own affair. */
function isForController(pathType: Json | undefined): boolean {
  return pathType !== 'Exact' && pathType !== 'Prefix'
}
