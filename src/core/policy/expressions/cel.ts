import { celEnv, isCelError, parse, plan, type CelEnv, type CelInput } from '@bufbuild/cel'
import { strings } from '@bufbuild/cel/ext'
import { err, ok, type Result } from '../../model/result.ts'
import type { Budget } from './budget.ts'
import type { CelBinding } from './cel-values.ts'
import { domainFunctions } from './functions/domain-functions.ts'
import { evaluationProblem } from './evaluation-problem.ts'
import { metered } from './meter.ts'
import { shieldNamespace, shieldedName, writtenName } from './shield-namespace.ts'

/** A parsed expression with the offset of each of its nodes. */
export interface CelTree {
  readonly root: CelNode
  /** UTF-16 offset of a node in the text; 0 when it is not known. */
  offsetOf(node: CelNode): number
}

/** One node of the syntax tree, in the words of the CEL specification. */
export type CelNode = ReturnType<typeof parse>['expr']

/** Reads an expression. An error says what was seen, and at which offset. */
export function parseCel(text: string): Result<CelTree, { readonly text: string; readonly offset: number }> {
  try {
    const parsed = parse(shieldNamespace(text))
    const positions = parsed.sourceInfo?.positions ?? {}
    return ok({ root: parsed.expr, offsetOf: (node) => positions[String(node.id)] ?? 0 })
  } catch (problem) {
    return err({ text: syntaxProblem(problem), offset: offsetIn(problem) })
  }
}

/** Runs an expression on a budget, from which what it does is taken. */
export type PlannedExpression = (
  bindings: Readonly<Record<string, CelBinding>>,
  budget: Budget,
) => Result<unknown, string>

/** Makes an expression runnable. What it gives is a boolean, a text or something else; an error is a sentence's end. */
export function planCel(tree: CelTree): PlannedExpression {
  const run = plan(environment(), tree.root)
  return (bindings, budget) => {
    const answer = metered(budget, () => run(inputs(bindings)))
    return isCelError(answer) ? err(evaluationProblem(answer.message)) : ok(answer)
  }
}

/** The name of a variable as it was written. */
export function celVariable(name: string): string {
  return writtenName(name)
}

/** Every function and operator that an expression may call. */
export function celFunctions(): ReadonlySet<string> {
  functions ??= new Set([...environment().funcs].map((known) => known.name))
  return functions
}

let shared: CelEnv | undefined
let functions: ReadonlySet<string> | undefined

function environment(): CelEnv {
  shared ??= celEnv({ funcs: [...strings, ...domainFunctions] })
  return shared
}

function inputs(bindings: Readonly<Record<string, CelBinding>>): Record<string, CelInput> {
  const named: Record<string, CelInput> = Object.create(null)
  for (const [name, value] of Object.entries(bindings)) named[shieldedName(name)] = value
  return named
}

function syntaxProblem(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : 'not readable'
  return text.replace(/^<input>:\d+:\d+: /, '')
}

function offsetIn(problem: unknown): number {
  if (typeof problem !== 'object' || problem === null || !('location' in problem)) return 0
  const location = problem.location
  if (typeof location !== 'object' || location === null || !('start' in location)) return 0
  const start = location.start
  if (typeof start !== 'object' || start === null || !('offset' in start)) return 0
  return typeof start.offset === 'number' ? start.offset : 0
}
