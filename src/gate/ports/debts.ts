import type { Account } from '../../core/model/facts.ts'
import type { Instant } from '../../core/model/instant.ts'
import type { Result } from '../../core/model/result.ts'
import type { Listed } from './listed.ts'
import type { Problem } from './problem.ts'

/** The label of the issues that ask for a review after the fact. */
export const DEBT_LABEL = 'break-glass-review'

/** An issue with {@link DEBT_LABEL} that this token's account opened. */
export interface OwnIssue {
  readonly number: number
  readonly body: string
  /** Somebody changed its text since it was opened. */
  readonly edited: boolean
  readonly open: boolean
  /** Who closed it last; null: it is open, or the account was deleted. */
  readonly closedBy: Account | null
}

/** Reviews after the fact, each an issue of the repository. */
export interface Debts {
  /** Open and closed, oldest first, as of a moment. What others opened is not among them, whatever it says. */
  list(): Promise<Result<Listed<OwnIssue> & { readonly at: Instant }, Problem>>
  /** Opens an issue with the label and gives its number. */
  open(issue: { readonly title: string; readonly body: string }): Promise<Result<number, Problem>>
}
