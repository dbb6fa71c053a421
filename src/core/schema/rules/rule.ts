import type { JsonObject } from '../../model/json.ts'
import type { Fault, Placed } from '../fault.ts'

/** What a rule knows of the object whose part it looks at. */
export interface RuleContext {
  readonly object: JsonObject
  readonly kind: string
}

/** Finds the mistakes in one part of an object: what the server asks beyond the schema. */
export type PartRule = (part: Placed<JsonObject>, context: RuleContext) => readonly Fault[]
