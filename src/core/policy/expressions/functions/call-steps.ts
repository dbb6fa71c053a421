import { type CelValue, isCelList, isCelMap } from '@bufbuild/cel'
import { sourceOf } from '../cel-values.ts'
import { charge } from '../meter.ts'

/** Characters that are looked at in one step. */
const CHARACTERS = 8
/** To read a name of a time zone costs what a thousand other steps do. */
const TIME_ZONE_STEPS = 1000

/** Takes the steps of a call from the budget, before it is carried out: what it may look at. */
export function chargeCall(name: string, values: readonly CelValue[]): void {
  charge(1 + (STEPS.get(name)?.(values) ?? 0) + textSteps(values))
}

/** Takes the steps of what a call made. */
export function chargeResult(value: CelValue): void {
  if (typeof value === 'string' || value instanceof Uint8Array) charge(Math.floor(value.length / CHARACTERS))
  else if (isCelList(value)) charge(value.size)
}

const STEPS: ReadonlyMap<string, (values: readonly CelValue[]) => number> = new Map([
  ...['_==_', '_!=_', '@in', 'indexOf', 'lastIndexOf', 'format'].map(
    (name) => [name, (values: readonly CelValue[]) => sum(values, chargeDeep)] as const,
  ),
  ...['_+_', 'join', 'sum', 'min', 'max', 'isSorted'].map(
    (name) => [name, (values: readonly CelValue[]) => sum(values, sizeOf)] as const,
  ),
  // A number is read in a time that grows with the square of its length.
  ...['int', 'uint', 'double', 'duration', 'timestamp'].map(
    (name) =>
      [name, (values: readonly CelValue[]) => sum(values, (value) => lengthOf(value) ** 2 / 1000)] as const,
  ),
  ...['getFullYear', 'getMonth', 'getDate', 'getDayOfMonth', 'getDayOfWeek', 'getDayOfYear', 'getHours'].map(
    (name) => [name, () => TIME_ZONE_STEPS] as const,
  ),
  ...['getMinutes', 'getSeconds', 'getMilliseconds'].map((name) => [name, () => TIME_ZONE_STEPS] as const),
  ['replace', replaceSteps],
])

function textSteps(values: readonly CelValue[]): number {
  return Math.floor(sum(values, lengthOf) / CHARACTERS)
}

/** The text that comes out: at most one replacement at every place, and one where the text ends. */
function replaceSteps([text, from, to]: readonly CelValue[]): number {
  const places = lengthOf(text) / Math.max(1, lengthOf(from)) + 1
  return Math.floor((places * lengthOf(to)) / CHARACTERS)
}

/** Steps of all that a value holds, taken while it is counted: a list may hold one other list many times. */
function chargeDeep(value: CelValue): number {
  if (typeof value !== 'object' || value === null) return 0
  if (isCelList(value)) {
    charge(value.size)
    for (const item of value) chargeDeep(item)
  } else if (isCelMap(value) && !sourceOf(value.keys())) {
    charge(value.size)
    for (const [, item] of value) chargeDeep(item)
  }
  return 0
}

function sizeOf(value: CelValue): number {
  return isCelList(value) ? value.size : 0
}

function lengthOf(value: CelValue | undefined): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 0
}

function sum(values: readonly CelValue[], of: (value: CelValue) => number): number {
  return values.reduce<number>((total, value) => total + of(value), 0)
}
