import { DAY, HOUR } from '../../model/instant.ts'
import type { Severity } from '../../model/severity.ts'
import type { ApprovalEntry, Needs, WindowEntry } from '../policy.ts'

/** How far ahead a window may be booked where the policy does not say. */
export const BOOK_AHEAD: number = 7 * DAY

/**
 * What a severity needs when no policy says anything about it. Low needs nothing; medium one code owner; high one code
 * owner who wrote none of it and a window of at most four hours; critical two such owners and at most one hour.
 */
export const DEFAULT_REQUIREMENTS: ReadonlyMap<Severity, Needs> = new Map<Severity, Needs>([
  ['medium', { approvals: [codeOwners('medium', 1)], distinct: null, window: null }],
  ['high', { approvals: [codeOwners('high', 1)], distinct: null, window: windowOf('high', 4 * HOUR) }],
  [
    'critical',
    { approvals: [codeOwners('critical', 2)], distinct: null, window: windowOf('critical', HOUR) },
  ],
])

/** At these severities nobody who wrote a part of the change may approve it or open its window. */
export function excludesCommitters(severity: Severity): boolean {
  return severity === 'high' || severity === 'critical'
}

function codeOwners(severity: Severity, count: number): ApprovalEntry {
  return {
    entry: `default.${severity}.approvals[0]`,
    from: ['codeowners'],
    count,
    strict: false,
    excludeCommitters: excludesCommitters(severity),
  }
}

function windowOf(severity: Severity, max: number): WindowEntry {
  return {
    entry: `default.${severity}.window`,
    max,
    bookAhead: BOOK_AHEAD,
    openedBy: null,
    excludeCommitters: excludesCommitters(severity),
  }
}
