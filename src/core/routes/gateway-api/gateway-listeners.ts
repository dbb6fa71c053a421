import type { Json, JsonObject } from '../../model/json.ts'
import type { ObjectRef } from '../../model/object-ref.ts'
import type { Route } from '../../model/route.ts'
import { viaOf } from '../compare-routes.ts'
import { hostOf } from '../../model/hosts.ts'
import { hasIn, listIn, objectIn, textIn } from '../members.ts'
import type { Neighbour, Neighbours } from '../neighbours.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'

export const GATEWAY_API = 'gateway.networking.k8s.io'

/** A port at which a Gateway waits for connections, and for which routes. */
export interface Listener extends Pick<Route, 'tls' | 'auth' | 'class' | 'via'> {
  readonly name: string
  /** `*` for every host. */
  readonly host: string
  readonly port: string
  readonly protocol: string
  /** Whether TLS is passed on to the backend. */
  readonly passes: boolean
  readonly allowedRoutes: JsonObject
  /** The object in which it is written. */
  readonly holder: ObjectRef
}

/** The listeners of a Gateway: a port for a path, a protocol for a path type. */
export function gatewayRoutes(gateway: JsonObject, owner: RouteOwner): readonly Route[] {
  return rowsOf(gatewayListeners({ object: owner.object, value: gateway }), owner)
}

/** The listeners that a ListenerSet adds to its Gateway, when that one takes any. */
export function listenerSetRoutes(set: JsonObject, owner: RouteOwner, around: Neighbours): readonly Route[] {
  return rowsOf(listenerSetListeners({ object: owner.object, value: set }, around), owner)
}

/** The listeners of a Gateway itself. */
export function gatewayListeners({ object, value }: Neighbour): readonly Listener[] {
  const name = textIn(value, 'spec', 'gatewayClassName') || null
  return listenersIn(value, value, { class: name, via: [object], holder: object })
}

/** The listeners of a ListenerSet, with the class of its Gateway when that is known, else its name. */
export function listenerSetListeners(set: Neighbour, around: Neighbours): readonly Listener[] {
  const parent = objectIn(set.value, 'spec', 'parentRef')
  const namespace = textIn(parent, 'namespace') || set.object.namespace
  const name = textIn(parent, 'name')
  const { state, objects } = around.find(`${GATEWAY_API}/Gateway`, namespace, name)
  if (state === 'gone') return []
  if (objects.length === 0)
    return listenersIn(set.value, {}, { class: name || null, via: [set.object], holder: set.object })
  return objects
    .filter((gateway) => takesListeners(gateway, set.object))
    .flatMap((gateway) =>
      listenersIn(set.value, gateway.value, {
        class: textIn(gateway.value, 'spec', 'gatewayClassName') || null,
        via: viaOf([set.object, gateway.object]),
        holder: set.object,
      }),
    )
}

/** A Gateway takes listener sets only when it says so. */
function takesListeners(gateway: Neighbour, set: ObjectRef): boolean {
  const from = textIn(gateway.value, 'spec', 'allowedListeners', 'namespaces', 'from') || 'None'
  return from !== 'None' && (from !== 'Same' || gateway.object.namespace === set.namespace)
}

function listenersIn(
  holder: JsonObject,
  gateway: JsonObject,
  shared: Pick<Listener, 'class' | 'via' | 'holder'>,
): readonly Listener[] {
  return listIn(holder, 'spec', 'listeners').map((listener) => {
    const protocol = textIn(listener, 'protocol')
    const port = textIn(listener, 'port')
    const isTls = protocol === 'HTTPS' || protocol === 'TLS'
    const passes = isTls && textIn(listener, 'tls', 'mode') === 'Passthrough'
    const checked = checksClients(listener, gateway, port)
    return {
      ...shared,
      name: textIn(listener, 'name'),
      host: hostOf(textIn(listener, 'hostname')),
      port,
      protocol,
      tls: isTls && !passes,
      passes,
      auth: protocol === 'HTTPS' && !passes && checked ? 'client certificate' : null,
      allowedRoutes: objectIn(listener, 'allowedRoutes'),
    }
  })
}

/** Whether visitors need a certificate: by the listener as it was first, by port, or by default. */
function checksClients(listener: Json, gateway: JsonObject, port: string): boolean {
  const frontend = objectIn(gateway, 'spec', 'tls', 'frontend')
  const byPort = listIn(frontend, 'perPort').find((entry) => textIn(entry, 'port') === port)
  const validation = hasIn(listener, 'tls', 'frontendValidation')
    ? objectIn(listener, 'tls', 'frontendValidation')
    : objectIn(byPort === undefined ? objectIn(frontend, 'default') : objectIn(byPort, 'tls'), 'validation')
  const isChecked = listIn(validation, 'caCertificateRefs').length > 0
  return isChecked && textIn(validation, 'mode') !== 'AllowInsecureFallback'
}

function rowsOf(listeners: readonly Listener[], owner: RouteOwner): readonly Route[] {
  return listeners.map((listener) =>
    openRoute({
      ...owner,
      host: listener.host,
      path: `:${listener.port}`,
      pathType: listener.protocol,
      backend: 'the routes that attach',
      tls: listener.tls,
      auth: listener.auth,
      class: listener.class,
      via: listener.via.filter((object) => object !== owner.object),
    }),
  )
}
