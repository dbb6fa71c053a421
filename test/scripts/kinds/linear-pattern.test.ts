import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { linearPattern, REVIEWED } from '../../../scripts/kinds/linear-pattern.ts'

const PIECES = [
  '1',
  '0',
  '.',
  'h',
  'm',
  's',
  'u',
  'µ',
  'n',
  'ms',
  'us',
  'µs',
  'ns',
  'infinity',
  'a',
  '-',
  '/',
  '*',
  ':',
  '',
]

it.each([...REVIEWED])('%s means the same as what stands for it', (pattern, instead) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(new RegExp(instead, 'u').test(text)).toBe(new RegExp(pattern, 'u').test(text))
    }),
    { numRuns: 500 },
  )
})

it.each([...REVIEWED.values()])('%s is done with a text that was made to be refused', (pattern) => {
  for (const piece of ['1', 'ms', '1ms', 'a', 'a.', 'a-', '-', '/', '1h'])
    expect(new RegExp(pattern, 'u').test(`${piece.repeat(2000)}!\n`)).toBe(
      new RegExp(pattern, 'u').test(`${piece.repeat(4)}!\n`),
    )
})

it('keeps a pattern that repeats nothing twice', () => {
  expect(linearPattern('^[a-z*+]+$')).toBe('^[a-z*+]+$')
  expect(linearPattern(String.raw`^(a\))+b*$`)).toBe(String.raw`^(a\))+b*$`)
})

it.each(['^(a+)+$', '^((a*)b?)*$', '^(a|b*){2,}$', '^(?:x(a+))+$'])(
  'refuses %s until somebody has looked at it',
  (pattern) => {
    expect(() => linearPattern(pattern)).toThrow('review it')
  },
)
