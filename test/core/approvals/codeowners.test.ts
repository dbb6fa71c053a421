import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  chooseCodeowners,
  CODEOWNERS_LIMIT,
  isTooLarge,
  parseCodeowners,
  tooLargeCodeowners,
} from '../../../src/core/approvals/codeowners.ts'
import { ownersOf } from '../../../src/core/approvals/owners-of.ts'

interface Case {
  readonly id: string
  readonly kind: string
  readonly input: readonly string[]
  readonly expected: string | null
  readonly note: string
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('fixtures/codeowners-cases.json', import.meta.url), 'utf8'),
)

describe('which file', () => {
  it.each(cases.filter((one) => one.kind === 'file-location'))('$id: $note', ({ input, expected }) => {
    expect(chooseCodeowners(input)).toBe(expected)
  })

  it('never a directory of that name', () => {
    expect(chooseCodeowners(['.github/CODEOWNERS/', 'docs/CODEOWNERS'])).toBe('docs/CODEOWNERS')
  })
})

it('keeps line, pattern and owners of every line that counts', () => {
  const { lines, issues } = parseCodeowners('# all\n* @x @Org/team\n\n/a\\ b/ me@example.com\n', 'CODEOWNERS')
  expect(lines.map(({ line, pattern, owners }) => ({ line, pattern, owners }))).toEqual([
    { line: 2, pattern: '*', owners: ['@x', '@Org/team'] },
    { line: 4, pattern: '/a\\ b/', owners: ['me@example.com'] },
  ])
  expect(issues).toEqual([])
})

it.each([
  { line: '!a/ @x', code: 'codeowners.negation', column: 1 },
  { line: '\\#a @x', code: 'codeowners.escaped-hash', column: 1 },
  { line: 'a/***/b @x', code: 'codeowners.stars', column: 1 },
  { line: 'a/ x', code: 'codeowners.owner', column: 4, suggestion: '@x' },
  { line: 'a/ org/team', code: 'codeowners.owner', column: 4, suggestion: '@org/team' },
  { line: 'a/ @org/te.am', code: 'codeowners.owner', column: 4 },
  { line: 'a/ @org/team/more', code: 'codeowners.owner', column: 4 },
  { line: 'a/ @', code: 'codeowners.owner', column: 4 },
  { line: 'a/ me@', code: 'codeowners.owner', column: 4 },
  { line: 'a\\', code: 'codeowners.backslash', column: 1 },
  { line: '\uFEFF* @x', code: 'codeowners.byte-order-mark', column: 1 },
])('skips and reports $line', ({ line, code, column, suggestion }) => {
  const parsed = parseCodeowners(`${line}\n/kept/ @y\n`, 'docs/CODEOWNERS')
  expect(parsed.lines.map((one) => one.line)).toEqual([2])
  expect(parsed.invalid.map((one) => one.line)).toEqual([1])
  expect(parsed.issues).toEqual([
    expect.objectContaining({ code, column, line: 1, path: 'docs/CODEOWNERS', severity: 'high' }),
  ])
  expect(parsed.issues[0]?.suggestion).toBe(suggestion)
})

it.each([
  { line: 'a/ @x # why', code: 'codeowners.inline-comment', column: 7 },
  { line: '/x[ab] @x', code: 'codeowners.bracket', column: 3 },
  { line: '/ @x', code: 'codeowners.matches-nothing', column: 1 },
])('keeps $line and warns', ({ line, code, column }) => {
  const parsed = parseCodeowners(line, 'CODEOWNERS')
  expect(parsed.lines).toHaveLength(1)
  expect(parsed.issues).toEqual([expect.objectContaining({ code, column, line: 1 })])
})

it('reports every mistake of a line, by column', () => {
  const { issues } = parseCodeowners('!a b c # d', 'CODEOWNERS')
  expect(issues.map((issue) => issue.column)).toEqual([1, 4, 6, 8])
})

it('gives no owner to anything when the file is too large', () => {
  expect(isTooLarge(CODEOWNERS_LIMIT)).toBe(false)
  expect(isTooLarge(CODEOWNERS_LIMIT + 1)).toBe(true)
  const codeowners = tooLargeCodeowners('CODEOWNERS', 3_200_000)
  expect(ownersOf(codeowners, 'a.yaml')).toMatchObject({ owners: [], matched: false })
  expect(codeowners.issues).toEqual([
    expect.objectContaining({ code: 'codeowners.too-large', severity: 'high' }),
  ])
})
