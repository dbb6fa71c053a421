import type { AddressRange } from './address-ranges.ts'

// A list of addresses may be as long as a file: all of this takes one pass over what is sorted.

/** What ranges hold together: sorted, with those that overlap or touch made one. */
export function joinRanges(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const joined: AddressRange[] = []
  for (const range of ranges.toSorted(compareRanges)) {
    const before = joined.at(-1)
    if (before?.family !== range.family || before.last + 1n < range.first) joined.push(range)
    else if (before.last < range.last) joined[joined.length - 1] = { ...before, last: range.last }
  }
  return joined
}

/** Whether every address of `inner` is in one of `outer`, also when several together make it up. */
export function rangesCover(outer: readonly AddressRange[], inner: readonly AddressRange[]): boolean {
  const holds = holderOf(joinRanges(outer))
  return inner.every(holds)
}

/** Of ranges of which two lie in each other or have nothing in common, as CIDRs do: tells what lies in one of them. */
export function liesInOne(ranges: readonly AddressRange[]): (range: AddressRange) => boolean {
  return holderOf(outermost(ranges))
}

/** Of such ranges those that lie in no other, sorted. */
export function outermost(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const found: AddressRange[] = []
  for (const range of ranges.toSorted(compareRanges)) {
    const before = found.at(-1)
    if (before?.family !== range.family || before.last < range.last) found.push(range)
  }
  return found
}

/** What is left of a range. */
export function subtractAll(range: AddressRange, taken: readonly AddressRange[]): readonly AddressRange[] {
  const left: AddressRange[] = []
  let { first } = range
  for (const other of joinRanges(taken)) {
    if (other.family !== range.family || other.last < first || range.last < other.first) continue
    if (first < other.first) left.push({ ...range, first, last: other.first - 1n })
    first = other.last + 1n
  }
  if (first <= range.last) left.push({ ...range, first })
  return left
}

/** Whether a range lies in one of some that are sorted and have nothing in common. */
function holderOf(sorted: readonly AddressRange[]): (range: AddressRange) => boolean {
  return (range) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = sorted[middle]
      if (other && startsBefore(other, range)) low = middle + 1
      else high = middle
    }
    const other = sorted[low - 1]
    return other?.family === range.family && range.last <= other.last
  }
}

function startsBefore(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family ? a.first <= b.first : a.family < b.family
}

/** By family and first address; of two that begin alike the larger one comes first. */
function compareRanges(a: AddressRange, b: AddressRange): number {
  if (a.family !== b.family) return a.family - b.family
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  return a.last > b.last ? -1 : Number(a.last < b.last)
}
