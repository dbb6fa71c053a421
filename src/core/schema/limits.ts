import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import type { Limits } from './schema.ts'

/** The limits that a value breaks, as the end of a sentence that begins with its name. */
export function brokenLimit(value: Json, limits: Limits): string | undefined {
  return LIMITS.find(({ name, isBroken }) => {
    const limit = limits[name]
    return limit !== undefined && isBroken(value, limit)
  })?.text(limits)
}

interface LimitRule {
  readonly name: keyof Limits
  readonly isBroken: (value: Json, limit: number) => boolean
  readonly text: (limits: Limits) => string
}

const LIMITS: readonly LimitRule[] = [
  {
    name: 'minimum',
    isBroken: (value, limit) => isNumber(value) && value < limit,
    text: (limits) => `must be ${span(limits)}`,
  },
  {
    name: 'maximum',
    isBroken: (value, limit) => isNumber(value) && value > limit,
    text: (limits) => `must be ${span(limits)}`,
  },
  {
    name: 'exclusiveMaximum',
    isBroken: (value, limit) => isNumber(value) && value >= limit,
    text: (limits) => `must be ${span(limits)}`,
  },
  {
    name: 'minLength',
    isBroken: (value, limit) => lengthOf(value) < limit,
    text: ({ minLength }) =>
      minLength === 1 ? 'must not be empty' : `must have at least ${String(minLength)} characters`,
  },
  {
    name: 'maxLength',
    isBroken: (value, limit) => typeof value === 'string' && lengthOf(value) > limit,
    text: ({ maxLength }) => `must have at most ${String(maxLength)} characters`,
  },
  {
    name: 'minItems',
    isBroken: (value, limit) => isJsonList(value) && value.length < limit,
    text: ({ minItems }) => `must have at least ${counted(minItems, 'entry', 'entries')}`,
  },
  {
    name: 'maxItems',
    isBroken: (value, limit) => isJsonList(value) && value.length > limit,
    text: ({ maxItems }) => `must have at most ${counted(maxItems, 'entry', 'entries')}`,
  },
  {
    name: 'minProperties',
    isBroken: (value, limit) => isJsonObject(value) && Object.keys(value).length < limit,
    text: ({ minProperties }) => `must have at least ${counted(minProperties, 'key', 'keys')}`,
  },
  {
    name: 'maxProperties',
    isBroken: (value, limit) => isJsonObject(value) && Object.keys(value).length > limit,
    text: ({ maxProperties }) => `must have at most ${counted(maxProperties, 'key', 'keys')}`,
  },
]

function isNumber(value: Json): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** In characters, as JSON Schema counts; a value that is no text has any length. */
function lengthOf(value: Json): number {
  return typeof value === 'string' ? Array.from(value).length : Infinity
}

function counted(count: number | undefined, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`
}

function span({ minimum, maximum, exclusiveMaximum }: Limits): string {
  const most = exclusiveMaximum === undefined ? maximum : exclusiveMaximum - 1
  if (minimum === undefined) return `at most ${String(most)}`
  return most === undefined ? `at least ${String(minimum)}` : `from ${String(minimum)} to ${String(most)}`
}
