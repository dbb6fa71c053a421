import type { JsonPointer } from '../../model/json-pointer.ts'
import { checkExpression, createExpression, type Expression } from '../expressions/expression.ts'
import { variableTypes } from '../expressions/check/variable-types.ts'
import type { FieldPlace } from '../known-fields.ts'
import type { Report } from '../language/problem-report.ts'
import type { PackedTrees } from '../policy-source.ts'
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

/** What an expression of a rule is checked against, and where it stands. */
export interface ExpressionSetting {
  readonly variables: readonly string[]
  /** The objects that the rule looks at; null when nothing is known of their kinds. */
  readonly known: {
    /** Where they start. */
    readonly root: FieldPlace | undefined
    /** Whether they have no other fields than are known; else such a mistake is a warning. */
    readonly isFixed: boolean
  } | null
  /** What it must give. */
  readonly wanted: 'bool' | 'string'
  readonly report: Report
  readonly pointer: JsonPointer
  /** False leaves mistakes to its first use. */
  readonly checked: boolean
  /** Trees that are known already, by the text of the expression. */
  readonly trees?: PackedTrees | undefined
}

/** Makes an expression and reports what is wrong with it. */
export function compileExpression(text: string, setting: ExpressionSetting): Expression {
  if (!setting.checked) return createExpression(text, setting.trees?.[text])
  const { variables, known, wanted, report, pointer } = setting
  const { expression, problems } = checkExpression(text, variableTypes(variables, known?.root), wanted)
  for (const problem of problems) {
    const near = problem.suggestion
    const sentence = `${problem.text.slice(0, 1).toUpperCase()}${problem.text.slice(1)}`
    const mistake = {
      code: problem.code,
      text: `${sentence} (character ${String(problem.offset + 1)} of the expression)${near === undefined ? '.' : `; did you mean "${near}"?`}`,
      ...(near === undefined ? {} : { suggestion: near }),
    }
    const note = problem.aboutKind && !known?.isFixed ? 'warn' : 'add'
    report[note](pointer, mistake, { value: text, offset: problem.offset })
  }
  return expression
}
