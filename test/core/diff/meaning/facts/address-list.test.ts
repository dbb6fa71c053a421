import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../../../src/core/diff/meaning/facts/address-list.ts'

/** Ranges of the sixteen addresses from 192.0.2.0 on: few enough to be counted. */
const range = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 28, max: 32 }))
const ranges = fc.array(range, { maxLength: 6 })
type Ranges = readonly (readonly [address: number, length: number])[]

function counted(list: Ranges): string {
  const addresses = Array.from({ length: 16 }, (_, at) => at)
  return addresses
    .filter((at) => list.some(([first, length]) => at >> (32 - length) === first >> (32 - length)))
    .join()
}

function covered(list: Ranges): string | undefined {
  return coverageOf(list.map(([first, length]) => `192.0.2.${String(first)}/${String(length)}`))
}

describe('what addresses cover', () => {
  it('is the same exactly when it holds the same addresses', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        expect(covered(a) === covered(b)).toBe(counted(a) === counted(b))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the families apart', () => {
    expect(coverageOf(['0.0.0.0/0'])).not.toBe(coverageOf(['::/0']))
    expect(coverageOf(['::/0', '0.0.0.0/0'])).toBe(coverageOf(['0.0.0.0/0', '::/0']))
  })

  it('is unknown where one entry is no address', () => {
    expect(coverageOf(['10.0.0.0/8', 'office'])).toBeUndefined()
    expect(coverageOf(['10.0.0.0/8', 1n])).toBeUndefined()
  })
})
