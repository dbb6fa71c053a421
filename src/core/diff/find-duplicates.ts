import type { Issue } from '../model/issue.ts'
import { objectTitle } from '../model/object-ref.ts'
import { effectiveRef, folderOf, isGenerated } from './identity.ts'
import type { ReadManifest } from './read-manifest.ts'

/**
 * An issue for every object that stands twice in one folder, which is one render for sure. The same object in two
 * folders is two overlays as a rule and holds nobody up.
 */
export function findDuplicates(manifests: readonly ReadManifest[]): readonly Issue[] {
  const first = new Map<string, ReadManifest>()
  const issues: Issue[] = []
  for (const manifest of manifests) {
    if (manifest.manifest.role !== 'manifest' || isGenerated(manifest.manifest)) continue
    const key = `${folderOf(manifest.path)}\n${manifest.identity}`
    const earlier = first.get(key)
    if (earlier) issues.push(duplicate(manifest, earlier))
    else first.set(key, manifest)
  }
  return issues
}

function duplicate(manifest: ReadManifest, earlier: ReadManifest): Issue {
  const { path, line } = manifest.manifest
  const place = `${earlier.path}:${String(earlier.manifest.line)}`
  const title = objectTitle(effectiveRef(manifest.placed))
  return {
    code: 'manifest.duplicate',
    severity: 'high',
    path,
    line,
    column: 1,
    text: `${title} stands here and at ${place}; which one the cluster gets depends on the tool. Remove one.`,
  }
}
