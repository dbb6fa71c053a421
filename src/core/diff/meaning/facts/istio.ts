import { below, inVersions, type KindFacts } from './kind-facts.ts'
import { keyed } from './list-rule.ts'

const NETWORKING = 'networking.istio.io'
const SECURITY = 'security.istio.io'
const SOURCE = 'spec.rules[].from[].source'
const OPERATION = 'spec.rules[].to[].operation'

/** Istio. In a VirtualService the first rule that matches wins, so the rules have an order and their matches have none. */
export const ISTIO: readonly KindFacts[] = [
  {
    kinds: [`${NETWORKING}/VirtualService`],
    unordered: [
      'spec.hosts',
      'spec.gateways',
      'spec.exportTo',
      'spec.http[].match',
      'spec.tls[].match',
      'spec.tls[].match[].sniHosts',
      'spec.tcp[].match',
    ],
    durations: [
      'spec.http[].timeout',
      'spec.http[].retries.perTryTimeout',
      'spec.http[].fault.delay.fixedDelay',
    ],
  },
  { kinds: [`${NETWORKING}/Gateway`], unordered: ['spec.servers[].hosts'] },
  {
    kinds: [`${NETWORKING}/DestinationRule`],
    lists: { 'spec.subsets': keyed('name') },
    unordered: ['spec.exportTo'],
  },
  {
    kinds: [`${NETWORKING}/ServiceEntry`],
    lists: { 'spec.ports': keyed('number') },
    unordered: ['spec.hosts', 'spec.addresses', 'spec.exportTo', 'spec.subjectAltNames'],
    defaults: inVersions(['v1', 'v1beta1', 'v1alpha3'], {
      'spec.location': 'MESH_EXTERNAL',
      'spec.resolution': 'NONE',
    }),
  },
  {
    kinds: [`${SECURITY}/AuthorizationPolicy`],
    unordered: [
      'spec.rules',
      'spec.rules[].from',
      'spec.rules[].to',
      'spec.rules[].when',
      ...below(['spec.rules[].when[]'], ['values', 'notValues']),
      ...below(
        [SOURCE],
        [
          'principals',
          'notPrincipals',
          'requestPrincipals',
          'notRequestPrincipals',
          'namespaces',
          'notNamespaces',
        ],
      ),
      ...below(
        [OPERATION],
        ['hosts', 'notHosts', 'ports', 'notPorts', 'methods', 'notMethods', 'paths', 'notPaths'],
      ),
    ],
    defaults: inVersions(['v1', 'v1beta1'], { 'spec.action': 'ALLOW' }),
    addressLists: below([SOURCE], ['ipBlocks', 'notIpBlocks', 'remoteIpBlocks', 'notRemoteIpBlocks']),
  },
]
