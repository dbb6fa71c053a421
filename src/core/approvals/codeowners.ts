import type { Issue } from '../model/issue.ts'
import type { Owner } from '../model/requirement.ts'
import { parseCodeownersLine } from './codeowners-line.ts'
import type { PathPattern } from './match-pattern.ts'

/** Where GitHub looks for the file, in this order; the first that is there wins, the others are ignored. */
export const CODEOWNERS_PATHS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

/** GitHub loads no larger file: then nothing has an owner. In bytes. */
export const CODEOWNERS_LIMIT = 3_000_000

/** One line that gives or clears ownership. */
export interface CodeownersLine {
  /** Counted from 1. */
  readonly line: number
  readonly pattern: string
  /** Alternatives. None: what the line matches has no owner. */
  readonly owners: readonly Owner[]
  /** Null: it matches nothing. */
  readonly compiled: PathPattern | null
}

/** A CODEOWNERS file as GitHub reads it. */
export interface Codeowners {
  readonly path: string
  /** In the order of the file: the last one that matches counts. */
  readonly lines: readonly CodeownersLine[]
  /** Lines that GitHub skips, with the pattern that was probably meant. */
  readonly invalid: readonly CodeownersLine[]
  /** By line and column. */
  readonly issues: readonly Issue[]
}

/** Reads the text of a CODEOWNERS file. A line that GitHub skips is skipped and reported; the rest counts. */
export function parseCodeowners(text: string, path: string): Codeowners {
  const lines: CodeownersLine[] = []
  const invalid: CodeownersLine[] = []
  const issues: Issue[] = []
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const parsed = parseCodeownersLine(row)
    if (parsed === null) continue
    const line = index + 1
    const entry = { line, pattern: parsed.pattern, owners: parsed.owners, compiled: parsed.compiled }
    if (parsed.invalid) invalid.push(entry)
    else lines.push(entry)
    const problems = parsed.problems.toSorted((a, b) => a.column - b.column)
    issues.push(...problems.map((problem) => ({ ...problem, path, line })))
  }
  return { path, lines, invalid, issues }
}

/** Whether GitHub refuses to load a CODEOWNERS file of so many bytes. */
export function isTooLarge(bytes: number): boolean {
  return bytes > CODEOWNERS_LIMIT
}

/** What stands for a file that is {@link isTooLarge}: nothing has an owner, and an issue says so. */
export function tooLargeCodeowners(path: string, bytes: number): Codeowners {
  const text =
    `The file has ${String(bytes)} bytes; GitHub loads no CODEOWNERS of more than ${String(CODEOWNERS_LIMIT)}, ` +
    'so nothing has an owner. Join lines by directory until it is smaller.'
  const issue: Issue = { code: 'codeowners.too-large', severity: 'high', path, line: 1, column: 1, text }
  return { path, lines: [], invalid: [], issues: [issue] }
}

/** The CODEOWNERS file that GitHub uses among these paths; null when there is none. A directory ends in `/`. */
export function chooseCodeowners(paths: Iterable<string>): string | null {
  const present = new Set(paths)
  return CODEOWNERS_PATHS.find((path) => present.has(path)) ?? null
}
