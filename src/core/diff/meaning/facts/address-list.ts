import { type AddressRange, parseCidr } from '../../../model/address-ranges.ts'
import type { Json } from '../../../model/json.ts'
import { joinRanges } from '../../../model/range-sets.ts'
import type { ListRule } from './list-rule.ts'

/** Addresses in any order, compared by what they cover together. */
export const ADDRESSES: ListRule = { kind: 'set', paired: true, together: coverageOf }

/** A text for the addresses that a list covers; undefined when an entry is none. */
export function coverageOf(entries: readonly Json[]): string | undefined {
  const ranges: AddressRange[] = []
  for (const entry of entries) {
    const range = typeof entry === 'string' ? parseCidr(entry.trim()) : undefined
    if (!range) return undefined
    ranges.push(range)
  }
  return joinRanges(ranges)
    .map(({ family, first, last }) => `${String(family)}:${first.toString(16)}-${last.toString(16)}`)
    .join(',')
}
