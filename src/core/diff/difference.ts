import { pointerTo, type JsonPointer } from '../model/json-pointer.ts'
import type { Meaning, Member } from './meaning/meaning-tree.ts'

/**
 * One place in which two objects differ. `at` is a place of the new object, of the old one for `remove`; `parent` is
 * what holds it on the other side, where it is not.
 */
export type Difference =
  | { readonly op: 'add' | 'remove'; readonly at: JsonPointer; readonly parent: JsonPointer }
  | { readonly op: 'replace' | 'reorder'; readonly at: JsonPointer; readonly oldAt: JsonPointer }

/** A value of one of the objects that are compared, and where it stands. */
export interface Side<M extends Meaning = Meaning> {
  readonly meaning: M
  readonly at: JsonPointer
}

/** Compares two values and adds what it finds. */
export type Compare = (old: Side, now: Side, found: Difference[]) => void

/** The place of a value; those of its members when nothing stands at its own. */
export function writtenPlaces({ meaning, at }: Side): readonly JsonPointer[] {
  if (!isUnwritten(meaning)) return [at]
  return [...meaning.members.values()].map((member) => placeOf(at, member))
}

/** Whether nothing stands where a value should. */
export function isUnwritten(meaning: Meaning): meaning is Meaning & { kind: 'map' } {
  return meaning.kind === 'map' && meaning.unwritten === true
}

/** What holds a place. */
export function holderOf(at: JsonPointer): JsonPointer {
  return at.slice(0, at.lastIndexOf('/'))
}

/** Where a member is written. */
export function placeOf(parent: JsonPointer, member: Member): JsonPointer {
  return member.pointer ?? pointerTo(parent, member.key)
}
