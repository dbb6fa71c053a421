import type { Actor, Commit, FactList, Facts, LabelEvent, Review } from '../../core/model/facts.ts'
import { parseSha, type Sha } from '../../core/model/ids.ts'
import { type Instant, parseInstant } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { PullRequestState, RecordedLabelEvent, Snapshot } from '../../gate/ports/pull-requests.ts'
import { accountOf } from './account-of.ts'
import { ownComments } from './comments.ts'
import { completeCommits } from './complete-commits.ts'
import type { GitHub } from './github.ts'
import { type PagedPullRequest, pagePullRequest } from './page-pull-request.ts'
import type { LabelEventNode, PullRequestNode, ReviewNode } from './pull-request-answer.ts'
import { requestedOwners } from './review-requests.ts'
import { sharingOf } from './sharing.ts'
import { sourced, type SourcedStatus } from './status-source.ts'
import { latestStatus, statusOf } from './statuses.ts'

/** GitHub lists no more commits of a pull request than these. */
const COMMIT_LIMIT = 250

/**
 * Reads a pull request into facts, as of the time GitHub gave the answer. Lists that cannot be read to their end are named in
 * `incomplete`; anything else that is missing is a problem.
 */
export async function readPullRequest(
  github: GitHub,
  number: number,
  context: string,
): Promise<Result<Snapshot, Problem>> {
  const paged = await pagePullRequest(github, number, context)
  if (!paged.ok) return paged
  const ends = endsOf(paged.value.node)
  if (!ends.ok) return ends
  const status = await statusOnHead(github, context, paged.value, ends.value.head)
  if (!status.ok) return status
  const commits = await completeCommits(github, number, paged.value.commits)
  const incomplete = new Set<FactList>(paged.value.incomplete)
  if (!commits.ok || commits.value.length >= COMMIT_LIMIT) incomplete.add('commits')
  const facts = factsOf(paged.value, ends.value, {
    commits: commits.ok ? commits.value : [],
    incomplete: [...incomplete],
  })
  if (!facts.ok) return facts
  const labelEvents = recordedEvents(paged.value)
  if (!labelEvents.ok) return labelEvents
  return ok({
    ...snapshotOf(github, paged.value.node, ends.value.head, status.value),
    labelEvents: labelEvents.value,
    facts: facts.value,
  })
}

interface Ends {
  readonly base: Sha
  readonly head: Sha
}

/** The tip of the base branch as it is now (`baseRefOid` is frozen) and the head. */
function endsOf(node: PullRequestNode): Result<Ends, Problem> {
  const base = parseSha(node.baseRef?.target?.oid ?? '')
  const head = parseSha(node.headRefOid)
  if (base && head) return ok({ base, head })
  const text = `Cannot decide on pull request #${String(node.number)}: its base branch "${node.baseRefName}" has no tip commit. Retarget or close it.`
  return err({ code: 'not-found', text })
}

/** The status comes with the last commit, which is the head but for a branch with dates out of order. */
async function statusOnHead(
  github: GitHub,
  context: string,
  { node, viewer }: PagedPullRequest,
  head: Sha,
): Promise<Result<SourcedStatus, Problem>> {
  const last = node.headCommit.nodes.find(({ commit }) => commit.oid === head)
  if (last) {
    const standing = last.commit.status?.context ?? null
    return ok(sourced(statusOf(standing), standing?.creator ?? null, viewer))
  }
  const ours = await latestStatus(github, context, head)
  return ours.ok ? ok({ ours: ours.value, foreign: null }) : ours
}

interface Read {
  readonly commits: readonly Commit[]
  readonly incomplete: readonly FactList[]
}

