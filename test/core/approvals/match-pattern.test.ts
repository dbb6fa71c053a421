import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compilePattern, matchesPattern, splitPath } from '../../../src/core/approvals/match-pattern.ts'

interface Case {
  readonly id: string
  readonly kind: string
  readonly pattern: string
  readonly path: string
  readonly expected: boolean
  readonly note: string
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('fixtures/codeowners-cases.json', import.meta.url), 'utf8'),
)

describe('the published cases', () => {
  it.each(cases.filter((one) => one.kind === 'match'))('$id: $pattern on $path ($note)', (one) => {
    expect(matches(one.pattern, one.path)).toBe(one.expected)
  })
})

it.each([
  { name: 'two stars at the end want something inside', pattern: 'a/**', path: 'a', want: false },
  { name: 'two stars in the middle may be nothing', pattern: 'a/**/b', path: 'a/b', want: true },
  { name: 'two stars in the middle span segments', pattern: 'a/**/b', path: 'a/x/y/b', want: true },
  { name: 'two stars in the middle stay behind their parent', pattern: 'a/**/b', path: 'x/a/b', want: false },
  { name: 'two stars try again further down', pattern: '**/a/b', path: 'a/x/a/b', want: true },
  { name: 'two stars and a last star end exactly', pattern: 'a/**/*', path: 'a/b/c/d', want: true },
  { name: 'two stars inside a name act as one', pattern: 'a**b', path: 'axxb', want: true },
  { name: 'two stars inside a name stay in the segment', pattern: 'a**b', path: 'ax/xb', want: false },
  { name: 'a star may stand for nothing', pattern: '/a*', path: 'a', want: true },
  { name: 'a question mark is never the slash', pattern: 'a?b', path: 'a/b', want: false },
  {
    name: 'a question mark is one character beyond 16 bits',
    pattern: '/?.md',
    path: '\u{1F600}.md',
    want: true,
  },
  { name: 'letters outside ASCII are letters', pattern: '/répertoire/', path: 'répertoire/x', want: true },
  { name: 'brackets are literal', pattern: '[ab].md', path: 'a.md', want: false },
  { name: 'brackets match themselves', pattern: '[ab].md', path: 'docs/[ab].md', want: true },
  { name: 'an escaped space is a space', pattern: '/a\\ b/', path: 'a b/c', want: true },
  { name: 'an empty segment matches nothing', pattern: 'a//b', path: 'a/b', want: false },
  { name: 'nothing matches nothing', pattern: '', path: 'a', want: false },
  { name: 'a directory with two stars is its content', pattern: '/**/', path: 'a', want: true },
])('$name', ({ pattern, path, want }) => {
  expect(matches(pattern, path)).toBe(want)
})

function matches(pattern: string, path: string): boolean {
  const compiled = compilePattern(pattern)
  return compiled !== null && matchesPattern(compiled, splitPath(path))
}
