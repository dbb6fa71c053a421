import { pointerKeys, pointerTo, type JsonPointer } from '../model/json-pointer.ts'

/**
 * The steps of a path in a table: `spec.ports[].protocol` is `spec`, `ports`, `[]`, `protocol`; a key with dots is
 * written `metadata.annotations['a.b/c']`.
 */
export function pathSteps(path: string): readonly string[] {
  return [...path.matchAll(/\[\]|\['([^']+)'\]|[^.[\]]+/g)].map((step) => step[1] ?? step[0])
}

/** A path of a table as a pointer with `[]` for every index. */
export function placeOfPath(path: string): JsonPointer {
  return pathSteps(path).reduce<JsonPointer>(pointerTo, '')
}

/** A pointer with `[]` for every index (and for a key that is a number: the two cannot be told apart). */
export function placeOfPointer(pointer: JsonPointer): JsonPointer {
  return pointerKeys(pointer)
    .map((key) => (/^\d+$/.test(key) ? '[]' : key))
    .reduce<JsonPointer>(pointerTo, '')
}
