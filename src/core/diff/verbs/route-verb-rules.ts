import type { Verb } from '../../model/change.ts'
import type { Json } from '../../model/json.ts'
import type { FieldVerbRule } from './field-verb-rule.ts'
import { nodePortWords } from './open-ports.ts'

const GATEWAY_ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  (kind) => `gateway.networking.k8s.io/${kind}`,
)
const LISTENERS = [
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/ListenerSet',
  'gateway.networking.x-k8s.io/XListenerSet',
]
const TRAEFIK_ROUTES = ['traefik.io', 'traefik.containo.us'].flatMap((group) =>
  ['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'].map((kind) => `${group}/${kind}`),
)

/** The kinds of which a new object is `expose`. */
export const EXPOSING: ReadonlySet<string> = new Set([
  'core/Service',
  'networking.k8s.io/Ingress',
  'networking.istio.io/Gateway',
  'networking.istio.io/VirtualService',
  'projectcontour.io/HTTPProxy',
  'route.openshift.io/Route',
  ...TRAEFIK_ROUTES,
  ...LISTENERS,
  ...GATEWAY_ROUTES,
])

/** What lets people reach a workload: Services, Ingresses and the routes of gateways. */
export const ROUTE_VERB_RULES: readonly FieldVerbRule[] = [
  { in: ['core/Service'], at: ['spec.selector'], verbs: ['set-selector'] },
  { in: ['core/Service'], at: ['spec.type', 'spec.externalIPs'], verbs: ['expose'] },
  { in: ['core/Service'], at: ['spec.ports[].nodePort'], verbs: ['port-forward'] },
  {
    in: ['core/Service'],
    at: ['spec.ports[]'],
    decide: (old, now) => (old === undefined && now !== undefined ? ['expose', ...nodePortWords(now)] : []),
  },
  {
    in: ['networking.k8s.io/Ingress'],
    at: ['spec.defaultBackend', 'spec.backend', 'spec.rules[]', 'spec.rules[].http.paths[]'],
    decide: exposesWhenAdded,
  },
  {
    in: ['networking.k8s.io/Ingress'],
    at: ['spec.rules[].host', 'spec.rules[].http.paths[].path'],
    decide: (_old, now) => (now === undefined ? ['patch'] : ['expose']),
  },
  { in: LISTENERS, at: ['spec.listeners[]'], decide: exposesWhenAdded },
  { in: LISTENERS, at: ['spec.listeners[].hostname', 'spec.listeners[].port'], verbs: ['expose'] },
  {
    in: GATEWAY_ROUTES,
    at: ['spec.hostnames', 'spec.parentRefs', 'spec.rules[].matches'],
    verbs: ['expose'],
  },
  { in: GATEWAY_ROUTES, at: ['spec.rules[]'], decide: exposesWhenAdded },
  { in: ['networking.istio.io/VirtualService'], at: ['spec.hosts', 'spec.gateways'], verbs: ['expose'] },
  {
    in: ['networking.istio.io/VirtualService'],
    at: ['spec.http[]', 'spec.tls[]', 'spec.tcp[]'],
    decide: exposesWhenAdded,
  },
  {
    in: ['networking.istio.io/VirtualService'],
    at: ['spec.http[].match', 'spec.tls[].match', 'spec.tcp[].match'],
    verbs: ['expose'],
  },
  {
    in: ['networking.istio.io/Gateway'],
    at: ['spec.servers[].hosts', 'spec.servers[].port'],
    verbs: ['expose'],
  },
  { in: ['networking.istio.io/Gateway'], at: ['spec.servers[]'], decide: exposesWhenAdded },
  { in: TRAEFIK_ROUTES, at: ['spec.entryPoints', 'spec.routes[].match'], verbs: ['expose'] },
  { in: TRAEFIK_ROUTES, at: ['spec.routes[]'], decide: exposesWhenAdded },
  {
    in: ['projectcontour.io/HTTPProxy'],
    at: ['spec.virtualhost.fqdn', 'spec.routes[].conditions'],
    verbs: ['expose'],
  },
  {
    in: ['projectcontour.io/HTTPProxy'],
    at: ['spec.routes[]', 'spec.virtualhost', 'spec.tcpproxy'],
    decide: exposesWhenAdded,
  },
  {
    in: ['route.openshift.io/Route'],
    at: ['spec.host', 'spec.path', 'spec.wildcardPolicy'],
    verbs: ['expose'],
  },
]

function exposesWhenAdded(old: Json | undefined, now: Json | undefined): readonly Verb[] {
  return old === undefined && now !== undefined ? ['expose'] : []
}
