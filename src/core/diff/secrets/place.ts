import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'

/** A place as a chain, because a pointer is only written for the few places that hold a secret. */
export interface Place {
  readonly parent: Place | null
  readonly key: string | number
}

/** The first key of a place. */
export function rootKey(at: Place | null): string | number | undefined {
  let place = at
  while (place?.parent) place = place.parent
  return place?.key
}

/** The key of a place; empty for an entry of a list and for the whole. */
export function keyNameOf(at: Place | null): string {
  return typeof at?.key === 'string' ? at.key : ''
}

/** A place as a pointer. */
export function pointerOf(at: Place): JsonPointer {
  return pointerTo(at.parent ? pointerOf(at.parent) : '', at.key)
}

/** The place and everything that it is in. */
export function upwards(at: JsonPointer): readonly JsonPointer[] {
  const places: JsonPointer[] = [at]
  let end = at.lastIndexOf('/')
  while (end > 0) {
    places.push(at.slice(0, end))
    end = at.lastIndexOf('/', end - 1)
  }
  if (at !== '') places.push('')
  return places
}
