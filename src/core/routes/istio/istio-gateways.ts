import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { hostOf } from '../../model/hosts.ts'
import { commonHost } from '../hosts.ts'
import { listIn, objectIn, textIn, textsIn } from '../members.ts'
import { mayBeMore, type Neighbour, type Neighbours } from '../neighbours.ts'
import { joinNames, openRoute, type RouteOwner } from '../open-route.ts'

/** A host at a server of an Istio Gateway, or a gateway that nobody here knows. */
export interface IstioServer extends Pick<Route, 'tls' | 'auth' | 'class' | 'via'> {
  readonly host: string
  /** Of which namespace virtual services may use the host: `*` any, `.` the Gateway's. */
  readonly namespace: string
  /** Empty when it is not known. */
  readonly port: string
  /** Empty when it is not known. */
  readonly protocol: string
  /** Whether TLS is passed on to the backend. */
  readonly passes: boolean
  /** Whether plain requests are only told to come back with TLS. */
  readonly redirects: boolean
}

/** The servers of an Istio Gateway: a port for a path, a protocol for a path type. */
export function istioGatewayRoutes(gateway: JsonObject, owner: RouteOwner): readonly Route[] {
  return serversOf({ object: owner.object, value: gateway }).map((server) =>
    openRoute({
      ...owner,
      host: server.host,
      path: `:${server.port}`,
      pathType: server.protocol,
      backend: server.redirects ? 'redirect to https' : 'the virtual services that attach',
      tls: server.tls,
      auth: server.auth,
      class: server.class,
    }),
  )
}

/** The servers behind the gateways that a virtual service names; `mesh` is no way in from outside. */
export function serversFor(
  gateways: readonly string[],
  owner: RouteOwner,
  around: Neighbours,
): readonly IstioServer[] {
  const own = owner.object.namespace
  const known: IstioServer[] = []
  const unknown: string[] = []
  for (const gateway of gateways.filter((name) => name !== 'mesh')) {
    const [namespace, name] = gatewayName(gateway, own)
    const found = around.find('networking.istio.io/Gateway', namespace, name)
    known.push(
      ...found.objects.flatMap((object) => serversOf(object).filter((one) => isFor(one, own, object))),
    )
    const isEmpty = found.objects.every((object) => serversOf(object).length === 0)
    if (mayBeMore(found) || (found.state === 'whole' && isEmpty)) unknown.push(gateway)
  }
  return unknown.length === 0 ? known : [...known, unknownServer(unknown)]
}

/** The host that a virtual service has at a server; null when the server does not serve it. */
export function hostAt(server: IstioServer, host: string): string | null {
  return commonHost(hostOf(host), server.host)
}

/** `namespace/name`, the older `name.namespace.svc.cluster.local`, or a name in the own namespace. */
function gatewayName(text: string, own: string | null): readonly [namespace: string | null, name: string] {
  const [namespace, name] = text.split('/')
  if (namespace !== undefined && name !== undefined) return [namespace, name]
  const [short = '', place] = text.split('.')
  return [place ?? own, short]
}

function isFor(server: IstioServer, namespace: string | null, gateway: Neighbour): boolean {
  if (server.namespace === '*') return true
  return (server.namespace === '.' ? gateway.object.namespace : server.namespace) === namespace
}

function serversOf({ object, value }: Neighbour): readonly IstioServer[] {
  const labels = Object.entries(objectIn(value, 'spec', 'selector')).map(
    ([key, label]) => `${key}=${typeof label === 'string' ? label : '?'}`,
  )
  const shared = { class: joinNames(labels), via: [object] }
  return listIn(value, 'spec', 'servers').flatMap((server) =>
    textsIn(server, 'hosts').map((host) => ({ ...shared, ...serverOf(server), ...hostIn(host) })),
  )
}

function serverOf(server: Json): Omit<IstioServer, 'host' | 'namespace' | 'class' | 'via'> {
  const mode = textIn(server, 'tls', 'mode')
  const passes = mode.endsWith('PASSTHROUGH')
  return {
    port: textIn(server, 'port', 'number'),
    protocol: textIn(server, 'port', 'protocol'),
    tls: mode !== '' && !passes,
    passes,
    redirects: objectIn(server, 'tls')['httpsRedirect'] === true && mode === '',
    auth: mode === 'MUTUAL' || mode === 'ISTIO_MUTUAL' ? 'client certificate' : null,
  }
}

/** A host may be written `namespace/host`. */
function hostIn(host: string): Pick<IstioServer, 'host' | 'namespace'> {
  const slash = host.indexOf('/')
  return { host: hostOf(host.slice(slash + 1)), namespace: slash < 0 ? '*' : host.slice(0, slash) }
}

function unknownServer(gateways: readonly string[]): IstioServer {
  return {
    host: '*',
    namespace: '*',
    port: '',
    protocol: '',
    tls: false,
    passes: false,
    redirects: false,
    auth: null,
    class: joinNames(gateways),
    via: [],
  }
}
