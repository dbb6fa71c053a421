import type { Sha } from '../../core/model/ids.ts'
import { type Duration, formatDuration, HOUR } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Judged } from '../decide-head.ts'
import { groupStatus } from './group-status.ts'
import { judge, type Judges } from '../judge.ts'
import type { HoldsMerge, MergeQueues } from '../ports/merge-queues.ts'
import type { Problem } from '../ports/problem.ts'
import type { Snapshot } from '../ports/pull-requests.ts'
import { type GroupMember, groupOf } from './queue-group.ts'
import { postOnce } from '../publish/post-once.ts'
import { recordDebts } from '../publish/record-debts.ts'
import { DECIDING, fitStatus, sameStatus, type Status, type Statuses } from '../ports/statuses.ts'
import { stillSo } from '../still-so.ts'

/** What deciding on a group of a merge queue needs. */
export interface GroupTools extends Judges {
  readonly statuses: Statuses
  readonly queues: MergeQueues
  readonly holdsMerge: HoldsMerge
}

/** What the gate did about one group of a merge queue. */
export interface GroupReport {
  readonly branch: string
  readonly commit: Sha
  /** Its pull requests, in the order in which they merge. */
  readonly numbers: readonly number[]
  /** The status that stands on its commit afterwards; null: none of ours. */
  readonly status: Status | null
  readonly problem: Problem | null
  readonly notes: readonly string[]
}

/** How often inputs may move under a decision before it is given up. */
const ATTEMPTS = 3

/** The longest time that a queue can be set to; what counts when nothing says how long it waits. */
const LONGEST_TIMEOUT: Duration = 6 * HOUR

/**
 * Decides on everything that merges with a commit of a merge queue, and posts the verdict on that commit: each pull request on
 * exactly what it does to what stands before it in the queue. As for a pull request, what was read is read again after a green.
 */
export async function runGroup(tools: GroupTools, branch: string, commit: Sha): Promise<GroupReport> {
  const notes: string[] = []
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const report = await attemptGroup(tools, branch, commit, notes)
      if (report !== 'moved') return report
    }
    const text = `The merge queue of ${branch} changed ${String(ATTEMPTS)} times while it was decided on.`
    return await giveUp(tools, { branch, commit, numbers: [], notes }, { code: 'moved', text })
  } catch (error) {
    const problem = { code: 'invalid', text: 'Cannot decide: a fault; see the log of this run.' } as const
    await giveUp(tools, { branch, commit, numbers: [], notes }, problem)
    throw error
  }
}

/** Decides on the groups that a pull request is part of: its own and those behind it. Nothing, when it is in no queue. */
export async function runGroupsOf(
  tools: GroupTools,
  branch: string,
  number: number,
): Promise<Result<readonly GroupReport[], Problem>> {
  const entries = await tools.queues.entries(branch)
  if (!entries.ok) return entries
  const from = entries.value.findIndex((entry) => entry.number === number)
  const reports: GroupReport[] = []
  for (const { commit } of from < 0 ? [] : entries.value.slice(from))
    if (commit) reports.push(await runGroup(tools, branch, commit))
  return ok(reports)
}

interface Group extends Pick<GroupReport, 'branch' | 'commit' | 'numbers'> {
  readonly notes: string[]
}

async function attemptGroup(
  tools: GroupTools,
  branch: string,
  commit: Sha,
  notes: string[],
): Promise<GroupReport | 'moved'> {
  const before = { branch, commit, numbers: [], notes }
  const members = await readMembers(tools, branch, commit)
  if (!members.ok) return await giveUp(tools, before, members.error)
  if (members.value === null) return await settleGone(tools, before)
  const group = { ...before, numbers: members.value.map(({ number }) => number) }
  const standing = await markNew(tools.statuses, commit)
  if (!standing.ok) return await giveUp(tools, group, standing.error)
  const judged = await judgeMembers(tools, branch, members.value)
  if (!judged.ok) return await giveUp(tools, group, judged.error)
  const status = await statusOf(tools, branch, judged.value, notes)
  if (!status.ok) return await giveUp(tools, group, status.error)
  if (sameStatus(standing.value, status.value)) return { ...group, status: status.value, problem: null }
  const recorded = await recordDebts(tools.debts, judged.value)
  if (!recorded.ok) return await giveUp(tools, group, recorded.error)
  notes.push(...recorded.value)
  const posted = await tools.statuses.post(commit, status.value)
  if (!posted.ok) return await giveUp(tools, group, posted.error)
  notes.push(`${commit.slice(0, 7)}: ${status.value.state}: ${status.value.description}`)
  if (status.value.state !== 'success') return { ...group, status: status.value, problem: null }
  const still = await isStillSo(tools, branch, members.value, judged.value)
  if (!still.ok) return await giveUp(tools, group, still.error)
  return still.value ? { ...group, status: status.value, problem: null } : 'moved'
}

async function readMembers(
  { queues }: GroupTools,
  branch: string,
  commit: Sha,
): Promise<Result<readonly GroupMember[] | null, Problem>> {
  const entries = await queues.entries(branch)
  return entries.ok ? groupOf(entries.value, commit) : entries
}

