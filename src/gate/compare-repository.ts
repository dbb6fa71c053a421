import { compareFiles } from '../core/decision/compare.ts'
import { dependsOnOthers, surroundingPaths } from '../core/decision/surrounding-paths.ts'
import type { PlacedManifest } from '../core/diff/placed-manifest.ts'
import { readManifestFile } from '../core/manifests/read-manifest-file.ts'
import type { ChangeSet } from '../core/model/change.ts'
import type { Sha } from '../core/model/ids.ts'
import { ok, type Result } from '../core/model/result.ts'
import type { Policy } from '../core/policy/policy.ts'
import { isManifestPath, placementOf } from '../core/policy/select-files.ts'
import type { KindSchemas } from '../core/schema/kind-schemas.ts'
import type { ComparisonProblem, Repository } from './ports/repository.ts'

/**
 * What merging a commit would change, seen in its surroundings: where changes depend on unchanged files, such as the
 * definition of a custom resource or the Gateway of a route, these are read too, and the comparison is made with them.
 */
export async function compareRepository(
  repository: Repository,
  of: Sha | 'head',
  policy: Policy,
  schemaOf?: KindSchemas,
): Promise<Result<ChangeSet, ComparisonProblem>> {
  const isWanted = (path: string): boolean => isManifestPath(policy, path)
  const files = await repository.changes(of, isWanted)
  if (!files.ok) return files
  const changes = compareFiles(files.value, policy, { schemaOf })
  const changed = new Set(files.value.map(({ path }) => path))
  if (!dependsOnOthers(changes.changes)) return ok(changes)
  const paths = (await repository.listAllBase()).filter((path) => isWanted(path) && !changed.has(path))
  const surroundings = await readBaseManifests(repository, surroundingPaths(changes.changes, paths), policy)
  return ok(
    surroundings.length === 0 ? changes : compareFiles(files.value, policy, { surroundings, schemaOf }),
  )
}

/** The objects of files at the base tip, where they go; what cannot be read has none. */
export async function readBaseManifests(
  repository: Repository,
  paths: readonly string[],
  policy: Policy,
): Promise<readonly PlacedManifest[]> {
  if (paths.length === 0) return []
  const versions = await repository.readBaseFiles(paths)
  return [...versions].flatMap(([path, version]) => {
    if (version.kind !== 'file') return []
    const placement = placementOf(policy, path)
    return readManifestFile(path, version.bytes).manifests.map((manifest) => ({ manifest, placement }))
  })
}
