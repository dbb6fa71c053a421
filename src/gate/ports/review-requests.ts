import type { Owner } from '../../core/model/requirement.ts'
import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'

/** Whom a pull request asked for a review so far. */
export interface AskedReviewers {
  /** How many people and teams are asked at this moment. */
  readonly open: number
  /** Everybody who is asked now or ever was, taken back or not: `@login` and `@org/team`, in lower case. */
  readonly ever: ReadonlySet<Owner>
  /** Some of those cannot be seen: GitHub hides teams from a token that may not read the organisation's members. */
  readonly hidden: boolean
}

/** Requests for reviews on a pull request. */
export interface ReviewRequests {
  /** Who owns the repository: only teams of this organisation can be asked. */
  readonly organisation: string
  /** Reads whom the pull request asks, and whom it asked before. */
  asked(pullRequest: number): Promise<Result<AskedReviewers, Problem>>
  /** Asks people and teams, `@login` and `@org/team`. All or nobody: `refused` when one of them cannot be asked. */
  ask(pullRequest: number, reviewers: readonly Owner[]): Promise<Result<null, Problem>>
}
