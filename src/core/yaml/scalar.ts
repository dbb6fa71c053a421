import type { Json } from '../model/json.ts'

/**
 * What Kubernetes makes of a plain scalar: the first that fits of null, boolean, integer, float, string. Undefined when
 * it has no exact value; {@link whyRefused} says why.
 */
export function readPlainScalar(text: string): Json | undefined {
  if (text === '') return null
  const word = text.length <= LONGEST_WORD ? WORDS.get(text) : undefined
  if (word !== undefined) return word
  if (text === '<<') return undefined
  if (!beginsAsNumber(text)) return text
  if (NOT_FINITE.test(text)) return undefined
  return NUMBER_START.test(text) ? readNumber(text) : text
}

/** Why a plain scalar is refused, with the sentence for it. The scalar itself is not repeated: it may be a secret. */
export function whyRefused(text: string): { readonly code: string; readonly text: string } {
  if (text === '<<') {
    return {
      code: 'yaml.merge-value',
      text: 'The merge key << stands as a value here. Quote it, or remove it.',
    }
  }
  if (NOT_FINITE.test(text)) {
    return {
      code: 'yaml.not-finite',
      text: `Kubernetes has no JSON for the number ${text}. Quote it if it is text.`,
    }
  }
  if (text.includes('_')) {
    return {
      code: 'yaml.underscore-number',
      text: 'Kubernetes drops the _ and reads this as a number. Quote it if it is text, else write the number without _.',
    }
  }
  if (RADIX_PREFIX.test(text) && !INTEGER.test(text)) {
    return {
      code: 'yaml.number',
      text: 'This starts as a hexadecimal, octal or binary number and is none. Quote it.',
    }
  }
  return {
    code: 'yaml.number-range',
    text: 'This number is outside the range that Kubernetes holds exactly (64 bits). Quote it if it is text.',
  }
}

const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, false] as const,
  ),
])

const LONGEST_WORD = 5

const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const NUMBER_START = /^[-+.]?[0-9]|^[-+]\.[0-9]/
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const RADIX_PREFIX = /^[-+]?0[xXbBoO]/
// The sign and the prefix of a 64-bit binary number, with some leading zeros: longer ones only cost time.
const LONGEST_INTEGER = 80
const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n

// A sign, a dot or a digit, or one of the two characters between: most texts begin with none, and all are asked.
function beginsAsNumber(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 0x2b && first <= 0x39
}

function readNumber(text: string): Json | undefined {
  if (INTEGER.test(text)) return withinInt64(text)
  if (FLOAT.test(text)) return readFloat(text)
  if (RADIX_PREFIX.test(text)) return undefined
  if (text.includes('_') && isNumber(text.replaceAll('_', ''))) return undefined
  return text
}

function withinInt64(text: string): bigint | undefined {
  if (text.length > LONGEST_INTEGER) return undefined
  const negative = text.startsWith('-')
  const digits = negative || text.startsWith('+') ? text.slice(1) : text
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  const value = negative ? -magnitude : magnitude
  return value >= INT64_MIN && value <= INT64_MAX ? value : undefined
}

function readFloat(text: string): bigint | number | undefined {
  const value = Number(text)
  if (!Number.isFinite(value)) return undefined
  if (!Number.isInteger(value) || Math.abs(value) > 1e19) return value
  // Go prints the shortest digits that stand for this float64 and reads them again as an integer.
  const integer = BigInt(String(value))
  return integer >= INT64_MIN && integer <= INT64_MAX ? integer : value
}

function isNumber(text: string): boolean {
  return INTEGER.test(text) || FLOAT.test(text)
}
