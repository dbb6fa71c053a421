import { isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'

const NOTHING: JsonObject = {}

/** The object at a path of keys; an empty one when there is none. */
export function objectIn(value: Json | undefined, ...keys: readonly string[]): JsonObject {
  const found = valueIn(value, keys)
  return isJsonObject(found) ? found : NOTHING
}

/** The list at a path of keys; an empty one when there is none. */
export function listIn(value: Json | undefined, ...keys: readonly string[]): readonly Json[] {
  const found = valueIn(value, keys)
  return isJsonList(found) ? found : []
}

/** The text, or the number as text, at a path of keys; empty when there is none. */
export function textIn(value: Json | undefined, ...keys: readonly string[]): string {
  const found = valueIn(value, keys)
  return typeof found === 'string' || typeof found === 'bigint' ? String(found) : ''
}

/** The texts of a list at a path of keys. */
export function textsIn(value: Json | undefined, ...keys: readonly string[]): readonly string[] {
  return listIn(value, ...keys).filter((item) => typeof item === 'string')
}

/** Whether something other than null stands at a path of keys. */
export function hasIn(value: Json | undefined, ...keys: readonly string[]): boolean {
  return (valueIn(value, keys) ?? null) !== null
}

function valueIn(value: Json | undefined, keys: readonly string[]): Json | undefined {
  let found = value
  for (const key of keys) found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined
  return found
}
