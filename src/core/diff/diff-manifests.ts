import type { Change } from '../model/change.ts'
import type { Issue } from '../model/issue.ts'
import type { Manifest } from '../model/manifest.ts'
import { isGenerated } from './identity.ts'
import { changeOf } from './change-of.ts'
import { DefinedKinds, type Definitions } from './meaning/defined-kinds.ts'
import { findDuplicates } from './find-duplicates.ts'
import { findScopeChanges } from './find-scope-changes.ts'
import { isSameJson } from './same-json.ts'
import { pairManifests, type Pair } from './pair-manifests.ts'
import type { SecretOptions } from './secrets/secret-places.ts'
import type { PlacedManifest } from './placed-manifest.ts'
import { readInOrder, type ReadManifest } from './read-manifest.ts'

/** How objects are compared. */
export interface DiffOptions extends SecretOptions {
  /** The definitions of custom resources on both sides, those that do not change included. */
  readonly definitions?: Definitions | undefined
  /** What else there is to say of an object that is updated, or created (`old` is null). */
  readonly check?: ((old: Manifest | null, now: Manifest) => readonly Issue[]) | undefined
}

/** What becomes of the objects of the files that differ. */
export interface ManifestDiff {
  /** Sorted by file, line and identity. */
  readonly changes: readonly Change[]
  /** Objects that mean the same in another file, or in the same file. */
  readonly unchanged: { readonly moved: number; readonly reformatted: number }
  readonly issues: readonly Issue[]
}

/**
 * The changes from one set of objects to another, by identity and meaning, whatever the order of the documents; with
 * what the definitions of custom resources say about their kinds. Holds no value of a Secret. Never throws, however odd the objects are.
 */
export function diffManifests(
  base: readonly PlacedManifest[],
  head: readonly PlacedManifest[],
  options: DiffOptions = {},
): ManifestDiff {
  const kinds = new DefinedKinds(options.definitions ?? { base: [], head: [] })
  const [before, after] = [readInOrder(base, kinds), readInOrder(head, kinds)]
  const pairs = pairManifests(before, after).flatMap(withoutSkipped)
  const changes: Change[] = []
  const issues = [...findDuplicates(before, after), ...findScopeChanges(pairs)]
  const unchanged = { moved: 0, reformatted: 0 }
  for (const pair of pairs) {
    const change = isSameText(pair) ? null : changeOf(withoutGenerated(pair), options)
    if (change) {
      changes.push(change)
      issues.push(...checkPair(pair, options))
    } else if (pair.base?.path === pair.head?.path) unchanged.reformatted += 1
    else unchanged.moved += 1
  }
  return { changes: nameApart(changes.toSorted(compareChanges)), unchanged, issues }
}

function checkPair({ base, head }: Pair, { check }: DiffOptions): readonly Issue[] {
  return head && check ? check(base?.manifest ?? null, head.manifest) : []
}

function isSameText({ base, head }: Pair): boolean {
  return base !== null && head !== null && isSameJson(base.manifest.value, head.manifest.value)
}

/**
 * When the comment for Argo CD comes or goes, the object leaves or joins what Argo CD deploys, and for any other tool it
 * is what it becomes. An object that stays the same is deleted or created; of one that does not, both sides count.
 */
function withoutSkipped(pair: Pair): readonly Pair[] {
  const { base, head } = pair
  if (!base || !head || isSkipped(base) === isSkipped(head)) return [pair]
  const sides: readonly Pair[] = [
    { base, head: null },
    { base: null, head },
  ]
  if (!isSameText(pair)) return sides
  return sides.filter((side) => isSkipped(head) === (side.base !== null))
}

function isSkipped({ manifest }: ReadManifest): boolean {
  return manifest.skipped === true
}

/** An object without a name of its own is made anew by every apply: there is nothing to update. */
function withoutGenerated(pair: Pair): Pair {
  const { base, head } = pair
  if (!base || !head || !isGenerated(head.manifest) || base.text === head.text) return pair
  return { base: null, head }
}

function compareChanges(a: Change, b: Change): number {
  if (a.source.path !== b.source.path) return a.source.path < b.source.path ? -1 : 1
  if (a.source.line !== b.source.line) return a.source.line - b.source.line
  if (a.identity !== b.identity) return a.identity < b.identity ? -1 : 1
  return a.content < b.content ? -1 : Number(a.content > b.content)
}

/** Copies of one object in one folder are told apart by their order: an approval of one is none of the other. */
function nameApart(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, number>()
  return changes.map((change) => {
    const count = (seen.get(change.identity) ?? 0) + 1
    seen.set(change.identity, count)
    return count === 1 ? change : { ...change, identity: `${change.identity} #${String(count)}` }
  })
}
