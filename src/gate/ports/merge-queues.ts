import type { Sha } from '../../core/model/ids.ts'
import type { Duration } from '../../core/model/instant.ts'
import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'

/** A pull request in a merge queue. */
export interface QueueEntry {
  readonly number: number
  /** The commit that the branch becomes when its turn comes; null: it is not made yet. */
  readonly commit: Sha | null
  /** What that commit is built on: the branch, or the entry before. */
  readonly base: Sha | null
}

/** Merge queues of one repository, always live. */
export interface MergeQueues {
  /** In the order in which they merge; empty: the branch has no queue. */
  entries(branch: string): Promise<Result<readonly QueueEntry[], Problem>>
  /** How long GitHub waits for the checks of a group; null: no rule that can be read says it. */
  timeout(branch: string): Promise<Result<Duration | null, Problem>>
}

/** Whether the tree of a commit is exactly what merging `head` into `base` gives; null: one of them cannot be read, or they conflict. */
export type HoldsMerge = (merge: {
  readonly branch: string
  readonly base: Sha
  readonly head: Sha
  readonly commit: Sha
}) => Promise<boolean | null>
