import type { JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { passedThrough } from '../backends.ts'
import { viaOf } from '../compare-routes.ts'
import { type Entrance, entrancesOf, routeHosts } from './gateway-entrances.ts'
import { filterAuth, placesOf, ruleBackends, targetOf } from './gateway-rules.ts'
import { commonHost } from '../hosts.ts'
import { listIn } from '../members.ts'
import type { Neighbours } from '../neighbours.ts'
import { allAuth, openRoute, type RouteOwner } from '../open-route.ts'
import { policyGuards } from './security-policies.ts'

/** The routes of an HTTPRoute or GRPCRoute: ways in, host names and matches. */
export function httpRouteRoutes(route: JsonObject, owner: RouteOwner, around: Neighbours): readonly Route[] {
  const rules = listIn(route, 'spec', 'rules').flatMap((rule) => {
    const backend = targetOf(rule, owner.object.namespace)
    const auth = filterAuth(rule)
    return placesOf(rule).map((place) => ({ ...place, backend, auth }))
  })
  return entrancesOf(route, owner, around).flatMap((entrance) => {
    const { auth, sources, via } = policyGuards(owner.object, entrance, around)
    const shared = { ...owner, ...through(entrance), sources, via: viaOf([...entrance.via, ...via]) }
    return hostsThrough(entrance, route).flatMap((host) =>
      rules.map((rule) =>
        openRoute({ ...shared, ...rule, host, auth: allAuth(entrance.auth, auth, rule.auth) }),
      ),
    )
  })
}

/** The routes of a TLSRoute, TCPRoute or UDPRoute: a port for a path, a protocol for a path type. */
export function streamRouteRoutes(
  route: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const pathType = owner.object.kind.replace(/Route$/, '')
  const backends = listIn(route, 'spec', 'rules').map((rule) => ruleBackends(rule, owner.object.namespace))
  return entrancesOf(route, owner, around).flatMap((entrance) =>
    hostsThrough(entrance, route).flatMap((host) =>
      backends.map((backend) =>
        openRoute({
          ...owner,
          ...through(entrance),
          host,
          path: `:${entrance.port || 'any'}`,
          pathType,
          backend: entrance.passes ? passedThrough(backend) : backend,
        }),
      ),
    ),
  )
}

function through({ tls, auth, class: name, via }: Entrance): Pick<Route, 'tls' | 'auth' | 'class' | 'via'> {
  return { tls, auth, class: name, via }
}

/** The route's hosts as far as the listener has them; all of the listener's when the route names none. */
function hostsThrough(entrance: Entrance, route: JsonObject): readonly string[] {
  return routeHosts(route).flatMap((host) => commonHost(host, entrance.host) ?? [])
}
