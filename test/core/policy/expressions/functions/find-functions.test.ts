import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExpression } from '../../../../../src/core/policy/expressions/expression.ts'
import { ask, bind } from '../../../../support/expressions.ts'

describe('find and findAll', () => {
  it.each([
    '"abc 123 def 45".find("[0-9]+") == "123" && "abc".find("[0-9]+") == "" && "abc 123".find("[0-9]*") == ""',
    '"123 abc 456".findAll("[0-9]+") == ["123", "456"] && "abc".findAll("[0-9]+") == []',
    '"1 2 3".findAll("[0-9]", 2) == ["1", "2"] && "1 2".findAll("[0-9]", 0) == [] && "1 2".findAll("[0-9]", -1) == ["1", "2"]',
    '"aaa".find("a+?") == "a" && "aaa".find("a+") == "aaa" && "ab".find("a|ab") == "a" && "ab".find("ab|a") == "ab"',
    '"v1.2.3-rc".find("^v[0-9.]+") == "v1.2.3" && "xv1".find("^v[0-9]") == "" && "a b".findAll("\\\\b") == ["", "", "", ""]',
    '"a\\nb".findAll("(?m)^.") == ["a", "b"] && "ÄB😀c".findAll("(?i)[äb]|😀") == ["Ä", "B", "😀"]',
    '"baaab".findAll("a*") == ["", "aaa", ""]',
  ])('%s', (text) => {
    expect(ask(text)).toBe(true)
  })

  it('are not known when the regular expression is none', () => {
    expect(ask('"a".find("(") == ""')).toBe('a regular expression in it is not valid RE2')
    expect(ask('"a".findAll("(?=a)") == []')).toBe('a regular expression in it is not valid RE2')
  })

  it('find what JavaScript finds', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\b',
      '(a|b)',
      '(?:ab|a)',
      '(?:b|ba)',
      '^',
      '$',
    )
    const repeated = fc.tuple(
      fc.constantFrom('a', 'b', '.', '[ab]', '(?:ab|b)'),
      fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{1,2}', '{2}'),
    )
    const part = fc.oneof(
      atom,
      repeated.map((parts) => parts.join('')),
    )
    const pattern = fc.oneof(
      fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
      fc.tuple(part, part).map((parts) => parts.join('|')),
    )
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '😀') })
    fc.assert(
      fc.property(pattern, text, (regex, given) => {
        const first = createExpression('text.find(regex)').say(bind({ text: given, regex }))
        expect(first).toEqual({ ok: true, value: new RegExp(regex, 'u').exec(given)?.[0] ?? '' })
        const all = createExpression('text.findAll(regex).join("|")').say(bind({ text: given, regex }))
        expect(all).toEqual({ ok: true, value: goMatches(regex, given).join('|') })
      }),
      { numRuns: 1500 },
    )
  })
})

/** As JavaScript finds them, without empty ones right behind another. */
function goMatches(regex: string, text: string): readonly string[] {
  let end = -1
  return [...text.matchAll(new RegExp(regex, 'gu'))].flatMap((match) => {
    const isRepeated = match[0] === '' && match.index === end
    end = match.index + match[0].length
    return isRepeated ? [] : [match[0]]
  })
}
