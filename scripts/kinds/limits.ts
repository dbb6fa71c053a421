import type { Limits, Schema } from '../../src/core/schema/schema.ts'
import { literalOf } from './literals.ts'
import type { PlainModule } from './plain-steps.ts'

/** What an error about a limit says, when the condition is the one of that limit. */
export function limitOf(
  keyword: string,
  given: ReadonlyMap<string, string>,
  test: string,
  value: string,
  module: PlainModule,
): Schema | undefined {
  const limit = literalOf(given.get('limit') ?? '""')
  const rule = LIMITS.find(({ name }) => name === keyword)
  if (typeof limit !== 'number' || !rule) return undefined
  const ending = rule.isOfNumbers ? `||isNaN(${value})` : ''
  if (!test.endsWith(ending)) return undefined
  const compared = comparisonOf(test.slice(0, test.length - ending.length))
  const fits = compared && compared.limit === limit && compared.operator === rule.fails
  return fits && isMeasured(compared.measured, rule.measure(value), module)
    ? { [rule.name]: limit }
    : undefined
}

interface LimitRule {
  readonly name: keyof Limits
  readonly isOfNumbers?: true
  /** How a value is compared when it is beyond the limit. */
  readonly fails: string
  /** What is measured; `length(...)` stands for the imported function that counts characters. */
  readonly measure: (value: string) => string
}

const itself = (value: string): string => value
const characters = (value: string): string => `length(${value})`
const entries = (value: string): string => `${value}.length`
const keys = (value: string): string => `Object.keys(${value}).length`

const LIMITS: readonly LimitRule[] = [
  { name: 'minimum', isOfNumbers: true, fails: '<', measure: itself },
  { name: 'maximum', isOfNumbers: true, fails: '>', measure: itself },
  { name: 'exclusiveMaximum', isOfNumbers: true, fails: '>=', measure: itself },
  { name: 'minLength', fails: '<', measure: characters },
  { name: 'maxLength', fails: '>', measure: characters },
  { name: 'minItems', fails: '<', measure: entries },
  { name: 'maxItems', fails: '>', measure: entries },
  { name: 'minProperties', fails: '<', measure: keys },
  { name: 'maxProperties', fails: '>', measure: keys },
]

interface Comparison {
  readonly measured: string
  readonly operator: string
  readonly limit: number
}

/** A comparison with a number; a minifier may have put the number first. */
function comparisonOf(text: string): Comparison | undefined {
  const [, first = '', operator = '', second = ''] = /^([^<>=]+)(>=|<=|>|<)([^<>=]+)$/.exec(text) ?? []
  const [left, right] = [numberIn(first), numberIn(second)]
  if (right !== undefined) return { measured: first, operator, limit: right }
  const mirrored = MIRRORED.get(operator)
  return left === undefined || mirrored === undefined
    ? undefined
    : { measured: second, operator: mirrored, limit: left }
}

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['>', '<'],
  ['<', '>'],
  ['>=', '<='],
  ['<=', '>='],
])

function numberIn(text: string): number | undefined {
  const value = /^-?[\d.]/.test(text) ? literalOf(text) : undefined
  return typeof value === 'number' ? value : undefined
}

function isMeasured(text: string, measured: string, module: PlainModule): boolean {
  const [, name = '', rest = ''] = /^(func\d+)(\(.*)$/.exec(text) ?? []
  if (name === '') return text === measured
  const counts = module.imports.get(name)?.from === '@kubernetes-models/validate/runtime/ucs2length'
  return counts && `length${rest}` === measured
}
