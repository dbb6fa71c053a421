import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { backendName, backendsText, passedThrough } from '../backends.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from '../members.ts'
import type { Neighbours } from '../neighbours.ts'
import { joinNames, openRoute, type RouteOwner } from '../open-route.ts'
import { commonSources } from '../sources.ts'
import { allGuards, type Guards } from '../guards.ts'
import { middlewareGuards } from './traefik-middlewares.ts'
import { traefikPlaces } from './traefik-places.ts'

/** The routes of a Traefik IngressRoute: the places of its rules, with the middlewares that stand before them. */
export function ingressRouteRoutes(
  ingressRoute: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const spec = objectIn(ingressRoute, 'spec')
  const shared = { ...owner, tls: hasIn(spec, 'tls'), class: classOf(ingressRoute) }
  return listIn(spec, 'routes').flatMap((route) => {
    const { sources, ...guards } = guardsOf(route, owner, around, 'Middleware')
    const backend = backendsOf(route, owner)
    return traefikPlaces(textIn(route, 'match')).map((place) =>
      openRoute({ ...shared, ...place, ...guards, backend, sources: commonSources(place.sources, sources) }),
    )
  })
}

/** The routes of an IngressRouteTCP or IngressRouteUDP: an entry point for a path, a protocol for a path type. */
export function streamIngressRouteRoutes(
  ingressRoute: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const spec = objectIn(ingressRoute, 'spec')
  const passes = objectIn(spec, 'tls')['passthrough'] === true
  const points = textsIn(spec, 'entryPoints').map((point) => `:${point}`)
  const shared = {
    ...owner,
    tls: hasIn(spec, 'tls') && !passes,
    class: classOf(ingressRoute),
    pathType: owner.object.kind.replace('IngressRoute', ''),
  }
  return listIn(spec, 'routes').flatMap((route) => {
    const { sources, ...guards } = guardsOf(route, owner, around, 'MiddlewareTCP')
    const to = backendsOf(route, owner)
    const backend = passes ? passedThrough(to) : to
    return placesOf(textIn(route, 'match')).flatMap((place) =>
      (points.length > 0 ? points : [':any']).map((path) => {
        const at = { host: place.host, conditions: place.conditions, path }
        return openRoute({
          ...shared,
          ...guards,
          ...at,
          backend,
          sources: commonSources(place.sources, sources),
        })
      }),
    )
  })
}

/** UDP has no rules; a rule that cannot be read is a condition, as a stream has no path to show it in. */
function placesOf(match: string): readonly Pick<Route, 'host' | 'conditions' | 'sources'>[] {
  if (match === '') return [{ host: '*', conditions: null, sources: null }]
  return traefikPlaces(match).map(({ host, path, pathType, conditions, sources }) => ({
    host,
    conditions: pathType === 'Rule' ? path : conditions,
    sources,
  }))
}

function guardsOf(route: Json, owner: RouteOwner, around: Neighbours, kind: string): Guards {
  const guards = listIn(route, 'middlewares').map((middleware) => {
    const namespace = textIn(middleware, 'namespace') || owner.object.namespace
    return middlewareGuards(textIn(middleware, 'name'), namespace, around, kind)
  })
  return allGuards(guards)
}

/** The class of controllers by annotation, and the entry points; all of them when none is named. */
function classOf(ingressRoute: JsonObject): string | null {
  const controllers = annotationsOf(ingressRoute).get('kubernetes.io/ingress.class')
  const points = joinNames(textsIn(ingressRoute, 'spec', 'entryPoints'))
  if (controllers === undefined) return points
  return points === null ? controllers : `${controllers} (${points})`
}

function backendsOf(route: Json, owner: RouteOwner): string {
  const backends = listIn(route, 'services').map((service) => {
    const kind = textIn(service, 'kind')
    const name = backendName(
      textIn(service, 'name'),
      textIn(service, 'port'),
      textIn(service, 'namespace'),
      owner.object.namespace,
    )
    return {
      name: kind === '' || kind === 'Service' ? name : `${kind} ${name}`,
      weight: textIn(service, 'weight'),
    }
  })
  return backendsText(backends)
}
