import { canonicalJson, isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { isEmpty } from './absent-value.ts'
import { canonicalQuantity } from './exact-number.ts'

/** Keys below which amounts are quantities, so that `1000m` and `1` are the same. */
const QUANTITIES = new Set([
  'limits',
  'requests',
  'capacity',
  'hard',
  'allocatable',
  'overhead',
  'sizeLimit',
  'storage',
])

/** Whether two values mean the same at a path; an empty list is no value. */
export function sameValue(keys: readonly string[], a: Json | undefined, b: Json | undefined): boolean {
  if (isEmptyList(a) && isEmptyList(b)) return true
  if (a === undefined || b === undefined) return a === b
  const quantities = keys.some((key) => QUANTITIES.has(key))
  return canonicalJson(normal(a, quantities)) === canonicalJson(normal(b, quantities))
}

function isEmptyList(value: Json | undefined): boolean {
  return value !== '' && isEmpty(value)
}

function normal(value: Json, quantity: boolean): Json {
  if (isJsonList(value)) return value.map((item) => normal(item, quantity))
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([key, member]): [string, Json] => [
      key,
      normal(member, quantity || QUANTITIES.has(key)),
    ])
    return Object.fromEntries(entries)
  }
  return quantity ? (canonicalQuantity(value) ?? value) : value
}
