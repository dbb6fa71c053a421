import { type AddressRange, formatCidr, parseCidr } from '../model/address-ranges.ts'
import { liesInOne, outermost, rangesCover } from '../model/range-sets.ts'

/**
 * The ranges as routes name them: a sorted set in canonical form, without those that lie in another; null when
 * together they let anyone in, or there are none. What cannot be read stays as it is written.
 */
export function sourcesOf(ranges: readonly string[]): readonly string[] | null {
  const words = new Set<string>()
  const read: AddressRange[] = []
  for (const text of ranges.map((range) => range.trim().toLowerCase()).filter((range) => range !== '')) {
    const range = parseCidr(text)
    if (range) read.push(range)
    else words.add(text)
  }
  if (words.size + read.length === 0) return null
  if (EVERYONE.some((everyone) => rangesCover(read, [everyone]))) return null
  return [...words, ...outermost(read).map(formatCidr)].toSorted()
}

/**
 * Who passes two filters in a row. Two CIDRs lie in each other or have nothing in common; what cannot be read is
 * taken to pass.
 */
export function commonSources(
  a: readonly string[] | null,
  b: readonly string[] | null,
): readonly string[] | null {
  if (a === null || b === null) return a ?? b
  const common = [...passing(a, b), ...passing(b, a)]
  return [...new Set(common)].toSorted()
}

/** The ranges of a text that separates them by commas or blanks. */
export function splitRanges(text: string): readonly string[] {
  return text.split(/[,\s]+/)
}

const EVERYONE: readonly AddressRange[] = [
  { family: 4, first: 0n, last: (1n << 32n) - 1n },
  { family: 6, first: 0n, last: (1n << 128n) - 1n },
]

function passing(ranges: readonly string[], filter: readonly string[]): readonly string[] {
  const isAllowed = liesInOne(filter.flatMap((text) => parseCidr(text) ?? []))
  return ranges.filter((text) => {
    const range = parseCidr(text)
    return !range || isAllowed(range)
  })
}
