import {
  celEnv,
  type CelFunc,
  type CelList,
  celMethod,
  CelScalar,
  type CelValue,
  listType,
} from '@bufbuild/cel'
import { charge } from '../meter.ts'
import { functionError } from './function-error.ts'

const { BOOL, DYN, INT, STRING } = CelScalar
const LIST = listType(DYN)

/** Lists in the words of Kubernetes' CEL library, of numbers and texts. */
export const listFunctions: readonly CelFunc[] = [
  celMethod('sum', LIST, [], DYN, function () {
    return sum(numbersOf('sum', this))
  }),
  celMethod('min', LIST, [], DYN, function () {
    return outermost('min', this, -1)
  }),
  celMethod('max', LIST, [], DYN, function () {
    return outermost('max', this, 1)
  }),
  celMethod('isSorted', LIST, [], BOOL, function () {
    const items = itemsOf(this)
    return items.every((item, at) => at === 0 || compare('isSorted', items[at - 1] ?? null, item) <= 0)
  }),
  celMethod('indexOf', LIST, [DYN], INT, function (wanted) {
    return BigInt(itemsOf(this).findIndex((item) => equals(item, wanted)))
  }),
  celMethod('lastIndexOf', LIST, [DYN], INT, function (wanted) {
    return BigInt(itemsOf(this).findLastIndex((item) => equals(item, wanted)))
  }),
  celMethod('listed', LIST, [STRING], STRING, function (separator) {
    return listed(this, separator)
  }),
]

const equality = celEnv().funcs.find('_==_')

function equals(a: CelValue, b: CelValue): boolean {
  return equality?.call(0, undefined, [a, b]) === true
}

function itemsOf(list: CelList): readonly CelValue[] {
  charge(list.size)
  return [...list]
}

function numbersOf(name: string, list: CelList): readonly (bigint | number)[] {
  return itemsOf(list).map((item) => {
    if (typeof item === 'bigint' || typeof item === 'number') return item
    throw functionError(`${name}() takes a list of numbers`)
  })
}

/** Whole numbers stay exact; one fraction among them makes the sum one. */
function sum(numbers: readonly (bigint | number)[]): bigint | number {
  if (numbers.some((number) => typeof number === 'number')) {
    return numbers.reduce<number>((total, number) => total + Number(number), 0)
  }
  const total = numbers.reduce<bigint>((before, number) => before + BigInt(number), 0n)
  if (total !== BigInt.asIntN(64, total)) throw functionError('sum() has a result of more than 64 bits')
  return total
}

function outermost(name: 'min' | 'max', list: CelList, direction: 1 | -1): CelValue {
  const items = itemsOf(list)
  const [head, ...rest] = items
  if (head === undefined) throw functionError(`${name}() takes a list with something in it`)
  if (!isComparable(head)) compare(name, head, head)
  return rest.reduce((best, item) => (compare(name, item, best) * direction > 0 ? item : best), head)
}

function compare(name: string, a: CelValue, b: CelValue): number {
  const isSame = typeof a === typeof b || (typeof a !== 'string' && typeof b !== 'string')
  if (!isSame || !isComparable(a) || !isComparable(b))
    throw functionError(`${name}() takes a list of numbers, or one of texts`)
  return a < b ? -1 : Number(a > b)
}

function isComparable(value: CelValue): value is bigint | number | string {
  return typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string'
}

/** More texts than these nobody reads in a sentence. */
const MOST = 3

/** Each text once, in its order: `a, b, c and 2 more`. */
function listed(list: CelList, separator: string): string {
  const texts = [...new Set(itemsOf(list).map(textOf))]
  const shown = texts.slice(0, MOST).join(separator)
  return texts.length > MOST ? `${shown} and ${String(texts.length - MOST)} more` : shown
}

/** A message is not lost because something in it is no text. */
function textOf(item: CelValue): string {
  return typeof item === 'object' ? '...' : String(item)
}
