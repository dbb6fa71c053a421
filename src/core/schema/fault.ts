import { isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { pointerKeys, pointerTo, type JsonPointer } from '../model/json-pointer.ts'

/** The name of a mistake in an object's form. */
export type FaultCode = `schema.${
  | 'unknown-field'
  | 'type'
  | 'required'
  | 'enum'
  | 'pattern'
  | 'range'
  | 'format'
  | 'choice'
  | 'quantity'
  | 'percent'
  | 'port'
  | 'port-name'
  | 'name'
  | 'host'
  | 'label'
  | 'annotation'
  | 'duplicate'
  | 'selector'
  | 'no-volume'
  | 'limit'
  | 'removed-version'}`

/** A mistake in an object's form. */
export interface Fault {
  readonly code: FaultCode
  /** The value that is wrong; the field itself when it is missing or unknown. */
  readonly pointer: JsonPointer
  /** A whole sentence and what to do; never a value that could be a secret. */
  readonly text: string
  readonly suggestion?: string
}

/** A place in an object for people: `spec.containers[0].image`; the whole is `the object`. */
export function fieldName(pointer: JsonPointer): string {
  const name = pointerKeys(pointer).reduce((before, key) => {
    if (/^\d+$/.test(key)) return `${before}[${key}]`
    return /^[\w$-]+$/.test(key) ? `${before}.${key}` : `${before}[${JSON.stringify(shortened(key))}]`
  }, '')
  return name === '' ? 'the object' : name.replace(/^\./, '')
}

/** At most as much of a text as is good to read in a sentence. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

/** A value with its place. */
export interface Placed<T> {
  readonly value: T
  readonly pointer: JsonPointer
}

/** The objects of a list with their places; none when it is no list. */
export function objectsIn(list: Json | undefined, pointer: JsonPointer): readonly Placed<JsonObject>[] {
  if (!isJsonList(list)) return []
  return list.flatMap((value, index) =>
    isJsonObject(value) ? [{ value, pointer: pointerTo(pointer, index) }] : [],
  )
}

/** The objects of the list in a field. */
export function objectsAt(
  object: JsonObject,
  pointer: JsonPointer,
  key: string,
): readonly Placed<JsonObject>[] {
  return objectsIn(object[key], pointerTo(pointer, key))
}

/**
 * Whether a text holds a place that something else fills in before the cluster sees it: `${NAME}` of Flux and envsubst,
 * `{{ }}` of templates,
 * `<path:...>` of plugins, `__NAME__` of scripts. Nothing can be said of its form.
 */
export function isPlaceholder(value: Json | undefined): boolean {
  return typeof value === 'string' && /\$[{(\w]|\{\{|<[^<>]+>|<%|%\{|__[A-Z][A-Z0-9_]*__/.test(value)
}
