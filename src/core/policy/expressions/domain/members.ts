import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../model/json.ts'

/** What stands at a path of keys; null when nothing does. */
export function valueAt(value: Json, ...keys: readonly string[]): Json {
  let at: Json = value
  for (const key of keys) {
    if (!isJsonObject(at) || !Object.hasOwn(at, key)) return null
    at = at[key] ?? null
  }
  return at
}

/** The objects of the list at a path. One object where a list belongs counts as a list of one. */
export function objectsAt(value: Json, ...keys: readonly string[]): readonly JsonObject[] {
  const found = valueAt(value, ...keys)
  return (isJsonList(found) ? found : [found]).filter(isJsonObject)
}

/** The texts of the list at a path, or the one text there. */
export function textsAt(value: Json, ...keys: readonly string[]): readonly string[] {
  const found = valueAt(value, ...keys)
  return (isJsonList(found) ? found : [found]).filter((item) => typeof item === 'string')
}

/** The API group of an object: the empty text for the legacy group. */
export function groupOf(object: Json): string {
  const version = valueAt(object, 'apiVersion')
  if (typeof version !== 'string') return ''
  const slash = version.indexOf('/')
  return slash < 0 ? '' : version.slice(0, slash)
}

/** The kind of an object, empty when it says none. */
export function kindOf(object: Json): string {
  const kind = valueAt(object, 'kind')
  return typeof kind === 'string' ? kind : ''
}
