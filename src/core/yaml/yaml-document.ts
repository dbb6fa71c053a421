import type { JsonObject } from '../model/json.ts'
import type { JsonPointer } from '../model/json-pointer.ts'
import type { Position } from '../model/source-location.ts'

/**
 * One document of a YAML or JSON file, read as kubectl reads it. What came through an alias or a merge has the place
 * where it is used.
 */
export interface YamlDocument {
  readonly value: JsonObject
  /** Where the document's first key stands. */
  readonly line: number
  /** Where a value starts; for a place that does not exist, its nearest existing parent. */
  locate(pointer: JsonPointer): Position
  /** Where the key of a value starts; the value itself for list entries and the root. */
  locateKey(pointer: JsonPointer): Position
}
