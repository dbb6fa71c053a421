import type { PlacedManifest } from '../diff/placed-manifest.ts'
import { effectiveRef, storedGroup } from '../diff/identity.ts'
import type { JsonObject } from '../model/json.ts'
import { groupKind } from '../model/object-ref.ts'
import type { Route } from '../model/route.ts'
import { compareRoutes } from './compare-routes.ts'
import { gatewayListenerRoutes, httpRouteRoutes } from './gateway-api-routes.ts'
import { ingressRoutes } from './ingress-routes.ts'
import { istioGatewayRoutes, virtualServiceRoutes } from './istio-routes.ts'
import type { RouteOwner } from './open-route.ts'
import { openshiftRoutes } from './openshift-routes.ts'
import { httpProxyRoutes } from './contour-routes.ts'
import { serviceRoutes } from './service-routes.ts'
import { ingressRouteRoutes } from './traefik-routes.ts'

type Reader = (object: JsonObject, owner: RouteOwner) => readonly Route[]

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['networking.k8s.io/Ingress', ingressRoutes],
  ['core/Service', serviceRoutes],
  ['gateway.networking.k8s.io/Gateway', gatewayListenerRoutes],
  ['gateway.networking.k8s.io/HTTPRoute', httpRouteRoutes],
  ['gateway.networking.k8s.io/GRPCRoute', httpRouteRoutes],
  ['networking.istio.io/Gateway', istioGatewayRoutes],
  ['networking.istio.io/VirtualService', virtualServiceRoutes],
  ['traefik.io/IngressRoute', ingressRouteRoutes],
  ['traefik.containo.us/IngressRoute', ingressRouteRoutes],
  ['projectcontour.io/HTTPProxy', httpProxyRoutes],
  ['route.openshift.io/Route', openshiftRoutes],
])

/** Every public way in that these objects open, sorted. What an object leaves to others counts as open. */
export function routesOf(manifests: readonly PlacedManifest[]): readonly Route[] {
  const routes = manifests.flatMap((placed) => {
    const object = effectiveRef(placed)
    const read = READERS.get(groupKind({ group: storedGroup(object), kind: object.kind }))
    return read ? read(placed.manifest.value, { object, environment: placed.placement.environment }) : []
  })
  return routes.toSorted(compareRoutes)
}
