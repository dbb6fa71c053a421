import { toCel } from '../../src/core/policy/expressions/cel-values.ts'
import { createExpression, type Variables } from '../../src/core/policy/expressions/expression.ts'
import type { Json } from '../../src/core/model/json.ts'
import { json } from './manifest.ts'

/** What a condition answers for these variables, written as plain JavaScript: a boolean, or why it is not known. */
export function ask(text: string, variables: Readonly<Record<string, unknown>> = {}): boolean | string {
  const answer = createExpression(text).ask(bind(variables))
  return answer.ok ? answer.value : answer.error
}

/** Variables of JSON values. Integers become bigints. */
export function bind(variables: Readonly<Record<string, unknown>>): Variables {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const held: Json = json(value)
      return [name, (budget) => toCel(held, budget)]
    }),
  )
}
