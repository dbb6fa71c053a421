import { pointerTo } from '../model/json-pointer.ts'
import type { Compare, Difference, Side } from './difference.ts'
import type { Entry, Meaning } from './meaning/meaning-tree.ts'

/** The entries, matched by their keys, in which two lists differ; and their order, where it counts. */
export function compareKeyed(
  old: Side<Meaning & { kind: 'keyed' }>,
  now: Side<Meaning & { kind: 'keyed' }>,
  found: Difference[],
  compare: Compare,
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

/** The entries, matched by their places, in which two lists differ. */
export function compareLists(
  old: Side<Meaning & { kind: 'list' }>,
  now: Side<Meaning & { kind: 'list' }>,
  found: Difference[],
  compare: Compare,
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
