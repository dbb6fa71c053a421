import { canonicalJson, isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { type AddressRange, parseCidr } from '../../model/address-ranges.ts'
import { rangesCover, subtractAll } from '../../model/range-sets.ts'
import { isNetworkRules, networkCovers } from './network-rules.ts'
import { isRbacRules, rbacCovers } from './rbac-rules.ts'

/** What a value lets in: everything, or addresses, words (hosts, verbs), RBAC rules and those of NetworkPolicies. */
export type ValueSet = { readonly kind: 'everything' } | SomeValues

interface SomeValues {
  readonly kind: 'some'
  readonly ranges: readonly AddressRange[]
  readonly words: readonly string[]
  readonly rules: readonly Json[]
  readonly connections: readonly Json[]
}

export const EVERYTHING: ValueSet = { kind: 'everything' }
export const NOTHING: SomeValues = { kind: 'some', ranges: [], words: [], rules: [], connections: [] }

/** The set that a written value stands for: a list, a comma-separated text, or one word. `*` is everything. */
export function valueSet(value: Json): ValueSet {
  if (isRbacRules(value)) return { ...NOTHING, rules: value }
  if (isNetworkRules(value)) return { ...NOTHING, connections: value }
  const items = isJsonList(value) ? value : typeof value === 'string' ? splitWords(value) : [value]
  if (items.some((item) => item === '*')) return EVERYTHING
  const ranges: AddressRange[] = []
  const words: string[] = []
  for (const item of items) {
    const addresses = addressesOf(item)
    if (addresses) ranges.push(...addresses)
    else words.push(typeof item === 'string' ? item : canonicalJson(item))
  }
  return { ...NOTHING, ranges, words }
}

/** Whether everything in `inner` is in `outer` too. Not known is no. */
export function covers(outer: ValueSet, inner: ValueSet): boolean {
  if (outer.kind === 'everything') return true
  if (inner.kind === 'everything') return false
  return (
    rangesCover(outer.ranges, inner.ranges) &&
    inner.words.every((word) => outer.words.some((known) => wordCovers(known, word))) &&
    rbacCovers(outer.rules, inner.rules) &&
    networkCovers(outer.connections, inner.connections)
  )
}

function splitWords(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** A CIDR, or a NetworkPolicy peer that is nothing but addresses. */
function addressesOf(item: Json): readonly AddressRange[] | undefined {
  if (typeof item === 'string') {
    const range = parseCidr(item)
    return range && [range]
  }
  if (!isJsonObject(item) || Object.keys(item).length !== 1) return undefined
  const block = item['ipBlock']
  if (!isJsonObject(block) || typeof block['cidr'] !== 'string') return undefined
  const range = parseCidr(block['cidr'])
  return range && subtractAll(range, exceptionsOf(block['except']))
}

/** An exception that cannot be read takes nothing away. */
function exceptionsOf(except: Json | undefined): readonly AddressRange[] {
  if (!isJsonList(except)) return []
  return except.flatMap((item) => (typeof item === 'string' ? (parseCidr(item) ?? []) : []))
}

/** `*.example.com` is every name with one more label. */
function wordCovers(known: string, word: string): boolean {
  if (known === word) return true
  if (!known.startsWith('*.')) return false
  const dot = word.indexOf('.')
  return dot > 0 && !word.startsWith('*') && word.slice(dot) === known.slice(1)
}
