import { err, ok, type Result } from '../../model/result.ts'
import { celFunctions, checkCel, planCel } from './cel.ts'
import { parseCel } from './cel-parser.ts'
import { unpackTree } from './unpack-tree.ts'
import type { CheckedType } from './check/checked-type.ts'
import type { ExpressionMistake } from './check/mistake.ts'
import type { CelTree } from './cel-tree.ts'
import { type Budget, decisionBudget, evaluationBudget } from './budget.ts'
import type { CelBinding } from './cel-values.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { expressionNames, type ExpressionNames } from './expression-names.ts'
import { DECISION_STEPS, EVALUATION_STEPS, MAX_LENGTH } from './limits.ts'
import { shapeProblem } from './shape-problem.ts'

/** Gives a variable its value when an expression uses it. What it reads, it takes from the budget. */
export type Variables = Readonly<Record<string, (budget: Budget) => CelBinding>>

/** A CEL expression. It is read when it is first needed; an error is the end of a sentence, without any value. */
export interface Expression {
  readonly text: string
  /** Whether the expression refers to this variable. */
  uses(variable: string): boolean
  /** The answer to a condition. Its steps are taken from those of the decision; left out, it has its own. */
  ask(variables: Variables, decision?: Budget): Result<boolean, string>
  /** The text that it makes. */
  say(variables: Variables, decision?: Budget): Result<string, string>
}

/** What is wrong with an expression, as a sentence, and at which offset of its text. */
export interface ExpressionProblem {
  readonly code:
    | 'policy.expression-syntax'
    | 'policy.unknown-variable'
    | 'policy.unknown-function'
    | ExpressionMistake['code']
  readonly text: string
  readonly offset: number
  readonly suggestion?: string
  /** It is one only when the objects have no other fields than are known. */
  readonly aboutKind?: true
}

/**
 * Makes an expression; {@link checkExpression} says as well whether it is a good one. `packed`: its tree, read and checked
 * when Drawbridge was built, because reading takes longer than all else.
 */
export function createExpression(text: string, packed?: string): Expression {
  return expressionOf(text, () => (packed === undefined ? compile(text) : planned(unpackTree(packed))))
}

/** An expression and what is wrong with it. */
export interface CheckedExpression {
  readonly expression: Expression
  /** By place; empty for a good one. */
  readonly problems: readonly ExpressionProblem[]
}

/**
 * Makes an expression and finds every mistake that can be seen without running it: syntax, size, variables and functions that
 * do not exist, fields that cannot be there, types that do not fit, and a result that is not `wanted`.
 */
export function checkExpression(
  text: string,
  variables: ReadonlyMap<string, CheckedType>,
  wanted: 'bool' | 'string',
): CheckedExpression {
  const tree = readTree(text)
  if (!tree.ok) {
    const { text: why, offset } = tree.error
    return {
      expression: createExpression(text),
      problems: [{ code: 'policy.expression-syntax', text: why, offset }],
    }
  }
  const names = expressionNames(tree.value, celFunctions())
  const problems = [
    ...unknownVariables(names, [...variables.keys()]),
    ...unknownFunctions(names),
    ...checkCel(tree.value, variables, wanted),
  ]
  return {
    expression: expressionOf(text, () => planned(tree.value)),
    problems: problems
      .map((problem) => ({ ...problem, offset: nameOffset(text, problem.offset) }))
      .toSorted((a, b) => a.offset - b.offset),
  }
}

function expressionOf(text: string, make: () => Result<Compiled, string>): Expression {
  let compiled: Result<Compiled, string> | undefined
  const get = (): Result<Compiled, string> => (compiled ??= make())
  return {
    text,
    uses(variable) {
      const expression = get()
      return expression.ok && expression.value.uses.has(variable)
    },
    ask(variables, decision = decisionBudget()) {
      const answer = evaluate(get(), variables, decision)
      if (!answer.ok) return answer
      return typeof answer.value === 'boolean' ? ok(answer.value) : err('its result is no boolean')
    },
    say(variables, decision = decisionBudget()) {
      const answer = evaluate(get(), variables, decision)
      if (!answer.ok) return answer
      return typeof answer.value === 'string' ? ok(answer.value) : err('its result is no text')
    },
  }
}

