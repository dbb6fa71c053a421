import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressRange } from '../../../src/core/model/address-ranges.ts'
import {
  joinRanges,
  liesInOne,
  outermost,
  rangesCover,
  subtractAll,
} from '../../../src/core/model/range-sets.ts'

/** Ranges over so few addresses that they meet. */
const someRange: fc.Arbitrary<AddressRange> = fc
  .record({
    family: fc.constantFrom(4 as const, 6 as const),
    first: fc.integer({ min: 0, max: 30 }),
    size: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ family, first, size }) => ({ family, first: BigInt(first), last: BigInt(first + size) }))
const someRanges = fc.array(someRange, { maxLength: 12 })

/** Ranges as masks make them: two lie in each other or have nothing in common. */
const someMasks = fc.array(
  fc
    .record({
      family: fc.constantFrom(4 as const, 6 as const),
      bits: fc.integer({ min: 0, max: 5 }),
      at: fc.integer({ min: 0, max: 31 }),
    })
    .map(({ family, bits, at }): AddressRange => {
      const first = BigInt((at >> bits) << bits)
      return { family, first, last: first + (1n << BigInt(bits)) - 1n }
    }),
  { maxLength: 12 },
)

/** Every address that the ranges hold. */
function addresses(ranges: readonly AddressRange[]): ReadonlySet<string> {
  const all = new Set<string>()
  for (const { family, first, last } of ranges)
    for (let at = first; at <= last; at += 1n) all.add(`${String(family)} ${String(at)}`)
  return all
}

describe('ranges of addresses together', () => {
  it('hold what each of them holds', () => {
    fc.assert(
      fc.property(someRanges, (ranges) => {
        const joined = joinRanges(ranges)
        expect(addresses(joined)).toEqual(addresses(ranges))
        expect(joinRanges(joined)).toEqual(joined)
      }),
    )
  })

  it('cover what they hold', () => {
    fc.assert(
      fc.property(someRanges, someRanges, (outer, inner) => {
        expect(rangesCover(outer, inner)).toBe(
          [...addresses(inner)].every((address) => addresses(outer).has(address)),
        )
      }),
    )
  })

  it('leave of another what they do not hold', () => {
    fc.assert(
      fc.property(someRange, someRanges, (range, taken) => {
        expect([...addresses(subtractAll(range, taken))]).toEqual(
          [...addresses([range])].filter((address) => !addresses(taken).has(address)),
        )
      }),
    )
  })

  it('are as good without those that lie in another', () => {
    fc.assert(
      fc.property(someMasks, (masks) => {
        const outer = outermost(masks)
        expect(addresses(outer)).toEqual(addresses(masks))
        for (const one of outer) expect(outer.filter((other) => rangesCover([other], [one]))).toEqual([one])
      }),
    )
  })

  it('tell what lies in one of them', () => {
    fc.assert(
      fc.property(someMasks, someRange, (masks, range) => {
        expect(liesInOne(masks)(range)).toBe(masks.some((mask) => rangesCover([mask], [range])))
      }),
    )
  })
})
