import { celEnv, isCelError, parse, plan, type CelEnv, type CelInput } from '@bufbuild/cel'
import { strings } from '@bufbuild/cel/ext'
import { err, ok, type Result } from '../../model/result.ts'
import type { CelBinding } from './cel-values.ts'
import { listed } from './listed.ts'

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

/** Makes an expression runnable. What it gives is a boolean, a text or something else; an error is a sentence's end. */
export function planCel(
  tree: CelTree,
): (bindings: Readonly<Record<string, CelBinding>>) => Result<unknown, string> {
  const run = plan(environment(), tree.root)
  return (bindings) => {
    const answer = run(inputs(bindings))
    return isCelError(answer) ? err(evaluationProblem(answer.message)) : ok(answer)
  }
}

/** The name of a variable as it was written. */
export function celVariable(name: string): string {
  return name === SHIELD ? 'namespace' : name
}

/** Every function and operator that an expression may call. */
export function celFunctions(): ReadonlySet<string> {
  functions ??= new Set([...environment().funcs].map((known) => known.name))
  return functions
}

let shared: CelEnv | undefined
let functions: ReadonlySet<string> | undefined

function environment(): CelEnv {
  shared ??= celEnv({ funcs: [...strings, listed] })
  return shared
}

function inputs(bindings: Readonly<Record<string, CelBinding>>): Record<string, CelInput> {
  const named: Record<string, CelInput> = Object.create(null)
  for (const [name, value] of Object.entries(bindings)) named[name === 'namespace' ? SHIELD : name] = value
  return named
}

/** CEL reserves the word `namespace`. It is the natural name of a variable here, so it goes by another one inside. */
const SHIELD = '_ns_word_'

/** Strings, comments, selected fields and other words: everything in which the word is not the variable. */
const TOKENS = new RegExp(
  [
    String.raw`(?:[bB]?[rR][bB]?)(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')`,
    String.raw`"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''`,
    String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`,
    String.raw`\/\/[^\n]*|\.\s*[A-Za-z_]\w*|[A-Za-z_]\w*`,
  ].join('|'),
  'g',
)

function shieldNamespace(text: string): string {
  return text.includes('namespace')
    ? text.replace(TOKENS, (token) => (token === 'namespace' ? SHIELD : token))
    : text
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

/** The evaluator's messages may quote values; what is kept of them names keys, types and functions only. */
function evaluationProblem(message: string): string {
  const overload = /^found no matching overload for '?([\w@!?:<>=&|+*/%[\]-]+)'? applied to '(.*)'$/s.exec(
    message,
  )
  if (overload) return `${overload[1] ?? ''} does not take ${overload[2] ?? ''}`
  const unbound = /^unbound function: (\w+)$/.exec(message)
  if (unbound) return `there is no function ${unbound[1] ?? ''}`
  if (message.startsWith('field not found')) return 'it reads a field that is not there; ask has() first'
  if (message.startsWith('unresolved attribute'))
    return 'it reads something that is not there; ask has() first'
  if (/out of bounds/.test(message)) return 'it reads past the end of a list or text'
  if (/divide by zero|modulus by zero|overflow/.test(message)) return 'its arithmetic has no result'
  if (message.startsWith('type mismatch: expected bool')) return 'a part of it is no boolean'
  if (/regex|pattern|regexp/i.test(message)) return 'a regular expression in it is not valid RE2'
  return 'a value in it has a type or form that it does not expect'
}
