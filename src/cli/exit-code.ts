import type { Outcome } from '../core/decision/decision.ts'
import type { Issue } from '../core/model/issue.ts'

/** How a command ends: all well, something found or held, could not decide, wrong command line. */
export type ExitCode = 0 | 1 | 2 | 64

/** The exit status of an outcome. Only an allow is 0. */
export function exitCodeOf(outcome: Outcome): ExitCode {
  switch (outcome) {
    case 'allow':
      return 0
    case 'hold':
    case 'deny':
      return 1
    case 'error':
      return 2
    default:
      return outcome satisfies never
  }
}

/** The exit status of what was wrong when reading: remarks of low severity leave everything readable. */
export function exitCodeOfIssues(issues: readonly Issue[]): ExitCode {
  return issues.some(({ severity }) => severity !== 'low') ? 1 : 0
}
