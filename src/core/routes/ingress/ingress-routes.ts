import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { redirectText } from '../backends.ts'
import { viaOf } from '../compare-routes.ts'
import { allGuards, type Guards } from '../guards.ts'
import { hostOf } from '../../model/hosts.ts'
import { ingressAuth, ingressGuards, isEitherEnough } from './ingress-auth.ts'
import { backendOf, targetOf } from './ingress-backends.ts'
import { aliasHosts, wwwHost } from './ingress-hosts.ts'
import { ingressSources } from './ingress-sources.ts'
import { tlsOf } from './ingress-tls.ts'
import { listIn, objectIn, textIn } from '../members.ts'
import { masterOf } from './mergeable-ingress.ts'
import type { Neighbours } from '../neighbours.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'

/** The routes of an Ingress: rules times paths, what takes the rest, and the hosts that annotations add. */
export function ingressRoutes(ingress: JsonObject, owner: RouteOwner, around: Neighbours): readonly Route[] {
  const annotations = annotationsOf(ingress)
  const spec = objectIn(ingress, 'spec')
  const { auth, sources, via } = guardsOf(annotations, owner, around)
  const ingressClass =
    textIn(spec, 'ingressClassName') || (annotations.get('kubernetes.io/ingress.class') ?? null)
  const shared = {
    ...owner,
    auth: auth !== null && isEitherEnough(annotations) ? `${auth} (or an allowed source)` : auth,
    class: ingressClass,
  }
  const role = annotations.get('nginx.org/mergeable-ingress-type')
  const master = role === 'minion' ? masterOf(ingressClass, around) : null
  const isTls = tlsOf(spec, annotations)
  return placesOf(spec, annotations, role === 'master').map(({ backend, written, ...place }) => {
    const head = master ? master(place.host) : { tls: isTls(place.host), via: [] }
    const target = targetOf(backend, written, annotations, sources)
    return openRoute({ ...shared, ...place, ...target, tls: head.tls, via: viaOf([...via, ...head.via]) })
  })
}

interface IngressPlace extends Pick<Route, 'host' | 'path' | 'pathType'> {
  readonly backend: Json
  /** The backend as it is written. */
  readonly written: string
}

function placesOf(
  spec: JsonObject,
  annotations: ReadonlyMap<string, string>,
  isMaster: boolean,
): readonly IngressPlace[] {
  const backend = spec['defaultBackend'] ?? spec['backend'] ?? null
  const fallback = backendOf(backend)
  const aliases = aliasHosts(annotations)
  const rest = isMaster ? 'the minions' : (fallback ?? 'the default backend')
  const places = listIn(spec, 'rules').flatMap((rule) => {
    const hosts = [hostOf(textIn(rule, 'host')), ...aliases]
    const served = hosts.flatMap((host) => pathsOf(rule, backend, rest).map((place) => ({ ...place, host })))
    return [...served, ...hosts.flatMap((host) => wwwPlace(host, annotations))]
  })
  if (fallback === null) return places
  return [...places, { host: '*', path: '/', pathType: 'Default', backend, written: fallback }]
}

/** The paths of a rule; a rule without any sends its host to what takes the rest. */
function pathsOf(rule: Json, fallback: Json, rest: string): readonly Omit<IngressPlace, 'host'>[] {
  const paths = listIn(rule, 'http', 'paths')
  if (paths.length === 0) return [{ path: '/', pathType: 'Default', backend: fallback, written: rest }]
  return paths.map((path) => {
    const backend = objectIn(path, 'backend')
    return {
      path: textIn(path, 'path') || '/',
      pathType: textIn(path, 'pathType') || 'ImplementationSpecific',
      backend,
      written: backendOf(backend) ?? 'nothing',
    }
  })
}

function wwwPlace(host: string, annotations: ReadonlyMap<string, string>): readonly IngressPlace[] {
  const other = wwwHost(host, annotations)
  if (other === null) return []
  return [{ host: other, path: '/', pathType: 'Prefix', backend: null, written: redirectText({ host }) }]
}

function guardsOf(annotations: ReadonlyMap<string, string>, owner: RouteOwner, around: Neighbours): Guards {
  const own = { auth: ingressAuth(annotations), sources: ingressSources(annotations), via: [] }
  return allGuards([own, ...ingressGuards(annotations, owner, around)])
}
