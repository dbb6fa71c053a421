import type { Account } from './facts.ts'
import type { Duration, Instant } from './instant.ts'
import type { Owner } from './requirement.ts'
import type { ApprovalVerdict, Dismissal, Reason, Verdict } from './verdict.ts'

/** The way through at night, as a policy has it. */
export interface BreakGlass {
  /** The label that asks for it. */
  readonly label: string
  /** Who may set the label. */
  readonly by: readonly Owner[]
  /** How many other people have to approve. */
  readonly approvals: number
  readonly max: Duration
  /** How soon the review after the fact is due. */
  readonly reviewWithin: Duration
  readonly reviewedBy: readonly Owner[]
}

/** Who broke the glass, when and why. Half-open: whole again at `notAfter`. */
export interface BreakGlassGrant {
  readonly label: string
  readonly brokenBy: Account
  readonly brokenAt: Instant
  readonly notAfter: Instant
  /** As they wrote it; null: nowhere. */
  readonly reason: string | null
  /** When the review after the fact is due. */
  readonly reviewDue: Instant
}

/** Why the glass is broken or not. */
export type BreakGlassReason =
  | { readonly code: 'glass-broken'; readonly until: Instant }
  | { readonly code: 'glass-whole-again'; readonly closedAt: Instant }
  /** What is about to be merged changed since the label was set. */
  | { readonly code: 'glass-not-covering'; readonly subjects: readonly string[] }
  | {
      readonly code: 'glass-breaker-not-allowed'
      /** Null: the account was deleted. */
      readonly by: Account | null
      readonly why: Dismissal | null
    }
  | { readonly code: 'glass-label-without-event' }
  | { readonly code: 'glass-reason-missing'; readonly by: Account }
  | { readonly code: 'glass-reason-edited'; readonly by: Account }
  | { readonly code: 'glass-debt-overdue'; readonly debts: readonly OverdueDebt[] }
  /** What is missing of the approvals, or what is not known. */
  | Extract<Reason, { code: 'team-unreadable' | 'facts-incomplete' }>
  | { readonly code: 'glass-approval'; readonly of: Reason }

/** A review after the fact that nobody did in time. */
export interface OverdueDebt {
  readonly pullRequest: number
  readonly dueAt: Instant
}

/** What became of the wish to break the glass. */
export interface BreakGlassVerdict {
  readonly policy: BreakGlass
  readonly verdict: 'met' | 'unmet' | 'indeterminate'
  readonly reason: BreakGlassReason
  /** Null: nobody who may set the label did. */
  readonly grant: BreakGlassGrant | null
  /** The approvals by other people; null: not asked for, since the label counts for nothing. */
  readonly approval: ApprovalVerdict | null
  /** What it takes away: everything that holds the merge. */
  readonly skipped: readonly Verdict[]
  /** The logins of all who would have had a say, as far as they are known, sorted. */
  readonly skippedPeople: readonly string[]
}
