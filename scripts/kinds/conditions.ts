import type { SchemaType } from '../../src/core/schema/schema.ts'

/** How a validator asks whether a value is of a type before it looks closer. */
const GUARDS = {
  object: (value: string) => `${value}&&"object"==typeof ${value}&&!Array.isArray(${value})`,
  array: (value: string) => `Array.isArray(${value})`,
  string: (value: string) => `"string"==typeof ${value}`,
  number: (value: string) => `"number"==typeof ${value}&&isFinite(${value})`,
} as const

const INTEGER = (value: string): string =>
  `"number"==typeof ${value}&&!(${value}%1)&&!isNaN(${value})&&isFinite(${value})`

/** A type that is asked for, and what is asked beyond it. */
export interface Guard {
  readonly type: keyof typeof GUARDS
  readonly rest: string
}

/** The guard that a condition begins with. */
export function guardOf(test: string, value: string): Guard | undefined {
  for (const type of ['object', 'array', 'string', 'number'] as const) {
    const guard = GUARDS[type](value)
    if (test === guard) return { type, rest: '' }
    if (test.startsWith(`${guard}&&`)) return { type, rest: unwrap(test.slice(guard.length + 2)) }
  }
  return undefined
}

/** The type that a condition finds missing, and whether null is let through. */
export function missedType(
  test: string,
  value: string,
): { readonly type: SchemaType; readonly nullable: boolean } | undefined {
  const ending = `&&null!==${value}`
  const nullable = test.endsWith(ending)
  const asked = nullable ? test.slice(0, -ending.length) : test
  const type = MISSES.find(([, miss]) => miss(value) === asked)?.[0]
  return type && { type, nullable }
}

const MISSES: readonly (readonly [SchemaType, (value: string) => string])[] = [
  ['string', (value) => `"string"!=typeof ${value}`],
  ['boolean', (value) => `"boolean"!=typeof ${value}`],
  ['array', (value) => `!Array.isArray(${value})`],
  ['object', (value) => `!(${GUARDS.object(value)})`],
  ['number', (value) => `!(${GUARDS.number(value)})`],
  ['integer', (value) => `!(${INTEGER(value)})`],
]

function unwrap(text: string): string {
  const inner = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(text)?.[1]
  return inner ?? text
}
