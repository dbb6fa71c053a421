import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddress, formatCidr, parseCidr } from '../../../src/core/model/address-ranges.ts'

const formatted = (text: string): string | undefined => {
  const range = parseCidr(text)
  return range && formatCidr(range)
}

describe('a range of addresses', () => {
  it.each([
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['10.0.0.1', '10.0.0.1/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['::/0', '::/0'],
    ['::', '::/128'],
    ['::1', '::1/128'],
    ['1::', '1::/128'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1/128'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1/128'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3/128'],
    ['10:0:0:0:0:0:0:0', '10::/128'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:0:0/95', '::fffe:0:0/95'],
    ['10.0.0.256', undefined],
    ['10.0.0.0/33', undefined],
    ['1::2::3', undefined],
  ])('%s is written %s', (text, canonical) => {
    expect(formatted(text)).toBe(canonical)
  })

  it('is the same when its canonical form is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 32 }), (ip, length) => {
        const range = parseCidr(`${ip}/${String(length)}`)
        expect(range).toBeDefined()
        if (range) expect(parseCidr(formatCidr(range))).toEqual(range)
      }),
    )
  })

  it('has the form of an address that a URL gives it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n << 80n, max: (1n << 128n) - 1n }), (address) => {
        const text = formatAddress(6, address)
        expect(new URL(`http://[${text}]`).hostname).toBe(`[${text}]`)
      }),
    )
  })
})
