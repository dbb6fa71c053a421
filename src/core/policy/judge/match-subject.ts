import type { Change, Operation } from '../../model/change.ts'
import type { Placement } from '../../model/manifest.ts'
import { groupKind } from '../../model/object-ref.ts'
import type { Globs } from '../patterns/globs.ts'
import type { Match } from '../rule.ts'

/** A changed file, or a file with something wrong in it, as a match sees it. */
export interface FileSubject {
  readonly path: string
  readonly operation: Operation
  readonly placement: Placement
  /** What was wrong; null for a change. */
  readonly code: string | null
}

/** Whether a match holds for a changed object. */
export function matchesObject(match: Match, change: Change): boolean {
  const { ref } = change
  if (match.files || match.issues) return false
  return (
    allows(match.kinds, groupKind(ref)) &&
    allows(match.namespaces, ref.namespace) &&
    allows(match.names, ref.name) &&
    allows(match.environments, change.environment) &&
    allows(match.clusters, change.cluster) &&
    (!match.operations || match.operations.includes(change.operation)) &&
    (!match.verbs || match.verbs.some((verb) => change.verbs.includes(verb)))
  )
}

/** Whether a match holds for a file. An exception for a rule about files may leave `files` out. */
export function matchesFile(match: Match, file: FileSubject): boolean {
  if (match.kinds || match.namespaces || match.names || match.verbs) return false
  return (
    allows(match.files, file.path) &&
    allows(match.issues, file.code) &&
    allows(match.environments, file.placement.environment) &&
    allows(match.clusters, file.placement.cluster) &&
    (!match.operations || match.operations.includes(file.operation))
  )
}

function allows(globs: Globs | null, text: string | null): boolean {
  return !globs || (text !== null && globs.matches(text))
}
