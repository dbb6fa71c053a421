import type { Json } from './json.ts'

const DECIMAL: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

/** An exact decimal number: digits times ten to a power, without trailing zeros. Equal numbers have equal parts. */
export interface Decimal {
  readonly digits: bigint
  readonly power: number
}

/**
 * A Kubernetes quantity as an exact number: `1000m` and `1`, `1024Mi` and `1Gi` are equal. Undefined when the value
 * is no quantity, or one so long that no server would take it.
 */
export function parseQuantity(value: Json): Decimal | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return undefined
  const text = String(value)
  if (text.length > 64) return undefined
  const form = /^([+-]?)(\d*)(?:\.(\d*))?([a-zA-Z]{0,2}|[eE][+-]?\d{1,4})$/.exec(text)
  if (!form) return undefined
  const [sign = '', whole = '', fraction = '', suffix = ''] = form.slice(1).map((part) => part ?? '')
  if (whole + fraction === '') return undefined
  const scale = scaleOf(suffix)
  if (!scale) return undefined
  const digits = BigInt(sign + (whole + fraction)) * scale.factor
  return toDecimal(digits, scale.power - fraction.length)
}

/** Digits times ten to a power, as the one {@link Decimal} that it is. */
export function toDecimal(digits: bigint, power: number): Decimal {
  if (digits === 0n) return { digits, power: 0 }
  let rest = digits
  let raised = power
  while (rest % 10n === 0n) {
    rest /= 10n
    raised += 1
  }
  return { digits: rest, power: raised }
}

/** Negative when `a` is the lesser. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const power = Math.min(a.power, b.power)
  const difference = digitsAt(a, power) - digitsAt(b, power)
  return difference < 0n ? -1 : Number(difference > 0n)
}

/** The sum, exactly. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const power = Math.min(a.power, b.power)
  return toDecimal(digitsAt(a, power) + digitsAt(b, power), power)
}

/** A text that is equal for equal numbers: `15e-1`. {@link parseQuantity} reads it when it is short. */
export function decimalText({ digits, power }: Decimal): string {
  return power === 0 ? String(digits) : `${String(digits)}e${String(power)}`
}

function digitsAt({ digits, power }: Decimal, lower: number): bigint {
  return digits * 10n ** BigInt(power - lower)
}

function scaleOf(suffix: string): { readonly factor: bigint; readonly power: number } | undefined {
  const decimal = DECIMAL.get(suffix)
  if (decimal !== undefined) return { factor: 1n, power: decimal }
  const binary = BINARY.indexOf(suffix)
  if (binary >= 0) return { factor: 1024n ** BigInt(binary + 1), power: 0 }
  if (/^[eE][+-]?\d+$/.test(suffix)) return { factor: 1n, power: Number(suffix.slice(1)) }
  return undefined
}
