import { err, ok, type Result } from '../../model/result.ts'
import { celFunctions, parseCel, planCel, type CelTree } from './cel.ts'
import type { Budget } from './budget.ts'
import type { CelBinding } from './cel-values.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { expressionNames, type ExpressionNames } from './expression-names.ts'

/** Gives a variable its value when an expression uses it. What it reads, it takes from the budget. */
export type Variables = Readonly<Record<string, (budget: Budget) => CelBinding>>

/** A CEL expression. It is read when it is first needed; an error is the end of a sentence, without any value. */
export interface Expression {
  readonly text: string
  /** Whether the expression refers to this variable. */
  uses(variable: string): boolean
  /** The answer to a condition. */
  ask(variables: Variables): Result<boolean, string>
  /** The text that it makes. */
  say(variables: Variables): Result<string, string>
}

/** What is wrong with an expression, as a sentence, and at which offset of its text. */
export interface ExpressionProblem {
  readonly code: 'policy.expression-syntax' | 'policy.unknown-variable' | 'policy.unknown-function'
  readonly text: string
  readonly offset: number
  readonly suggestion?: string
}

const MAX_LENGTH = 10_000
const MAX_DEPTH = 4
/** Reads of values in one evaluation; an object of a thousand fields in a loop of a thousand rounds. */
const BUDGET = 1_000_000

/** Makes an expression; {@link expressionProblems} says whether it is a good one. */
export function createExpression(text: string): Expression {
  let compiled: Result<Compiled, string> | undefined
  const get = (): Result<Compiled, string> => (compiled ??= compile(text))
  return {
    text,
    uses(variable) {
      const expression = get()
      return expression.ok && expression.value.uses.has(variable)
    },
    ask(variables) {
      const answer = evaluate(get(), variables)
      if (!answer.ok) return answer
      return typeof answer.value === 'boolean' ? ok(answer.value) : err('its result is no boolean')
    },
    say(variables) {
      const answer = evaluate(get(), variables)
      if (!answer.ok) return answer
      return typeof answer.value === 'string' ? ok(answer.value) : err('its result is no text')
    },
  }
}

/** Every mistake that can be seen without running: syntax, size, variables and functions that do not exist. */
export function expressionProblems(text: string, variables: readonly string[]): readonly ExpressionProblem[] {
  const tooLong = lengthProblem(text)
  if (tooLong !== null) return [{ code: 'policy.expression-syntax', text: tooLong, offset: 0 }]
  const parsed = parseCel(text)
  if (!parsed.ok) {
    return [{ code: 'policy.expression-syntax', text: parsed.error.text, offset: parsed.error.offset }]
  }
  const names = expressionNames(parsed.value, celFunctions())
  const problems: ExpressionProblem[] = []
  if (names.depth > MAX_DEPTH) {
    const tooDeep = `loops stand ${String(names.depth)} deep; at most ${String(MAX_DEPTH)} are run`
    problems.push({ code: 'policy.expression-syntax', text: tooDeep, offset: 0 })
  }
  return [...problems, ...unknownVariables(names, variables), ...unknownFunctions(names)]
}

interface Compiled {
  readonly uses: ReadonlySet<string>
  readonly run: ReturnType<typeof planCel>
}

function compile(text: string): Result<Compiled, string> {
  const tooLong = lengthProblem(text)
  if (tooLong !== null) return err(tooLong)
  const parsed = parseCel(text)
  if (!parsed.ok) return err(`it does not parse: ${parsed.error.text}`)
  const names = expressionNames(parsed.value, celFunctions())
  if (names.depth > MAX_DEPTH) return err(`its loops stand more than ${String(MAX_DEPTH)} deep`)
  return planned(parsed.value, new Set(names.variables.map((used) => used.name)))
}

function planned(tree: CelTree, uses: ReadonlySet<string>): Result<Compiled, string> {
  try {
    return ok({ uses, run: planCel(tree) })
  } catch {
    return err('it uses a part of the language that is not carried out here')
  }
}

function evaluate(expression: Result<Compiled, string>, variables: Variables): Result<unknown, string> {
  if (!expression.ok) return expression
  const budget: Budget = { left: BUDGET }
  try {
    const bindings: Record<string, CelBinding> = Object.create(null)
    for (const name of expression.value.uses) {
      const make = Object.hasOwn(variables, name) ? variables[name] : undefined
      if (make) bindings[name] = make(budget)
    }
    const answer = expression.value.run(bindings, budget)
    return budget.left < 0 ? err(exhausted()) : answer
  } catch {
    return err(exhausted())
  }
}

function exhausted(): string {
  return `it reads more than ${String(BUDGET)} values`
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
