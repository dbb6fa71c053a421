import type { Sha } from '../../core/model/ids.ts'
import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../ports/problem.ts'
import { sameStatus, type Status, type Statuses } from '../ports/statuses.ts'

/** Posts a status unless it stands there already, as far as that can be seen. */
export async function postOnce(statuses: Statuses, sha: Sha, status: Status): Promise<Result<null, Problem>> {
  const standing = await statuses.latest(sha)
  return standing.ok && sameStatus(standing.value, status) ? ok(null) : await statuses.post(sha, status)
}
