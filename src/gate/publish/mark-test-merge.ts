import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../ports/problem.ts'
import type { Snapshot } from '../ports/pull-requests.ts'
import { sameStatus, type Status, type Statuses } from '../ports/statuses.ts'

/**
 * A status of our context on what GitHub merged to try the pull request counts for more than the one on the head. We set none
 * there; where somebody did, ours replaces it.
 */
export async function markTestMerge(
  statuses: Statuses,
  { marked }: Snapshot,
  status: Status,
): Promise<Result<readonly string[], Problem>> {
  if (marked === null || isMarkedAs({ marked }, status)) return ok([])
  const posted = await statuses.post(marked.sha, status)
  if (!posted.ok) return posted
  const text = `Somebody set this status on ${marked.sha}, GitHub's trial of the merge, where it counts for more than on the head: replaced. Require it from the app that runs the gate only.`
  return ok([text])
}

/** Whether nothing else than this status can be read on the trial of the merge. */
export function isMarkedAs({ marked }: Pick<Snapshot, 'marked'>, status: Status): boolean {
  return marked === null || sameStatus(marked.status, status)
}

/** What is said of a status of our context that somebody else set on the head. */
export function foreignNote({ foreign, head }: Snapshot): readonly string[] {
  if (foreign === null) return []
  const by = foreign.by === null ? 'a workflow' : foreign.by
  const text = `The status on ${head} was set to ${foreign.state} by ${by}, not by this gate, and is decided anew. Require it from the app that runs the gate only.`
  return [text]
}
