import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringifyJson, type Json } from '../../../src/core/model/json.ts'
import { readPlainScalar, whyRefused } from '../../../src/core/yaml/scalar.ts'

const VALUES: readonly (readonly [string, Json])[] = [
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (text) => [text, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (text) => [text, false] as const,
  ),
  ['0', 0n],
  ['-0', 0n],
  ['+12', 12n],
  ['0644', 420n],
  ['0o644', 420n],
  ['0O17', 15n],
  ['-0x1F', -31n],
  ['0XfF', 255n],
  ['0b101', 5n],
  ['-0B11', -3n],
  ['089', 89n],
  ['08', 8n],
  ['9007199254740993', 9007199254740993n],
  ['9223372036854775807', 9223372036854775807n],
  ['-9223372036854775808', -9223372036854775808n],
  ['0777777777777777777777', 9223372036854775807n],
  ['1.0', 1n],
  ['1.', 1n],
  ['1e3', 1000n],
  ['1E+3', 1000n],
  ['7e1', 70n],
  ['-0.0', 0n],
  ['123456789012345678.0', 123456789012345680n],
  ['.5', 0.5],
  ['-.5e1', -5n],
  ['1.50', 1.5],
  ['1e-7', 1e-7],
  ['1e19', 1e19],
  ['9223372036854775807.0', 9223372036854775808],
  ...['12:30:45', '2001-01-01', '2024-01-02T03:04:05Z', 'yEs', 'tRue', 'nULL', '100m', '1Gi', '1.2.3'].map(
    (text) => [text, text] as const,
  ),
  ...[
    'NaN',
    'Infinity',
    '+',
    '-',
    '.',
    '..',
    '_1',
    '1 2',
    '1e',
    'e3',
    '1h',
    '--1',
    '=',
    '0.1.',
    '1_a',
    '.Infinity',
  ].map((text) => [text, text] as const),
]

describe('readPlainScalar', () => {
  it.each(VALUES.map(([text, value]) => ({ text, value, shown: stringifyJson(value) })))(
    '"$text" is $shown',
    ({ text, value }) => {
      expect(readPlainScalar(text)).toBe(value)
    },
  )

  it.each([
    ['.inf', 'yaml.not-finite'],
    ['-.INF', 'yaml.not-finite'],
    ['+.Inf', 'yaml.not-finite'],
    ['.NaN', 'yaml.not-finite'],
    ['<<', 'yaml.merge-value'],
    ['9223372036854775808', 'yaml.number-range'],
    ['-9223372036854775809', 'yaml.number-range'],
    ['0xFFFFFFFFFFFFFFFF', 'yaml.number-range'],
    ['01777777777777777777777', 'yaml.number-range'],
    ['1e400', 'yaml.number-range'],
    ['9'.repeat(100_000), 'yaml.number-range'],
    ['1_000', 'yaml.underscore-number'],
    ['1_', 'yaml.underscore-number'],
    ['0_7', 'yaml.underscore-number'],
    ['1_0.5e1', 'yaml.underscore-number'],
    ['0x_F', 'yaml.underscore-number'],
    ['0x', 'yaml.number'],
    ['0xG', 'yaml.number'],
    ['0b2', 'yaml.number'],
    ['-0b-1', 'yaml.number'],
    ['0o8', 'yaml.number'],
    ['0x1p-2', 'yaml.number'],
  ])('%s is refused as %s', (text, code) => {
    expect(readPlainScalar(text)).toBeUndefined()
    expect(whyRefused(text).code).toBe(code)
  })

  it('reads every integer of 64 bits exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (integer) => {
        expect(readPlainScalar(integer.toString())).toBe(integer)
      }),
    )
  })

  it('reads every float as the number it is', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (float) => {
        const value = readPlainScalar(float.toExponential())
        expect(Number(value)).toBe(float + 0)
      }),
    )
  })
})
