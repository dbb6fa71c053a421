import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { viaOf } from '../compare-routes.ts'
import { hostAt, type IstioServer, serversFor } from './istio-gateways.ts'
import { httpPlaces, httpTarget, type IstioPlace } from './istio-rules.ts'
import { isAt, through } from './istio-server.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from '../members.ts'
import { type Found, mayBeMore, type Neighbour, type Neighbours } from '../neighbours.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'
import { STREAM, streamRows } from './virtual-service-streams.ts'

const KIND = 'networking.istio.io/VirtualService'

/** The routes of a VirtualService by the gateways it hangs on, and by others that delegate to it. */
export function virtualServiceRoutes(
  service: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const servers = serversFor(textsIn(service, 'spec', 'gateways'), owner, around)
  const http = listIn(service, 'spec', 'http').flatMap((rule) => {
    const child = delegateOf(rule, owner, around)
    if (child && !mayBeMore(child)) return []
    const backend = child ? `VirtualService ${child.title}` : httpTarget(rule, owner.object.namespace)
    return httpPlaces(rule).map((place) => ({ place, backend }))
  })
  const routes = servers.flatMap((server) => http.flatMap((rule) => httpRows(server, rule, service, owner)))
  return [
    ...routes,
    ...servers.flatMap((server) => streamRows(server, service, owner)),
    ...delegatedRoutes(service, owner, around),
  ]
}

/** The routes that others have this one's rules serve: below their place, or at it. Only one without hosts may. */
function delegatedRoutes(service: JsonObject, owner: RouteOwner, around: Neighbours): readonly Route[] {
  if (textsIn(service, 'spec', 'hosts').length > 0) return []
  const rules = listIn(service, 'spec', 'http').flatMap((rule) =>
    httpPlaces(rule).map((place) => ({ place, backend: httpTarget(rule, owner.object.namespace) })),
  )
  const own = `${owner.object.namespace ?? ''}/${owner.object.name}`
  return around.referring(KIND, own, delegatesIn).flatMap(({ object, value }) => {
    const places = listIn(value, 'spec', 'http')
      .filter((rule) => delegateIn(rule, object.namespace) === own)
      .flatMap(httpPlaces)
    const servers = serversFor(textsIn(value, 'spec', 'gateways'), { ...owner, object }, around)
    return servers.flatMap((server) =>
      places.flatMap((outer) =>
        rules.flatMap(({ place, backend }) => {
          const further = { ...server, via: viaOf([object, ...server.via]) }
          return httpRows(further, { place: within(outer, place), backend }, value, owner)
        }),
      ),
    )
  })
}

interface HttpRule {
  readonly place: IstioPlace
  readonly backend: string
}

function httpRows(
  server: IstioServer,
  { place, backend }: HttpRule,
  service: JsonObject,
  owner: RouteOwner,
): readonly Route[] {
  const { gateways, port, ...at } = place
  if (server.passes || STREAM.test(server.protocol) || !isAt(server, gateways, port, owner)) return []
  return textsIn(service, 'spec', 'hosts').flatMap((host) => {
    const common = hostAt(server, host)
    if (common === null) return []
    const to = server.redirects ? 'redirect to https' : backend
    return [openRoute({ ...owner, ...at, ...through(server), host: common, backend: to })]
  })
}

function delegateOf(
  rule: Json,
  owner: RouteOwner,
  around: Neighbours,
): (Pick<Found, 'state'> & { readonly title: string }) | undefined {
  if (!hasIn(rule, 'delegate')) return undefined
  const to = objectIn(rule, 'delegate')
  const [namespace, name] = [textIn(to, 'namespace') || owner.object.namespace, textIn(to, 'name')]
  return { state: around.find(KIND, namespace, name).state, title: `${namespace ?? ''}/${name}` }
}

function delegatesIn({ object, value }: Neighbour): readonly string[] {
  return listIn(value, 'spec', 'http').flatMap((rule) => delegateIn(rule, object.namespace) ?? [])
}

function delegateIn(rule: Json, own: string | null): string | undefined {
  if (!hasIn(rule, 'delegate')) return undefined
  const to = objectIn(rule, 'delegate')
  return `${textIn(to, 'namespace') || (own ?? '')}/${textIn(to, 'name')}`
}

/** A delegate's own path lies within that of the one who delegates; without one it has the same. */
function within(outer: IstioPlace, inner: IstioPlace): IstioPlace {
  const place = inner.path === '/' && inner.pathType === 'prefix' ? outer : inner
  const conditions = [outer.conditions, inner.conditions].filter((text) => text !== null).join(', ')
  return { ...outer, path: place.path, pathType: place.pathType, conditions: conditions || null }
}
