import type { Issue } from '../model/issue.ts'
import { objectTitle } from '../model/object-ref.ts'
import { folderOf, isGenerated } from './identity.ts'
import type { ReadManifest } from './read-manifest.ts'

/**
 * An issue for every object that stands twice in one file, and for every one that comes to stand twice in one folder.
 * Copies that were in a folder before are alternatives as a rule, copies in two folders are overlays, and copies that
 * moved together are what they were: none of them holds anybody up.
 */
export function findDuplicates(
  base: readonly ReadManifest[],
  head: readonly ReadManifest[],
): readonly Issue[] {
  const before = copiesIn(base)
  const after = copiesIn(head)
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, copies]) => copies)
  return [...after].flatMap(([key, copies]) => {
    const [first] = copies
    if (!first || copies.length === 1 || gone.some((old) => isMoved(old, copies))) return []
    const known = before.get(key)?.length ?? 0
    // The manifests are sorted by file, so copies in one file stand next to each other.
    return copies
      .filter((copy, at) => at > 0 && (at >= known || copies[at - 1]?.path === copy.path))
      .map((copy) => duplicate(copy, first))
  })
}

/** The copies of each object in each folder. */
function copiesIn(manifests: readonly ReadManifest[]): ReadonlyMap<string, readonly ReadManifest[]> {
  const copies = new Map<string, ReadManifest[]>()
  for (const manifest of manifests.filter(isNamed)) {
    const known = copies.get(keyOf(manifest))
    if (known) known.push(manifest)
    else copies.set(keyOf(manifest), [manifest])
  }
  return copies
}

/** Whether all copies left one folder for another, each in its file and as it was. */
function isMoved(old: readonly ReadManifest[], now: readonly ReadManifest[]): boolean {
  const [first] = now
  if (!first || old.length !== now.length || old[0]?.identity !== first.identity) return false
  return old.every(
    (copy, at) => fileOf(copy.path) === fileOf(now[at]?.path ?? '') && copy.text === now[at]?.text,
  )
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function isNamed({ manifest }: ReadManifest): boolean {
  return manifest.role === 'manifest' && !isGenerated(manifest)
}

function keyOf(manifest: ReadManifest): string {
  return `${folderOf(manifest.path)}\n${manifest.identity}`
}

function duplicate(manifest: ReadManifest, earlier: ReadManifest): Issue {
  const { path, line } = manifest.manifest
  const place = `${earlier.path}:${String(earlier.manifest.line)}`
  const title = objectTitle(manifest.ref)
  return {
    code: 'manifest.duplicate',
    severity: 'high',
    path,
    line,
    column: 1,
    text: `${title} stands here and at ${place}; which one the cluster gets depends on the tool. Remove one.`,
  }
}
