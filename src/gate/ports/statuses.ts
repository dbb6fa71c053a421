import type { Sha } from '../../core/model/ids.ts'
import type { Result } from '../../core/model/result.ts'
import { STATUS_LIMIT } from '../../core/report/status.ts'
import { shorten } from '../../core/report/untrusted.ts'
import type { Problem } from './problem.ts'

/** The four states of a commit status. Only `success` lets a merge through. */
export type StatusState = 'success' | 'pending' | 'failure' | 'error'

/** A status as it was posted; the description has at most {@link STATUS_LIMIT} characters. */
export interface Status {
  readonly state: StatusState
  readonly description: string
}

/** What a commit gets before anything is decided on it. */
export const DECIDING: Status = { state: 'pending', description: 'Deciding' }

/** A status of our context that this token's account did not set. */
export interface ForeignStatus {
  readonly state: StatusState
  /** Null: GitHub names nobody, as for the token of a workflow. */
  readonly by: string | null
}

/** The blocking signal: one commit status under our context. */
export interface Statuses {
  /** The newest status of our context on a commit; null: there is none. */
  latest(sha: Sha): Promise<Result<Status | null, Problem>>
  post(sha: Sha, status: Status): Promise<Result<null, Problem>>
}

/** Whether posting the second over the first would change nothing. */
export function sameStatus(a: Status | null, b: Status): boolean {
  return a !== null && a.state === b.state && a.description === b.description
}

/** A status whose description GitHub takes: at most 140 code points, on one line. */
export function fitStatus({ state, description }: Status): Status {
  return { state, description: shorten(description.replaceAll(/\s+/g, ' ').trim(), STATUS_LIMIT) }
}
