import type { Json } from '../../model/json.ts'

/** An exact decimal number: digits times a power of ten. */
export interface ExactNumber {
  readonly digits: bigint
  readonly exponent: number
}

/**
 * Compares two amounts exactly: numbers and Kubernetes quantities (`1000m` is `1`, `1Gi` is `1024Mi`), percentages, or
 * durations (`90s` is `1m30s`). Negative when `a` is less; undefined when they cannot be compared.
 */
export function compareAmounts(a: Json, b: Json): number | undefined {
  for (const read of [readQuantity, readPercentage, readDuration]) {
    const [left, right] = [read(a), read(b)]
    if (left && right) return compareExact(left, right)
  }
  return undefined
}

/** Whether an amount is nothing: `0`, `0m`, `0%`, `0s`. */
export function isZero(value: Json): boolean {
  return [readQuantity, readPercentage, readDuration].some((read) => read(value)?.digits === 0n)
}

/** A text that is equal for equal quantities, or undefined when it is none. */
export function canonicalQuantity(value: Json): string | undefined {
  const exact = readQuantity(value)
  if (!exact) return undefined
  let { digits, exponent } = exact
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n
    exponent += 1
  }
  return digits === 0n ? '0' : `${String(digits)}e${String(exponent)}`
}

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const DECIMAL = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
const MAX_LENGTH = 100

function readQuantity(value: Json): ExactNumber | undefined {
  if (typeof value === 'bigint') return { digits: value, exponent: 0 }
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const text = String(value)
  if (text.length > MAX_LENGTH) return undefined
  const form = /^([+-]?)(\d*)(?:\.(\d*))?(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d{1,3})?$/.exec(text)
  if (!form) return undefined
  const [, sign, whole = '', fraction = '', suffix = ''] = form
  if (whole + fraction === '') return undefined
  return scaleBy(suffix, BigInt(whole + fraction) * (sign === '-' ? -1n : 1n), fraction.length)
}

function scaleBy(suffix: string, digits: bigint, decimals: number): ExactNumber {
  const power = BINARY.indexOf(suffix) + 1
  if (power > 0) return { digits: digits * 1024n ** BigInt(power), exponent: -decimals }
  const shift = DECIMAL.get(suffix) ?? Number(suffix.slice(1))
  return { digits, exponent: shift - decimals }
}

function readPercentage(value: Json): ExactNumber | undefined {
  return typeof value === 'string' && /^[\d.]+%$/.test(value) ? readQuantity(value.slice(0, -1)) : undefined
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

function readDuration(value: Json): ExactNumber | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined
  if (value === '0') return { digits: 0n, exponent: 0 }
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|w))+$/.test(value)) return undefined
  let sum: ExactNumber = { digits: 0n, exponent: 0 }
  for (const [, whole = '', fraction = '', unit = ''] of value.matchAll(/(\d+)(?:\.(\d+))?([a-zµ]+)/g)) {
    const digits = BigInt(whole + fraction) * (NANOSECONDS.get(unit) ?? 0n)
    sum = add(sum, { digits, exponent: -fraction.length })
  }
  return sum
}

function add(a: ExactNumber, b: ExactNumber): ExactNumber {
  const exponent = Math.min(a.exponent, b.exponent)
  return { digits: scaled(a, exponent) + scaled(b, exponent), exponent }
}

function compareExact(a: ExactNumber, b: ExactNumber): number {
  const exponent = Math.min(a.exponent, b.exponent)
  const [left, right] = [scaled(a, exponent), scaled(b, exponent)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function scaled(value: ExactNumber, exponent: number): bigint {
  return value.digits * 10n ** BigInt(value.exponent - exponent)
}
