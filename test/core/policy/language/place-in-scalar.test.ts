import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import { placeInScalar } from '../../../../src/core/policy/language/place-in-scalar.ts'

const HEAD = 'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: acme }\nspec:\n  rules:\n'

/** Where a mistake about the variable `zzz` is said to be, and where the variable is. */
function places(rule: string): { readonly said: string; readonly real: string } {
  const text = HEAD + rule
  const loaded = loadPolicy([{ path: 'p.yaml', builtin: false, text }], () => undefined)
  const [issue] = loaded.ok ? [] : loaded.error
  const before = text.slice(0, text.indexOf('zzz'))
  const line = before.split('\n').length
  return {
    said: `${String(issue?.line)}:${String(issue?.column)}`,
    real: `${String(line)}:${String(before.length - before.lastIndexOf('\n'))}`,
  }
}

describe('the place of a mistake in an expression', () => {
  it.each([
    ['plain', '    - { id: r, severity: low, message: m, when: name == zzz }\n'],
    [
      'plain, over two lines',
      '    - id: r\n      severity: low\n      message: m\n      when: name == "a" ||\n        name == zzz\n',
    ],
    [
      'in single quotes',
      `    - { id: r, severity: low, message: m, when: 'name == ''it'' || ''s'' == zzz' }\n`,
    ],
    [
      'in double quotes',
      '    - { id: r, severity: low, message: m, when: "name == \\"a\\\\\\\\b\\"\\n || zzz" }\n',
    ],
    [
      'in double quotes, folded',
      '    - { id: r, severity: low, message: m, when: "name == \\"a\\" \\\n        || zzz" }\n',
    ],
    [
      'folded',
      '    - id: r\n      severity: low\n      message: m\n      when: >-\n        name == "a" ||\n        (name == "b" && zzz)\n',
    ],
    [
      'folded, with empty lines',
      '    - id: r\n      severity: low\n      message: m\n      when: >\n        name == "a" ||\n\n          name == zzz\n',
    ],
    [
      'literal',
      '    - id: r\n      severity: low\n      message: m\n      when: |  # a comment\n        name == "a" ||\n        // a remark\n        zzz\n',
    ],
    [
      'with windows line ends',
      '    - id: r\r\n      severity: low\r\n      message: m\r\n      when: >-\r\n        name == "a" ||\r\n        zzz\r\n',
    ],
  ])('%s', (_, rule) => {
    const { said, real } = places(rule)
    expect(said).toBe(real)
  })

  it('is that of the expression when it is written elsewhere', () => {
    const rule = '    - { id: &c zzz, severity: low, message: m, when: *c }\n'
    expect(places(rule).said).toBe('6:54')
  })

  it('is always in the text or not known', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.nat(40),
        fc.nat(5),
        fc.nat(20),
        (text, value, offset, line, column) => {
          const place = placeInScalar(text, { line: line + 1, column: column + 1 }, value, offset)
          if (place) expect(place.line).toBeLessThanOrEqual(text.split('\n').length)
        },
      ),
    )
  })
})
