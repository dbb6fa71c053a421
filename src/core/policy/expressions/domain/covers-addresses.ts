import { type AddressRange, parseCidr } from '../../../model/address-ranges.ts'
import { isJsonList, type Json } from '../../../model/json.ts'
import { rangesCover } from '../../../model/range-sets.ts'

/**
 * Whether every address of `inner` is in `outer`; both are lists of CIDRs or addresses, and null is anyone, as in the
 * `sources` of a route. Undefined: one of them is something else.
 */
export function coversAddresses(outer: Json, inner: Json): boolean | undefined {
  const [around, inside] = [rangesOf(outer), rangesOf(inner)]
  return around && inside && rangesCover(around, inside)
}

function rangesOf(list: Json): readonly AddressRange[] | undefined {
  const ranges: AddressRange[] = []
  for (const item of list === null ? ['0.0.0.0/0', '::/0'] : isJsonList(list) ? list : [null]) {
    const range = typeof item === 'string' ? parseCidr(item) : undefined
    if (!range) return undefined
    ranges.push(range)
  }
  return ranges
}
