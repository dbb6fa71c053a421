import { diffDigest, record } from '../pull-state.ts'
import { membership } from '../rights.ts'
import { pullRequestEvent, reviewEvent } from '../webhook.ts'
import { account, nextId, nodeId, pullRequest, team } from '../world.ts'
import type { Account, PullRequest, Review, ReviewState, Team, WebhookEvent, World } from '../world.ts'

export interface NewReview {
  readonly repo: string
  readonly number: number
  readonly by: string
  readonly state: Exclude<ReviewState, 'DISMISSED' | 'PENDING'>
  /** The client may choose any commit; default: the head. */
  readonly commit?: string
  readonly body?: string
  /** Let the author approve their own pull request, which GitHub's API refuses. */
  readonly force?: boolean
}

export function review(world: World, args: NewReview): { readonly id: number; readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const user = account(world, args.by)
  if (pull.author === user && args.state !== 'COMMENTED' && args.force !== true) {
    throw new Error(`GitHub refuses ${args.state} by the author: say force: true`)
  }
  const id = nextId(world)
  const onBehalfOf = pull.requested
    .filter((item) => speaksFor(world, item.reviewer, user))
    .map((item) => item.reviewer)
  const created: Review = {
    id,
    nodeId: nodeId('PRR', id),
    user,
    body: args.body ?? '',
    submittedAt: world.clock.now(),
    onBehalfOf: onBehalfOf.filter(isTeam),
    state: args.state,
    commit: args.commit ?? pull.headSha,
    diffDigest: diffDigest(pull),
  }
  pull.reviews.push(created)
  const remaining = pull.requested.filter(
    (item) => item.reviewer !== user && !speaksFor(world, item.reviewer, user),
  )
  pull.requested.splice(0, pull.requested.length, ...remaining)
  record(world, pull, user, { kind: 'reviewed', review: created })
  return { id, event: reviewEvent(world, pull, user, 'submitted', created) }
}

/** The review becomes DISMISSED in place; who did it is only in the timeline. */
export function dismissReview(
  world: World,
  args: {
    readonly repo: string
    readonly number: number
    readonly by: string
    readonly id: number
    readonly message?: string
  },
): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const found = findReview(pull, args.id)
  const actor = account(world, args.by)
  const previous = found.state
  found.state = 'DISMISSED'
  const fact = {
    kind: 'review_dismissed',
    review: found,
    previous,
    message: args.message ?? null,
    commit: null,
  } as const
  record(world, pull, actor, fact)
  return { event: reviewEvent(world, pull, actor, 'dismissed', found) }
}

/** The commit of a review is gone, as after garbage collection: `commit_id` is null. */
export function forgetReviewCommit(world: World, args: { repo: string; number: number; id: number }): void {
  findReview(pullRequest(world, args.repo, args.number), args.id).commit = null
}

/** The account of a reviewer was deleted: their review has no user any more. */
export function forgetReviewer(world: World, args: { repo: string; number: number; id: number }): void {
  findReview(pullRequest(world, args.repo, args.number), args.id).user = null
}

export function requestReview(
  world: World,
  args: {
    readonly repo: string
    readonly number: number
    readonly by: string
    readonly users?: readonly string[]
    readonly teams?: readonly string[]
    readonly asCodeOwner?: boolean
  },
): { readonly event: WebhookEvent | undefined } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const wanted = [
    ...(args.users ?? []).map((login) => account(world, login)),
    ...(args.teams ?? []).map((slug) => team(world, `${pull.repository.owner.login}/${slug}`)),
  ]
  let event: WebhookEvent | undefined
  for (const reviewer of wanted) {
    if (pull.requested.some((item) => item.reviewer === reviewer)) continue
    pull.requested.push({ reviewer, asCodeOwner: args.asCodeOwner ?? false })
    record(world, pull, actor, { kind: 'review_requested', reviewer })
    event = pullRequestEvent(world, pull, actor, 'review_requested')
  }
  return { event }
}

/** Takes somebody out of the list of those who are asked, as a person does by hand. */
export function removeReviewRequest(
  world: World,
  args: { readonly repo: string; readonly number: number; readonly by: string; readonly reviewer: string },
): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const at = pull.requested.findIndex(({ reviewer }) => nameOf(reviewer) === args.reviewer)
  const [removed] = at < 0 ? [] : pull.requested.splice(at, 1)
  if (removed === undefined) throw new Error(`nobody asks ${args.reviewer} for a review`)
  record(world, pull, actor, { kind: 'review_request_removed', reviewer: removed.reviewer })
  return { event: pullRequestEvent(world, pull, actor, 'review_request_removed') }
}

function nameOf(reviewer: Account | Team): string {
  return isTeam(reviewer) ? reviewer.slug : reviewer.login
}

export function findReview(pull: PullRequest, id: number): Review {
  const found = pull.reviews.find((item) => item.id === id)
  if (found === undefined) throw new Error(`no such review: ${id}`)
  return found
}

export function isTeam(item: Account | Team): item is Team {
  return 'slug' in item
}

function speaksFor(world: World, reviewer: Account | Team, user: Account): boolean {
  return isTeam(reviewer) && membership(world, reviewer, user)?.state === 'active'
}
