import { isJsonList, type Json, type JsonObject } from '../../../model/json.ts'
import { below, type KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'
import { selectorEmpties, selectorSets } from './selectors.ts'

const PEERS = ['spec.ingress[].from[]', 'spec.egress[].to[]']
const PEER_SELECTORS = ['spec.podSelector', ...below(PEERS, ['podSelector', 'namespaceSelector'])]

/** Services, what stands behind them, and network policies. */
export const NETWORKING: readonly KindFacts[] = [
  {
    kinds: ['core/Service'],
    lists: { 'spec.ports': keyed('port', ['protocol', 'TCP']) },
    sets: ['spec.externalIPs'],
    addressLists: ['spec.loadBalancerSourceRanges'],
    // `ipFamilyPolicy` and `ipFamilies` are up to the cluster.
    defaults: {
      v1: {
        'spec.type': 'ClusterIP',
        'spec.sessionAffinity': 'None',
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds': 10_800n,
        'spec.internalTrafficPolicy': 'Cluster',
        'spec.externalTrafficPolicy': 'Cluster',
        'spec.allocateLoadBalancerNodePorts': true,
        'spec.publishNotReadyAddresses': false,
        'spec.ports[].protocol': 'TCP',
        'spec.ports[].targetPort': ({ port }: JsonObject): Json | undefined => port,
      },
    },
    emptyIsAbsent: [
      'spec.externalIPs',
      'spec.loadBalancerSourceRanges',
      'spec.ports[].name',
      'spec.sessionAffinityConfig',
      'spec.sessionAffinityConfig.clientIP',
    ],
    freeForm: ['spec.selector'],
    addressTexts: ["metadata.annotations['service.beta.kubernetes.io/load-balancer-source-ranges']"],
  },
  {
    kinds: ['discovery.k8s.io/EndpointSlice'],
    lists: { endpoints: keyed('addresses'), ports: keyed(['name', '']) },
    defaults: { v1: { 'ports[].protocol': 'TCP' } },
  },
  {
    kinds: ['core/Endpoints'],
    unordered: ['subsets', 'subsets[].addresses', 'subsets[].notReadyAddresses', 'subsets[].ports'],
    defaults: { v1: { 'subsets[].ports[].protocol': 'TCP' } },
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
      ...below(PEERS, ['ipBlock.except']),
    ],
    unordered: selectorSets(...PEER_SELECTORS),
    defaults: {
      v1: {
        'spec.policyTypes': policyTypesOf,
        'spec.ingress[].ports[].protocol': 'TCP',
        'spec.egress[].ports[].protocol': 'TCP',
      },
    },
    // No rules and an empty list of rules let nothing through, whether the types name the direction or not.
    emptyIsAbsent: [
      'spec.ingress',
      'spec.egress',
      'spec.policyTypes',
      'spec.ingress[].from',
      'spec.ingress[].ports',
      'spec.egress[].to',
      'spec.egress[].ports',
      ...below(PEERS, ['ipBlock.except']),
      ...selectorEmpties(...PEER_SELECTORS),
    ],
    freeForm: below(PEER_SELECTORS, ['matchLabels']),
  },
]

/** Always Ingress, and Egress when there are rules for it. */
function policyTypesOf({ egress }: JsonObject): Json | undefined {
  const hasEgress = isJsonList(egress) && egress.length > 0
  return hasEgress ? ['Ingress', 'Egress'] : ['Ingress']
}
