import type { ChangeSet } from '../model/change.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import type { Policy } from './policy.ts'

/** The pull request as conditions see it. */
export interface PullRequestContext {
  readonly number: number
  readonly title: string
  readonly author: string | null
}

/** Every rule that matches a change, most severe first. */
export function findRisks(
  _policy: Policy,
  _changes: ChangeSet,
  _pullRequest: PullRequestContext | null,
  _now: Instant,
): readonly Finding[] {
  return []
}
