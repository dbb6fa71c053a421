import { below, type Defaults, inVersions, type KindFacts } from './kind-facts.ts'
import { keyed, keyedInOrder, type ListKey, type ListRule, shared, unorderedUnless } from './list-rule.ts'
import { selectorSets } from './selectors.ts'

const GROUP = 'gateway.networking.k8s.io'
const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  (kind) => `${GROUP}/${kind}`,
)
const VERSIONS = ['v1', 'v1beta1']
const NAMESPACE: ListKey = ['namespace', '']

const PARENTS = keyed(
  ['group', GROUP],
  ['kind', 'Gateway'],
  NAMESPACE,
  'name',
  ['sectionName', ''],
  ['port', ''],
)
const BACKENDS = keyed(['group', ''], ['kind', 'Service'], NAMESPACE, 'name', ['port', ''])

/** Of entries of one name, in any case of its letters, only the first counts. */
const NAMED = unorderedUnless(shared('name'))

const FILTERS = ['spec.rules[].filters[]', 'spec.rules[].backendRefs[].filters[]']
const HEADERS = below(FILTERS, ['requestHeaderModifier', 'responseHeaderModifier'])

/** Gateways and the routes that hang on them. The order of rules counts where their matches are equal. */
export const GATEWAY_API: readonly KindFacts[] = [
  {
    kinds: [`${GROUP}/Gateway`],
    lists: { 'spec.listeners': keyed('name') },
    unordered: [
      'spec.listeners[].allowedRoutes.kinds',
      ...selectorSets('spec.listeners[].allowedRoutes.namespaces.selector'),
    ],
    defaults: inVersions(VERSIONS, {
      'spec.listeners[].allowedRoutes.namespaces.from': 'Same',
      'spec.listeners[].allowedRoutes.kinds[].group': GROUP,
      'spec.listeners[].tls.mode': 'Terminate',
      'spec.listeners[].tls.certificateRefs[].group': '',
      'spec.listeners[].tls.certificateRefs[].kind': 'Secret',
      'spec.addresses[].type': 'IPAddress',
    }),
    emptyIsAbsent: ['spec.listeners[].allowedRoutes', 'spec.listeners[].allowedRoutes.namespaces'],
  },
  {
    kinds: ROUTES,
    lists: { 'spec.parentRefs': PARENTS, 'spec.rules[].backendRefs': BACKENDS },
    unordered: ['spec.hostnames', 'spec.rules[].matches'],
    defaults: inVersions(VERSIONS, {
      'spec.parentRefs[].group': GROUP,
      'spec.parentRefs[].kind': 'Gateway',
      'spec.rules[].backendRefs[].group': '',
      'spec.rules[].backendRefs[].kind': 'Service',
      'spec.rules[].backendRefs[].weight': 1n,
      'spec.rules[].matches[].headers[].type': 'Exact',
    }),
  },
  {
    kinds: [`${GROUP}/HTTPRoute`, `${GROUP}/GRPCRoute`],
    lists: headerLists(),
    unordered: below(HEADERS, ['remove']),
    defaults: inVersions(VERSIONS, mirrorDefaults()),
  },
  {
    kinds: [`${GROUP}/HTTPRoute`],
    lists: { 'spec.rules[].matches[].queryParams': NAMED },
    defaults: inVersions(VERSIONS, {
      'spec.rules[].matches': [{}],
      'spec.rules[].matches[].path.type': 'PathPrefix',
      'spec.rules[].matches[].path.value': '/',
      'spec.rules[].matches[].queryParams[].type': 'Exact',
      ...Object.fromEntries(FILTERS.map((filter) => [`${filter}.requestRedirect.statusCode`, 302n])),
    }),
    emptyIsAbsent: ['spec.rules[].matches[].path'],
    durations: ['spec.rules[].timeouts.request', 'spec.rules[].timeouts.backendRequest'],
  },
  { kinds: [`${GROUP}/GRPCRoute`], defaults: { v1: { 'spec.rules[].matches[].method.type': 'Exact' } } },
  { kinds: [`${GROUP}/ReferenceGrant`], unordered: ['spec.from', 'spec.to'] },
]

function headerLists(): Readonly<Record<string, ListRule>> {
  return Object.fromEntries([
    ['spec.rules[].matches[].headers', NAMED],
    ...below(HEADERS, ['set', 'add']).map((path) => [path, keyedInOrder(['name'], shared('name'))] as const),
  ])
}

function mirrorDefaults(): Defaults {
  return Object.fromEntries(
    FILTERS.flatMap((filter) => [
      [`${filter}.requestMirror.backendRef.group`, ''],
      [`${filter}.requestMirror.backendRef.kind`, 'Service'],
    ]),
  )
}
