import type { Json, JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { hostOf } from './hosts.ts'
import { hasIn, listIn, objectIn, textIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'
import { sourcesOf } from './sources.ts'

/** The routes of a Contour HTTPProxy. One without a virtual host is reached only through the one that includes it. */
export function httpProxyRoutes(proxy: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(proxy, 'spec')
  if (!hasIn(spec, 'virtualhost')) return []
  const host = hostOf(textIn(spec, 'virtualhost', 'fqdn'))
  const shared = {
    ...owner,
    host,
    tls: hasIn(spec, 'virtualhost', 'tls') && textIn(spec, 'virtualhost', 'tls', 'passthrough') !== 'true',
    class: textIn(spec, 'ingressClassName') || null,
  }
  return listIn(spec, 'routes').map((route) =>
    openRoute({
      ...shared,
      ...placeOf(route),
      backend: backendsOf(route),
      auth: authOf(spec, route),
      sources: sourcesIn(route) ?? sourcesIn(objectIn(spec, 'virtualhost')),
    }),
  )
}

function placeOf(route: Json): Pick<Route, 'path' | 'pathType'> {
  const conditions = listIn(route, 'conditions')
  for (const pathType of ['exact', 'prefix', 'regex']) {
    const parts = conditions.map((condition) => textIn(condition, pathType)).filter((part) => part !== '')
    if (parts.length > 0) return { path: parts.join(''), pathType }
  }
  return { path: '/', pathType: 'prefix' }
}

function authOf(spec: JsonObject, route: Json): string | null {
  const authorization = objectIn(spec, 'virtualhost', 'authorization')
  const isOff = objectIn(route, 'authPolicy')['disabled'] === true
  const server = textIn(authorization, 'extensionRef', 'name')
  return hasIn(spec, 'virtualhost', 'authorization') && !isOff ? `authorization ${server}`.trim() : null
}

function sourcesIn(at: Json): readonly string[] | null {
  return sourcesOf(listIn(at, 'ipAllowPolicy').map((entry) => textIn(entry, 'cidr')))
}

function backendsOf(route: Json): string {
  const backends = listIn(route, 'services').map(
    (service) => `${textIn(service, 'name')}:${textIn(service, 'port')}`,
  )
  return backends.join(', ') || 'nothing'
}
