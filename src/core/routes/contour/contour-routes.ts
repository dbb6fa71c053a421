import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { backendName, backendsText, passedThrough, redirectText } from '../backends.ts'
import { viaOf } from '../compare-routes.ts'
import { proxyAuth } from './contour-auth.ts'
import { type Inclusion, inclusionsOf, joinPaths, pathsIn, unknownIncludes } from './contour-includes.ts'
import { hostOf } from '../../model/hosts.ts'
import { hasIn, listIn, objectIn, textIn } from '../members.ts'
import type { Neighbours } from '../neighbours.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'
import { sourcesOf } from '../sources.ts'

/**
 * The routes of a Contour HTTPProxy: at its own virtual host, and at those of the proxies that include it. What is
 * included and not known counts as open at its place.
 */
export function httpProxyRoutes(proxy: JsonObject, owner: RouteOwner, around: Neighbours): readonly Route[] {
  const rows = inclusionsOf(proxy, owner, around).flatMap((inclusion) => {
    const shared = sharedBy(inclusion, owner)
    const routes = listIn(proxy, 'spec', 'routes').flatMap((route) =>
      routeRows(route, inclusion, shared, owner),
    )
    const others = unknownIncludes(proxy, owner, around).map(({ title, place }) =>
      openRoute({
        ...shared,
        ...joinPaths(inclusion.place, place),
        backend: `HTTPProxy ${title}`,
        auth: proxyAuth(inclusion.root, null),
        sources: sourcesIn(objectIn(inclusion.root, 'spec', 'virtualhost')),
      }),
    )
    const stream = hasIn(proxy, 'spec', 'tcpproxy') ? [streamRow(proxy, shared, owner)] : []
    // A proxy for TCP takes all that comes with TLS; its routes serve what comes without.
    const open = stream.length > 0 ? routes.filter((route) => !route.tls) : [...routes, ...others]
    return [...stream, ...open]
  })
  return rows
}

type Shared = RouteOwner & Pick<Route, 'host' | 'tls' | 'class' | 'via'>

function sharedBy({ root, via }: Inclusion, owner: RouteOwner): Shared {
  const annotations = annotationsOf(root)
  return {
    ...owner,
    host: hostOf(textIn(root, 'spec', 'virtualhost', 'fqdn')),
    tls: hasIn(root, 'spec', 'virtualhost', 'tls') && !passesTls(root),
    class:
      textIn(root, 'spec', 'ingressClassName') ||
      (annotations.get('projectcontour.io/ingress.class') ??
        annotations.get('kubernetes.io/ingress.class') ??
        null),
    via: viaOf(via),
  }
}

/** Without TLS it is the same only where a route permits it; else visitors are told to come back with TLS. */
function routeRows(route: Json, inclusion: Inclusion, shared: Shared, owner: RouteOwner): readonly Route[] {
  const row = openRoute({
    ...shared,
    ...joinPaths(inclusion.place, pathsIn(route)),
    backend: targetOf(route, owner.object.namespace),
    auth: proxyAuth(inclusion.root, route),
    sources: sourcesIn(route) ?? sourcesIn(objectIn(inclusion.root, 'spec', 'virtualhost')),
  })
  const isPlainToo = row.tls && objectIn(route)['permitInsecure'] === true
  return isPlainToo ? [row, { ...row, tls: false }] : [row]
}

function streamRow(proxy: JsonObject, shared: Shared, owner: RouteOwner): Route {
  const included = textIn(proxy, 'spec', 'tcpproxy', 'include', 'name')
  const services = backendsOf(objectIn(proxy, 'spec', 'tcpproxy'), owner.object.namespace)
  const backend = included === '' ? services : `HTTPProxy ${included}`
  const isPassed = passesTls(proxy)
  return openRoute({
    ...shared,
    path: ':443',
    pathType: 'TCP',
    backend: isPassed ? passedThrough(backend) : backend,
    sources: sourcesIn(objectIn(proxy, 'spec', 'virtualhost')),
  })
}

function passesTls(root: JsonObject): boolean {
  return objectIn(root, 'spec', 'virtualhost', 'tls')['passthrough'] === true
}

function targetOf(route: Json, namespace: string | null): string {
  if (hasIn(route, 'requestRedirectPolicy')) {
    const to = objectIn(route, 'requestRedirectPolicy')
    return redirectText({
      scheme: textIn(to, 'scheme'),
      host: textIn(to, 'hostname'),
      port: textIn(to, 'port'),
      path: textIn(to, 'path') || textIn(to, 'prefix'),
    })
  }
  const status = textIn(route, 'directResponsePolicy', 'statusCode')
  return status === '' ? backendsOf(route, namespace) : `answer ${status}`
}

function backendsOf(holder: Json, namespace: string | null): string {
  const backends = listIn(holder, 'services')
    .filter((service) => objectIn(service)['mirror'] !== true)
    .map((service) => ({
      name: backendName(textIn(service, 'name'), textIn(service, 'port'), '', namespace),
      weight: textIn(service, 'weight'),
    }))
  return backendsText(backends)
}

function sourcesIn(at: Json): readonly string[] | null {
  return sourcesOf(listIn(at, 'ipAllowPolicy').map((entry) => textIn(entry, 'cidr')))
}
