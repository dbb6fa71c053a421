import { effectiveRef } from '../diff/identity.ts'
import type { PlacedManifest } from '../diff/placed-manifest.ts'
import { POD_KINDS } from '../diff/pod-template.ts'
import type { JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { compareRoutes } from './compare-routes.ts'
import { httpProxyRoutes } from './contour/contour-routes.ts'
import { mappingRoutes } from './others/emissary-routes.ts'
import { httpRouteRoutes, streamRouteRoutes } from './gateway-api/gateway-api-routes.ts'
import { gatewayRoutes, listenerSetRoutes } from './gateway-api/gateway-listeners.ts'
import { hostPortRoutes } from './services/host-port-routes.ts'
import { ingressRoutes } from './ingress/ingress-routes.ts'
import { istioGatewayRoutes } from './istio/istio-gateways.ts'
import { domainMappingRoutes, knativeRoutes } from './others/knative-routes.ts'
import { kindOf, type Neighbours, neighboursOf } from './neighbours.ts'
import {
  transportServerRoutes,
  virtualServerRouteRoutes,
  virtualServerRoutes,
} from './nginx/nginx-virtual-server-routes.ts'
import type { RouteOwner } from './open-route.ts'
import { openshiftRoutes } from './others/openshift-routes.ts'
import { isTooWide, unlistedRoutes } from './route-limit.ts'
import { serviceRoutes } from './services/service-routes.ts'
import { routeGroupRoutes } from './others/skipper-routes.ts'
import { ingressRouteRoutes, streamIngressRouteRoutes } from './traefik/traefik-routes.ts'
import { virtualServiceRoutes } from './istio/virtual-service-routes.ts'

type Reader = (object: JsonObject, owner: RouteOwner, around: Neighbours) => readonly Route[]

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['networking.k8s.io/Ingress', ingressRoutes],
  ['core/Service', serviceRoutes],
  ['gateway.networking.k8s.io/Gateway', gatewayRoutes],
  ['gateway.networking.k8s.io/ListenerSet', listenerSetRoutes],
  ['gateway.networking.x-k8s.io/XListenerSet', listenerSetRoutes],
  ['gateway.networking.k8s.io/HTTPRoute', httpRouteRoutes],
  ['gateway.networking.k8s.io/GRPCRoute', httpRouteRoutes],
  ['gateway.networking.k8s.io/TLSRoute', streamRouteRoutes],
  ['gateway.networking.k8s.io/TCPRoute', streamRouteRoutes],
  ['gateway.networking.k8s.io/UDPRoute', streamRouteRoutes],
  ['networking.istio.io/Gateway', istioGatewayRoutes],
  ['networking.istio.io/VirtualService', virtualServiceRoutes],
  ['traefik.io/IngressRoute', ingressRouteRoutes],
  ['traefik.io/IngressRouteTCP', streamIngressRouteRoutes],
  ['traefik.io/IngressRouteUDP', streamIngressRouteRoutes],
  ['traefik.containo.us/IngressRoute', ingressRouteRoutes],
  ['traefik.containo.us/IngressRouteTCP', streamIngressRouteRoutes],
  ['traefik.containo.us/IngressRouteUDP', streamIngressRouteRoutes],
  ['projectcontour.io/HTTPProxy', httpProxyRoutes],
  ['route.openshift.io/Route', openshiftRoutes],
  ['k8s.nginx.org/VirtualServer', virtualServerRoutes],
  ['k8s.nginx.org/VirtualServerRoute', virtualServerRouteRoutes],
  ['k8s.nginx.org/TransportServer', transportServerRoutes],
  ['zalando.org/RouteGroup', routeGroupRoutes],
  ['serving.knative.dev/Service', knativeRoutes],
  ['serving.knative.dev/Route', knativeRoutes],
  ['serving.knative.dev/DomainMapping', domainMappingRoutes],
  ['getambassador.io/Mapping', mappingRoutes],
  ...POD_KINDS.map((kind) => [kind, hostPortRoutes] as const),
])

/**
 * Every public way in that these objects and those around them open, sorted, each once an object. Objects that a
 * route passes through are looked for among both. What an object leaves to others that nobody here knows counts as
 * open.
 */
export function routesOf(
  manifests: readonly PlacedManifest[],
  surroundings: readonly PlacedManifest[] = [],
): readonly Route[] {
  return routeTable([...manifests, ...surroundings], [])
}

/** The same, when the other side of a comparison is known: what only that side has is not here, and opens nothing. */
export function routeTable(
  manifests: readonly PlacedManifest[],
  others: readonly PlacedManifest[],
): readonly Route[] {
  const around = neighboursOf(manifests, others)
  const routes = manifests.flatMap((placed) => {
    const object = effectiveRef(placed)
    const read = READERS.get(kindOf(object))
    if (!read) return []
    const owner = { object, environment: placed.placement.environment }
    if (isTooWide(placed.manifest.value)) return unlistedRoutes(owner)
    return distinct(read(placed.manifest.value, owner, around(placed)))
  })
  return routes.toSorted(compareRoutes)
}

function distinct(routes: readonly Route[]): readonly Route[] {
  return [...new Map(routes.map((route) => [JSON.stringify(route), route])).values()]
}
