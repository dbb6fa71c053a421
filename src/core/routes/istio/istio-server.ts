import type { Route } from '../../model/route.ts'
import type { IstioServer } from './istio-gateways.ts'
import type { RouteOwner } from '../open-route.ts'

/** What a route has from the server by which it comes in. */
export function through({
  tls,
  auth,
  class: name,
  via,
}: IstioServer): Pick<Route, 'tls' | 'auth' | 'class' | 'via'> {
  return { tls, auth, class: name, via }
}

/** Whether a match that names gateways or a port speaks of this server. */
export function isAt(
  server: IstioServer,
  gateways: readonly string[],
  port: string,
  owner: RouteOwner,
): boolean {
  if (port !== '' && server.port !== '' && port !== server.port) return false
  if (gateways.length === 0) return true
  const names = server.via.length === 0 ? (server.class ?? '').split(', ') : []
  const known = server.via
    .filter(({ kind }) => kind === 'Gateway')
    .flatMap(({ namespace, name }) => [
      `${namespace ?? ''}/${name}`,
      ...(namespace === owner.object.namespace ? [name] : []),
    ])
  return [...names, ...known].some((name) => gateways.includes(name))
}
