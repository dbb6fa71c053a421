import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern, matchesPattern, splitPath } from '../../../src/core/approvals/match-pattern.ts'
import { matchWildcards } from '../../../src/core/approvals/match-wildcards.ts'

describe('the work', () => {
  it('is at most the product of the lengths for 50 stars and 4,000 characters', () => {
    const items = Array.from('*a'.repeat(50) + 'b')
    expect(countSteps(items, Array.from('a'.repeat(4000)))).toBeLessThanOrEqual(items.length * 4000)
  })

  it.each([
    { name: 'stars inside one segment', pattern: `${'*a'.repeat(50)}b`, path: 'a'.repeat(4000) },
    { name: 'two stars between segments', pattern: `${'**/a/'.repeat(50)}b`, path: 'a/'.repeat(2000) + 'c' },
    { name: 'both at once', pattern: `${'**/*a*a/'.repeat(25)}b`, path: 'aaa/'.repeat(1000) + 'c' },
  ])(
    'is done in no time: $name',
    ({ pattern, path }) => {
      const compiled = compilePattern(pattern)
      expect(compiled !== null && matchesPattern(compiled, splitPath(path))).toBe(false)
    },
    2000,
  )
})

it('agrees with the definition on short texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 7 })
  fc.assert(
    fc.property(
      text,
      fc.array(fc.constantFrom('a', 'b'), { maxLength: 7 }),
      fc.boolean(),
      (items, subject, open) => {
        expect(match(items, subject, open)).toBe(defined(items, subject, open))
      },
    ),
  )
})

function match(items: readonly string[], subject: readonly string[], open: boolean): boolean {
  return matchWildcards(
    items,
    subject.length,
    (item) => item === '*',
    (item, at) => item === subject[at],
    open,
  )
}

function defined(items: readonly string[], subject: readonly string[], open: boolean): boolean {
  const [item, ...rest] = items
  if (item === undefined) return open || subject.length === 0
  if (item === '*')
    return subject.some((_, at) => defined(rest, subject.slice(at), open)) || defined(rest, [], open)
  return item === subject[0] && defined(rest, subject.slice(1), open)
}

function countSteps(items: readonly string[], subject: readonly string[]): number {
  let steps = 0
  matchWildcards(
    items,
    subject.length,
    (item) => item === '*',
    (item, at) => {
      steps += 1
      return item === subject[at]
    },
    false,
  )
  return steps
}
