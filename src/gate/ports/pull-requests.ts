import type { Account, Comment, Facts, LabelEvent } from '../../core/model/facts.ts'
import type { Sha } from '../../core/model/ids.ts'
import type { Owner } from '../../core/model/requirement.ts'
import type { Result } from '../../core/model/result.ts'
import type { StickyComment } from './comments.ts'
import type { Listed } from './listed.ts'
import type { Problem } from './problem.ts'
import type { ForeignStatus, Status } from './statuses.ts'

export type PullRequestState = 'open' | 'closed' | 'merged'

/** A branch of the repository the pull request comes from. */
export interface Branch {
  /** `owner/name`; null: the fork was deleted or the token cannot see it. */
  readonly repository: string | null
  readonly ref: string
}

/** A label event as it reads today. */
export interface RecordedLabelEvent {
  /** Finds the event in what was recorded at its time. */
  readonly id: string
  /** With the name that the label has now. */
  readonly event: LabelEvent
  /** The label was edited when it happened or later, so it may have had another name. */
  readonly editedSince: boolean
}

/** A commit with a status of our context, whoever set it. */
export interface MarkedCommit {
  readonly sha: Sha
  readonly status: Status
}

/** A pull request as GitHub has it at one instant. */
export interface Snapshot {
  readonly number: number
  readonly state: PullRequestState
  readonly head: Sha
  /** Where the head was pushed. */
  readonly branch: Branch
  /** The newest status of our context on the head, when it is ours. */
  readonly status: Status | null
  /** Somebody else's status of our context on the head. */
  readonly foreign: ForeignStatus | null
  /** What GitHub merged to try it, when a status of our context stands there: it counts for more than that of the head. */
  readonly marked: MarkedCommit | null
  /** The other open pull requests with this head, ascending; null: GitHub does not tell them with it. */
  readonly sharing: readonly number[] | null
  /** Our comment; null: there is none; undefined: it may stand further down than what was read. */
  readonly comment: StickyComment | null | undefined
  /** Who is asked for a review now, as far as the token sees them: `@login` and `@org/team`, in lower case. */
  readonly requested: ReadonlySet<Owner>
  /** Whether it waits in the merge queue of its base. */
  readonly queued: boolean
  /** Oldest first. They are no facts yet: what a label was called then is looked up for those that matter. */
  readonly labelEvents: readonly RecordedLabelEvent[]
  /** What it says itself; the rest is read when a requirement needs it: label events, teams, heads, initiators, comments, debts. */
  readonly facts: Facts
}

/** A pull request in the list that a sweep walks through. */
export interface OpenPullRequest {
  readonly number: number
  readonly labels: readonly string[]
  readonly status: Status | null
  /** Whether it was not retargeted since its status, and the tip of its base was made before that, or more than an hour ago, as far as dates of commits tell; false when that is not known. */
  readonly baseIsSettled: boolean
}

/** Somebody was assigned. Null: the account was deleted. */
export interface Assignment {
  readonly by: Account | null
  readonly assignee: Account | null
}

/** Who was ever assigned, by whom. */
export interface Assignments {
  readonly onPullRequest: readonly Assignment[]
  /** On the issues that merging it closes. */
  readonly onIssues: readonly Assignment[]
  readonly complete: boolean
}

/** Where a pull request stands. */
export interface Standing {
  readonly sha: Sha
  readonly state: PullRequestState
  /** The branch that it goes into. */
  readonly base: string
}

/** Pull requests of one repository, always live. */
export interface PullRequests {
  read(number: number): Promise<Result<Snapshot, Problem>>
  /** Only where it stands: enough to take a green away. */
  headOf(number: number): Promise<Result<Standing, Problem>>
  /** Numbers of the open pull requests whose head is this commit, ascending. */
  openWithHead(sha: Sha): Promise<Result<readonly number[], Problem>>
  /** Every open pull request, ascending. */
  open(): Promise<Result<readonly OpenPullRequest[], Problem>>
  /** What labels were called in their events, by the id of the event. */
  labelNames(number: number): Promise<Result<ReadonlyMap<string, string>, Problem>>
  assignments(number: number): Promise<Result<Assignments, Problem>>
  /** Oldest first. */
  comments(number: number): Promise<Result<Listed<Comment>, Problem>>
}
