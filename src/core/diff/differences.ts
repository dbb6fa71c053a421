import { pointerTo, type JsonPointer } from '../model/json-pointer.ts'
import { meaningText } from './meaning.ts'
import type { Entry, Meaning, Member, SetEntry } from './meaning-tree.ts'

/**
 * One place in which two objects differ. `at` is a place of the new object, of the old one for `remove`; `parent` is
 * what holds it on the other side, where it is not.
 */
export type Difference =
  | { readonly op: 'add' | 'remove'; readonly at: JsonPointer; readonly parent: JsonPointer }
  | { readonly op: 'replace' | 'reorder'; readonly at: JsonPointer; readonly oldAt: JsonPointer }

/** The deepest places in which two meanings differ; none exactly when their texts are equal. In no order. */
export function differencesOf(old: Meaning, now: Meaning): readonly Difference[] {
  const found: Difference[] = []
  compare({ meaning: old, at: '' }, { meaning: now, at: '' }, found)
  return found
}

interface Side<M extends Meaning = Meaning> {
  readonly meaning: M
  readonly at: JsonPointer
}

function compare(old: Side, now: Side, found: Difference[]): void {
  const [a, b] = [old.meaning, now.meaning]
  if (a.kind === 'map' && b.kind === 'map') {
    compareMaps({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found)
  } else if (a.kind === 'keyed' && b.kind === 'keyed') {
    compareKeyed({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found)
  } else if (a.kind === 'list' && b.kind === 'list' && !a.whole && !b.whole) {
    compareLists({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found)
  } else if (a.kind === 'set' && b.kind === 'set') {
    compareSets({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found)
  } else if (meaningText(a) !== meaningText(b)) replace(old, now, found)
}

function replace(old: Side, now: Side, found: Difference[]): void {
  if (!isUnwritten(old.meaning) && !isUnwritten(now.meaning)) {
    found.push({ op: 'replace', at: now.at, oldAt: old.at })
    return
  }
  for (const at of writtenPlaces(old)) found.push({ op: 'remove', at, parent: holderOf(now.at) })
  for (const at of writtenPlaces(now)) found.push({ op: 'add', at, parent: holderOf(old.at) })
}

/** The place of a value; those of its members when nothing stands at its own. */
function writtenPlaces({ meaning, at }: Side): readonly JsonPointer[] {
  if (!isUnwritten(meaning)) return [at]
  return [...meaning.members.values()].map((member) => placeOf(at, member))
}

function isUnwritten(meaning: Meaning): meaning is Meaning & { kind: 'map' } {
  return meaning.kind === 'map' && meaning.unwritten === true
}

function holderOf(at: JsonPointer): JsonPointer {
  return at.slice(0, at.lastIndexOf('/'))
}

function compareMaps(
  old: Side<Meaning & { kind: 'map' }>,
  now: Side<Meaning & { kind: 'map' }>,
  found: Difference[],
): void {
  for (const [key, member] of old.meaning.members) {
    const other = now.meaning.members.get(key) ?? now.meaning.defaults?.get(key)
    if (other) compareMembers({ at: old.at, member }, { at: now.at, member: other }, found)
    else missing('remove', { at: old.at, member }, now.at, found)
  }
  for (const [key, member] of now.meaning.members) {
    if (old.meaning.members.has(key)) continue
    const other = old.meaning.defaults?.get(key)
    if (other) compareMembers({ at: old.at, member: other }, { at: now.at, member }, found)
    else missing('add', { at: now.at, member }, old.at, found)
  }
  compareDefaults(old, now, found)
}

/** Written defaults where those beside them decide what the absence says: they may differ from those of the other side. */
function compareDefaults(
  old: Side<Meaning & { kind: 'map' }>,
  now: Side<Meaning & { kind: 'map' }>,
  found: Difference[],
): void {
  for (const [key, member] of old.meaning.defaults ?? []) {
    const other = now.meaning.defaults?.get(key)
    if (other) compareMembers({ at: old.at, member }, { at: now.at, member: other }, found)
    else if (impliesElse(now.meaning, key, member)) missing('remove', { at: old.at, member }, now.at, found)
  }
  for (const [key, member] of now.meaning.defaults ?? []) {
    if (!old.meaning.defaults?.has(key) && impliesElse(old.meaning, key, member))
      missing('add', { at: now.at, member }, old.at, found)
  }
}

function impliesElse({ implied }: Meaning & { kind: 'map' }, key: string, member: Member): boolean {
  const text = implied?.get(key)
  return text !== undefined && text !== meaningText(member.meaning)
}

interface MemberAt {
  readonly at: JsonPointer
  readonly member: Member
}

function compareMembers(old: MemberAt, now: MemberAt, found: Difference[]): void {
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

function compareKeyed(
  old: Side<Meaning & { kind: 'keyed' }>,
  now: Side<Meaning & { kind: 'keyed' }>,
  found: Difference[],
): void {
  for (const [key, entry] of old.meaning.entries) {
    const at = pointerTo(old.at, entry.index)
    const other = now.meaning.entries.get(key)
    if (!other) found.push({ op: 'remove', at, parent: now.at })
    else
      compare(
        { meaning: entry.meaning, at },
        { meaning: other.meaning, at: pointerTo(now.at, other.index) },
        found,
      )
  }
  for (const [key, entry] of now.meaning.entries) {
    if (old.meaning.entries.has(key)) continue
    found.push({ op: 'add', at: pointerTo(now.at, entry.index), parent: old.at })
  }
  const ordered = old.meaning.ordered || now.meaning.ordered
  if (ordered && !sameOrder(old.meaning.entries, now.meaning.entries)) {
    found.push({ op: 'reorder', at: now.at, oldAt: old.at })
  }
}

/** Whether the entries that both lists have stand in the same order. */
function sameOrder(old: ReadonlyMap<string, Entry>, now: ReadonlyMap<string, Entry>): boolean {
  const common = [...now.keys()].filter((key) => old.has(key))
  let place = 0
  for (const key of old.keys()) {
    if (!now.has(key)) continue
    if (common[place] !== key) return false
    place += 1
  }
  return true
}

function compareLists(
  old: Side<Meaning & { kind: 'list' }>,
  now: Side<Meaning & { kind: 'list' }>,
  found: Difference[],
): void {
  for (const [index, entry] of old.meaning.entries.entries()) {
    const at = pointerTo(old.at, index)
    const other = now.meaning.entries[index]
    if (other) compare({ meaning: entry, at }, { meaning: other, at: pointerTo(now.at, index) }, found)
    else found.push({ op: 'remove', at, parent: now.at })
  }
  for (let index = old.meaning.entries.length; index < now.meaning.entries.length; index += 1) {
    found.push({ op: 'add', at: pointerTo(now.at, index), parent: old.at })
  }
}

function compareSets(
  old: Side<Meaning & { kind: 'set' }>,
  now: Side<Meaning & { kind: 'set' }>,
  found: Difference[],
): void {
  const { together } = now.meaning
  if (together !== undefined && together === old.meaning.together) return
  const gone = missingFrom(now.meaning.entries, old.meaning.entries)
  const come = missingFrom(old.meaning.entries, now.meaning.entries)
  const paired =
    old.meaning.paired && now.meaning.paired ? pairEntries(gone, come) : new Map<SetEntry, SetEntry>()
  for (const entry of gone) {
    const at = pointerTo(old.at, entry.index)
    const other = paired.get(entry)
    if (!other) found.push({ op: 'remove', at, parent: now.at })
    else
      compare(
        { meaning: entry.meaning, at },
        { meaning: other.meaning, at: pointerTo(now.at, other.index) },
        found,
      )
  }
  const used = new Set(paired.values())
  for (const entry of come) {
    if (!used.has(entry)) found.push({ op: 'add', at: pointerTo(now.at, entry.index), parent: old.at })
  }
}

/** Which entry became which: the one at its place, or the only one. */
function pairEntries(gone: readonly SetEntry[], come: readonly SetEntry[]): ReadonlyMap<SetEntry, SetEntry> {
  const [old, now] = [gone[0], come[0]]
  if (old && now && gone.length === 1 && come.length === 1) return new Map([[old, now]])
  const byIndex = new Map(come.map((entry) => [entry.index, entry]))
  const pairs = new Map<SetEntry, SetEntry>()
  for (const entry of gone) {
    const other = byIndex.get(entry.index)
    if (other) pairs.set(entry, other)
  }
  return pairs
}

/** The entries that a set does not have, or has fewer times. */
function missingFrom(set: readonly SetEntry[], entries: readonly SetEntry[]): readonly SetEntry[] {
  const left = new Map<string, number>()
  for (const { text } of set) left.set(text, (left.get(text) ?? 0) + 1)
  return entries.filter(({ text }) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

function isSameScalar(a: Meaning, b: Meaning): boolean {
  return a.kind === 'scalar' && b.kind === 'scalar' && a.text === b.text
}

function placeOf(parent: JsonPointer, member: Member): JsonPointer {
  return member.pointer ?? pointerTo(parent, member.key)
}
