import type { Json } from '../../model/json.ts'
import { backendName, backendsText, redirectText } from '../backends.ts'
import { conditionsText } from '../conditions.ts'
import { hasIn, listIn, objectIn, textIn } from '../members.ts'

/** One of the ways in which a route of a VirtualServer answers, and what a request must have for it. */
export interface NginxAnswer {
  readonly backend: string
  readonly conditions: string | null
}

/** The answers of a route: those of its matches, and that of all other requests. */
export function answersOf(route: Json, upstreams: readonly Json[]): readonly NginxAnswer[] {
  const matched = listIn(route, 'matches').map((match) => ({
    backend: targetOf(match, upstreams),
    conditions: conditionsText(listIn(match, 'conditions').map(conditionOf).toSorted()),
  }))
  return [...matched, { backend: targetOf(route, upstreams), conditions: null }]
}

/** The Service behind an upstream's name; the name itself when there is no such upstream. */
export function upstreamText(name: string, upstreams: readonly Json[]): string {
  const upstream = upstreams.find((one) => textIn(one, 'name') === name)
  const service = textIn(upstream ?? null, 'service')
  return service === '' ? name : backendName(service, textIn(upstream ?? null, 'port'))
}

function targetOf(holder: Json, upstreams: readonly Json[]): string {
  const splits = listIn(holder, 'splits').map((split) => ({
    name: actionText(objectIn(split, 'action'), upstreams),
    weight: textIn(split, 'weight'),
  }))
  return splits.length > 0 ? backendsText(splits) : actionText(objectIn(holder, 'action'), upstreams)
}

function actionText(action: Json, upstreams: readonly Json[]): string {
  const pass = textIn(action, 'pass') || textIn(action, 'proxy', 'upstream')
  if (pass !== '') return upstreamText(pass, upstreams)
  if (hasIn(action, 'redirect')) return redirectText({ path: textIn(action, 'redirect', 'url') })
  return hasIn(action, 'return') ? `answer ${textIn(action, 'return', 'code') || '200'}` : 'nothing'
}

function conditionOf(condition: Json): string {
  for (const member of ['header', 'cookie', 'argument', 'variable'])
    if (textIn(condition, member) !== '') return `${member} ${textIn(condition, member)}`
  return ''
}
