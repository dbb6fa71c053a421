import type { Severity } from './severity.ts'
import { compareLocations, type SourceLocation } from './source-location.ts'

/**
 * A mistake in an input, with its place and what to write instead.
 *
 * `code` is stable and dotted: `yaml.duplicate-key`, `manifest.duplicate`, `policy.unknown-key`,
 * `file.symlink`. `text` is a whole sentence; it never quotes the value of a Secret.
 */
export interface Issue extends SourceLocation {
  readonly code: string
  readonly severity: Severity
  readonly text: string
  /** What to write instead, when one thing suggests itself. */
  readonly suggestion?: string
  /** It stands in the version that is merged into: its line is none of the file that the merge gives. */
  readonly onBase?: true
}

/** The issues by file, line, column and code. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => compareLocations(a, b) || (a.code < b.code ? -1 : Number(a.code > b.code)))
}
