import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import { pointerKeys, pointerTo, type JsonPointer } from '../model/json-pointer.ts'

/**
 * A pointer that stays the same when entries of a list come, go and move: an entry with a name is known by it, others
 * have no name of their own.
 */
export function meaningOf(pointer: JsonPointer, root: Json): JsonPointer {
  let value: Json | undefined = root
  let meaning: JsonPointer = ''
  for (const key of pointerKeys(pointer)) {
    if (isJsonList(value)) {
      value = value[Number(key)]
      meaning = pointerTo(meaning, `[${nameOf(value)}]`)
    } else {
      value = isJsonObject(value) ? value[key] : undefined
      meaning = pointerTo(meaning, key)
    }
  }
  return meaning
}

const NAMING = ['name', 'key', 'mountPath', 'host', 'path', 'containerPort', 'port'] as const

function nameOf(entry: Json | undefined): string {
  if (!isJsonObject(entry)) return ''
  for (const key of NAMING) {
    const value = entry[key]
    if (typeof value === 'string' || typeof value === 'bigint') return `${key}=${String(value)}`
  }
  return ''
}
