import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCodeowners } from '../../../src/core/approvals/codeowners.ts'
import { ownersOf } from '../../../src/core/approvals/owners-of.ts'

interface Case {
  readonly id: string
  readonly kind: string
  readonly codeowners: string
  readonly path: string
  readonly expected: readonly string[] | null
  readonly note: string
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('fixtures/codeowners-cases.json', import.meta.url), 'utf8'),
)

describe('the published cases', () => {
  it.each(cases.filter((one) => one.kind === 'owners'))('$id: $note', ({ codeowners, path, expected }) => {
    const found = ownersOf(parseCodeowners(codeowners, 'CODEOWNERS'), path)
    expect(found.matched ? found.owners : null).toEqual(expected)
  })
})

it.each([
  { name: 'no line', text: '/a/ @x\n', want: { owners: [], matched: false, line: null, doubts: [] } },
  { name: 'a line clears', text: '* @x\n/b/\n', want: { owners: [], matched: true, line: 2, doubts: [] } },
  {
    name: 'a comment alone behind a pattern clears',
    text: '* @x\n/b/ # nobody\n',
    want: { owners: [], matched: true, line: 2, doubts: [] },
  },
  {
    name: 'lines end in CRLF',
    text: '# head\r\n\r\n* @x\r\n',
    want: { owners: ['@x'], matched: true, line: 3, doubts: [] },
  },
  {
    name: 'an invalid line below the winner that was meant for the path is a doubt',
    text: '* @x\n/b/ nobody\n',
    want: { owners: ['@x'], matched: true, line: 1, doubts: [2] },
  },
  {
    name: 'an invalid line that another overrides is none',
    text: '/b/ nobody\n* @x\n',
    want: { owners: ['@x'], matched: true, line: 2, doubts: [] },
  },
  {
    name: 'a negated line is a doubt for what it names',
    text: '* @x\n!b/ @y\n!c/ @y\n',
    want: { owners: ['@x'], matched: true, line: 1, doubts: [2] },
  },
  {
    name: 'three stars are a doubt for all below',
    text: '* @x\n*** @y\n',
    want: { owners: ['@x'], matched: true, line: 1, doubts: [2] },
  },
])('b/c.yaml: $name', ({ text, want }) => {
  expect(ownersOf(parseCodeowners(text, 'CODEOWNERS'), 'b/c.yaml')).toEqual(want)
})
