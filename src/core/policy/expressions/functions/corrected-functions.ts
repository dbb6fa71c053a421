import { type CelFunc, celFunc, celMethod, CelScalar, celUint, listType } from '@bufbuild/cel'
import { functionError } from './function-error.ts'

const { DOUBLE, DYN, INT, STRING, UINT } = CelScalar
const LIST = listType(DYN)

/**
 * Functions of CEL and of its extension for strings that the library carries out in another way than the language says,
 * or in a time that grows with the square of what it is given.
 */
export const correctedFunctions: readonly CelFunc[] = [
  // Lists that are joined again and again would stand in each other, thousands deep.
  celFunc('_+_', [LIST, LIST], LIST, (left, right) => [...left, ...right]),
  celMethod('replace', STRING, [STRING, STRING], STRING, function (from, to) {
    return this.replaceAll(from, () => to)
  }),
  celMethod('replace', STRING, [STRING, STRING, INT], STRING, function (from, to, count) {
    let left = count < 0n ? Infinity : Number(count)
    return this.replaceAll(from, (found) => (left-- > 0 ? to : found))
  }),
  celMethod('split', STRING, [STRING, INT], listType(STRING), function (separator, count) {
    return splitAtMost(this, separator, Number(count))
  }),
  celFunc('int', [STRING], INT, (text) => {
    const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : undefined
    if (value === undefined || value !== BigInt.asIntN(64, value))
      throw functionError('int() takes a whole number of 64 bits')
    return value
  }),
  celFunc('uint', [STRING], UINT, (text) => {
    const value = /^\d+$/.test(text) ? BigInt(text) : undefined
    if (value === undefined || value !== BigInt.asUintN(64, value))
      throw functionError('uint() takes a whole number of 64 bits')
    return celUint(value)
  }),
  celFunc('double', [STRING], DOUBLE, (text) => {
    if (!/^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i.test(text)) {
      throw functionError('double() takes a number')
    }
    return Number(text.replace(/inf(?:inity)?/i, 'Infinity').replace(/nan/i, 'NaN'))
  }),
]

/** The last part keeps what is not split any more. */
function splitAtMost(text: string, separator: string, count: number): readonly string[] {
  if (count === 0) return []
  const parts = separator === '' ? Array.from(text) : text.split(separator)
  if (count < 0 || parts.length <= count) return parts
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)]
}
