import { sourcesOf, splitRanges } from '../sources.ts'

/** The names of annotations with allowed source ranges, whatever the prefix. The first that is there counts. */
const NAMES = ['allowlist-source-range', 'whitelist-source-range', 'inbound-cidrs', 'allow-list', 'whitelist']

/** Who may reach an Ingress. Ranges are looked for under any prefix, because controllers let people choose theirs. */
export function ingressSources(annotations: ReadonlyMap<string, string>): readonly string[] | null {
  for (const name of NAMES) {
    const keys = [...annotations.keys()].filter((key) => key.slice(key.indexOf('/') + 1) === name)
    if (keys.length > 0) return sourcesOf(keys.flatMap((key) => splitRanges(annotations.get(key) ?? '')))
  }
  return null
}
