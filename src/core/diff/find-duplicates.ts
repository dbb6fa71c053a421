import type { Issue } from '../model/issue.ts'
import { objectTitle } from '../model/object-ref.ts'
import { folderOf, isGenerated } from './identity.ts'
import type { ReadManifest } from './read-manifest.ts'

/**
 * An issue for every object that stands twice in one file, and for every one that comes to stand twice in one folder.
 * Copies that were in a folder before are alternatives as a rule, and copies in two folders are overlays: neither
 * holds anybody up.
 */
export function findDuplicates(
  base: readonly ReadManifest[],
  head: readonly ReadManifest[],
): readonly Issue[] {
  const before = new Map<string, number>()
  for (const manifest of base.filter(isNamed)) {
    const key = keyOf(manifest)
    before.set(key, (before.get(key) ?? 0) + 1)
  }
  const seen = new Map<string, ReadManifest[]>()
  const issues: Issue[] = []
  for (const manifest of head.filter(isNamed)) {
    const copies = seen.get(keyOf(manifest)) ?? []
    seen.set(keyOf(manifest), copies)
    const [first] = copies
    copies.push(manifest)
    if (!first) continue
    // The manifests are sorted by file, so copies in one file stand next to each other.
    const isBeside = copies.at(-2)?.path === manifest.path
    if (isBeside || copies.length > (before.get(keyOf(manifest)) ?? 0))
      issues.push(duplicate(manifest, first))
  }
  return issues
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
