import { canonicalJson } from '../model/json.ts'
import { folderOf } from './identity.ts'
import { withMovedBuilds } from './moved-builds.ts'
import type { ReadManifest } from './read-manifest.ts'

/** One object on both sides, or on one of them. */
export type Pair =
  | { readonly base: ReadManifest; readonly head: ReadManifest }
  | { readonly base: ReadManifest; readonly head: null }
  | { readonly base: null; readonly head: ReadManifest }

/**
 * Finds each object's other side among those of the same identity. The same file comes first, then its folder: the same
 * meaning there, then the only one there; overlays may not trade places unseen. What has left its folder is looked for
 * elsewhere: the same meaning (it moved), then the only one at all (of whole objects: many patches have one target),
 * then the same values under a name that makes a patch or a template of it, or no longer does. Where more than one
 * could be meant, nothing is guessed: a deletion and a creation are shown, each with its own weight. Linear in the
 * number of manifests.
 */
export function pairManifests(base: readonly ReadManifest[], head: readonly ReadManifest[]): readonly Pair[] {
  const pairs: Pair[] = []
  const groups = [...gather([{ base, head }], ({ objectIdentity }) => objectIdentity)]
  const rests = groups.map((group) => pairGroup(group, pairs))
  for (const rest of gather(rests, ({ targetIdentity }) => targetIdentity)) {
    const { base: gone, head: made } = takeMoved(rest, pairs, ({ manifest }) => canonicalJson(manifest.value))
    for (const manifest of gone) pairs.push({ base: manifest, head: null })
    for (const manifest of made) pairs.push({ base: null, head: manifest })
  }
  return withMovedBuilds(pairs)
}

/** What the groups hold, in groups by another key. */
function gather(groups: readonly Group[], keyOf: (manifest: ReadManifest) => string): Iterable<Group> {
  const gathered = new Map<string, GrowingGroup>()
  for (const { base, head } of groups) {
    for (const manifest of base) groupOf(gathered, keyOf(manifest)).base.push(manifest)
    for (const manifest of head) groupOf(gathered, keyOf(manifest)).head.push(manifest)
  }
  return gathered.values()
}

interface Group {
  readonly base: readonly ReadManifest[]
  readonly head: readonly ReadManifest[]
}

interface GrowingGroup extends Group {
  readonly base: ReadManifest[]
  readonly head: ReadManifest[]
}

function groupOf(groups: Map<string, GrowingGroup>, key: string): GrowingGroup {
  const known = groups.get(key)
  if (known) return known
  const group: GrowingGroup = { base: [], head: [] }
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
  rest = take(rest, pairs, (manifest) => `${folderOf(manifest.path)}\n${manifest.text}`)
  rest = takeOnly(rest, pairs, (manifest) => folderOf(manifest.path))
  rest = takeMoved(rest, pairs, (manifest) => manifest.text)
  const isWhole = group.base[0]?.manifest.role === 'manifest'
  return isWhole ? takeOnly(rest, pairs, () => '') : rest
}

/** Pairs what says the same in any folder, but for what may be another one that stayed in its folder. */
function takeMoved(group: Group, pairs: Pair[], keyOf: (manifest: ReadManifest) => string): Group {
  const left = new Set(group.base.map(({ path }) => folderOf(path)))
  const stayed = new Set(group.head.map(({ path }) => folderOf(path)).filter((folder) => left.has(folder)))
  const placeOf = (folder: string): string => (stayed.has(folder) ? `${folder}/` : '')
  return take(group, pairs, (manifest) => `${placeOf(folderOf(manifest.path))}\n${keyOf(manifest)}`)
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
  const rest: GrowingGroup = { base: [], head: [] }
  for (const { base, head } of gather([group], keyOf)) {
    const [before, after] = [base[0], head[0]]
    if (before && after && base.length === 1 && head.length === 1) pairs.push({ base: before, head: after })
    else {
      rest.base.push(...base)
      rest.head.push(...head)
    }
  }
  return rest
}
