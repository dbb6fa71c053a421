import { isJsonList, isJsonObject, type Json } from './json.ts'

/** A place inside a JSON value, RFC 6901: `` for the whole, else `/spec/containers/0/image`. */
export type JsonPointer = string

/** Extends a pointer by one key or index, with `~` and `/` escaped. */
export function pointerTo(parent: JsonPointer, key: string | number): JsonPointer {
  const isSimple = typeof key === 'number' || !/[~/]/.test(key)
  return `${parent}/${isSimple ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The keys and indexes of a pointer, unescaped. */
export function pointerKeys(pointer: JsonPointer): readonly string[] {
  if (pointer === '') return []
  const keys = pointer.slice(1).split('/')
  return pointer.includes('~') ? keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')) : keys
}

/** The value at a pointer, or undefined when the pointer leads nowhere. */
export function valueAt(root: Json, pointer: JsonPointer): Json | undefined {
  let value: Json | undefined = root
  for (const key of pointerKeys(pointer)) {
    if (isJsonList(value)) value = /^(?:0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined
    else if (isJsonObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined
    else return undefined
  }
  return value
}
