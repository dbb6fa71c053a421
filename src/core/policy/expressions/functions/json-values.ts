import {
  type CelInput,
  type CelMap,
  type CelValue,
  isCelList,
  isCelMap,
  isCelType,
  isCelUint,
} from '@bufbuild/cel'
import { emptyObject, type Json, type JsonObject, isJsonList, isJsonObject } from '../../../model/json.ts'
import { sourceOf, toCel } from '../cel-values.ts'
import { charge, currentBudget } from '../meter.ts'
import { functionError } from './function-error.ts'

/** To look at one value. */
const VALUE_STEPS = 3

/** A value of an expression as JSON, for the functions of the domain; `name` is the function that it was given to. */
export function jsonOf(name: string, value: CelValue): Json {
  charge(VALUE_STEPS)
  if (typeof value !== 'object' || value === null) return value
  if (isCelUint(value)) return value.value
  if (!(value instanceof Uint8Array) && !isCelType(value)) {
    if (isCelList(value)) return Array.from(value, (item) => jsonOf(name, item))
    if (isCelMap(value)) return sourceOf(value.keys()) ?? objectOf(name, value)
  }
  throw functionError(`${name}() does not take values of this type`)
}

/** An object of the cluster that a function was given; null for none. */
export function objectOrNull(name: string, value: CelValue): JsonObject | null {
  const json = jsonOf(name, value)
  if (json === null || isJsonObject(json)) return json
  throw functionError(`${name}() takes an object or null`)
}

/** A list of objects that a function was given. */
export function objectList(name: string, value: CelValue): readonly JsonObject[] {
  const json = jsonOf(name, value)
  if (isJsonList(json) && json.every(isJsonObject)) return json
  throw functionError(`${name}() takes a list of maps`)
}

/** What a function of the domain found, as a value of expressions. */
export function resultOf(value: Json): CelInput {
  return toCel(value, currentBudget())
}

/** As {@link resultOf}, of a list. */
export function listOf(items: readonly Json[]): readonly CelInput[] {
  charge(items.length)
  return items.map(resultOf)
}

function objectOf(name: string, map: CelMap): JsonObject {
  const object = emptyObject()
  for (const [key, value] of map) {
    if (typeof key !== 'string') throw functionError(`${name}() takes maps with texts as keys`)
    object[key] = jsonOf(name, value)
  }
  return object
}
