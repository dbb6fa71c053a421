import { hostOf } from '../../model/hosts.ts'
import { splitRanges } from '../sources.ts'

const ALIASES = ['nginx.ingress.kubernetes.io/server-alias', 'haproxy-ingress.github.io/server-alias']

/** Hosts that serve the same as those of the rules. */
export function aliasHosts(annotations: ReadonlyMap<string, string>): readonly string[] {
  return ALIASES.flatMap((name) => splitRanges(annotations.get(name) ?? ''))
    .filter((alias) => alias !== '')
    .map(hostOf)
}

/** The host that only leads to this one: with `www.` when this one has none, and the other way round. Null for none. */
export function wwwHost(host: string, annotations: ReadonlyMap<string, string>): string | null {
  if (annotations.get('nginx.ingress.kubernetes.io/from-to-www-redirect') !== 'true') return null
  if (host.startsWith('*')) return null
  return host.startsWith('www.') ? host.slice('www.'.length) : `www.${host}`
}
