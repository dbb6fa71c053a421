import type { FileChange, Signature } from '../git-repository.ts'
import { diffDigest, record, refreshRefs } from '../pull-state.ts'
import { deliver, pullRequestEvent } from '../webhook.ts'
import {
  account,
  nextId,
  type PullRequest,
  repository,
  type Repository,
  type WebhookEvent,
  type World,
} from '../world.ts'
import type { Account, Activity } from '../world.ts'
import { emailOf } from './people.ts'

/** A login (the emulator knows its address), or a name and an address that may belong to nobody. */
export type Person = string | { readonly name: string; readonly email: string }

export interface Push {
  readonly repo: string
  readonly branch: string
  readonly files?: Readonly<Record<string, FileChange>>
  /** Push this existing commit instead of making one. */
  readonly commit?: string
  /** The account that pushed; null for a deploy key, whose pusher GitHub does not tell. */
  readonly by: string | null
  readonly author?: Person
  readonly committer?: Person
  readonly message?: string
  /** Default: the tip of the branch, or of the default branch for a new branch. Null: no parent. */
  readonly parent?: string | null
  readonly force?: boolean
}

export interface Pushed {
  readonly sha: string
  readonly before: string
  readonly events: readonly WebhookEvent[]
}

const zeroSha = '0'.repeat(40)

/** Makes one commit, moves the branch, and lets every open pull request of and into the branch feel it. */
export function push(world: World, args: Push): Pushed {
  const at = repository(world, args.repo)
  const actor = args.by === null ? null : account(world, args.by)
  const ref = `refs/heads/${args.branch}`
  const before = at.git.tip(ref)
  const sha = args.commit ?? newCommit(world, at, ref, before, args)
  const forced = before !== undefined && !at.git.isAncestor(before, sha)
  if (forced && args.force !== true) {
    if (args.commit === undefined) at.git.setRef(ref, before)
    throw new Error(`not a fast-forward of ${args.branch}: say force: true`)
  }
  at.git.setRef(ref, sha)
  return moved(world, at, { branch: args.branch, before, after: sha, actor, forced })
}

export interface RefMove {
  readonly branch: string
  readonly before: string | undefined
  readonly after: string
  readonly actor: Account | null
  readonly forced: boolean
  readonly type?: Activity['type']
}

/** Tells activity, timelines and webhooks that a branch points elsewhere now. */
export function moved(world: World, at: Repository, move: RefMove): Pushed {
  const before = move.before ?? zeroSha
  const plain = move.before === undefined ? 'branch_creation' : move.forced ? 'force_push' : 'push'
  at.activity.push({
    id: nextId(world),
    before,
    after: move.after,
    ref: `refs/heads/${move.branch}`,
    at: world.clock.now(),
    type: move.type ?? plain,
    actor: move.actor,
  })
  const events = [
    deliver(world, 'push', at, move.actor, {
      ref: `refs/heads/${move.branch}`,
      before,
      after: move.after,
      created: move.before === undefined,
      deleted: false,
      forced: move.forced,
    }),
  ]
  for (const pull of openPulls(world)) {
    if (pull.headRepository === at && pull.headRef === move.branch && pull.headSha !== move.after) {
      events.push(synchronize(world, pull, move))
    }
    if (pull.repository === at && pull.baseRef === move.branch) baseMoved(world, pull, move)
  }
  return { sha: move.after, before, events }
}

function synchronize(world: World, pull: PullRequest, move: RefMove): WebhookEvent {
  const before = pull.headSha
  const digestBefore = diffDigest(pull)
  const known = new Set(pull.commits)
  if (pull.headRepository !== pull.repository)
    pull.repository.git.fetchFrom(pull.headRepository.git, move.after)
  pull.headSha = move.after
  refreshRefs(world, pull)
  pull.baseSha = pull.repository.git.tip(`refs/heads/${pull.baseRef}`) ?? pull.baseSha
  if (move.forced) {
    record(world, pull, move.actor, { kind: 'head_ref_force_pushed', before, after: move.after })
  }
  for (const sha of pull.commits) if (!known.has(sha)) record(world, pull, null, { kind: 'committed', sha })
  const event = pullRequestEvent(world, pull, move.actor, 'synchronize', { before, after: move.after })
  reactToDiff(world, pull, move, diffDigest(pull) === digestBefore)
  return event
}

function reactToDiff(world: World, pull: PullRequest, move: RefMove, sameDiff: boolean): void {
  const approvals = pull.reviews.filter((review) => review.state === 'APPROVED')
  if (sameDiff) {
    if (move.forced && world.switches.reanchorApprovals)
      for (const review of approvals) review.commit = move.after
    return
  }
  const rule = pull.repository.rules.get(pull.baseRef)?.find((item) => item.type === 'pull_request')
  if (rule?.parameters['dismiss_stale_reviews_on_push'] !== true) return
  for (const review of approvals) {
    review.state = 'DISMISSED'
    const fact = {
      kind: 'review_dismissed',
      review,
      previous: 'APPROVED',
      message: null,
      commit: move.after,
    } as const
    record(world, pull, move.actor, fact)
  }
}

function baseMoved(world: World, pull: PullRequest, move: RefMove): void {
  const { sha } = pull.testMerge
  refreshRefs(world, pull)
  if (move.forced && move.before !== undefined) {
    record(world, pull, move.actor, { kind: 'base_ref_force_pushed', before: move.before, after: move.after })
  }
  if (frozenMergeRefs.has(pull) && sha !== undefined) {
    pull.testMerge.sha = sha
    pull.repository.git.setRef(`refs/pull/${pull.number}/merge`, sha)
  }
}

/** The list of what was pushed has no entry for a commit, as GitHub does not promise one for each. */
export function forgetPush(world: World, args: { readonly repo: string; readonly sha: string }): void {
  const { activity } = repository(world, args.repo)
  for (let at = activity.length - 1; at >= 0; at -= 1)
    if (activity[at]?.after === args.sha) activity.splice(at, 1)
}

const frozenMergeRefs = new WeakSet<PullRequest>()

/** From now on a moving base leaves `refs/pull/N/merge` stale, as GitHub does for a while. */
export function freezeMergeRef(pull: PullRequest): void {
  frozenMergeRefs.add(pull)
}

function newCommit(world: World, at: Repository, ref: string, tip: string | undefined, args: Push): string {
  const parent =
    args.parent === undefined ? (tip ?? at.git.tip(`refs/heads/${at.defaultBranch}`)) : args.parent
  const author = args.author ?? args.by ?? { name: 'Deploy Key', email: 'deploy@keys.example' }
  return at.git.commit({
    ref,
    parents: parent === undefined || parent === null ? [] : [parent],
    files: args.files ?? {},
    message: args.message ?? `Change ${args.branch}`,
    author: signature(world, author),
    committer: signature(world, args.committer ?? author),
  })
}

function signature(world: World, person: Person): Signature {
  const at = world.clock.now()
  if (typeof person === 'string') return { name: person, email: emailOf(person), at }
  return { ...person, at }
}

function* openPulls(world: World): Generator<PullRequest> {
  for (const item of world.repositories.values()) {
    for (const pull of item.pulls.values()) if (pull.state === 'open') yield pull
  }
}
