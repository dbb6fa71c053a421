import type { JsonPointer } from '../../model/json-pointer.ts'
import { createExpression, type Expression, expressionProblems } from '../expressions/expression.ts'
import type { Report } from '../language/problem-report.ts'
import type { RuleTarget } from '../rule.ts'

/** The variables of an expression, by what its rule looks at. */
export const VARIABLES: Readonly<Record<RuleTarget, readonly string[]>> = {
  objects: [
    'object',
    'oldObject',
    'operation',
    'verbs',
    'fields',
    'environment',
    'cluster',
    'routes',
    'pullRequest',
    'namespace',
    'name',
    'title',
    'kind',
    'group',
    'path',
  ],
  files: [
    'path',
    'operation',
    'environment',
    'cluster',
    'pullRequest',
    'role',
    'fields',
    'value',
    'oldValue',
    'values',
    'pointer',
  ],
  issues: ['path', 'operation', 'environment', 'cluster', 'pullRequest', 'code', 'text', 'line'],
}

/** The variables that a rule with `change` has besides: the matched place, and all new values that matched. */
export const CHANGE_VARIABLES: readonly string[] = ['value', 'oldValue', 'values', 'pointer']

/** The variables that speak of one matched place. */
export const PLACE_VARIABLES: readonly string[] = ['value', 'oldValue', 'pointer']

/** Makes an expression and reports what is wrong with it; `checked` false leaves that to its first use. */
export function compileExpression(
  text: string,
  variables: readonly string[],
  pointer: JsonPointer,
  report: Report,
  checked: boolean,
): Expression {
  for (const problem of checked ? expressionProblems(text, variables) : []) {
    const near = problem.suggestion
    const sentence = `${problem.text.slice(0, 1).toUpperCase()}${problem.text.slice(1)}`
    report.add(pointer, {
      code: problem.code,
      text: `${sentence} (character ${String(problem.offset + 1)} of the expression)${near === undefined ? '.' : `; did you mean "${near}"?`}`,
      ...(near === undefined ? {} : { suggestion: near }),
    })
  }
  return createExpression(text)
}
