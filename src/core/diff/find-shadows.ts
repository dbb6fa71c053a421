import type { Change } from '../model/change.ts'
import type { Issue } from '../model/issue.ts'
import { type ObjectRef, objectTitle } from '../model/object-ref.ts'
import { effectiveRef, folderOf, storedGroup } from './identity.ts'
import type { PlacedManifest } from './placed-manifest.ts'

/**
 * An issue for every created object that an unchanged file of the same folder holds already: it is no new object, and which
 * of the two the cluster gets depends on the tool.
 */
export function findShadows(
  changes: readonly Change[],
  unchanged: readonly PlacedManifest[],
): readonly Issue[] {
  const there = new Map(
    unchanged.map((placed) => [
      keyOf(placed.manifest.path, placed.placement.environment, effectiveRef(placed)),
      placed,
    ]),
  )
  return changes.filter(isNewObject).flatMap((change) => {
    const { path, line } = change.source
    const first = there.get(keyOf(path, change.environment, change.ref))
    if (!first) return []
    const place = `${first.manifest.path}:${String(first.manifest.line)}`
    const text = `${objectTitle(change.ref)} is created here and stands at ${place} too, which does not change; which one the cluster gets depends on the tool. Change that one.`
    return [{ code: 'manifest.duplicate', severity: 'high', path, line, column: 1, text }]
  })
}

/** Whether a change creates an object of its own: a patch of another stands beside what it patches. */
export function isNewObject({ operation, source, ref }: Change): boolean {
  return operation === 'CREATE' && source.role === 'manifest' && ref.name !== ''
}

function keyOf(path: string, environment: string | null, ref: ObjectRef): string {
  return JSON.stringify([folderOf(path), environment, storedGroup(ref), ref.kind, ref.namespace, ref.name])
}
