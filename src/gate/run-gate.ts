import type { Decision } from '../core/decision/decision.ts'
import type { Facts } from '../core/model/facts.ts'
import type { Sha } from '../core/model/ids.ts'
import { ok, type Result } from '../core/model/result.ts'
import type { Comments } from './ports/comments.ts'
import { decideHead, type HeadVerdict } from './decide-head.ts'
import type { Heartbeat } from './ports/heartbeat.ts'
import { withHeartbeat } from './publish/heartbeat.ts'
import { foreignNote, isMarkedAs, markTestMerge } from './publish/mark-test-merge.ts'
import type { Problem } from './ports/problem.ts'
import { postOnce } from './publish/post-once.ts'
import { publishComment } from './publish/publish-comment.ts'
import type { Snapshot } from './ports/pull-requests.ts'
import { recordDebts } from './publish/record-debts.ts'
import { requestReviews } from './publish/request-reviews.ts'
import type { ReviewRequests } from './ports/review-requests.ts'
import { type GroupReport, type GroupTools, runGroupsOf } from './queue/run-group.ts'
import { DECIDING, fitStatus, sameStatus, type Status, type Statuses } from './ports/statuses.ts'
import { isCurrent, stillSo } from './still-so.ts'

/** What the gate works with. */
export interface GateTools extends GroupTools {
  /** Null: no comment is wanted. */
  readonly comments: Comments | null
  readonly heartbeat: Heartbeat
  /** Null: nobody is to be asked for a review. */
  readonly reviewRequests: ReviewRequests | null
}

/** What the gate did about one pull request. */
export interface GateReport {
  readonly number: number
  readonly head: Sha | null
  /** Null: it was not open, or nothing could be decided. */
  readonly decision: Decision | null
  /** Exactly what the decision stands on; null with it. */
  readonly facts: Facts | null
  /** The status that stands on the head afterwards; null: none of ours. */
  readonly status: Status | null
  /** Why it could not be decided or posted; null: it was. */
  readonly problem: Problem | null
  /** What was done and what could not be read, in order. */
  readonly notes: readonly string[]
  /** The groups of a merge queue that it is part of. */
  readonly groups: readonly GroupReport[]
}

/** How often inputs may move under a decision before it is given up. */
const ATTEMPTS = 3

/**
 * Decides on one pull request and posts the verdict on its head. Everything is read live. A green is posted only if every input is
 * still what was read, and whatever was posted, the inputs are read again: if they moved, it is decided again, so that no green
 * outlives the facts it stands on.
 */
export async function runGate(tools: GateTools, number: number): Promise<GateReport> {
  const notes: string[] = []
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const report = await attemptGate(tools, number, notes)
      if (report !== 'moved') return report
    }
    return await giveUp(tools, number, { code: 'moved', text: movedText(number) }, notes)
  } catch (error) {
    await giveUp(
      tools,
      number,
      { code: 'invalid', text: 'Cannot decide: a fault; see the log of this run.' },
      notes,
    )
    throw error
  }
}

/** One round from reading to the comment; `moved` means that what was read is no longer so. */
async function attemptGate(tools: GateTools, number: number, notes: string[]): Promise<GateReport | 'moved'> {
  const read = await tools.pullRequests.read(number)
  if (!read.ok) return await giveUp(tools, number, read.error, notes)
  const snapshot = read.value
  if (snapshot.state !== 'open') return await settleEnded(tools, snapshot, notes)
  const done = await decideOnce(tools, snapshot, notes)
  if (!done.ok) return await giveUp(tools, number, done.error, notes, snapshot)
  if (done.value === 'moved') return 'moved'
  const { judgement, status } = done.value
  notes.push(...judgement.problems.map(({ text }) => text))
  await comment(tools.comments, snapshot, judgement.decision, notes)
  if (tools.reviewRequests) notes.push(...(await requestReviews(tools.reviewRequests, snapshot, judgement)))
  const { decision, facts } = judgement
  const report = { number, head: snapshot.head, decision, facts, status, problem: null, notes, groups: [] }
  return snapshot.queued ? await withGroups(tools, report) : report
}

/** What changed may matter to a commit of the queue as well: its green does not know of it. */
async function withGroups(tools: GateTools, report: GateReport): Promise<GateReport> {
  const branch = report.facts?.pullRequest?.base.ref
  if (branch === undefined) return report
  const groups = await runGroupsOf(tools, branch, report.number)
  return groups.ok ? { ...report, groups: groups.value } : { ...report, problem: groups.error }
}

function movedText(number: number): string {
  return `Pull request #${String(number)} changed ${String(ATTEMPTS)} times while it was decided. The next event or sweep decides again.`
}

