import { record, webFlow } from '../pull-state.ts'
import { pullRequestEvent } from '../webhook.ts'
import { account, nextId, pullRequest } from '../world.ts'
import type { MergeQueueEntry, PullRequest, Repository, WebhookEvent, World } from '../world.ts'
import type { PullAction } from './pulls.ts'
import { moved } from './push.ts'

/** A pull request in a queue, with its entry. */
export interface Queued {
  readonly pull: PullRequest
  readonly entry: MergeQueueEntry
}

/** What is in the merge queue of a branch, in its order. */
export function queueOf(at: Repository, branch: string): readonly Queued[] {
  return [...at.pulls.values()]
    .flatMap((pull) =>
      pull.baseRef === branch && pull.queueEntry !== null ? [{ pull, entry: pull.queueEntry }] : [],
    )
    .toSorted((a, b) => a.entry.position - b.entry.position)
}

/** The branch that GitHub makes for a group, which ends with the commit it is built on. */
export function groupRef({ pull, entry }: Queued): string {
  return `gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${entry.baseCommit}`
}

/** Puts the pull request at the end of the merge queue of its base branch; nothing merges by itself. */
export function enqueue(
  world: World,
  args: PullAction & { readonly method?: 'merge' | 'squash' },
): { readonly event: WebhookEvent; readonly headSha: string; readonly ref: string } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const before = queueOf(pull.repository, pull.baseRef)
  const last = before.at(-1)?.entry.headCommit
  const queued = build(world, pull, last, before.length + 1, {
    id: nextId(world),
    enqueuer: actor,
    enqueuedAt: world.clock.now(),
    squash: args.method === 'squash',
  })
  record(world, pull, actor, { kind: 'added_to_merge_queue' })
  return {
    event: pullRequestEvent(world, pull, actor, 'enqueued'),
    headSha: queued.entry.headCommit,
    ref: groupRef(queued),
  }
}

/** Takes it out; what stands behind it is built anew. */
export function dequeue(
  world: World,
  args: PullAction & { readonly reason: string },
): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const rest = queueOf(pull.repository, pull.baseRef).filter((queued) => queued.pull !== pull)
  pull.queueEntry = null
  let last: string | undefined
  for (const [at, { pull: other, entry }] of rest.entries())
    last = build(world, other, last, at + 1, entry).entry.headCommit
  record(world, pull, actor, { kind: 'removed_from_merge_queue', reason: args.reason })
  return { event: pullRequestEvent(world, pull, actor, 'dequeued', { reason: args.reason }) }
}

/** Merges everything up to and with this pull request: the base branch becomes its group's commit. */
export function mergeQueue(world: World, args: PullAction): { readonly sha: string } {
  const last = pullRequest(world, args.repo, args.number)
  const at = last.repository
  const queue = queueOf(at, last.baseRef)
  const end = queue.findIndex(({ pull }) => pull === last)
  const sha = queue[end]?.entry.headCommit
  const before = at.git.tip(`refs/heads/${last.baseRef}`)
  if (sha === undefined || before === undefined)
    throw new Error(`not in the queue: ${args.repo}#${args.number}`)
  const actor = account(world, args.by)
  for (const { pull, entry } of queue.slice(0, end + 1)) {
    pull.state = 'closed'
    pull.closedAt = world.clock.now()
    pull.merged = { at: world.clock.now(), by: actor, sha: entry.headCommit }
    pull.queueEntry = null
    record(world, pull, actor, { kind: 'merged', sha: entry.headCommit })
    record(world, pull, actor, { kind: 'closed' })
  }
  at.git.setRef(`refs/heads/${last.baseRef}`, sha)
  moved(world, at, {
    branch: last.baseRef,
    before,
    after: sha,
    actor,
    forced: false,
    type: 'merge_queue_merge',
  })
  return { sha }
}

interface Entered extends Pick<MergeQueueEntry, 'id' | 'enqueuer' | 'enqueuedAt' | 'squash'> {}

function build(
  world: World,
  pull: PullRequest,
  onto: string | undefined,
  position: number,
  { id, enqueuer, enqueuedAt, squash }: Entered,
): Queued {
  const { git } = pull.repository
  const base = onto ?? git.tip(`refs/heads/${pull.baseRef}`)
  const tree = base === undefined ? undefined : git.mergeTree(base, pull.headSha)
  if (base === undefined || tree === undefined)
    throw new Error(`conflict in the queue: ${pull.repository.fullName}#${pull.number}`)
  const parents = squash ? [base] : [base, pull.headSha]
  const headCommit = git.commitTree(tree, parents, `Queue #${pull.number}`, webFlow(world.clock.now()))
  const entry: MergeQueueEntry = {
    id,
    enqueuer,
    enqueuedAt,
    squash,
    headCommit,
    baseCommit: base,
    position,
    state: 'AWAITING_CHECKS',
  }
  pull.queueEntry = entry
  git.setRef(`refs/heads/${groupRef({ pull, entry })}`, headCommit)
  return { pull, entry }
}