/** The offset of a name or sign, given that of the dot or white space before it. */
function nameOffset(text: string, offset: number): number {
  const [before = ''] = /^\s*(?:\.\s*)?/.exec(text.slice(offset)) ?? []
  return offset + before.length
}

interface Compiled {
  readonly uses: ReadonlySet<string>
  readonly run: ReturnType<typeof planCel>
}

/** Why a text gives no tree, and at which offset of it. */
interface Unreadable {
  /** The end of a sentence. */
  readonly text: string
  readonly offset: number
  /** It is no expression at all; else one that is too large or too deep. */
  readonly isSyntax: boolean
}

function readTree(text: string): Result<CelTree, Unreadable> {
  const tooLong = lengthProblem(text)
  if (tooLong !== null) return err({ text: tooLong, offset: 0, isSyntax: false })
  const parsed = parseCel(text)
  if (!parsed.ok) return err({ ...parsed.error, isSyntax: true })
  const shape = shapeProblem(parsed.value)
  return shape ? err({ ...shape, isSyntax: false }) : parsed
}

function compile(text: string): Result<Compiled, string> {
  const tree = readTree(text)
  if (tree.ok) return planned(tree.value)
  return err(tree.error.isSyntax ? `it does not parse: ${tree.error.text}` : tree.error.text)
}

function planned(tree: CelTree): Result<Compiled, string> {
  const names = expressionNames(tree, celFunctions())
  const uses = new Set(names.variables.map((used) => used.name))
  try {
    return ok({ uses, run: planCel(tree) })
  } catch {
    return err('it uses a part of the language that is not carried out here')
  }
}

function evaluate(
  expression: Result<Compiled, string>,
  variables: Variables,
  decision: Budget,
): Result<unknown, string> {
  if (!expression.ok) return expression
  const budget = evaluationBudget(decision)
  const had = budget.left
  const answer = run(expression.value, variables, budget)
  decision.left -= had - Math.max(0, budget.left)
  if (budget.left >= 0 && answer) return answer
  return err(had < EVALUATION_STEPS ? DECISION_SPENT : EVALUATION_SPENT)
}

const EVALUATION_SPENT = `it takes more than ${String(EVALUATION_STEPS)} steps`
const DECISION_SPENT = `the conditions and messages of this decision together take more than ${String(DECISION_STEPS)} steps`

/** Null: the steps were not enough, even for its variables. */
function run(expression: Compiled, variables: Variables, budget: Budget): Result<unknown, string> | null {
  try {
    const bindings: Record<string, CelBinding> = Object.create(null)
    for (const name of expression.uses) {
      const make = Object.hasOwn(variables, name) ? variables[name] : undefined
      if (make) bindings[name] = make(budget)
    }
    return expression.run(bindings, budget)
  } catch (problem) {
    if (budget.left < 0) return null
    throw problem
  }
}

function lengthProblem(text: string): string | null {
  if (text.length <= MAX_LENGTH) return null
  return `it has ${String(text.length)} characters; at most ${String(MAX_LENGTH)} are read`
}

function unknownVariables(
  names: ExpressionNames,
  variables: readonly string[],
): readonly ExpressionProblem[] {
  return names.variables
    .filter((used) => !variables.includes(used.name))
    .map((used) => ({
      code: 'policy.unknown-variable',
      text: `there is no variable "${used.name}" here; there are ${variables.join(', ')}`,
      offset: used.offset,
      ...suggest(used.name, variables),
    }))
}

function unknownFunctions(names: ExpressionNames): readonly ExpressionProblem[] {
  const known = celFunctions()
  return names.functions
    .filter((used) => !known.has(used.name))
    .map((used) => ({
      code: 'policy.unknown-function',
      text: `there is no function "${used.name}"`,
      offset: used.offset,
      ...suggest(used.name, [...known, 'has', 'all', 'exists', 'exists_one', 'map', 'filter']),
    }))
}

function suggest(seen: string, known: readonly string[]): { readonly suggestion?: string } {
  const near = didYouMean(
    seen,
    known.filter((name) => /^[a-z]/i.test(name)),
  )
  return near === undefined ? {} : { suggestion: near }
}
