import type { Verb } from '../../model/change.ts'
import type { Json } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'

/** A word and where below a place the reason for it is. */
export interface Word {
  readonly verb: Verb
  readonly below: JsonPointer
}

/**
 * What a change at one place is in the words of kubectl. `verbs` are said of the place and all below it;
 * `decide` is asked only where both the place and its values are known, and may say nothing.
 */
export interface FieldVerbRule {
  /** `group/Kind`, `*` for every kind, `pod` for every kind with a pod template. */
  readonly in: readonly string[]
  readonly at: readonly string[]
  readonly verbs?: readonly Verb[]
  /** Undefined stands for a value that is not there. */
  readonly decide?: (old: Json | undefined, now: Json | undefined) => readonly (Verb | Word)[]
  /** Not said of a piece: what it adds may stand elsewhere already. */
  readonly wholeOnly?: boolean
}
