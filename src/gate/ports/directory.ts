import type { Head, Team } from '../../core/model/facts.ts'
import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'
import type { Branch } from './pull-requests.ts'

/** Who people are and what they did: what a pull request itself does not tell. */
export interface Directory {
  /** Active members of `@org/team`, nested teams included; or why they are not known. */
  team(owner: string): Promise<Team>
  /** Whether an account may push to the repository. Not an account of a person: false. */
  canWrite(login: string): Promise<Result<boolean, Problem>>
  /** Every tip that a branch had, oldest first. */
  heads(branch: Branch): Promise<Result<readonly Head[], Problem>>
}