function factsOf(paged: PagedPullRequest, ends: Ends, read: Read): Result<Facts, Problem> {
  const { node } = paged
  const reviews: Review[] = []
  for (const review of paged.reviews) {
    if (review.state === 'PENDING') continue
    const submittedAt = parseInstant(review.submittedAt ?? '')
    if (submittedAt === undefined) return err(badTime(node.number, 'a review'))
    reviews.push(reviewOf(review, submittedAt))
  }
  return ok({
    now: paged.at,
    pullRequest: {
      number: node.number,
      title: node.title,
      author: accountOf(node.author),
      initiators: [],
      draft: node.isDraft,
      base: { ref: node.baseRefName, sha: ends.base },
      head: { sha: ends.head },
    },
    commits: read.commits,
    heads: [],
    reviews,
    labels: paged.labels,
    labelEvents: [],
    comments: [],
    debts: [],
    teams: new Map(),
    incomplete: read.incomplete,
  })
}

function badTime(number: number, what: string): Problem {
  return {
    code: 'invalid',
    text: `Cannot read pull request #${String(number)}: ${what} has no readable time.`,
  }
}

function reviewOf(node: ReviewNode, submittedAt: Instant): Review {
  const account = accountOf(node.author)
  const by: Actor | null = account && { ...account, canWrite: node.authorCanPushToRepository }
  const commit = parseSha(node.commit?.oid ?? '') ?? null
  return { id: Number(node.fullDatabaseId), by, state: node.state, commit, submittedAt }
}

/** The label events with what is needed to tell later what their labels were called. */
function recordedEvents({
  node,
  labelEvents,
}: PagedPullRequest): Result<readonly RecordedLabelEvent[], Problem> {
  const events: RecordedLabelEvent[] = []
  for (const event of labelEvents) {
    const at = parseInstant(event.createdAt)
    if (at === undefined) return err(badTime(node.number, 'a label event'))
    const { id, label } = event
    events.push({ id, event: labelEventOf(event, at), editedSince: wasEditedSince(label, at) })
  }
  return ok(events)
}

function labelEventOf(node: LabelEventNode, at: Instant): LabelEvent {
  const account = accountOf(node.actor)
  return {
    event: node.event === 'LabeledEvent' ? 'labeled' : 'unlabeled',
    label: node.label.name,
    by: account && { ...account, canWrite: null },
    at,
    commit: null,
  }
}

/**
 * Whether a label was edited when or after it was put on. Then it may have had another name, and whoever put it on agreed to
 * something else: it has to be put on anew.
 */
function wasEditedSince(label: LabelEventNode['label'], at: Instant): boolean {
  const created = parseInstant(label.createdAt ?? '')
  const updated = parseInstant(label.updatedAt ?? '')
  if (created === undefined || updated === undefined) return true
  return updated > created && updated >= at
}

const STATE: Readonly<Record<PullRequestNode['state'], PullRequestState>> = {
  OPEN: 'open',
  CLOSED: 'closed',
  MERGED: 'merged',
}

/** Our comment, as far as the first ones show it. */
function commentOf({ comments: { pageInfo, nodes } }: PullRequestNode): Snapshot['comment'] {
  const [oldest, ...others] = ownComments(nodes)
  if (others.length > 0) return undefined
  return oldest ?? (pageInfo.hasNextPage ? undefined : null)
}

function snapshotOf(
  github: GitHub,
  node: PullRequestNode,
  head: Sha,
  { ours, foreign }: SourcedStatus,
): Omit<Snapshot, 'labelEvents' | 'facts'> {
  const tried = node.potentialMergeCommit
  const [sha, status] = [parseSha(tried?.oid ?? ''), statusOf(tried?.status?.context ?? null)]
  return {
    number: node.number,
    state: STATE[node.state],
    head,
    branch: { repository: node.headRepository?.nameWithOwner ?? null, ref: node.headRefName },
    status: ours,
    foreign,
    marked: sha && status ? { sha, status } : null,
    queued: node.isInMergeQueue ?? false,
    sharing: sharingOf(github, node, head),
    comment: commentOf(node),
    requested: requestedOwners(node.reviewRequests.nodes),
  }
}
