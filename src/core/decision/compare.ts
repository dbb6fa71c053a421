import { diffManifests } from '../diff/diff-manifests.ts'
import type { PlacedManifest } from '../diff/placed-manifest.ts'
import { readManifestFile } from '../manifests/read-manifest-file.ts'
import type { ChangeSet, FileChange, Operation } from '../model/change.ts'
import type { ChangedFile, FileVersion } from '../model/changed-file.ts'
import { type Issue, sortIssues } from '../model/issue.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Policy } from '../policy/policy.ts'
import { isManifestPath, placementOf } from '../policy/select-files.ts'
import { diffRoutes } from '../routes/diff-routes.ts'
import { routesOf } from '../routes/routes-of.ts'
import { unreadableFile } from './unreadable-file.ts'

/** What a set of differing files means for the cluster. Files that are no manifests stay in `files` only. */
export function compareFiles(files: readonly ChangedFile[], policy: Policy): ChangeSet {
  const readings = files.map((file) => readPair(file, isManifestPath(policy, file.path)))
  const place = (manifests: readonly Manifest[]): readonly PlacedManifest[] =>
    manifests.map((manifest) => ({ manifest, placement: placementOf(policy, manifest.path) }))
  const base = place(readings.flatMap((reading) => reading.base))
  const head = place(readings.flatMap((reading) => reading.head))
  const { changes, unchanged, issues } = diffManifests(base, head)
  const read = readings.filter((reading) => reading.state !== 'not-selected')
  return {
    changes,
    files: files.map((file, at) => fileChange(file, readings[at]?.rewritten ?? false)),
    unchanged,
    routes: diffRoutes(routesOf(base), routesOf(head)),
    issues: sortIssues([...readings.flatMap((reading) => reading.issues), ...issues]),
    analysed: {
      files: read.length,
      objects: readings.reduce((sum, { head: now, base: before }) => sum + (now.length || before.length), 0),
      notManifests: read.filter((reading) => reading.state === 'not-manifests').length,
      unreadable: read.filter((reading) => reading.state === 'unreadable').length,
    },
  }
}

interface PairReading {
  readonly state: 'not-selected' | 'objects' | 'not-manifests' | 'unreadable'
  readonly base: readonly Manifest[]
  readonly head: readonly Manifest[]
  readonly issues: readonly Issue[]
  /** No manifest on either side, and the same values on both. */
  readonly rewritten: boolean
}

const NOT_SELECTED: PairReading = { state: 'not-selected', base: [], head: [], issues: [], rewritten: false }

/**
 * Both sides of one file. When the new side cannot be read, the old one is left out as well: its objects are not
 * deleted, they are unknown. When only the old side cannot be read, everything new counts as created.
 */
function readPair(file: ChangedFile, selected: boolean): PairReading {
  const base = readSide(file.path, file.base, selected)
  const head = readSide(file.path, file.head, selected)
  if (!base && !head) return NOT_SELECTED
  if (head?.kind === 'unreadable') return { ...NOTHING, state: 'unreadable', issues: head.issues }
  const { manifests: before, issues: old } = base ?? NOTHING
  const { manifests: now, issues } = head ?? NOTHING
  const rewritten = base?.value !== undefined && base.value !== null && base.value === head?.value
  return {
    state: kindOf(base, head),
    base: before,
    head: now,
    issues: [...old.map(onBase), ...issues],
    rewritten,
  }
}

const NOTHING = { base: [], head: [], manifests: [], issues: [], rewritten: false } as const

type Side = Pick<ReturnType<typeof readManifestFile>, 'kind' | 'manifests' | 'issues' | 'value'>

function readSide(path: string, version: FileVersion | null, selected: boolean): Side | null {
  if (!version) return null
  const problem = unreadableFile(path, version, selected)
  if (problem) return { kind: 'unreadable', manifests: [], issues: [problem], value: null }
  return selected && version.kind === 'file' ? readManifestFile(path, version.bytes) : null
}

function kindOf(base: Side | null, head: Side | null): PairReading['state'] {
  if (base?.kind === 'unreadable') return 'unreadable'
  return base?.kind === 'objects' || head?.kind === 'objects' ? 'objects' : 'not-manifests'
}

function onBase(issue: Issue): Issue {
  return { ...issue, text: `In the version that is merged into: ${issue.text}` }
}

function fileChange(file: ChangedFile, rewritten: boolean): FileChange {
  return {
    path: file.path,
    operation: operationOf(file),
    content: file.head
      ? `${file.head.kind === 'unread' ? 'file' : file.head.kind}:${file.head.id}`
      : 'deleted',
    rewritten,
  }
}

function operationOf(file: ChangedFile): Operation {
  if (!file.base) return 'CREATE'
  return file.head ? 'UPDATE' : 'DELETE'
}
