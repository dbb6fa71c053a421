import { diffManifests } from '../diff/diff-manifests.ts'
import type { PlacedManifest } from '../diff/placed-manifest.ts'
import { fileRole } from '../manifests/file-role.ts'
import type { ChangeSet, FileChange, Operation } from '../model/change.ts'
import type { ChangedFile } from '../model/changed-file.ts'
import { type Issue, sortIssues } from '../model/issue.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Policy } from '../policy/policy.ts'
import { isManifestPath, isSecretByPolicy, placementOf } from '../policy/select-files.ts'
import { newIssues } from '../schema/check-object.ts'
import type { KindSchemas } from '../schema/kind-schemas.ts'
import { routeChanges } from '../routes/route-changes.ts'
import { movedPatchLists } from './moved-patch-lists.ts'
import { movedTemplates } from './moved-templates.ts'
import { type PairReading, readPair } from './read-pair.ts'

/** What is known besides the files that differ. */
export interface ComparisonContext {
  /** Unchanged objects that the changes may depend on. */
  readonly surroundings?: readonly PlacedManifest[]
  /** What the server knows of each kind; without it nothing is said about the form of objects. */
  readonly schemaOf?: KindSchemas | undefined
}

/** What a set of differing files means for the cluster. Files that are no manifests stay in `files` only. */
export function compareFiles(
  files: readonly ChangedFile[],
  policy: Policy,
  { surroundings = [], schemaOf }: ComparisonContext = {},
): ChangeSet {
  const secrets = { isSecretName: (name: string) => isSecretByPolicy(policy, name) }
  const readings = files.map((file) => readPair(file, isManifestPath(policy, file.path), secrets))
  const place = (manifests: readonly Manifest[]): readonly PlacedManifest[] =>
    manifests.map((manifest) => ({ manifest, placement: placementOf(policy, manifest.path) }))
  const base = place(readings.flatMap((reading) => reading.base))
  const head = place(readings.flatMap((reading) => reading.head))
  const routed = {
    base: place(readings.flatMap((reading) => reading.routed.base)),
    head: place(readings.flatMap((reading) => reading.routed.head)),
  }
  const check = schemaOf && ((old: Manifest | null, now: Manifest) => newIssues(old, now, schemaOf))
  const definitions = { base: manifestsOf(base, surroundings), head: manifestsOf(head, surroundings) }
  const { changes, unchanged, issues } = diffManifests(base, head, { ...secrets, check, definitions })
  const isMoved = movesOf(files, readings)
  const read = readings.filter((reading) => reading.state !== 'not-selected')
  return {
    changes,
    files: files.map((file, at) => fileChange(file, readings[at])),
    unchanged,
    routes: routeChanges(routed.base, routed.head, surroundings),
    issues: sortIssues([
      ...readings.flatMap((reading) => reading.issues).filter((issue) => !isMoved(issue)),
      ...issues,
    ]),
    analysed: {
      files: read.length,
      objects: readings.reduce((sum, reading) => sum + objectCount(reading), 0),
      notManifests: read.filter((reading) => reading.state === 'not-manifests').length,
      unreadable: read.filter((reading) => reading.state === 'unreadable').length,
    },
  }
}

/** Which issues are about a file that only moved. */
function movesOf(files: readonly ChangedFile[], readings: readonly PairReading[]): (issue: Issue) => boolean {
  const templates = movedTemplates(files)
  const lists = new Set(
    readings.flatMap(({ issues }) => issues.flatMap(({ code, path }) => (code === PATCH_LIST ? [path] : []))),
  )
  const patches = movedPatchLists(files, (path) => lists.has(path))
  return ({ code, path }) =>
    (code === 'manifest.template' && templates.has(path)) || (code === PATCH_LIST && patches.has(path))
}

const PATCH_LIST = 'manifest.patch-list'

function fileChange(file: ChangedFile, reading: PairReading | undefined): FileChange {
  return {
    path: file.path,
    operation: operationOf(file),
    content: file.head
      ? `${file.head.kind === 'unread' ? 'file' : file.head.kind}:${file.head.id}`
      : 'deleted',
    rewritten: reading?.rewritten ?? false,
    role: fileRole(file.path) ?? reading?.role ?? null,
    fields: reading?.fields ?? [],
    whole: reading?.whole,
  }
}

function operationOf(file: ChangedFile): Operation {
  if (!file.base) return 'CREATE'
  return file.head ? 'UPDATE' : 'DELETE'
}

function manifestsOf(...lists: readonly (readonly PlacedManifest[])[]): readonly Manifest[] {
  return lists.flatMap((list) => list.map(({ manifest }) => manifest))
}

/** How many objects a file holds; those it held when it holds none any more. */
function objectCount({ base, head }: PairReading): number {
  return countObjects(head) || countObjects(base)
}

function countObjects(manifests: readonly Manifest[]): number {
  return manifests.filter(({ role }) => role !== 'kustomization').length
}
