import type { Json, JsonObject } from '../../model/json.ts'
import { albListensTls } from './alb-actions.ts'
import { coversHost, hostOf } from '../../model/hosts.ts'
import { listIn, textsIn } from '../members.ts'

const TLS_ANNOTATIONS = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'networking.gke.io/managed-certificates',
  'networking.gke.io/certmap',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
]

/** Whether TLS ends for a host: an entry without hosts is for all of them. Where it passes through, it does not. */
export function tlsOf(spec: JsonObject, annotations: ReadonlyMap<string, string>): (host: string) => boolean {
  if (passesTls(annotations)) return () => false
  const everywhere =
    TLS_ANNOTATIONS.some((name) => annotations.has(name)) ||
    annotations.get('traefik.ingress.kubernetes.io/router.tls') === 'true' ||
    albListensTls(annotations)
  const patterns = certifiedHosts(listIn(spec, 'tls'))
  return (host) => everywhere || patterns.some((pattern) => coversHost(pattern, host))
}

/** Whether TLS is passed on to the backend as it comes in. */
export function passesTls(annotations: ReadonlyMap<string, string>): boolean {
  return PASSTHROUGH.some((name) => annotations.get(name) === 'true')
}

const PASSTHROUGH = [
  'nginx.ingress.kubernetes.io/ssl-passthrough',
  'haproxy-ingress.github.io/ssl-passthrough',
  'haproxy.org/ssl-passthrough',
]

/** The hosts of TLS entries; `*` for one that names none. */
export function certifiedHosts(entries: readonly Json[]): readonly string[] {
  return entries.flatMap((entry) => {
    const hosts = textsIn(entry, 'hosts')
    return hosts.length === 0 ? ['*'] : hosts.map(hostOf)
  })
}
