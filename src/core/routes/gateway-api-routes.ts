import type { Json, JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { hostOf } from './hosts.ts'
import { listIn, objectIn, textIn, textsIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'

/** The listeners of a Gateway: a port for a path, a protocol for a path type. */
export function gatewayListenerRoutes(gateway: JsonObject, owner: RouteOwner): readonly Route[] {
  return listIn(gateway, 'spec', 'listeners').map((listener) => {
    const protocol = textIn(listener, 'protocol')
    const passes = textIn(listener, 'tls', 'mode') === 'Passthrough'
    return openRoute({
      ...owner,
      host: hostOf(textIn(listener, 'hostname')),
      path: `:${textIn(listener, 'port')}`,
      pathType: protocol,
      backend: 'the routes that attach',
      tls: (protocol === 'HTTPS' || protocol === 'TLS') && !passes,
      class: textIn(gateway, 'spec', 'gatewayClassName') || null,
    })
  })
}

/**
 * The routes of an HTTPRoute or GRPCRoute: host names times matches. TLS is the Gateway's affair: it counts when
 * every parent is named by a section or port that speaks of it.
 */
export function httpRouteRoutes(route: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(route, 'spec')
  const hosts = textsIn(spec, 'hostnames')
  const parents = listIn(spec, 'parentRefs')
  const shared = {
    ...owner,
    tls: parents.length > 0 && parents.every(speaksTls),
    class: parents.map((parent) => textIn(parent, 'name')).join(', ') || null,
  }
  return (hosts.length > 0 ? hosts : ['*']).flatMap((host) =>
    listIn(spec, 'rules').flatMap((rule) => {
      const backend = backendsOf(rule)
      return placesOf(rule).map((place) => openRoute({ ...shared, host: hostOf(host), ...place, backend }))
    }),
  )
}

function speaksTls(parent: Json): boolean {
  return /https|tls/i.test(textIn(parent, 'sectionName')) || textIn(parent, 'port') === '443'
}

function placesOf(rule: Json): readonly Pick<Route, 'path' | 'pathType'>[] {
  const matches = listIn(rule, 'matches')
  return (matches.length > 0 ? matches : [null]).map((match) => {
    const service = textIn(match, 'method', 'service')
    if (service !== '')
      return { path: `/${service}/${textIn(match, 'method', 'method')}`, pathType: 'Method' }
    return {
      path: textIn(match, 'path', 'value') || '/',
      pathType: textIn(match, 'path', 'type') || 'PathPrefix',
    }
  })
}

function backendsOf(rule: Json): string {
  const backends = listIn(rule, 'backendRefs').map((backend) => {
    const port = textIn(backend, 'port')
    return textIn(backend, 'name') + (port === '' ? '' : `:${port}`)
  })
  return backends.join(', ') || 'nothing'
}
