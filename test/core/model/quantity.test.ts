import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals, parseQuantity } from '../../../src/core/model/quantity.ts'
import { json } from '../../support/manifest.ts'

describe('quantities', () => {
  it.each([
    ['1000m', 1],
    ['1024Mi', '1Gi'],
    ['0.5', '500m'],
    [0.5, '500m'],
    ['1e3', '1k'],
    ['1E', '1e18'],
    ['1.50', '1500m'],
    ['+1', '1'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0', '0Gi'],
    ['1Ki', 1024],
    ['100000000000000000001n', '100000000000.000000001'],
  ])('%s is %s', (a, b) => {
    expect(parseQuantity(json(a))).toEqual(parseQuantity(json(b)))
    expect(parseQuantity(json(a))).toBeDefined()
  })

  it.each([
    ['1m', '1M'],
    ['1G', '1Gi'],
    ['1', '1m'],
    ['1', '-1'],
    ['9007199254740993', '9007199254740992'],
  ])('%s is not %s', (a, b) => {
    expect(parseQuantity(a)).not.toEqual(parseQuantity(b))
  })

  it.each(['', '1h', '1 Gi', '1KI', '0x10', 'e3', '.', '1e', 'm', '1Gi ', '--1', '9'.repeat(80)])(
    '%j is none',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined()
    },
  )

  it.each([null, true, [], {}])('%j is none', (value) => {
    expect(parseQuantity(json(value))).toBeUndefined()
  })

  it('are ordered by value', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [left, right] = [parseQuantity(`${String(a)}m`), parseQuantity(`${String(b)}m`)]
        if (!left || !right) throw new Error('both are quantities')
        expect(Math.sign(compareDecimals(left, right))).toBe(Math.sign(a - b))
      }),
    )
  })
})
