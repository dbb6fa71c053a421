import { ok, type Result } from '../core/model/result.ts'
import type { HeadVerdict, Judged } from './decide-head.ts'
import { judge, type Judges } from './judge.ts'
import type { Problem } from './problem.ts'
import type { Snapshot } from './pull-requests.ts'
import { publishedOutcome } from './status-for.ts'

/** Before a green everything is read again, since a merge may follow at once; before anything else the head is enough. */
export async function isCurrent(
  judges: Judges,
  { number, head }: Snapshot,
  { status, judged }: HeadVerdict,
): Promise<Result<boolean, Problem>> {
  if (status.state === 'success') return await stillSo(judges, judged)
  const now = await judges.pullRequests.headOf(number)
  return now.ok ? ok(now.value.sha === head && now.value.state === 'open') : now
}

/** Whether what was decided on is still so. */
export async function stillSo(judges: Judges, judged: readonly Judged[]): Promise<Result<boolean, Problem>> {
  for (const before of judged) {
    const again = await judges.pullRequests.read(before.snapshot.number)
    if (!again.ok) return again
    if (fingerprint(again.value) !== fingerprint(before.snapshot)) return ok(false)
    if (!(await staysBroken(judges, before, again.value))) return ok(false)
  }
  return ok(true)
}

/** All inputs in the pull request itself but the time and our own status. */
function fingerprint({ state, head, labelEvents, facts }: Snapshot): string {
  return JSON.stringify([state, head, labelEvents, { ...facts, now: null }])
}

/** A broken glass stands on comments and issues, which no snapshot shows: it is decided on once more. */
async function staysBroken(judges: Judges, { judgement }: Judged, again: Snapshot): Promise<boolean> {
  if (judgement.decision.breakGlass?.verdict !== 'met') return true
  const { decision } = await judge(again, judges)
  return publishedOutcome(decision) === 'allow'
}
