import { functionErrorText } from './functions/function-error.ts'

/**
 * Why an evaluation failed, the end of a sentence. The evaluator's messages may quote values: only names of keys, types
 * and functions are kept.
 */
export function evaluationProblem(message: string): string {
  const ours = functionErrorText(message)
  if (ours !== undefined) return ours
  const overload = OVERLOAD.exec(message)
  if (overload) return overloadProblem(overload[1] ?? '', overload[2], overload[3] ?? '')
  const unbound = /^unbound function: (\w+)$/.exec(message)
  if (unbound) return `there is no function ${unbound[1] ?? ''}`
  return (
    SENTENCES.find(([form]) => form.test(message))?.[1] ??
    'a value in it has a type or form that it does not expect'
  )
}

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^field not found/, 'it reads a field that is not there; ask has() first'],
  [/^unresolved attribute/, 'it reads something that is not there; ask has() first'],
  [/out of bounds/, 'it reads past the end of a list or text'],
  [/divide by zero|modulus by zero|overflow/, 'its arithmetic has no result'],
  [/^type mismatch: expected bool/, 'a part of it is no boolean'],
  [/regex|pattern|regexp/i, 'a regular expression in it is not valid RE2'],
]

const OVERLOAD =
  /^found no matching overload for '?([\w.@!?:<>=&|+*/%[\]-]+)'? applied to '(?:([\w.]+)\.)?\(?([\w., ]*)\)?'$/

/** What an operator, a function or a method was given that it does not take; `types` are those of its arguments. */
function overloadProblem(name: string, target: string | undefined, types: string): string {
  if (/^[A-Za-z][\w.]*$/.test(name)) {
    return `there is no ${target === undefined ? '' : `${target}.`}${name}(${types})`
  }
  const sign = name === '@in' ? 'in' : name.replaceAll('_', '')
  return `${sign} does not take ${types.replace(', ', ' and ')}`
}
