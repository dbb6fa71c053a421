import type { Json } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'

/** One place of an object with what stands there on both sides; undefined: nothing. */
export interface ChangedField {
  /** The place with `[]` for every index. */
  readonly place: JsonPointer
  readonly old: Json | undefined
  readonly oldAt: JsonPointer
  readonly now: Json | undefined
  readonly at: JsonPointer
}
