import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { isOfFormat } from '../../../src/core/schema/formats.ts'

it('takes for Base64 what it comes to', () => {
  const text = fc.array(fc.constantFrom('A', '/', '+', '9', '=', '\n', '-', ' '), { maxLength: 9 })
  fc.assert(
    fc.property(text, (signs) => {
      const folded = signs.join('')
      const plain = folded.replaceAll('\n', '')
      expect(isOfFormat(folded, 'byte')).toBe(
        /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(plain),
      )
    }),
    { numRuns: 2000 },
  )
})

it('is done with a text of any length', () => {
  expect(isOfFormat('A'.repeat(20_000_000), 'byte')).toBe(true)
  expect(isOfFormat(`${'A'.repeat(20_000_000)}!`, 'byte')).toBe(false)
})

it.each([
  [2n ** 31n - 1n, 'int32', true],
  [2n ** 31n, 'int32', false],
  [-(2n ** 31n), 'int32', true],
  [-(2n ** 31n) - 1n, 'int32', false],
  [2n ** 63n - 1n, 'int64', true],
  [2 ** 63, 'int64', false],
  ['2026-11-22T10:00:00Z', 'date-time', true],
  ['2026-11-22T10:00:00.123456+01:00', 'date-time', true],
  ['2026-11-22T10:00Z', 'date-time', false],
  ['2026-11-22', 'date-time', false],
  ['100m', 'quantity', true],
  ['1h', 'quantity', false],
  ['', 'quantity', false],
] as const)('%s is of the form %s: %s', (value, format, expected) => {
  expect(isOfFormat(value, format)).toBe(expected)
})
