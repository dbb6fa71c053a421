import * as fc from 'fast-check'
import { Minimatch } from 'minimatch'
import { expect, it } from 'vitest'

import { compileGlobs, globProblem } from '../../../../src/core/policy/patterns/globs.ts'

it.each([
  ['a/**', 'a/b/c.yaml', true],
  ['a/*', 'a/b/c.yaml', false],
  ['a/*', 'a/.b', true],
  ['**/x.yaml', 'x.yaml', true],
  ['{a,b}.yaml', 'b.yaml', true],
  ['[ab]?.yaml', 'ac.yaml', true],
  ['A.yaml', 'a.yaml', false],
  ['#a', '#a', true],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
])('%s, %s: %s', (glob, text, want) => {
  expect(compileGlobs(['never', glob]).matches(text)).toBe(want)
})

it('gives what Minimatch gives', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        'A',
        '.',
        '..',
        '/',
        '/',
        '-',
        ' ',
        '#',
        '!',
        '*',
        '**',
        '?',
        '{a,b/}',
        '[a]',
        '+(a)',
        '\\',
        'a/',
      ),
      { maxLength: 7 },
    )
    .map((parts) => parts.join(''))
  const options = { dot: true, nonegate: true, nocomment: true, platform: 'linux' } as const
  fc.assert(
    fc.property(text, text, fc.boolean(), (pattern, other, same) => {
      const seen = same ? pattern.replaceAll(/[*?!]/g, 'b') : other
      expect(compileGlobs([pattern]).matches(seen)).toBe(new Minimatch(pattern, options).match(seen))
    }),
    { numRuns: 20_000 },
  )
})

it('an empty list matches nothing', () => {
  expect(compileGlobs([]).matches('')).toBe(false)
})

it.each(['', '!a', '/a', '[a', 'a]', '{a', 'a}', 'x'.repeat(1001)])('refuses "%s"', (glob) => {
  expect(globProblem(glob)).not.toBeNull()
})

it.each(['a', '*', '**', 'a/{b,c}/**', '[a-z]*', '\\[a', 'system:*'])('takes "%s"', (glob) => {
  expect(globProblem(glob)).toBeNull()
})
