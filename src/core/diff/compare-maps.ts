import type { JsonPointer } from '../model/json-pointer.ts'
import { type Compare, type Difference, placeOf, type Side, writtenPlaces } from './difference.ts'
import { meaningText } from './meaning/meaning-text.ts'
import type { Meaning, Member } from './meaning/meaning-tree.ts'

type MapMeaning = Meaning & { readonly kind: 'map' }

/** The members in which two maps differ. */
export function compareMaps(
  old: Side<MapMeaning>,
  now: Side<MapMeaning>,
  found: Difference[],
  compare: Compare,
): void {
  for (const [key, member] of old.meaning.members) {
    const other = now.meaning.members.get(key) ?? now.meaning.defaults?.get(key)
    if (other) compareMembers({ at: old.at, member }, { at: now.at, member: other }, found, compare)
    else missing('remove', { at: old.at, member }, now.at, found)
  }
  for (const [key, member] of now.meaning.members) {
    if (old.meaning.members.has(key)) continue
    const other = old.meaning.defaults?.get(key)
    if (other) compareMembers({ at: old.at, member: other }, { at: now.at, member }, found, compare)
    else missing('add', { at: now.at, member }, old.at, found)
  }
  compareDefaults(old, now, found, compare)
}

/** Written defaults where those beside them decide what the absence says: they may differ from those of the other side. */
function compareDefaults(
  old: Side<MapMeaning>,
  now: Side<MapMeaning>,
  found: Difference[],
  compare: Compare,
): void {
  for (const [key, member] of old.meaning.defaults ?? []) {
    const other = now.meaning.defaults?.get(key)
    if (other) compareMembers({ at: old.at, member }, { at: now.at, member: other }, found, compare)
    else if (impliesElse(now.meaning, key, member)) missing('remove', { at: old.at, member }, now.at, found)
  }
  for (const [key, member] of now.meaning.defaults ?? []) {
    if (!old.meaning.defaults?.has(key) && impliesElse(old.meaning, key, member))
      missing('add', { at: now.at, member }, old.at, found)
  }
}

function impliesElse({ implied }: MapMeaning, key: string, member: Member): boolean {
  const text = implied?.get(key)
  return text !== undefined && text !== meaningText(member.meaning)
}

interface MemberAt {
  readonly at: JsonPointer
  readonly member: Member
}

function compareMembers(old: MemberAt, now: MemberAt, found: Difference[], compare: Compare): void {
  const [a, b] = [old.member.meaning, now.member.meaning]
  if (isSameScalar(a, b)) return
  compare(
    { meaning: a, at: placeOf(old.at, old.member) },
    { meaning: b, at: placeOf(now.at, now.member) },
    found,
  )
}

/** A member that the other side does not have. */
function missing(
  op: 'add' | 'remove',
  { at, member }: MemberAt,
  parent: JsonPointer,
  found: Difference[],
): void {
  const places = writtenPlaces({ meaning: member.meaning, at: placeOf(at, member) })
  for (const place of places) found.push({ op, at: place, parent })
}

function isSameScalar(a: Meaning, b: Meaning): boolean {
  return a.kind === 'scalar' && b.kind === 'scalar' && a.text === b.text
}
