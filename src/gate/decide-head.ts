import type { Decision, Outcome } from '../core/decision/decision.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import { type Assess, judge, type Judgement } from './judge.ts'
import type { Directory } from './directory.ts'
import type { Problem } from './problem.ts'
import type { PullRequests, Snapshot } from './pull-requests.ts'
import { publishedOutcome, statusFor } from './status-for.ts'
import { fitStatus, type Status } from './statuses.ts'

/** The verdict on a head: one commit has one status, however many pull requests end with it. */
export interface HeadVerdict {
  readonly status: Status
  /** On the pull request that was asked about. */
  readonly judgement: Judgement
  /** Everything that was read for it, to be compared afterwards. */
  readonly read: readonly Snapshot[]
}

/** What deciding on a head needs. */
export interface HeadJudges {
  readonly pullRequests: PullRequests
  readonly directory: Directory
  readonly assess: Assess
}

/** Decides on a pull request and on every other open one with the same head; the worst of the verdicts is the head's status. */
export async function decideHead(
  judges: HeadJudges,
  snapshot: Snapshot,
): Promise<Result<HeadVerdict, Problem>> {
  const others = await readOthers(judges.pullRequests, snapshot)
  if (!others.ok) return others
  const judgement = await judge(snapshot, judges.assess, judges.directory)
  let worst = { number: snapshot.number, decision: judgement.decision }
  for (const other of others.value) {
    const { decision } = await judge(other, judges.assess, judges.directory)
    if (rank(decision) > rank(worst.decision)) worst = { number: other.number, decision }
  }
  const status = statusOfWorst(worst, snapshot)
  return ok({ status, judgement, read: [snapshot, ...others.value] })
}

async function readOthers(
  pullRequests: PullRequests,
  { number, head }: Snapshot,
): Promise<Result<readonly Snapshot[], Problem>> {
  const numbers = await pullRequests.openWithHead(head)
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

function statusOfWorst(
  worst: { readonly number: number; readonly decision: Decision },
  asked: Snapshot,
): Status {
  const status = statusFor(worst.decision)
  if (worst.number === asked.number) return status
  const description = `Pull request #${String(worst.number)} has the same head. ${status.description}`
  return fitStatus({ state: status.state, description })
}
