import { maskText } from '../../diff/secrets/mask-text.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { viaOf } from '../compare-routes.ts'
import { conditionsText, fieldCondition } from '../conditions.ts'
import { hostOf } from '../../model/hosts.ts'
import { commonHost } from '../hosts.ts'
import { hasIn, objectIn, textIn } from '../members.ts'
import type { Neighbours } from '../neighbours.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'

/** The route of an Emissary (Ambassador) Mapping, with TLS when a Host that is known has a certificate for it. */
export function mappingRoutes(mapping: JsonObject, owner: RouteOwner, around: Neighbours): readonly Route[] {
  const spec = objectIn(mapping, 'spec')
  const host = hostOf(textIn(spec, 'hostname') || textIn(spec, 'host'))
  const hosts = around
    .all('getambassador.io/Host')
    .filter(({ value }) => commonHost(host, hostOf(textIn(value, 'spec', 'hostname'))) === host)
  const headers = Object.entries(objectIn(spec, 'headers')).map(([name, value]) =>
    fieldCondition('header', name, typeof value === 'string' ? value : ''),
  )
  const method = textIn(spec, 'method')
  return [
    openRoute({
      ...owner,
      host,
      path: textIn(spec, 'prefix') || '/',
      pathType: spec['prefix_regex'] === true ? 'regex' : 'prefix',
      conditions: conditionsText([method === '' ? '' : `method ${method}`, ...headers.toSorted()]),
      backend: maskText(textIn(spec, 'service') || 'nothing', () => '***'),
      tls: hosts.some(({ value }) => hasIn(value, 'spec', 'tlsSecret')),
      class: textIn(spec, 'ambassador_id') || null,
      via: viaOf(hosts.map(({ object }) => object)),
    }),
  ]
}
