import { celEnv, type CelEnv, type CelFunc, type CelInput, isCelError, plan } from '@bufbuild/cel'
import { strings } from '@bufbuild/cel/ext'
import { err, ok, type Result } from '../../model/result.ts'
import type { Budget } from './budget.ts'
import type { CelTree } from './cel-tree.ts'
import type { CelBinding } from './cel-values.ts'
import { domainFunctions } from './functions/domain-functions.ts'
import { checkTree } from './check/check-tree.ts'
import type { CheckedType } from './check/checked-type.ts'
import type { ExpressionMistake } from './check/mistake.ts'
import { evaluationProblem } from './evaluation-problem.ts'
import { charge, metered } from './meter.ts'
import { meterTree, stepsOf } from './meter-tree.ts'
import { correctedFunctions } from './functions/corrected-functions.ts'
import { meteredEnvironment } from './functions/metered-environment.ts'
import { compilePattern } from './functions/regular-expressions.ts'
import { shieldedName, writtenName } from './shield-namespace.ts'

/** Runs an expression on a budget, from which what it does is taken. */
export type PlannedExpression = (
  bindings: Readonly<Record<string, CelBinding>>,
  budget: Budget,
) => Result<unknown, string>

/** Makes an expression runnable; its tree is used up. What it gives is a boolean, a text or something else; an error is a sentence's end. */
export function planCel(tree: CelTree): PlannedExpression {
  const steps = stepsOf(tree.root)
  meterTree(tree.root)
  const run = plan(metering(), tree.root)
  return (bindings, budget) => {
    const answer = metered(budget, () => {
      charge(steps)
      return run(inputs(bindings))
    })
    return isCelError(answer) ? err(evaluationProblem(answer.message)) : ok(answer)
  }
}

/** What is certainly wrong with an expression, given the types of its variables and the one that its result must have. */
export function checkCel(
  tree: CelTree,
  variables: ReadonlyMap<string, CheckedType>,
  wanted: 'bool' | 'string',
): readonly ExpressionMistake[] {
  const shielded = new Map([...variables].map(([name, type]) => [shieldedName(name), type]))
  return checkTree(tree, { variables: shielded, functions: overloads() }, wanted)
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

function overloads(): ReadonlyMap<string, readonly CelFunc[]> {
  if (overloadsByName) return overloadsByName
  const byName = new Map<string, CelFunc[]>()
  for (const overload of environment().funcs) {
    byName.set(overload.name, [...(byName.get(overload.name) ?? []), overload])
  }
  overloadsByName = byName
  return byName
}

let overloadsByName: ReadonlyMap<string, readonly CelFunc[]> | undefined
let shared: CelEnv | undefined
let counting: CelEnv | undefined
let functions: ReadonlySet<string> | undefined

function environment(): CelEnv {
  shared ??= celEnv({
    funcs: [...strings, ...correctedFunctions, ...domainFunctions],
    re2: { compile: compilePattern },
  })
  return shared
}

function metering(): CelEnv {
  counting ??= meteredEnvironment(environment())
  return counting
}

function inputs(bindings: Readonly<Record<string, CelBinding>>): Record<string, CelInput> {
  const named: Record<string, CelInput> = Object.create(null)
  for (const [name, value] of Object.entries(bindings)) named[shieldedName(name)] = value
  return named
}
