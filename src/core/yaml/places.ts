import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import { pointerKeys, type JsonPointer } from '../model/json-pointer.ts'

/** Offsets of a value and of its key in the text of a document. */
export interface Place {
  readonly key: number
  readonly value: number
}

/** Where the values of one document stand, recorded while it is built. */
export class Places {
  readonly #containers = new Map<Json, Map<string, Place>>()

  /** Says where an entry of a map or list stands; a later word about the same entry wins. */
  record(container: Json, key: string, place: Place): void {
    const entries = this.#containers.get(container)
    if (entries === undefined) this.#containers.set(container, new Map([[key, place]]))
    else entries.set(key, place)
  }

  /** The place of an entry, or undefined when it is not there. */
  entry(container: Json, key: string): Place | undefined {
    return this.#containers.get(container)?.get(key)
  }

  /** The place at a pointer, or that of its nearest existing parent. */
  find(root: Json, start: number, pointer: JsonPointer): Place {
    let place: Place = { key: start, value: start }
    let value = root
    for (const key of pointerKeys(pointer)) {
      const next = this.entry(value, key)
      if (next === undefined) return place
      place = next
      value = child(value, key)
    }
    return place
  }
}

function child(value: Json, key: string): Json {
  if (isJsonList(value)) return value[Number(key)] ?? null
  return isJsonObject(value) ? (value[key] ?? null) : null
}
