import type { ChangedFile, FileVersion } from '../../core/model/changed-file.ts'
import type { Sha } from '../../core/model/ids.ts'
import type { Result } from '../../core/model/result.ts'
import type { PolicyReference } from '../../core/policy/policy-reference.ts'
import type { Problem } from './problem.ts'

/** Why two states could not be compared. */
export type ComparisonProblem =
  | { readonly code: 'conflict'; readonly paths: readonly string[] }
  | { readonly code: 'unknown-commit'; readonly commit: string }
  | { readonly code: 'unreadable'; readonly text: string }

/**
 * A base and what merging commits into it would change: git objects, or two directories. Nothing of it is ever
 * executed or checked out.
 */
export interface Repository {
  /** A file at the base tip; null when it is not there. */
  readBase(path: string): Promise<FileVersion | null>
  /** Several files at the base tip at once, by path; without those that are not there. */
  readBaseFiles(paths: readonly string[]): Promise<ReadonlyMap<string, FileVersion>>
  /** Paths of the files at the base tip directly inside a directory (no trailing slash), sorted. */
  listBase(directory: string): Promise<readonly string[]>
  /** Paths of all files at the base tip, sorted. */
  listAllBase(): Promise<readonly string[]>
  /**
   * What differs between the base tip and the result of merging a commit into it, sorted by path. Content is read only
   * for wanted paths; the others are `unread` but listed.
   */
  changes(
    of: Sha | 'head',
    wanted: (path: string) => boolean,
  ): Promise<Result<readonly ChangedFile[], ComparisonProblem>>
  /** Whether a commit is a merge whose tree is exactly what merging its parents gives; null: it is not there. */
  isAutomaticMerge(commit: Sha): Promise<boolean | null>
}

/** Policies of other repositories. */
export interface SharedPolicies {
  /** The text of a policy file as it is at its commit. */
  read(reference: PolicyReference): Promise<Result<string, Problem>>
}
