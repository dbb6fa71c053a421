import type { Owner } from '../model/requirement.ts'
import type { Codeowners, CodeownersLine } from './codeowners.ts'
import { matchesPattern, splitPath, type SplitPath } from './match-pattern.ts'

/** Who owns a path, and which line says so. */
export interface Ownership {
  /** Alternatives. None with `matched`: a line cleared the ownership. */
  readonly owners: readonly Owner[]
  readonly matched: boolean
  readonly line: number | null
  /** Lines further down that GitHub skips as invalid but that were probably meant for this path. */
  readonly doubts: readonly number[]
}

/** The owners of a path: those of the last line that matches it, never of several. */
export function ownersOf(codeowners: Codeowners, path: string): Ownership {
  const names = splitPath(path)
  const winner = codeowners.lines.findLast((line) => matches(line, names))
  const doubts = codeowners.invalid.filter((line) => line.line > (winner?.line ?? 0) && matches(line, names))
  return {
    owners: winner?.owners ?? [],
    matched: winner !== undefined,
    line: winner?.line ?? null,
    doubts: doubts.map((line) => line.line),
  }
}

function matches(line: CodeownersLine, names: SplitPath): boolean {
  return line.compiled !== null && matchesPattern(line.compiled, names)
}
