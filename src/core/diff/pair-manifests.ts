import { canonicalJson } from '../model/json.ts'
import { folderOf } from './identity.ts'
import type { ReadManifest } from './read-manifest.ts'

/** One object on both sides, or on one of them. */
export type Pair =
  | { readonly base: ReadManifest; readonly head: ReadManifest }
  | { readonly base: ReadManifest; readonly head: null }
  | { readonly base: null; readonly head: ReadManifest }

/**
 * Finds each object's other side among those of the same identity. The same file comes first, then the same meaning
 * (it moved), then the only one of a folder, then the only one at all (of whole objects: many patches have one
 * target), then the same values under a name that makes a patch or a template of it, or no longer does. Where more than one could be meant, nothing is guessed: a deletion and a creation are shown, each with
 * its own weight. Linear in the number of manifests.
 */
export function pairManifests(base: readonly ReadManifest[], head: readonly ReadManifest[]): readonly Pair[] {
  const groups = new Map<string, Group>()
  for (const manifest of base) groupOf(groups, manifest.objectIdentity).base.push(manifest)
  for (const manifest of head) groupOf(groups, manifest.objectIdentity).head.push(manifest)
  const pairs: Pair[] = []
  const rests = [...groups.values()].map((group) => pairGroup(group, pairs))
  for (const rest of gather(rests)) {
    const { base: gone, head: made } = take(rest, pairs, ({ manifest }) => canonicalJson(manifest.value))
    for (const manifest of gone) pairs.push({ base: manifest, head: null })
    for (const manifest of made) pairs.push({ base: null, head: manifest })
  }
  return pairs
}

/** What is left of all groups, by the object that it is about whatever its role. */
function gather(rests: readonly Group[]): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const { base, head } of rests) {
    for (const manifest of base) groupOf(groups, manifest.targetIdentity).base.push(manifest)
    for (const manifest of head) groupOf(groups, manifest.targetIdentity).head.push(manifest)
  }
  return groups.values()
}

interface Group {
  readonly base: ReadManifest[]
  readonly head: ReadManifest[]
}

function groupOf(groups: Map<string, Group>, key: string): Group {
  const known = groups.get(key)
  if (known) return known
  const group: Group = { base: [], head: [] }
  groups.set(key, group)
  return group
}

/** Pairs what belongs together and gives back the rest. */
function pairGroup(group: Group, pairs: Pair[]): Group {
  let rest: Group = group
  if (rest.base.length + rest.head.length > 2) {
    rest = take(rest, pairs, (manifest) => `${manifest.path}\n${manifest.text}`)
  }
  rest = take(rest, pairs, (manifest) => manifest.path)
  rest = take(rest, pairs, (manifest) => manifest.text)
  rest = takeOnly(rest, pairs, (manifest) => folderOf(manifest.path))
  const isWhole = group.base[0]?.manifest.role === 'manifest'
  return isWhole ? takeOnly(rest, pairs, () => '') : rest
}

/** Pairs manifests of one key in their order; gives back those that are left. */
function take(group: Group, pairs: Pair[], keyOf: (manifest: ReadManifest) => string): Group {
  if (group.base.length === 0 || group.head.length === 0) return group
  const waiting = new Map<string, ReadManifest[]>()
  for (const manifest of group.base.toReversed()) {
    const key = keyOf(manifest)
    const same = waiting.get(key)
    if (same) same.push(manifest)
    else waiting.set(key, [manifest])
  }
  const head: ReadManifest[] = []
  const taken = new Set<ReadManifest>()
  for (const manifest of group.head) {
    const other = waiting.get(keyOf(manifest))?.pop()
    if (!other) {
      head.push(manifest)
      continue
    }
    taken.add(other)
    pairs.push({ base: other, head: manifest })
  }
  return { base: group.base.filter((manifest) => !taken.has(manifest)), head }
}

/** Pairs manifests of one key when each side has exactly one. */
function takeOnly(group: Group, pairs: Pair[], keyOf: (manifest: ReadManifest) => string): Group {
  const byKey = new Map<string, Group>()
  for (const manifest of group.base) groupOf(byKey, keyOf(manifest)).base.push(manifest)
  for (const manifest of group.head) groupOf(byKey, keyOf(manifest)).head.push(manifest)
  const rest: Group = { base: [], head: [] }
  for (const { base, head } of byKey.values()) {
    const [before, after] = [base[0], head[0]]
    if (before && after && base.length === 1 && head.length === 1) pairs.push({ base: before, head: after })
    else {
      rest.base.push(...base)
      rest.head.push(...head)
    }
  }
  return rest
}
