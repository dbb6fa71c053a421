import { pointerTo } from '../model/json-pointer.ts'
import type { Compare, Difference, Side } from './difference.ts'
import type { Meaning, SetEntry } from './meaning/meaning-tree.ts'

/** The entries in which two lists without order differ. */
export function compareSets(
  old: Side<Meaning & { kind: 'set' }>,
  now: Side<Meaning & { kind: 'set' }>,
  found: Difference[],
  compare: Compare,
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
