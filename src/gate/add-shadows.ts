import { findShadows, isNewObject } from '../core/diff/find-shadows.ts'
import { folderOf } from '../core/diff/identity.ts'
import type { PlacedManifest } from '../core/diff/placed-manifest.ts'
import type { ChangeSet } from '../core/model/change.ts'
import { sortIssues } from '../core/model/issue.ts'
import type { Policy } from '../core/policy/policy.ts'
import { isManifestPath } from '../core/policy/select-files.ts'
import { readBaseManifests } from './compare-repository.ts'
import type { Repository } from './ports/repository.ts'

/** The changes with an issue for each created object that an unchanged file beside it holds already. */
export async function addShadows(
  repository: Repository,
  changes: ChangeSet,
  policy: Policy,
): Promise<ChangeSet> {
  const created = changes.changes.filter(isNewObject)
  if (created.length === 0) return changes
  const unchanged = await readNeighbours(repository, changes, policy)
  return { ...changes, issues: sortIssues([...changes.issues, ...findShadows(created, unchanged)]) }
}

/** The objects of the unchanged manifests in every folder that gets a new object. */
async function readNeighbours(
  repository: Repository,
  changes: ChangeSet,
  policy: Policy,
): Promise<readonly PlacedManifest[]> {
  const changed = new Set(changes.files.map(({ path }) => path))
  const folders = new Set(changes.changes.filter(isNewObject).map(({ source }) => folderOf(source.path)))
  const listed = await Promise.all([...folders].map((folder) => repository.listBase(folder)))
  const paths = listed.flat().filter((path) => !changed.has(path) && isManifestPath(policy, path))
  return readBaseManifests(repository, paths, policy)
}