async function markNew(statuses: Statuses, commit: Sha): Promise<Result<Status, Problem>> {
  const latest = await statuses.latest(commit)
  if (!latest.ok) return latest
  if (latest.value) return ok(latest.value)
  const posted = await statuses.post(commit, DECIDING)
  return posted.ok ? ok(DECIDING) : posted
}

async function judgeMembers(
  tools: GroupTools,
  branch: string,
  members: readonly GroupMember[],
): Promise<Result<readonly Judged[], Problem>> {
  const judged: Judged[] = []
  for (const member of members) {
    const snapshot = await readMember(tools, branch, member, judged.length === 0)
    if (!snapshot.ok) return snapshot
    judged.push({
      snapshot: snapshot.value,
      judgement: await judge(onBase(snapshot.value, member.base), tools),
    })
  }
  return ok(judged)
}

/** Reads a member and makes sure that its commit is its head merged into what stands before it, and nothing else. */
async function readMember(
  tools: GroupTools,
  branch: string,
  { number, base, commit }: GroupMember,
  isFirst: boolean,
): Promise<Result<Snapshot, Problem>> {
  const read = await tools.pullRequests.read(number)
  if (!read.ok) return read
  const { state, head, facts } = read.value
  const tip = facts.pullRequest?.base
  const wrong = (why: string): Result<never, Problem> =>
    err({ code: 'invalid', text: `Cannot decide on the merge queue at #${String(number)}: ${why}.` })
  if (state !== 'open') return wrong(`it is ${state}`)
  if (tip?.ref !== branch) return wrong(`it does not go into ${branch}`)
  if (isFirst && tip.sha !== base)
    return wrong(`${branch} moved on, so the queue has to make its commit anew`)
  const holds = await tools.holdsMerge({ branch, base, head, commit })
  if (holds === null) return wrong('its commit, or what it is built on, cannot be read or conflicts')
  return holds ? read : wrong('its commit is not what merging its head gives')
}

/** The facts as they are when its turn comes: what stands before it in the queue is the base then. */
function onBase(snapshot: Snapshot, base: Sha): Snapshot {
  const { pullRequest } = snapshot.facts
  if (!pullRequest) return snapshot
  const facts = {
    ...snapshot.facts,
    pullRequest: { ...pullRequest, base: { ...pullRequest.base, sha: base } },
  }
  return { ...snapshot, facts }
}

async function statusOf(
  { queues }: GroupTools,
  branch: string,
  judged: readonly Judged[],
  notes: string[],
): Promise<Result<Status, Problem>> {
  const members = judged.map(({ snapshot: { number }, judgement: { decision } }) => ({ number, decision }))
  notes.push(...judged.flatMap(({ judgement }) => judgement.problems.map(({ text }) => text)))
  if (members.every(({ decision }) => decision.expiresAt === null)) return ok(groupStatus(members, 0))
  const timeout = await queues.timeout(branch)
  if (!timeout.ok) return timeout
  if (timeout.value === null)
    notes.push(
      `No rule says how long the merge queue of ${branch} waits for checks; ${formatDuration(LONGEST_TIMEOUT)} are assumed.`,
    )
  return ok(groupStatus(members, timeout.value ?? LONGEST_TIMEOUT))
}

async function isStillSo(
  tools: GroupTools,
  branch: string,
  members: readonly GroupMember[],
  judged: readonly Judged[],
): Promise<Result<boolean, Problem>> {
  const last = members.at(-1)
  const again = last ? await readMembers(tools, branch, last.commit) : ok(null)
  if (!again.ok) return again
  if (JSON.stringify(again.value) !== JSON.stringify(members)) return ok(false)
  return await stillSo(tools, judged)
}

/** A commit that left the queue merges nothing any more; a green on it is taken back all the same. */
async function settleGone(tools: GroupTools, group: Group): Promise<GroupReport> {
  const { branch, commit, notes } = group
  notes.push(`The merge queue of ${branch} has no entry that ends with ${commit}.`)
  const latest = await tools.statuses.latest(commit)
  if (!latest.ok) return { ...group, status: null, problem: latest.error }
  if (latest.value?.state !== 'success') return { ...group, status: latest.value, problem: null }
  const status = fitStatus({ state: 'failure', description: `Not in the merge queue of ${branch} any more` })
  const posted = await tools.statuses.post(commit, status)
  return posted.ok
    ? { ...group, status, problem: null }
    : { ...group, status: latest.value, problem: posted.error }
}

/** Nothing could be decided: an older green must not stand for it. */
async function giveUp(tools: GroupTools, group: Group, problem: Problem): Promise<GroupReport> {
  const status = fitStatus({ state: 'error', description: problem.text })
  const posted = await postOnce(tools.statuses, group.commit, status)
  if (posted.ok) return { ...group, status, problem }
  group.notes.push(posted.error.text)
  return { ...group, status: null, problem }
}
