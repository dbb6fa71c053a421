import type { BaseIssue } from 'valibot'
import { didYouMean } from '../../model/did-you-mean.ts'
import { foreignKey, type ForeignKey } from './foreign-keys.ts'
import { itemType, type SchemaNode } from './schema-node.ts'

/** A mistake as code, sentence and suggestion; its place is known elsewhere. */
export interface Mistake {
  readonly code: string
  readonly text: string
  readonly suggestion?: string
}

const NOUNS: Readonly<Record<string, string>> = {
  kind: 'kind of window',
  verbs: 'verb',
  op: 'operator',
  severity: 'severity',
  maxSeverity: 'severity',
  minSeverity: 'severity',
  effect: 'effect',
  operations: 'operation',
  kustomize: 'rendering',
  helm: 'rendering',
}

/** Says that a key is not known, and which one may have been meant. */
export function unknownKey(key: string, known: readonly string[]): Mistake {
  const foreign = foreignKey(key, known)
  if (foreign) return foreignSentence(key, foreign)
  const near = didYouMean(key, known)
  return {
    code: 'policy.unknown-key',
    ...withSuggestion(`unknown key "${key}"`, near, `known here: ${known.join(', ')}`),
  }
}

function foreignSentence(key: string, { text, suggestion }: ForeignKey): Mistake {
  const code = 'policy.unknown-key'
  const sentence = `Unknown key "${key}": ${text}`
  if (suggestion === undefined) return { code, text: sentence }
  return { code, text: `${sentence} Did you mean "${suggestion}"?`, suggestion }
}

/** Says that a key has to be there. */
export function missingKey(key: string): Mistake {
  return { code: 'policy.missing-key', text: `The key "${key}" is missing.` }
}

/** Says that a list stands where keys are expected. `keys` lead to it. */
export function listForMapping(keys: readonly (string | number)[]): Mistake {
  return { code: 'policy.wrong-type', text: `${subjectOf(keys)} must be a mapping, not a list.` }
}

/** Says what is wrong with a value. `keys` lead to it, and `node` is what should stand there. */
export function wrongValue(
  issue: BaseIssue<unknown>,
  keys: readonly (string | number)[],
  node: SchemaNode | undefined,
): Mistake {
  const subject = subjectOf(keys)
  const options = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map((option) => option[1] ?? '')
  if (issue.kind === 'schema' && options.length > 0 && typeof issue.input === 'string') {
    return unknownWord(issue.input, options, keys)
  }
  if (issue.kind === 'schema') {
    const expected = options.length > 0 ? `one of ${options.join(', ')}` : nameOfType(issue.type)
    return {
      code: 'policy.wrong-type',
      text: `${subject} must be ${expected}, not ${nameOfValue(issue.input)}${remedy(issue, node)}.`,
    }
  }
  return {
    code: 'policy.wrong-value',
    text: `${subject} must be ${bound(issue)}, not ${String(issue.input)}.`,
  }
}

/** A sentence with a guess, or with what else there is. */
export function withSuggestion(
  text: string,
  near: string | undefined,
  otherwise: string,
): { readonly text: string; readonly suggestion?: string } {
  const sentence = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
  if (near === undefined) return { text: `${sentence}; ${otherwise}.` }
  return { text: `${sentence}; did you mean "${near}"?`, suggestion: near }
}

function unknownWord(seen: string, options: readonly string[], keys: readonly (string | number)[]): Mistake {
  const key = keys.findLast((part) => typeof part === 'string') ?? ''
  const noun = NOUNS[key] ?? `value of "${key}"`
  const text = `unknown ${noun} "${seen}"`
  return {
    code: 'policy.unknown-value',
    ...withSuggestion(text, didYouMean(seen, options), `there is ${options.join(', ')}`),
  }
}

function subjectOf(keys: readonly (string | number)[]): string {
  const last = keys.at(-1)
  if (last === undefined) return 'The document'
  if (typeof last === 'string') return `"${last}"`
  return `An entry of "${keys.findLast((part) => typeof part === 'string') ?? ''}"`
}

function nameOfType(type: string): string {
  switch (type) {
    case 'string':
      return 'a text'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'strict_object':
      return 'a mapping'
    case 'union':
      return 'a text or a list of texts'
    default:
      return type
  }
}

function nameOfValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'number') return `the number ${String(value)}`
  if (typeof value === 'boolean') return String(value)
  return 'a text'
}

/** What to do about a value of another type, where one thing suggests itself. */
function remedy({ type, input }: BaseIssue<unknown>, node: SchemaNode | undefined): string {
  if (type === 'string') return typeof input === 'number' || typeof input === 'boolean' ? '; quote it' : ''
  if (type !== 'array') return ''
  const wanted = itemType(node)
  if (wanted === 'string' && typeof input === 'string')
    return `; write [${JSON.stringify(input.slice(0, 100))}]`
  const isMapping = typeof input === 'object' && input !== null
  return wanted === 'strict_object' && isMapping ? '; begin each entry with a dash' : ''
}

function bound(issue: BaseIssue<unknown>): string {
  if (issue.type === 'integer') return 'a whole number'
  if (issue.type === 'min_value') return `at least ${(issue.expected ?? '').replace(/^>=/, '')}`
  return `at most ${(issue.expected ?? '').replace(/^<=/, '')}`
}
