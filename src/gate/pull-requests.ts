import type { Facts } from '../core/model/facts.ts'
import type { Sha } from '../core/model/ids.ts'
import type { Result } from '../core/model/result.ts'
import type { Problem } from './problem.ts'
import type { Status } from './statuses.ts'

export type PullRequestState = 'open' | 'closed' | 'merged'

/** A branch of the repository the pull request comes from. */
export interface Branch {
  /** `owner/name`; null: the fork was deleted or the token cannot see it. */
  readonly repository: string | null
  readonly ref: string
}

/** A pull request as GitHub has it at one instant. */
export interface Snapshot {
  readonly number: number
  readonly state: PullRequestState
  readonly head: Sha
  /** Where the head was pushed. */
  readonly branch: Branch
  /** The newest status of our context on the head. */
  readonly status: Status | null
  /** Everything but teams, heads and what label actors may do: these are read when a requirement needs them. */
  readonly facts: Facts
}

/** A pull request in the list that a sweep walks through. */
export interface OpenPullRequest {
  readonly number: number
  readonly labels: readonly string[]
  readonly status: Status | null
}

/** Pull requests of one repository, always live. */
export interface PullRequests {
  read(number: number): Promise<Result<Snapshot, Problem>>
  /** Only the head and the state: enough to tell whether a verdict still belongs to what was read. */
  headOf(number: number): Promise<Result<{ readonly sha: Sha; readonly state: PullRequestState }, Problem>>
  /** Numbers of the open pull requests whose head is this commit, ascending. */
  openWithHead(sha: Sha): Promise<Result<readonly number[], Problem>>
  /** Every open pull request, ascending. */
  open(): Promise<Result<readonly OpenPullRequest[], Problem>>
}
