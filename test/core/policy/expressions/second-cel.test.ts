import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExpression } from '../../../../src/core/policy/expressions/expression.ts'
import { bind } from '../../../support/expressions.ts'
import { conditions, expressionVariables } from '../../../support/expression-texts.ts'
import { KNOWN_DIFFERENCES } from '../../../support/known-differences.ts'
import { secondCel } from '../../../support/second-cel.ts'

const variables = bind(expressionVariables)

/** Undefined: the expression is nested more deeply than we carry out. */
function ours(text: string): boolean | 'error' | undefined {
  const answer = createExpression(text).ask(variables)
  if (answer.ok) return answer.value
  return / stand more than /.test(answer.error) ? undefined : 'error'
}

function theirs(text: string): boolean | 'error' {
  const bindings = Object.fromEntries(
    Object.entries(variables).map(([name, make]) => [name, make({ left: Infinity })]),
  )
  const answer = secondCel(text, bindings)
  return answer.ok && typeof answer.value === 'boolean' ? answer.value : 'error'
}

describe('conditions with a second implementation of the language', () => {
  it('give the same, also when that is no answer', () => {
    const seen = new Set<boolean | 'error' | undefined>()
    fc.assert(
      fc.property(conditions, (text) => {
        const answer = ours(text)
        fc.pre(answer !== undefined)
        seen.add(answer)
        expect(theirs(text)).toBe(answer)
      }),
      { numRuns: 500 },
    )
    expect([...seen].map(String).toSorted()).toEqual(['error', 'false', 'true'])
  })

  it.each(KNOWN_DIFFERENCES)('differ as is known: $name', ({ shown, answer }) => {
    expect(ours(shown)).toBe(answer)
    expect(theirs(shown)).not.toBe(answer)
  })
})
