import type { BreakGlassVerdict } from '../model/break-glass.ts'
import type { ChangeSet } from '../model/change.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import type { Issue } from '../model/issue.ts'
import type { Owner } from '../model/requirement.ts'
import type { CountedApproval, UncountedApproval, Verdict } from '../model/verdict.ts'

/** The answer to all: may this merge happen now. */
export type Outcome = 'allow' | 'hold' | 'deny' | 'error'

/** Why nothing could be decided. */
export type Obstacle =
  | { readonly code: 'policy-invalid' }
  | { readonly code: 'conflict'; readonly paths: readonly string[] }
  | { readonly code: 'unreadable'; readonly text: string }

/** A decision as data. `report` makes sentences, Markdown and the JSON of the contract from it. */
export interface Decision {
  readonly outcome: Outcome
  readonly decidedAt: Instant
  /** When an allow ends by itself; null: it does not, or it is none. */
  readonly expiresAt: Instant | null
  /** When time alone will change the answer; null: never. */
  readonly nextChangeAt: Instant | null
  readonly digests: { readonly policy: string; readonly facts: string; readonly changes: string }
  /** Names of the policies that decided, such as `builtin:recommended` or `.github/drawbridge.yaml`. */
  readonly policies: readonly string[]
  readonly changes: ChangeSet
  /** Most severe first. */
  readonly findings: readonly Finding[]
  readonly verdicts: readonly Verdict[]
  /** Whether the glass is broken for what holds; null: nobody asks for it. */
  readonly breakGlass: BreakGlassVerdict | null
  readonly approvals: {
    readonly counted: readonly CountedApproval[]
    readonly notCounted: readonly UncountedApproval[]
  }
  /** A smallest set of owners whose approvals would meet what is unmet. */
  readonly ask: readonly Owner[]
  /** Mistakes in manifests, and for `error` those of the policy. */
  readonly issues: readonly Issue[]
  readonly obstacles: readonly Obstacle[]
  /** Whose merge this is; null when states are compared without facts about a pull request. */
  readonly pullRequest: {
    readonly number: number
    readonly title: string
    readonly author: string | null
  } | null
}
