import { maskText } from '../../diff/secrets/mask-text.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { backendName, backendsText } from '../backends.ts'
import { conditionsText } from '../conditions.ts'
import { hostOf } from '../../model/hosts.ts'
import { signInNames } from '../sign-in-names.ts'
import { listIn, objectIn, textIn, textsIn } from '../members.ts'
import { joinNames, openRoute, type Place, type RouteOwner } from '../open-route.ts'

/** The routes of a Skipper RouteGroup: hosts times routes. Predicates and methods are conditions. */
export function routeGroupRoutes(group: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(group, 'spec')
  const hosts = textsIn(spec, 'hosts').map(hostOf)
  const tls = listIn(spec, 'tls').flatMap((entry) => {
    const names = textsIn(entry, 'hosts').map(hostOf)
    return names.length > 0 ? names : hosts
  })
  const routes = listIn(spec, 'routes')
  const shared = { ...owner, class: annotationsOf(group).get('zalando.org/routegroup.class') ?? null }
  return (hosts.length > 0 ? hosts : ['*']).flatMap((host) =>
    (routes.length > 0 ? routes : [null]).map((route) =>
      openRoute({
        ...shared,
        ...placeOf(route),
        host,
        tls: tls.includes(host),
        backend: backendsOf(spec, route),
        auth: authOf(route),
      }),
    ),
  )
}

function placeOf(route: Json): Place {
  const pathType = ['path', 'pathSubtree', 'pathRegexp'].find((member) => textIn(route, member) !== '')
  return {
    path: pathType === undefined ? '/' : textIn(route, pathType),
    pathType: pathType ?? 'pathSubtree',
    conditions: conditionsText([
      ...textsIn(route, 'methods')
        .map((method) => `method ${method}`)
        .toSorted(),
      ...textsIn(route, 'predicates').toSorted(),
    ]),
  }
}

/** The backends that a route names, or the group's default ones, by what they stand for. */
function backendsOf(spec: JsonObject, route: Json): string {
  const own = listIn(route, 'backends')
  const used = own.length > 0 ? own : listIn(spec, 'defaultBackends')
  const known = listIn(spec, 'backends')
  const backends = used.map((one) => {
    const name = textIn(one, 'backendName')
    const backend = known.find((candidate) => textIn(candidate, 'name') === name) ?? null
    const service = textIn(backend, 'serviceName')
    const other = maskText(textIn(backend, 'address'), () => '***') || textIn(backend, 'type') || name
    return {
      name: service === '' ? other : backendName(service, textIn(backend, 'servicePort')),
      weight: textIn(one, 'weight'),
    }
  })
  return backendsText(backends)
}

/** Filters are told by the name before their arguments. */
function authOf(route: Json): string | null {
  const names = textsIn(route, 'filters').map((filter) => filter.replace(/\(.*/s, '').trim())
  return joinNames(signInNames(names).map((name) => `filter ${name}`))
}
