import type { Json } from '../../model/json.ts'
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  parseQuantity,
  toDecimal,
} from '../../model/quantity.ts'

/**
 * Compares two amounts exactly: numbers and Kubernetes quantities (`1000m` is `1`, `1Gi` is `1024Mi`), percentages, or
 * durations (`90s` is `1m30s`). Negative when `a` is less; undefined when they cannot be compared.
 */
export function compareAmounts(a: Json, b: Json): number | undefined {
  for (const read of [parseQuantity, readPercentage, readDuration]) {
    const [left, right] = [read(a), read(b)]
    if (left && right) return compareDecimals(left, right)
  }
  return undefined
}

/** Whether an amount is nothing: `0`, `0m`, `0%`, `0s`. */
export function isZero(value: Json): boolean {
  return [parseQuantity, readPercentage, readDuration].some((read) => read(value)?.digits === 0n)
}

/** A text that is equal for equal quantities, or undefined when it is none. */
export function canonicalQuantity(value: Json): string | undefined {
  const exact = parseQuantity(value)
  return exact && decimalText(exact)
}

const MAX_LENGTH = 100

function readPercentage(value: Json): Decimal | undefined {
  return typeof value === 'string' && /^[\d.]+%$/.test(value) ? parseQuantity(value.slice(0, -1)) : undefined
}

const NANOSECONDS = new Map([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['d', 86_400_000_000_000n],
  ['w', 604_800_000_000_000n],
])

function readDuration(value: Json): Decimal | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined
  if (value === '0') return toDecimal(0n, 0)
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|w))+$/.test(value)) return undefined
  let sum = toDecimal(0n, 0)
  for (const [, whole = '', fraction = '', unit = ''] of value.matchAll(/(\d+)(?:\.(\d+))?([a-zµ]+)/g)) {
    const digits = BigInt(whole + fraction) * (NANOSECONDS.get(unit) ?? 0n)
    sum = addDecimals(sum, toDecimal(digits, -fraction.length))
  }
  return sum
}
