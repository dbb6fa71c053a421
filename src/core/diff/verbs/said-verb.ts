import { VERBS, type Evidence, type Verb } from '../../model/change.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { comparePointers } from '../compare-pointers.ts'

/** A word and the place that made us say it. */
export type SaidVerb = Pick<Evidence, 'verb' | 'side' | 'path'>

/** One place for each word and side: where it was said of several, the nearest that they are all in. */
export function gatherVerbs(said: readonly SaidVerb[]): readonly SaidVerb[] {
  const places = new Map<string, SaidVerb>()
  for (const one of said) {
    const key = `${one.side} ${one.verb}`
    const other = places.get(key)
    places.set(key, other ? { ...one, path: commonParent(one.path, other.path) } : one)
  }
  return [...places.values()]
}

/** Each word and place once, in the order of {@link VERBS}, then of the paths, the old object's first. */
export function sortVerbs(said: readonly SaidVerb[]): readonly SaidVerb[] {
  const distinct = new Map(said.map((one) => [`${one.verb} ${one.side} ${one.path}`, one]))
  return [...distinct.values()].toSorted(
    (a, b) =>
      orderOf(a.verb) - orderOf(b.verb) ||
      comparePointers(a.path, b.path) ||
      Number(a.side === 'new') - Number(b.side === 'new'),
  )
}

const ORDER: ReadonlyMap<Verb, number> = new Map(VERBS.map((verb, index) => [verb, index]))

function orderOf(verb: Verb): number {
  return ORDER.get(verb) ?? VERBS.length
}

function commonParent(a: JsonPointer, b: JsonPointer): JsonPointer {
  const [left, right] = [a.split('/'), b.split('/')]
  const end = left.findIndex((key, index) => key !== right[index])
  return end < 0 ? a : left.slice(0, end).join('/')
}
