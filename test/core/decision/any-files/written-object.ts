import { pointerTo, type JsonPointer } from '../../../../src/core/model/json-pointer.ts'
import type { Blueprint, MapPlan, ValuePlan } from './blueprint.ts'
import type { Random } from './random.ts'

/** An edit of one scalar, and where it came to stand when the object was written. */
export interface Edit {
  readonly plan: ValuePlan
  at: JsonPointer | null
}

/** One of the ways to write an object, with an edit if there is one. */
export function writeObject(plan: MapPlan, random: Random, edit: Edit | null = null): object {
  const written = write(plan, '')
  if (typeof written !== 'object' || written === null) throw new TypeError('a map is written as one')
  return written

  function write(part: Blueprint, at: JsonPointer): unknown {
    if (part.is === 'map') return writeMap(part, at)
    if (part.is === 'list') {
      const entries = part.ordered ? part.entries : random.shuffle(part.entries)
      return entries.map((entry, index) => write(entry, pointerTo(at, index)))
    }
    if (edit?.plan !== part) return random.pick(part.ways)
    edit.at = at
    return part.other
  }

  function writeMap({ members, silent }: MapPlan, at: JsonPointer): object {
    const parts = Object.entries(members).map(
      ([key, member]) =>
        () =>
          [key, write(member, pointerTo(at, key))] as const,
    )
    const extras = Object.entries(silent)
      .filter(() => random.once(3))
      .map(
        ([key, ways]) =>
          () =>
            [key, random.pick(ways)] as const,
      )
    return Object.fromEntries(random.shuffle([...parts, ...extras]).map((part) => part()))
  }
}
