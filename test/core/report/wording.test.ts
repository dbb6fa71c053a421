import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  eachOnce,
  exactly,
  inMarkdown,
  inPlain,
  joined,
  owner,
  pullRequestLink,
  say,
  series,
  shortenWording,
} from '../../../src/core/report/wording.ts'

const SAID = say`${owner('@acme/net')} sets ${exactly('deploy-window/2h')} for ${'@evil <b>'}, see ${pullRequestLink(31)}`

describe('a wording', () => {
  it('is plain as it is', () => {
    expect(inPlain(SAID)).toBe('@acme/net sets deploy-window/2h for @evil <b>, see #31')
  })

  it('calls owners in Markdown, links pull requests, and makes every other text harmless', () => {
    expect(inMarkdown(SAID)).toBe('@acme/net sets `deploy-window/2h` for @\u200Bevil \\<b\\>, see #31')
  })

  it.each(['x@example.com', '@acme/net\n@everyone', '@a b', '@renovate[bot]'])(
    'calls nobody by what is no name: %s',
    (name) => {
      expect(inMarkdown([owner(name)])).not.toMatch(/@(?!\u200B)\w/)
    },
  )

  it('says the same in both, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const told = inMarkdown(say`a ${text} b`)
        expect(told.startsWith('a ')).toBe(true)
        expect(told.endsWith(' b')).toBe(true)
        expect(told).not.toMatch(/\n|(?<!\\)[<>|`]/)
      }),
    )
  })
})

it.each([
  { items: ['a'], limit: 4, want: 'a' },
  { items: ['a', 'b'], limit: 4, want: 'a or b' },
  { items: ['a', 'b', 'c'], limit: 4, want: 'a, b or c' },
  { items: ['a', 'b', 'c', 'd', 'e'], limit: 2, want: 'a, b and 3 more' },
])('lists $items', ({ items, limit, want }) => {
  const wordings = items.map((item) => [item])
  expect(inPlain(series(wordings, 'or', limit))).toBe(want)
})

it('joins, each once, in the order of their first time', () => {
  const items = [[owner('@b')], ['a'], [owner('@b')]]
  expect(inPlain(joined(eachOnce(items), '; '))).toBe('@b; a')
})

it.each([
  { limit: 100, want: 'opens https://shop.example.com/ to web:80 at once' },
  { limit: 44, want: 'opens https://shop.example.com/ to web:80...' },
  { limit: 28, want: 'opens https://shop.exampl...' },
  { limit: 12, want: 'opens ...' },
])('is shortened to $limit', ({ limit, want }) => {
  const wording = say`opens ${exactly('https://shop.example.com/')} to ${exactly('web:80')} at once`
  expect(inPlain(shortenWording(wording, limit))).toBe(want)
})
