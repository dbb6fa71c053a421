import type { Json, JsonObject } from '../../model/json.ts'
import type { Route } from '../../model/route.ts'
import { annotationsOf } from '../annotations.ts'
import { hostOf } from '../../model/hosts.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from '../members.ts'
import { openRoute, type RouteOwner } from '../open-route.ts'
import { sourcesOf, splitRanges } from '../sources.ts'

/**
 * The routes of a Service of type LoadBalancer or NodePort, and those of its external addresses. A route of a
 * Service has a port for a path (`:443`) and a protocol for a path type. An internal load balancer is one of the
 * class `internal`, so that making it public shows.
 */
export function serviceRoutes(service: JsonObject, owner: RouteOwner): readonly Route[] {
  const spec = objectIn(service, 'spec')
  const ways = waysIn(service)
  return listIn(spec, 'ports').flatMap((port) => {
    const at = { ...owner, pathType: textIn(port, 'protocol') || 'TCP', backend: backendOf(owner, port) }
    return ways.flatMap((way) => routesThrough(way, port).map((route) => openRoute({ ...at, ...route })))
  })
}

interface WayIn {
  readonly class: string
  readonly hosts: readonly string[]
  readonly sources: readonly string[] | null
  readonly port: 'port' | 'nodePort'
  /** Ports at which TLS ends, `*` for all of them. */
  readonly tls: readonly string[]
}

function waysIn(service: JsonObject): readonly WayIn[] {
  const spec = objectIn(service, 'spec')
  const type = textIn(spec, 'type')
  const ways: WayIn[] = []
  if (type === 'LoadBalancer') ways.push(loadBalancer(service))
  if (type === 'NodePort')
    ways.push({ class: 'NodePort', hosts: ['*'], sources: null, port: 'nodePort', tls: [] })
  const addresses = textsIn(spec, 'externalIPs')
  if (addresses.length > 0) {
    ways.push({ class: 'externalIPs', hosts: addresses.map(hostOf), sources: null, port: 'port', tls: [] })
  }
  return ways
}

function loadBalancer(service: JsonObject): WayIn {
  const spec = objectIn(service, 'spec')
  const annotations = annotationsOf(service)
  const names = splitRanges(annotations.get('external-dns.alpha.kubernetes.io/hostname') ?? '').filter(
    (name) => name !== '',
  )
  const annotated = splitRanges(
    annotations.get('service.beta.kubernetes.io/load-balancer-source-ranges') ?? '',
  )
  const ranges = hasIn(spec, 'loadBalancerSourceRanges')
    ? textsIn(spec, 'loadBalancerSourceRanges')
    : annotated
  return {
    class: isInternal(spec, annotations) ? 'internal' : textIn(spec, 'loadBalancerClass') || 'LoadBalancer',
    hosts: names.length > 0 ? names.map(hostOf) : ['*'],
    sources: sourcesOf(ranges),
    port: 'port',
    tls: annotations.has(`${AWS}-ssl-cert`) ? splitRanges(annotations.get(`${AWS}-ssl-ports`) ?? '*') : [],
  }
}

const AWS = 'service.beta.kubernetes.io/aws-load-balancer'

const INTERNAL: readonly (readonly [annotation: string, value: string])[] = [
  [`${AWS}-internal`, 'true'],
  [`${AWS}-scheme`, 'internal'],
  // The annotation as it was first: the one range for which it stood.
  [`${AWS}-internal`, '0.0.0.0/0'],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', 'true'],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', 'true'],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', 'true'],
  ['networking.gke.io/load-balancer-type', 'internal'],
  ['cloud.google.com/load-balancer-type', 'internal'],
]

function isInternal(spec: JsonObject, annotations: ReadonlyMap<string, string>): boolean {
  const isSaid = INTERNAL.some(([annotation, value]) => annotations.get(annotation)?.toLowerCase() === value)
  return isSaid || isInternalByDefault(spec, annotations)
}

/** The AWS Load Balancer Controller makes internal ones unless it is told to face the internet. */
function isInternalByDefault(spec: JsonObject, annotations: ReadonlyMap<string, string>): boolean {
  const isItsOwn =
    annotations.get(`${AWS}-type`) === 'external' ||
    textIn(spec, 'loadBalancerClass') === 'service.k8s.aws/nlb'
  return isItsOwn && !annotations.has(`${AWS}-scheme`) && !annotations.has(`${AWS}-internal`)
}

function routesThrough(
  way: WayIn,
  port: Json,
): readonly Pick<Route, 'host' | 'path' | 'tls' | 'sources' | 'class'>[] {
  const names = [textIn(port, 'port'), textIn(port, 'name'), '*']
  return way.hosts.map((host) => ({
    host,
    path: `:${textIn(port, way.port) || 'any'}`,
    tls: names.some((name) => name !== '' && way.tls.includes(name)),
    sources: way.sources,
    class: way.class,
  }))
}

function backendOf(owner: RouteOwner, port: Json): string {
  return `${owner.object.name}:${textIn(port, 'port')}`
}