/** Decides and posts, between two looks at the pull request. */
async function decideOnce(
  tools: GateTools,
  snapshot: Snapshot,
  notes: string[],
): Promise<Result<HeadVerdict | 'moved', Problem>> {
  notes.push(...foreignNote(snapshot))
  const standing = await markNew(tools.statuses, snapshot)
  if (!standing.ok) return standing
  const decided = await decideHead(tools, snapshot)
  if (!decided.ok) return decided
  const verdict = await withHeartbeat(tools.heartbeat, decided.value)
  if (!verdict.ok) return verdict
  const { status, judged } = verdict.value
  if (sameStatus(standing.value, status) && isMarkedAs(snapshot, status)) return verdict
  const current = await isCurrent(tools, verdict.value)
  if (!current.ok) return current
  if (!current.value) return ok('moved')
  const recorded = await recordDebts(tools.debts, judged)
  if (!recorded.ok) return recorded
  notes.push(...recorded.value)
  const posted = await publish(tools.statuses, snapshot, standing.value, status)
  if (!posted.ok) return posted
  notes.push(...posted.value)
  const still = await stillSo(tools, judged)
  if (!still.ok) return still
  return still.value ? verdict : ok('moved')
}

/** Posts on the head, and on GitHub's trial of the merge when there is a status of this context: nothing is green before the head is. */
async function publish(
  statuses: Statuses,
  snapshot: Snapshot,
  standing: Status,
  status: Status,
): Promise<Result<readonly string[], Problem>> {
  const notes: string[] = []
  if (!sameStatus(standing, status)) {
    const posted = await statuses.post(snapshot.head, status)
    if (!posted.ok) return posted
    notes.push(`${snapshot.head.slice(0, 7)}: ${status.state}: ${status.description}`)
  }
  const marked = await markTestMerge(statuses, snapshot, status)
  return marked.ok ? ok([...notes, ...marked.value]) : marked
}

/** A head without a status of ours gets `pending` before anything else, so that nothing older speaks for it. */
async function markNew(statuses: Statuses, { status, head }: Snapshot): Promise<Result<Status, Problem>> {
  if (status !== null) return ok(status)
  const posted = await statuses.post(head, DECIDING)
  return posted.ok ? ok(DECIDING) : posted
}

/**
 * A pull request that was closed without a merge leaves no green behind: another one could be opened from the same commit. If one
 * is open already, its verdict counts.
 */
async function settleEnded(tools: GateTools, snapshot: Snapshot, notes: string[]): Promise<GateReport> {
  const { number, head, status } = snapshot
  const report = { number, head, decision: null, facts: null, status, problem: null, notes, groups: [] }
  if (snapshot.state === 'merged') return { ...report, notes: [...notes, `#${String(number)} is merged.`] }
  const others = await tools.pullRequests.openWithHead(head)
  const other = others.ok ? others.value[0] : undefined
  if (other !== undefined) return await runGate(tools, other)
  const problem = others.ok ? null : others.error
  if (status === null || status.state === 'failure') return { ...report, problem }
  const closed: Status = {
    state: 'failure',
    description: `Pull request #${String(number)} was closed without a merge; reopening it decides again`,
  }
  const posted = await tools.statuses.post(head, closed)
  if (!posted.ok) return { ...report, problem: posted.error }
  return {
    ...report,
    status: closed,
    problem,
    notes: [...notes, `${head.slice(0, 7)}: failure: ${closed.description}`],
  }
}

/**
 * Nothing could be decided: an older green must not stand for it, neither on the head nor where it counts for more or merges
 * by itself: on the trial of the merge, and on the groups of a queue.
 */
async function giveUp(
  tools: GateTools,
  number: number,
  problem: Problem,
  notes: string[],
  snapshot: Snapshot | null = null,
): Promise<GateReport> {
  const report = { number, head: null, decision: null, facts: null, status: null, problem, notes, groups: [] }
  const now = await tools.pullRequests.headOf(number)
  if (!now.ok) return { ...report, notes: [...notes, now.error.text] }
  const { sha: head, state, base } = now.value
  if (state !== 'open') return { ...report, head }
  const status = fitStatus({ state: 'error', description: problem.text })
  const posted = await postOnce(tools.statuses, head, status)
  if (!posted.ok) notes.push(posted.error.text)
  const marked = snapshot ? await markTestMerge(tools.statuses, snapshot, status) : ok([])
  notes.push(...(marked.ok ? marked.value : [marked.error.text]))
  const groups = await runGroupsOf(tools, base, number)
  if (!groups.ok) notes.push(groups.error.text)
  return { ...report, head, status: posted.ok ? status : null, groups: groups.ok ? groups.value : [] }
}

/** A comment that fails is noted and changes no verdict. */
async function comment(
  comments: Comments | null,
  { number, comment: known }: Snapshot,
  decision: Decision,
  notes: string[],
): Promise<void> {
  if (comments === null) return
  const action = await publishComment(comments, number, decision, known)
  if (!action.ok) notes.push(`The verdict stands without its comment. ${action.error.text}`)
  else if (action.value === 'created' || action.value === 'updated') notes.push(`Comment ${action.value}.`)
}
