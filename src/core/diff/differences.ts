import { compareKeyed, compareLists } from './compare-lists.ts'
import { compareMaps } from './compare-maps.ts'
import { compareSets } from './compare-sets.ts'
import { type Difference, holderOf, isUnwritten, type Side, writtenPlaces } from './difference.ts'
import { meaningText } from './meaning/meaning-text.ts'
import type { Meaning } from './meaning/meaning-tree.ts'

/** The deepest places in which two meanings differ; none exactly when their texts are equal. In no order. */
export function differencesOf(old: Meaning, now: Meaning): readonly Difference[] {
  const found: Difference[] = []
  compare({ meaning: old, at: '' }, { meaning: now, at: '' }, found)
  return found
}

function compare(old: Side, now: Side, found: Difference[]): void {
  const [a, b] = [old.meaning, now.meaning]
  if (a.kind === 'map' && b.kind === 'map') {
    compareMaps({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found, compare)
  } else if (a.kind === 'keyed' && b.kind === 'keyed') {
    compareKeyed({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found, compare)
  } else if (a.kind === 'list' && b.kind === 'list' && !a.whole && !b.whole) {
    compareLists({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found, compare)
  } else if (a.kind === 'set' && b.kind === 'set') {
    compareSets({ meaning: a, at: old.at }, { meaning: b, at: now.at }, found, compare)
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
