import type { Decision } from '../core/decision/decision.ts'
import { formatInstant, type Instant } from '../core/model/instant.ts'
import { isWindowLabel, type Labels } from './ports/labels.ts'
import type { Debts } from './ports/debts.ts'
import type { Problem } from './ports/problem.ts'
import type { OpenPullRequest } from './ports/pull-requests.ts'
import { overdueOf, readDebts } from './facts/read-debts.ts'
import { type GateReport, type GateTools, runGate } from './run-gate.ts'
import { saysItsEnd } from './publish/status-for.ts'

/** What the sweep works with. */
export interface SweepTools extends GateTools {
  readonly labels: Labels
}

/** Why it sweeps: time went by, or a base branch moved and every verdict may be another. */
export type SweepReason = 'time' | 'base-moved'

/** What the sweep did. */
export interface SweepReport {
  readonly open: number
  readonly gates: readonly GateReport[]
  /** Reviews after the fact that nobody did in time, and what kept them from being read; a sentence each. */
  readonly overdue: readonly string[]
  /** Why it could not even begin. */
  readonly problem: Problem | null
}

/**
 * Decides again on every open pull request that time or the base may have changed, and takes off the labels of windows that are
 * over. A second sweep right after finds nothing to do.
 */
export async function runSweep(tools: SweepTools, reason: SweepReason): Promise<SweepReport> {
  const open = await tools.pullRequests.open()
  if (!open.ok) return { open: 0, gates: [], overdue: [], problem: open.error }
  const gates: GateReport[] = []
  for (const { number } of greenFirst(open.value.filter((one) => isDue(one, reason))))
    gates.push(await sweepOrTell(tools, number))
  return { open: open.value.length, gates, overdue: await overdueReviews(tools.debts), problem: null }
}

async function overdueReviews(debts: Debts): Promise<readonly string[]> {
  const read = await debts.list()
  if (!read.ok) return [read.error.text]
  return overdueOf(readDebts(read.value.items).debts, read.value.at).map(
    ({ issue, record }) =>
      `The review of #${String(record.pullRequest)}, for which ${record.breaker.login} broke the glass, is overdue since ${formatInstant(record.dueAt)}: #${String(issue.number)}.`,
  )
}

/**
 * A head without a status lost its event; a green without an end stays true until the base moves, of which no event may tell: a
 * merge by a workflow starts none. A green with an end is looked at without its label too: a label that a workflow took off makes
 * no event.
 */
function isDue({ labels, status, baseIsSettled }: OpenPullRequest, reason: SweepReason): boolean {
  if (reason === 'base-moved' || status === null) return true
  if (status.state === 'success' && (saysItsEnd(status) || !baseIsSettled)) return true
  return labels.some(isWindowLabel) || status.state === 'pending' || status.state === 'error'
}

/** A run may be cut short: what could let a merge through comes before what holds one up. */
function greenFirst(due: readonly OpenPullRequest[]): readonly OpenPullRequest[] {
  return [...due.filter(isGreen), ...due.filter((one) => !isGreen(one))]
}

function isGreen({ status }: OpenPullRequest): boolean {
  return status?.state === 'success'
}

/** One pull request that cannot be decided on keeps no other one from being swept. */
async function sweepOrTell(tools: SweepTools, number: number): Promise<GateReport> {
  try {
    return await sweepOne(tools, number)
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error)
    const text = `Cannot decide on pull request #${String(number)}: a fault (${seen}).`
    return {
      number,
      head: null,
      decision: null,
      facts: null,
      status: null,
      problem: { code: 'invalid', text },
      notes: [],
      groups: [],
    }
  }
}

/** The verdict comes first: the status must say `closed` before the label that opened it is gone. */
async function sweepOne(tools: SweepTools, number: number): Promise<GateReport> {
  const report = await runGate(tools, number)
  if (report.decision === null) return report
  const notes: string[] = []
  let removed = false
  for (const ended of endedLabels(report.decision)) {
    const result = await removeEnded(tools, number, ended)
    notes.push(result.note)
    removed ||= result.removed
  }
  if (!removed) return { ...report, notes: [...report.notes, ...notes] }
  const after = await runGate(tools, number)
  return { ...after, notes: [...report.notes, ...notes, ...after.notes] }
}

/** A label that let a merge through for a time which is over. */
interface EndedLabel {
  readonly label: string
  readonly setAt: Instant
  readonly closedAt: Instant
}

/** The labels whose time is over, each once. */
function endedLabels({ verdicts, breakGlass, decidedAt }: Decision): readonly EndedLabel[] {
  const grants: EndedLabel[] = verdicts.flatMap((verdict) => {
    if (verdict.kind !== 'window' || verdict.grant === null) return []
    const { label, grantedAt, notAfter } = verdict.grant
    return [{ label, setAt: grantedAt, closedAt: notAfter }]
  })
  if (breakGlass?.grant)
    grants.push({
      label: breakGlass.grant.label,
      setAt: breakGlass.grant.brokenAt,
      closedAt: breakGlass.grant.notAfter,
    })
  const ended = grants.filter(({ closedAt }) => closedAt <= decidedAt)
  return [...new Map(ended.map((one) => [one.label, one])).values()]
}

/** Looks once more before it removes: somebody may just have put the label on anew. */
async function removeEnded(
  tools: SweepTools,
  number: number,
  { label, setAt, closedAt }: EndedLabel,
): Promise<{ readonly removed: boolean; readonly note: string }> {
  const now = await tools.pullRequests.read(number)
  if (!now.ok) return { removed: false, note: now.error.text }
  const { facts, labelEvents } = now.value
  if (!facts.labels.includes(label)) return { removed: false, note: `The label ${label} is gone already.` }
  const newest = labelEvents.findLast(({ event }) => event.label === label && event.event === 'labeled')
  if (newest?.event.at !== setAt) return { removed: false, note: `The label ${label} was put on anew.` }
  const removed = await tools.labels.remove(number, label)
  if (!removed.ok) return { removed: false, note: removed.error.text }
  return {
    removed: true,
    note: `Removed the label ${label}: its time was over at ${formatInstant(closedAt)}.`,
  }
}
