import type { Decision, Outcome } from '../core/decision/decision.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import { judge, type Judgement, type Judges } from './judge.ts'
import type { Problem } from './ports/problem.ts'
import type { PullRequests, Snapshot } from './ports/pull-requests.ts'
import { publishedOutcome, statusFor } from './publish/status-for.ts'
import { fitStatus, type Status } from './ports/statuses.ts'

/** A pull request as it was read, and what was decided on it. */
export interface Judged {
  readonly snapshot: Snapshot
  readonly judgement: Judgement
}

/** The verdict on a head: one commit has one status, however many pull requests end with it. */
export interface HeadVerdict {
  readonly status: Status
  /** On the pull request that was asked about. */
  readonly judgement: Judgement
  /** Every pull request that it stands on, to be compared afterwards. */
  readonly judged: readonly Judged[]
}

/** Decides on a pull request and on every other open one with the same head; the worst of the verdicts is the head's status. */
export async function decideHead(judges: Judges, snapshot: Snapshot): Promise<Result<HeadVerdict, Problem>> {
  const others = await readOthers(judges.pullRequests, snapshot)
  if (!others.ok) return others
  const asked: Judged = { snapshot, judgement: await judge(snapshot, judges) }
  const judged = [asked]
  let worst = asked
  for (const other of others.value) {
    const one = { snapshot: other, judgement: await judge(other, judges) }
    judged.push(one)
    if (rank(one.judgement.decision) > rank(worst.judgement.decision)) worst = one
  }
  return ok({ status: statusOfWorst(worst, snapshot), judgement: asked.judgement, judged })
}

async function readOthers(
  pullRequests: PullRequests,
  { number, head, sharing }: Snapshot,
): Promise<Result<readonly Snapshot[], Problem>> {
  const numbers = sharing === null ? await pullRequests.openWithHead(head) : ok(sharing)
  if (!numbers.ok) return numbers
  const snapshots: Snapshot[] = []
  for (const other of numbers.value) {
    if (other === number) continue
    const read = await pullRequests.read(other)
    if (!read.ok) return err(read.error)
    if (read.value.state === 'open' && read.value.head === head) snapshots.push(read.value)
  }
  return ok(snapshots)
}

const RANK: Readonly<Record<Outcome, number>> = { allow: 0, hold: 1, error: 2, deny: 3 }

function rank(decision: Decision): number {
  return RANK[publishedOutcome(decision)]
}

function statusOfWorst({ snapshot, judgement }: Judged, asked: Snapshot): Status {
  const status = statusFor(judgement.decision)
  if (snapshot.number === asked.number) return status
  const description = `Pull request #${String(snapshot.number)} has the same head. ${status.description}`
  return fitStatus({ state: status.state, description })
}
