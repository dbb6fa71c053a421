import { expect, it } from 'vitest'

import { compileWildcards } from '../../../../src/core/policy/patterns/wildcards.ts'

it.each([
  ['*:latest', 'r.io/a/b:latest', true],
  ['*:latest', 'r.io/a/b:latest2', false],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['?', 'a', true],
  ['?', '', false],
  ['a*b*c', 'a1b2b3c', true],
  ['a*b*c', 'a1c', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['[a]', '[a]', true],
  ['SYS_*', 'sys_admin', false],
])('%s, %s: %s', (pattern, text, want) => {
  expect(compileWildcards([pattern]).matches(text)).toBe(want)
})

it('takes time in proportion, not powers', () => {
  expect(compileWildcards([`${'*a'.repeat(200)}b`]).matches('a'.repeat(20_000))).toBe(false)
})
