import type { Json, JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { hostOf } from './hosts.ts'
import { signInNames } from './ingress-auth.ts'
import { hasIn, listIn, objectIn, textIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'

/** The routes of a Traefik IngressRoute. A rule that is more than one host and one path is shown as it is written. */
export function ingressRouteRoutes(ingressRoute: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(ingressRoute, 'spec')
  return listIn(spec, 'routes').flatMap((route) =>
    placesOf(textIn(route, 'match')).map((place) =>
      openRoute({
        ...owner,
        ...place,
        backend: backendsOf(route),
        tls: hasIn(spec, 'tls'),
        auth: authOf(route),
        class:
          listIn(spec, 'entryPoints')
            .map((point) => textIn(point))
            .join(', ') || null,
      }),
    ),
  )
}

function placesOf(match: string): readonly Pick<Route, 'host' | 'path' | 'pathType'>[] {
  const simple = /^\s*Host\(([^()]*)\)\s*(?:&&\s*(Path|PathPrefix)\(([^()]*)\)\s*)?$/.exec(match)
  const hosts = quoted(simple?.[1])
  const paths = simple?.[3] === undefined ? ['/'] : quoted(simple[3])
  if (!simple || hosts.length === 0) return [{ host: '*', path: match, pathType: 'Rule' }]
  return hosts.flatMap((host) =>
    paths.map((path) => ({ host: hostOf(host), path, pathType: simple[2] ?? 'PathPrefix' })),
  )
}

function quoted(list: string | undefined): readonly string[] {
  return [...(list ?? '').matchAll(/[`"]([^`"]+)[`"]/g)].map((item) => item[1] ?? '')
}

function backendsOf(route: Json): string {
  const backends = listIn(route, 'services').map((service) => {
    const port = textIn(service, 'port')
    return textIn(service, 'name') + (port === '' ? '' : `:${port}`)
  })
  return backends.join(', ') || 'nothing'
}

function authOf(route: Json): string | null {
  const names = listIn(route, 'middlewares').map((middleware) => textIn(middleware, 'name'))
  return (
    signInNames(names)
      .map((name) => `middleware ${name}`)
      .join(', ') || null
  )
}
