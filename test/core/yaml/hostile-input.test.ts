import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/core/yaml/decode-text.ts'
import { readYaml } from '../../../src/core/yaml/read-yaml.ts'
import { YAML_LIMITS } from '../../../src/core/yaml/yaml-limits.ts'

function firstCode(text: string): string {
  const read = readYaml(text, 'a.yaml')
  return read.ok ? 'accepted' : (read.error[0]?.code ?? '')
}

function bomb(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < levels; level += 1) {
    const alias = `*a${String(level - 1)}`
    lines.push(
      `a${String(level)}: &a${String(level)} [${Array.from({ length: 10 }, () => alias).join(', ')}]`,
    )
  }
  return lines.join('\n')
}

describe('limits', () => {
  it.each([
    ['100 levels', `a: ${'['.repeat(99)}${']'.repeat(99)}`, 'accepted'],
    ['101 levels', `a: ${'['.repeat(100)}${']'.repeat(100)}`, 'yaml.too-deep'],
    ['a million levels', `a: ${'['.repeat(1_000_000)}`, 'yaml.too-deep'],
    ['a million levels of JSON', `{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`, 'yaml.too-deep'],
    [
      'depth by aliases',
      `a: &a ${'['.repeat(60)}${']'.repeat(60)}\nb: ${'['.repeat(60)}*a${']'.repeat(60)}`,
      'yaml.too-deep',
    ],
    ['100 aliases', `a: &a 1\nb: [${'*a, '.repeat(100)}]`, 'accepted'],
    ['101 aliases', `a: &a 1\nb: [${'*a, '.repeat(101)}]`, 'yaml.too-many-aliases'],
    ['a key of 1,000 characters', `${'k'.repeat(1000)}: 1`, 'accepted'],
    ['200,001 values', `a: [${'1, '.repeat(200_000)}]`, 'yaml.too-many-nodes'],
    [
      'many values, in several documents',
      `a: [${'1, '.repeat(150_000)}]\n---\nb: [${'1, '.repeat(150_000)}]`,
      'accepted',
    ],
    ['a text that is too long', `a: ${'x'.repeat(YAML_LIMITS.maxBytes)}`, 'yaml.too-large'],
  ])('%s: %#', (_name, text, code) => {
    expect(firstCode(text)).toBe(code)
  })

  it.each([
    ['an alias bomb', bomb(10), 'yaml.too-many-nodes'],
    ['a bomb that Kubernetes calls excessive', bomb(4), 'yaml.too-many-nodes'],
    ['a number of four million digits', `a: ${'9'.repeat(4_000_000)}`, 'yaml.number-range'],
    ['a number of two million underscores', `a: 9${'_9'.repeat(2_000_000)}`, 'yaml.underscore-number'],
    ['four million empty lines in a block text', `a: |\n${'\n'.repeat(4_000_000)}`, 'accepted'],
    ['a million empty lines in brackets', `a: {b${'\n'.repeat(1_000_000)} : c}`, 'yaml.multiline-key'],
    ['a million separators', '---\n'.repeat(1_000_000), 'accepted'],
    ['nested anchors on keys', nestedAnchors(45), 'yaml.anchored-key'],
    ['five million brackets', '['.repeat(5_000_000), 'yaml.too-deep'],
    ['five million braces', `a: ${'{'.repeat(5_000_000)}`, 'yaml.too-deep'],
    ['five million anchors', '&a '.repeat(1_600_000), 'yaml.syntax'],
    ['two million question marks', '? '.repeat(2_500_000), 'yaml.too-deep'],
    ['two million dashes', '- '.repeat(2_500_000), 'yaml.too-deep'],
    ['five million quotes', "'".repeat(5_000_000), 'yaml.root'],
    ['five million blanks in quotes', `a: "${'\n'.repeat(5_000_000)} "`, 'accepted'],
    ['one long line', `a: ${'x '.repeat(2_500_000)}`, 'accepted'],
    ['a million lines of comments', '# c\n'.repeat(1_000_000), 'accepted'],
    ['a hundred thousand documents', 'a: 1\r\n---\r\n'.repeat(100_000), 'accepted'],
    ['merges of a large map', mergesOfLargeMap(2000), 'yaml.too-many-nodes'],
    ['a merge of itself again and again', mergeBomb(10), 'yaml.too-many-nodes'],
    ['an anchor set again and again', `a: [${'&a 1,'.repeat(150_000)}]`, 'accepted'],
    ['a million lines of directives', '%\n'.repeat(1_000_000), 'yaml.directive'],
    ['a million empty lines before a bracket', `a:\n  b: [${'\n'.repeat(1_000_000)}  ]`, 'accepted'],
    ['a million comments before a bracket', `a:\n  b: [\n${'# ]\n'.repeat(1_000_000)}  ]`, 'accepted'],
    ['brackets under their keys, one after the other', 'a:\n- b: [\n  ]\n'.repeat(20_000), 'yaml.syntax'],
    ['two hundred thousand mistakes', 'a: 1\n'.repeat(90_000), 'yaml.duplicate-key'],
  ])('answers soon to %s', (_name, text, code) => {
    const begin = performance.now()
    expect(firstCode(text)).toBe(code)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  it('sees a bomb in milliseconds', () => {
    firstCode(bomb(3))
    const begin = performance.now()
    expect(firstCode(bomb(10))).toBe('yaml.too-many-nodes')
    expect(performance.now() - begin).toBeLessThan(500)
  })
})

function mergesOfLargeMap(keys: number): string {
  const large = Array.from({ length: keys }, (_, index) => `  k${String(index)}: 1\n`).join('')
  return `a: &a\n${large}${Array.from({ length: 99 }, (_, index) => `m${String(index)}: {<<: *a}\n`).join('')}`
}

function mergeBomb(levels: number): string {
  const lines = ['a0: &a0 {x: 1, z: 2}']
  for (let level = 1; level < levels; level += 1) {
    const aliases = Array.from({ length: 10 }, () => `*a${String(level - 1)}`).join(', ')
    lines.push(`a${String(level)}: &a${String(level)} {<<: [${aliases}]}`)
  }
  return lines.join('\n')
}

function nestedAnchors(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}&a${String(level)} k:`)
  return `${lines.join('\n')} v`
}

const SIGNS = [
  'a',
  ' ',
  '  ',
  '\n',
  '\n  ',
  ': ',
  ':',
  '- ',
  '? ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  '|',
  '>',
]
const MORE_SIGNS = [
  '&a ',
  '*a',
  '<<: ',
  '!!str ',
  '!x',
  '%',
  '---',
  '...',
  '\t',
  '\r\n',
  '\\',
  '\\u',
  '1',
  '~',
  '\u2028',
]

describe('any input', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...SIGNS, ...MORE_SIGNS), { maxLength: 30 }).map((parts) => parts.join('')),
  )

  it('is read or refused with a place, and never throws', () => {
    fc.assert(
      fc.property(text, (input) => {
        const read = readYaml(input, 'a.yaml')
        if (read.ok)
          for (const document of read.value) expect(document.locate('/a/0').line).toBeGreaterThan(0)
        else for (const issue of read.error) expect(issue.line * issue.column).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads the same with CRLF as with LF', () => {
    fc.assert(
      fc.property(text, (input) => {
        const unix = input.replaceAll('\r', '')
        const [lf, crlf] = [readYaml(unix, 'a'), readYaml(unix.replaceAll('\n', '\r\n'), 'a')]
        expect(crlf.ok).toBe(lf.ok)
        if (lf.ok && crlf.ok)
          expect(crlf.value.map(({ value }) => value)).toEqual(lf.value.map(({ value }) => value))
      }),
      { numRuns: 2000 },
    )
  })

  it('of bytes is decoded or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes, 'a')
        if (decoded.ok) readYaml(decoded.value, 'a')
      }),
    )
  })
})
