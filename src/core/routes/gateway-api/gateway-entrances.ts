import type { Json, JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import type { Route } from '../../model/route.ts'
import { GATEWAY_API, gatewayListeners, type Listener, listenerSetListeners } from './gateway-listeners.ts'
import { hostOf } from '../../model/hosts.ts'
import { commonHost, isTemplate } from '../hosts.ts'
import { listIn, textIn, textsIn } from '../members.ts'
import type { Found, Neighbours } from '../neighbours.ts'
import { joinNames, type RouteOwner } from '../open-route.ts'

/** A way in to a route: a listener that takes it, or parents that nobody here knows. */
export interface Entrance extends Pick<Route, 'tls' | 'auth' | 'class' | 'via'> {
  /** The listener's; empty when it is not known. */
  readonly name: string
  /** `*` for every host. */
  readonly host: string
  /** Empty when it is not known. */
  readonly port: string
  /** Whether TLS is passed on to the backend. */
  readonly passes: boolean
}

/**
 * The ways in to a route of the Gateway API, by its parents. A listener counts when it takes the route; a parent
 * that is not known counts as open, with TLS when it is named by a section or port that speaks of it. Services as
 * parents are the mesh: no way in from outside.
 */
export function entrancesOf(route: JsonObject, owner: RouteOwner, around: Neighbours): readonly Entrance[] {
  const parents = listIn(route, 'spec', 'parentRefs')
  if (parents.length === 0) return [unknownEntrance([])]
  const known: Entrance[] = []
  const unknown: Json[] = []
  for (const parent of parents.filter((one) => !isMesh(one))) {
    const { state, listeners } = parentOf(parent, owner.object, around)
    const taking = listeners.filter((listener) => takes(listener, parent, route, owner.object))
    known.push(...taking)
    if (state === 'unknown' || (state === 'partial' && taking.length === 0)) unknown.push(parent)
  }
  return unknown.length === 0 ? known : [...known, unknownEntrance(unknown)]
}

/** The hosts that a route names; every host when it names none. */
export function routeHosts(route: JsonObject): readonly string[] {
  const hosts = textsIn(route, 'spec', 'hostnames').map(hostOf)
  return hosts.length > 0 ? hosts : ['*']
}

function isMesh(parent: Json): boolean {
  const kind = textIn(parent, 'kind')
  return kind === 'Service' || kind === 'ServiceEntry'
}

function parentOf(
  parent: Json,
  route: ObjectRef,
  around: Neighbours,
): { readonly state: Found['state']; readonly listeners: readonly Listener[] } {
  const group = textIn(parent, 'group') || GATEWAY_API
  const kind = textIn(parent, 'kind') || 'Gateway'
  const namespace = textIn(parent, 'namespace') || route.namespace
  const { state, objects } = around.find(`${group}/${kind}`, namespace, textIn(parent, 'name'))
  const isSet = kind === 'ListenerSet' || kind === 'XListenerSet'
  const listeners = objects.flatMap((object) =>
    isSet ? listenerSetListeners(object, around) : gatewayListeners(object),
  )
  const isEmpty = objects.every(({ value }) => listIn(value, 'spec', 'listeners').length === 0)
  // A Gateway has listeners: one without is only a piece of it.
  return { state: state === 'whole' && isEmpty && !isSet ? 'unknown' : state, listeners }
}

/** Which routes a protocol carries; one of the implementation's own may carry any. */
const CARRIED: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute', 'TCPRoute']],
  ['TCP', ['TCPRoute']],
  ['UDP', ['UDPRoute']],
])

function takes(listener: Listener, parent: Json, route: JsonObject, ref: ObjectRef): boolean {
  const [section, port] = [textIn(parent, 'sectionName'), textIn(parent, 'port')]
  const kinds = listIn(listener.allowedRoutes, 'kinds').map((kind) => textIn(kind, 'kind'))
  return (
    isNamed(section, listener.name) &&
    isNamed(port, listener.port) &&
    (kinds.length === 0 || kinds.includes(ref.kind)) &&
    (CARRIED.get(listener.protocol)?.includes(ref.kind) ?? true) &&
    takesNamespace(listener, route, ref) &&
    routeHosts(route).some((host) => commonHost(host, listener.host) !== null)
  )
}

/** What is not written is any, and so may be what another tool completes. */
function isNamed(asked: string, name: string): boolean {
  return asked === '' || asked === name || isTemplate(asked) || isTemplate(name)
}

/** Labels of namespaces are not known, and a namespace that is not written may be set by whoever applies the route. */
function takesNamespace(listener: Listener, route: JsonObject, ref: ObjectRef): boolean {
  const from = textIn(listener.allowedRoutes, 'namespaces', 'from') || 'Same'
  if (from === 'None') return false
  if (from !== 'Same' || textIn(route, 'metadata', 'namespace') === '') return true
  return listener.holder.namespace === ref.namespace
}

function unknownEntrance(parents: readonly Json[]): Entrance {
  return {
    name: '',
    host: '*',
    port: '',
    tls: parents.length > 0 && parents.every(speaksTls),
    passes: false,
    auth: null,
    class: joinNames(parents.map((parent) => textIn(parent, 'name'))),
    via: [],
  }
}

function speaksTls(parent: Json): boolean {
  return /https|tls/i.test(textIn(parent, 'sectionName')) || textIn(parent, 'port') === '443'
}
