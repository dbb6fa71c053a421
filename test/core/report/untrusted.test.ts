import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  code,
  codeInTable,
  markdown,
  plain,
  shorten,
  shortenWords,
} from '../../../src/core/report/untrusted.ts'

describe('text of a pull request is harmless', () => {
  it.each([
    { name: 'a mention', text: 'ask @everyone now', want: 'ask @\u200Beveryone now' },
    { name: 'a link', text: '[x](https://evil.example)', want: '\\[x\\](https:\u200B//evil.example)' },
    { name: 'a tag', text: '<img src=x>', want: '\\<img src=x\\>' },
    { name: 'a table cell', text: 'a|b', want: 'a\\|b' },
    { name: 'a reference to an issue', text: 'evil/x#12 gh-3', want: 'evil/x\\#\u200B12 gh-\u200B3' },
    { name: 'an address without a scheme', text: 'www.evil.example', want: 'www\u200B.evil.example' },
    { name: 'a line break with a workflow command', text: 'a\n::error::x', want: 'a ::error::x' },
    { name: 'a bidirectional override', text: 'abc\u202Edef', want: 'abc?def' },
    { name: 'an entity', text: '&lt;b&gt;', want: '&amp;lt;b&amp;gt;' },
  ])('in Markdown: $name', ({ text, want }) => {
    expect(markdown(text)).toBe(want)
  })

  it.each([
    { name: 'alone', text: 'a|b', want: '`a\\|b`' },
    { name: 'behind a backslash', text: 'a\\|b', want: '`a\\\u200B\\|b`' },
    { name: 'beside backticks', text: '`|', want: '`` `\\| ``' },
  ])('no cell of a table ends at a pipe in code: $name', ({ text, want }) => {
    expect(codeInTable(text)).toBe(want)
  })

  it('a pipe in code is what it is where there is no table', () => {
    expect(code('cat x | sort')).toBe('`cat x | sort`')
  })

  it('in the terminal: no escape sequence survives', () => {
    expect(plain('\u001B[31mred\u001B[0m\r\u0007')).toBe('?[31mred?[0m??')
  })

  it('a code span cannot be left', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', '|', '<') }), (text) => {
        const span = code(text)
        const fence = /^`+/.exec(span)?.[0] ?? ''
        const inner = span.slice(fence.length, -fence.length)
        expect(span.endsWith(fence)).toBe(true)
        expect(inner.split(/[^`]+/).some((run) => run.length >= fence.length && !inner.startsWith(' '))).toBe(
          false,
        )
        expect(span).not.toContain('\n')
      }),
    )
  })

  it.each([
    { limit: 20, want: 'one window of at...' },
    { limit: 16, want: 'one window of...' },
    { limit: 15, want: 'one window...' },
  ])('is cut after a whole word: at most $limit', ({ limit, want }) => {
    expect(shorten('one window of at most four hours', limit)).toBe(want)
  })

  it('is cut anywhere when no word ends nearby', () => {
    expect(shorten(`a ${'x'.repeat(50)}`, 40)).toBe(`a ${'x'.repeat(35)}...`)
  })

  it('is cut by code points, never inside one', () => {
    expect(shorten('\u{1F600}'.repeat(5), 4)).toBe('\u{1F600}...')
  })

  it.each([
    { name: 'a short word stays', text: 'opens a.example', want: 'opens a.example' },
    {
      name: 'a long one keeps its ends',
      text: 'to abcdefghijklmnopqrst now',
      want: 'to abcdef...opqrst now',
    },
    { name: 'code points count', text: '\u{1F600}'.repeat(15), want: '\u{1F600}'.repeat(15) },
  ])('words are cut in their middle: $name', ({ text, want }) => {
    expect(shortenWords(text, 15)).toBe(want)
  })
})
