import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { passedThrough } from '../backends.ts'
import { hostAt, type IstioServer } from './istio-gateways.ts'
import { istioBackends } from './istio-rules.ts'
import { isAt, through } from './istio-server.ts'
import { listIn, textIn, textsIn } from '../members.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'

/** Rules for TLS by the name that is asked for, and for TCP: a port for a path, a protocol for a path type. */
export function streamRows(server: IstioServer, service: JsonObject, owner: RouteOwner): readonly Route[] {
  return ['tls', 'tcp']
    .filter((member) => carries(server, member))
    .flatMap((member) =>
      listIn(service, 'spec', member).flatMap((rule) => {
        const backend = istioBackends(rule, owner.object.namespace)
        const to = member === 'tls' ? passedThrough(backend) : backend
        const shared = { ...owner, ...through(server), pathType: member.toUpperCase(), backend: to }
        return streamPlaces(rule, server, service, owner).map((at) => openRoute({ ...shared, ...at }))
      }),
    )
}

function carries(server: IstioServer, member: string): boolean {
  if (server.protocol === '') return true
  return member === 'tls' ? server.passes : !server.passes && STREAM.test(server.protocol)
}

/** Protocols that carry no HTTP. */
export const STREAM: RegExp = /^(?:TCP|TLS|MONGO|MYSQL)$/

function streamPlaces(
  rule: Json,
  server: IstioServer,
  service: JsonObject,
  owner: RouteOwner,
): readonly Pick<Route, 'host' | 'path'>[] {
  const matches = listIn(rule, 'match')
  return (matches.length > 0 ? matches : [null]).flatMap((match) => {
    const port = textIn(match, 'port')
    if (!isAt(server, textsIn(match, 'gateways'), port, owner)) return []
    const names = textsIn(match, 'sniHosts')
    const hosts = names.length > 0 ? names : textsIn(service, 'spec', 'hosts')
    return hosts
      .flatMap((host) => hostAt(server, host) ?? [])
      .map((host) => ({ host, path: `:${port || server.port || 'any'}` }))
  })
}
