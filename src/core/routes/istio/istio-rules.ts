import type { Json } from '../../model/json.ts'
import { backendName, backendsText, redirectText } from '../backends.ts'
import { conditionsText, fieldCondition } from '../conditions.ts'
import { hasIn, listIn, objectIn, textIn, textsIn } from '../members.ts'
import type { Place } from '../open-route.ts'

/** A place where a rule of a VirtualService applies, and at which gateways and port if not at all of them. */
export interface IstioPlace extends Place {
  readonly gateways: readonly string[]
  readonly port: string
}

/** Where an HTTP rule applies: one place for each of its matches. */
export function httpPlaces(rule: Json): readonly IstioPlace[] {
  const matches = listIn(rule, 'match')
  return (matches.length > 0 ? matches : [null]).map((match) => {
    const uri = objectIn(match, 'uri')
    const pathType = ['exact', 'prefix', 'regex'].find((type) => textIn(uri, type) !== '') ?? 'prefix'
    return {
      path: textIn(uri, pathType) || '/',
      pathType,
      conditions: conditionsText([
        ...['method', 'authority', 'scheme'].map((member) => stringMatch(member, objectIn(match, member))),
        ...fieldMatches(match, 'headers', 'header'),
        ...fieldMatches(match, 'queryParams', 'query'),
        ...fieldMatches(match, 'withoutHeaders', 'without header'),
      ]),
      gateways: textsIn(match, 'gateways'),
      port: textIn(match, 'port'),
    }
  })
}

/** Where an HTTP rule leads: a redirect, an answer, or backends as seen from the namespace. */
export function httpTarget(rule: Json, namespace: string | null): string {
  if (hasIn(rule, 'redirect')) {
    const to = objectIn(rule, 'redirect')
    return redirectText({
      scheme: textIn(to, 'scheme'),
      host: textIn(to, 'authority'),
      port: textIn(to, 'port'),
      path: textIn(to, 'uri'),
    })
  }
  const status = textIn(rule, 'directResponse', 'status')
  return status === '' ? istioBackends(rule, namespace) : `answer ${status}`
}

/** The destinations of a rule, services of the own namespace by their short name. */
export function istioBackends(rule: Json, namespace: string | null): string {
  const backends = listIn(rule, 'route').map((route) => {
    const to = objectIn(route, 'destination')
    const host = shortName(textIn(to, 'host') || textIn(to, 'name'), namespace)
    const subset = textIn(to, 'subset')
    const name = backendName(host, textIn(to, 'port', 'number'))
    return { name: subset === '' ? name : `${name} subset ${subset}`, weight: textIn(route, 'weight') }
  })
  return backendsText(backends)
}

function shortName(host: string, namespace: string | null): string {
  const service = /^(?<name>[^.]+)\.(?<place>[^.]+)(?:\.svc(?:\.cluster\.local)?)?$/.exec(host)?.groups
  if (!service || (!host.includes('.svc') && service['place'] !== namespace)) return host
  return service['place'] === namespace
    ? (service['name'] ?? host)
    : `${service['name'] ?? ''}.${service['place'] ?? ''}`
}

function fieldMatches(match: Json, member: string, what: string): readonly string[] {
  return Object.entries(objectIn(match, member))
    .map(([name, test]) => {
      const type = matchType(test)
      const sign = type === 'prefix' ? ' prefix' : ''
      return fieldCondition(`${what}${sign}`, name, type === '' ? '' : textIn(test, type), type === 'regex')
    })
    .toSorted()
}

function stringMatch(member: string, test: Json): string {
  const type = matchType(test)
  if (type === '') return ''
  return `${member} ${type === 'exact' ? '' : `${type} `}${textIn(test, type)}`
}

function matchType(test: Json): string {
  return ['exact', 'prefix', 'regex'].find((type) => textIn(test, type) !== '') ?? ''
}
