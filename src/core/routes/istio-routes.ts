import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { hostOf } from './hosts.ts'
import { listIn, objectIn, textIn, textsIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'

/** The servers of an Istio Gateway: a port for a path, a protocol for a path type. */
export function istioGatewayRoutes(gateway: JsonObject, owner: RouteOwner): readonly Route[] {
  return listIn(gateway, 'spec', 'servers').flatMap((server) => {
    const mode = textIn(server, 'tls', 'mode')
    return textsIn(server, 'hosts').map((host) =>
      openRoute({
        ...owner,
        // A host may be written `namespace/host`.
        host: hostOf(host.slice(host.indexOf('/') + 1)),
        path: `:${textIn(server, 'port', 'number')}`,
        pathType: textIn(server, 'port', 'protocol'),
        backend: 'the virtual services that attach',
        tls: mode !== '' && mode !== 'PASSTHROUGH',
        auth: mode === 'MUTUAL' ? 'client certificate' : null,
      }),
    )
  })
}

/** The HTTP routes of a VirtualService that hangs on a gateway; one without is for the mesh only. */
export function virtualServiceRoutes(service: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(service, 'spec')
  const gateways = textsIn(spec, 'gateways').filter((gateway) => gateway !== 'mesh')
  if (gateways.length === 0) return []
  return textsIn(spec, 'hosts').flatMap((host) =>
    listIn(spec, 'http').flatMap((rule) =>
      placesOf(rule).map((place) =>
        openRoute({
          ...owner,
          host: hostOf(host),
          ...place,
          backend: backendsOf(rule),
          class: gateways.join(', '),
        }),
      ),
    ),
  )
}

function placesOf(rule: Json): readonly Pick<Route, 'path' | 'pathType'>[] {
  const matches = listIn(rule, 'match')
  return (matches.length > 0 ? matches : [null]).map((match) => {
    const uri = isJsonObject(match) ? objectIn(match, 'uri') : {}
    const pathType = ['exact', 'prefix', 'regex'].find((type) => textIn(uri, type) !== '')
    return { path: pathType === undefined ? '/' : textIn(uri, pathType), pathType: pathType ?? 'prefix' }
  })
}

function backendsOf(rule: Json): string {
  const backends = listIn(rule, 'route').map((route) => {
    const port = textIn(route, 'destination', 'port', 'number')
    return textIn(route, 'destination', 'host') + (port === '' ? '' : `:${port}`)
  })
  return backends.join(', ') || 'nothing'
}
