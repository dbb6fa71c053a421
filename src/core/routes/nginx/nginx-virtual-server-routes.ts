import type { Json, JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import type { Route } from '../../model/route.ts'
import { passedThrough } from '../backends.ts'
import { hostOf } from '../../model/hosts.ts'
import { hasIn, listIn, textIn } from '../members.ts'
import { mayBeMore, type Neighbour, type Neighbours } from '../neighbours.ts'
import { answersOf, upstreamText } from './nginx-actions.ts'
import { nginxGuards } from './nginx-policies.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'
import { allGuards, type Guards } from '../guards.ts'

/** The routes of an NGINX VirtualServer. Those that a VirtualServerRoute serves are its own, when it is known. */
export function virtualServerRoutes(
  server: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const guards = nginxGuards(listIn(server, 'spec', 'policies'), owner.object, around)
  return listIn(server, 'spec', 'routes').flatMap((route) => {
    const child = textIn(route, 'route')
    if (child === '') return rowsOf(route, server, server, guards, owner, around)
    const [namespace, name] = childOf(child, owner.object)
    if (!mayBeMore(around.find('k8s.nginx.org/VirtualServerRoute', namespace, name))) return []
    return [{ ...rowAt(route, server, guards, owner), backend: `VirtualServerRoute ${child}` }]
  })
}

/** The routes of a VirtualServerRoute, at each VirtualServer that has it serve a path; none when none is known. */
export function virtualServerRouteRoutes(
  part: JsonObject,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const title = `${owner.object.namespace ?? ''}/${owner.object.name}`
  return around.referring('k8s.nginx.org/VirtualServer', title, partsIn).flatMap(({ object, value }) => {
    const uses = listIn(value, 'spec', 'routes').filter(
      (route) => childOf(textIn(route, 'route'), object).join('/') === title,
    )
    const server = nginxGuards(listIn(value, 'spec', 'policies'), object, around)
    return uses.flatMap((use) => {
      const own = nginxGuards(listIn(use, 'policies'), object, around)
      const guards = allGuards([{ ...server, via: [...server.via, object] }, own])
      return listIn(part, 'spec', 'subroutes').flatMap((route) =>
        rowsOf(route, part, value, guards, owner, around),
      )
    })
  })
}

function partsIn({ object, value }: Neighbour): readonly string[] {
  return listIn(value, 'spec', 'routes').map((route) => childOf(textIn(route, 'route'), object).join('/'))
}

/** The route of an NGINX TransportServer: a listener for a path, its protocol for a path type. */
export function transportServerRoutes(server: JsonObject, owner: RouteOwner): readonly Route[] {
  const protocol = textIn(server, 'spec', 'listener', 'protocol')
  const backend = upstreamText(textIn(server, 'spec', 'action', 'pass'), listIn(server, 'spec', 'upstreams'))
  return [
    openRoute({
      ...owner,
      host: hostOf(textIn(server, 'spec', 'host')),
      path: `:${textIn(server, 'spec', 'listener', 'name') || 'any'}`,
      pathType: protocol || 'TCP',
      backend: protocol === 'TLS_PASSTHROUGH' ? passedThrough(backend) : backend,
      tls: hasIn(server, 'spec', 'tls', 'secret'),
      class: textIn(server, 'spec', 'ingressClassName') || null,
    }),
  ]
}

function rowsOf(
  route: Json,
  holder: JsonObject,
  server: JsonObject,
  guards: Guards,
  owner: RouteOwner,
  around: Neighbours,
): readonly Route[] {
  const own = nginxGuards(listIn(route, 'policies'), owner.object, around)
  const row = rowAt(route, server, allGuards([guards, own]), owner)
  return answersOf(route, listIn(holder, 'spec', 'upstreams')).map((answer) => ({ ...row, ...answer }))
}

function rowAt(route: Json, server: JsonObject, guards: Guards, owner: RouteOwner): Route {
  const path = textIn(route, 'path') || '/'
  return openRoute({
    ...owner,
    ...guards,
    host: hostOf(textIn(server, 'spec', 'host')),
    path: path.replace(/^[=~*\s]+/, ''),
    pathType: path.startsWith('=') ? 'exact' : path.startsWith('~') ? 'regex' : 'prefix',
    tls: hasIn(server, 'spec', 'tls'),
    class: textIn(server, 'spec', 'ingressClassName') || null,
  })
}

function childOf(text: string, own: ObjectRef): readonly [namespace: string | null, name: string] {
  const slash = text.indexOf('/')
  return slash < 0 ? [own.namespace, text] : [text.slice(0, slash), text.slice(slash + 1)]
}
