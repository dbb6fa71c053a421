import { ok, type Result } from '../core/model/result.ts'
import type { HeadVerdict, Judged } from './decide-head.ts'
import { judge, type Judges } from './judge.ts'
import type { Problem } from './ports/problem.ts'
import type { Snapshot } from './ports/pull-requests.ts'
import { publishedOutcome } from './publish/status-for.ts'

/** Before a green everything is read again, since a merge may follow at once. Anything else lets nothing through, on whatever head. */
export async function isCurrent(
  judges: Judges,
  { status, judged }: HeadVerdict,
): Promise<Result<boolean, Problem>> {
  return status.state === 'success' ? await stillSo(judges, judged) : ok(true)
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
