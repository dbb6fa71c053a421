import { type AddressRange, parseCidr } from '../../model/address-ranges.ts'
import type { Json } from '../../model/json.ts'
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
  return joined(ranges.toSorted(compareRanges))
    .map(({ family, first, last }) => `${String(family)}:${first.toString(16)}-${last.toString(16)}`)
    .join(',')
}

/** Sorted ranges with those that overlap or touch made one. */
function joined(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const result: AddressRange[] = []
  for (const range of ranges) {
    const before = result.at(-1)
    if (before?.family !== range.family || before.last + 1n < range.first) result.push(range)
    else if (before.last < range.last) result[result.length - 1] = { ...before, last: range.last }
  }
  return result
}

function compareRanges(a: AddressRange, b: AddressRange): number {
  if (a.family !== b.family) return a.family - b.family
  return a.first < b.first ? -1 : Number(a.first > b.first)
}
