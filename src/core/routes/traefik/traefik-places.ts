import { maskText } from '../../diff/secrets/mask-text.ts'
import type { Route } from '../../model/route.ts'
import { conditionsText, fieldCondition } from '../conditions.ts'
import { hostOf } from '../../model/hosts.ts'
import { sourcesOf } from '../sources.ts'
import { type Matcher, parseTraefikRule } from './traefik-rule.ts'

/** Where a rule applies, and for whom. */
export type TraefikPlace = Pick<Route, 'host' | 'path' | 'pathType' | 'conditions' | 'sources'>

const HOSTS = ['host', 'hostheader', 'hostregexp', 'hostsni', 'hostsniregexp']
const PATHS: ReadonlyMap<string, string> = new Map([
  ['path', 'Path'],
  ['pathprefix', 'PathPrefix'],
  ['pathregexp', 'PathRegexp'],
])

/**
 * The places of a Traefik rule, one for each host and path that it lets through; what else it asks for is a
 * condition. A rule that says neither host nor path, or that cannot be read, is shown as it is written.
 */
export function traefikPlaces(match: string): readonly TraefikPlace[] {
  const alternatives = parseTraefikRule(match)
  const isPlaced = alternatives?.some((all) => all.some(isPlace)) ?? false
  if (!alternatives || !isPlaced)
    return [{ host: '*', path: masked(match), pathType: 'Rule', conditions: null, sources: null }]
  return alternatives.flatMap(placesOf)
}

function isPlace(matcher: Matcher): boolean {
  return !matcher.isNegated && (HOSTS.includes(word(matcher)) || PATHS.has(word(matcher)))
}

/** Names of matchers count in any case. */
function word({ name }: Matcher): string {
  return name.toLowerCase()
}

function placesOf(matchers: readonly Matcher[]): readonly TraefikPlace[] {
  const host = matchers.find((one) => !one.isNegated && HOSTS.includes(word(one)))
  const path = matchers.find((one) => !one.isNegated && PATHS.has(word(one)))
  const client = matchers.find((one) => !one.isNegated && word(one) === 'clientip')
  const others = matchers.filter((one) => one !== host && one !== path && one !== client)
  const written = host && isPattern(host) ? [host, ...others] : others
  const shared = {
    pathType: (path && PATHS.get(word(path))) ?? 'PathPrefix',
    conditions: conditionsText(written.map(conditionOf).toSorted()),
    sources: sourcesOf(client?.values ?? []),
  }
  const hosts = host
    ? host.values.map((value) => (isPattern(host) ? patternHost(value) : hostOf(value)))
    : ['*']
  return hosts.flatMap((at) => (path?.values ?? ['/']).map((value) => ({ ...shared, host: at, path: value })))
}

function isPattern(matcher: Matcher): boolean {
  return word(matcher).endsWith('regexp')
}

/** No name has more letters; of longer patterns the end would be looked for anew at every dot. */
const LONGEST_PATTERN = 1000

/** The hosts that a pattern is for: a wildcard when it ends in a plain domain, else every host. */
function patternHost(pattern: string): string {
  if (pattern.length > LONGEST_PATTERN) return '*'
  const old = /^\{[^{}]*\}(?<rest>\.[a-z\d.-]+)$/i.exec(pattern)?.groups?.['rest']
  const rest = old ?? /(?<rest>(?:\\\.[a-z\d-]+)+)\$$/i.exec(pattern)?.groups?.['rest']
  return rest === undefined ? '*' : hostOf(`*${rest.replaceAll('\\', '')}`)
}

function conditionOf({ name, values, isNegated }: Matcher): string {
  const [key = '', value = ''] = values
  const text = /^(?:header|query)/i.test(name)
    ? fieldCondition(name, key, value)
    : masked(`${name} ${values.join(' or ')}`)
  return isNegated ? `not ${text}` : text
}

function masked(text: string): string {
  return maskText(text, () => '***')
}
