import type { Json, JsonObject } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { annotationsOf } from './annotations.ts'
import { coversHost, hostOf } from './hosts.ts'
import { ingressAuth } from './ingress-auth.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from './members.ts'
import { openRoute, type RouteOwner } from './open-route.ts'
import { sourcesOf, splitRanges } from './sources.ts'

/**
 * The routes of an Ingress: rules times paths, what takes the rest, and the hosts that a server alias adds. Source
 * ranges are looked for under any prefix, because controllers let people choose theirs.
 */
export function ingressRoutes(ingress: JsonObject, owner: RouteOwner): readonly Route[] {
  const annotations = annotationsOf(ingress)
  const spec = objectIn(ingress, 'spec')
  const shared = {
    ...owner,
    auth: ingressAuth(annotations),
    sources: ingressSources(annotations),
    class: textIn(spec, 'ingressClassName') || (annotations.get('kubernetes.io/ingress.class') ?? null),
  }
  const fallback = backendOf(spec['defaultBackend'] ?? spec['backend'] ?? null)
  const aliases = splitRanges(serverAlias(annotations)).filter((alias) => alias !== '')
  const places = listIn(spec, 'rules').flatMap((rule) => {
    const hosts = [textIn(rule, 'host'), ...aliases]
    return hosts.flatMap((host) =>
      placesOf(rule, fallback).map((place) => ({ ...place, host: hostOf(host) })),
    )
  })
  if (fallback !== null) places.push({ host: '*', path: '/', pathType: 'Default', backend: fallback })
  const isTls = tlsOf(spec, annotations)
  return places.map((place) => openRoute({ ...shared, ...place, tls: isTls(place.host) }))
}

interface Place {
  readonly path: string
  readonly pathType: string
  readonly backend: string
}

/** The paths of a rule; a rule without any sends its host to what takes the rest. */
function placesOf(rule: Json, fallback: string | null): readonly Place[] {
  const paths = listIn(rule, 'http', 'paths')
  if (paths.length === 0)
    return [{ path: '/', pathType: 'Default', backend: fallback ?? 'the default backend' }]
  return paths.map((path) => ({
    path: textIn(path, 'path') || '/',
    pathType: textIn(path, 'pathType') || 'ImplementationSpecific',
    backend: backendOf(objectIn(path, 'backend')) ?? 'nothing',
  }))
}

/** `service:port` in the form of v1 or of the versions before it, or the kind and name of a resource. */
function backendOf(backend: Json): string | null {
  const service = textIn(backend, 'service', 'name') || textIn(backend, 'serviceName')
  const port =
    textIn(backend, 'service', 'port', 'number') ||
    textIn(backend, 'service', 'port', 'name') ||
    textIn(backend, 'servicePort')
  if (service !== '') return port === '' ? service : `${service}:${port}`
  const resource = objectIn(backend, 'resource')
  return hasIn(resource, 'name') ? `${textIn(resource, 'kind')}/${textIn(resource, 'name')}` : null
}

const TLS_ANNOTATIONS = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'networking.gke.io/managed-certificates',
]

/** Whether TLS ends for a host: an entry without hosts is for all of them. */
function tlsOf(spec: JsonObject, annotations: ReadonlyMap<string, string>): (host: string) => boolean {
  const everywhere =
    TLS_ANNOTATIONS.some((name) => annotations.has(name)) ||
    annotations.get('traefik.ingress.kubernetes.io/router.tls') === 'true'
  const patterns = listIn(spec, 'tls').flatMap((entry) => {
    const hosts = textsIn(entry, 'hosts')
    return hosts.length === 0 ? ['*'] : hosts.map(hostOf)
  })
  return (host) => everywhere || patterns.some((pattern) => coversHost(pattern, host))
}

function serverAlias(annotations: ReadonlyMap<string, string>): string {
  return annotations.get('nginx.ingress.kubernetes.io/server-alias') ?? ''
}

const SOURCE_RANGES = [
  'allowlist-source-range',
  'whitelist-source-range',
  'inbound-cidrs',
  'allow-list',
  'whitelist',
]

function ingressSources(annotations: ReadonlyMap<string, string>): readonly string[] | null {
  for (const name of SOURCE_RANGES) {
    const found = [...annotations].find(([key]) => key.slice(key.indexOf('/') + 1) === name)
    if (found) return sourcesOf(splitRanges(found[1]))
  }
  return null
}
