import { celFunc, celMethod, CelScalar, type CelFunc, type CelValue } from '@bufbuild/cel'
import type { ReflectMessage } from '@bufbuild/protobuf/reflect'
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalText,
  parseQuantity,
  toDecimal,
} from '../../../model/quantity.ts'
import { charge } from '../meter.ts'
import { functionError } from './function-error.ts'
import { opaqueType } from './opaque-type.ts'

const { BOOL, DOUBLE, DYN, INT, STRING } = CelScalar
const QUANTITY = opaqueType('kubernetes', 'Quantity')
const { type } = QUANTITY

/** Quantities in the words of Kubernetes' CEL library, exact; `quantity` takes the numbers that YAML may hold instead, too. */
export const quantityFunctions: readonly CelFunc[] = [
  ...[STRING, INT, DOUBLE].map((amount) => celFunc('quantity', [amount], type, quantity)),
  celFunc('isQuantity', [DYN], BOOL, (value) => isAmount(value) && parseQuantity(value) !== undefined),
  celMethod('compareTo', type, [type], INT, function (other) {
    return BigInt(compareDecimals(decimal(this), decimal(other)))
  }),
  celMethod('isGreaterThan', type, [type], BOOL, function (other) {
    return compareDecimals(decimal(this), decimal(other)) > 0
  }),
  celMethod('isLessThan', type, [type], BOOL, function (other) {
    return compareDecimals(decimal(this), decimal(other)) < 0
  }),
  ...[type, INT].flatMap((amount) => [
    celMethod('add', type, [amount], type, function (other: CelValue) {
      return make(addDecimals(decimal(this), decimal(other)))
    }),
    celMethod('sub', type, [amount], type, function (other: CelValue) {
      const { digits, power } = decimal(other)
      return make(addDecimals(decimal(this), toDecimal(-digits, power)))
    }),
  ]),
  celMethod('sign', type, [], INT, function () {
    const { digits } = decimal(this)
    return digits < 0n ? -1n : BigInt(digits > 0n)
  }),
  celMethod('isInteger', type, [], BOOL, function () {
    return integer(decimal(this)) !== undefined
  }),
  celMethod('asInteger', type, [], INT, function () {
    const whole = integer(decimal(this))
    if (whole === undefined)
      throw functionError('asInteger() takes a quantity that is a whole number of 64 bits')
    return whole
  }),
  celMethod('asApproximateFloat', type, [], DOUBLE, function () {
    return Number(QUANTITY.textOf(this))
  }),
]

function isAmount(value: CelValue): value is string | number | bigint {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
}

function quantity(value: CelValue): ReflectMessage {
  const read = isAmount(value) ? parseQuantity(value) : undefined
  if (!read) throw functionError('quantity() takes a quantity such as "500m" or "1Gi"')
  return make(read)
}

function make(value: Decimal): ReflectMessage {
  const text = decimalText(value)
  charge(text.length)
  return QUANTITY.make(text)
}

function decimal(value: CelValue): Decimal {
  if (typeof value === 'bigint') return toDecimal(value, 0)
  const [digits = '', power = '0'] = QUANTITY.textOf(value).split('e')
  return { digits: BigInt(digits), power: Number(power) }
}

function integer({ digits, power }: Decimal): bigint | undefined {
  if (power < 0 || power > 18) return undefined
  const whole = digits * 10n ** BigInt(power)
  return whole === BigInt.asIntN(64, whole) ? whole : undefined
}
