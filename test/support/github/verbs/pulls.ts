import { baseTip, record, refreshRefs, webFlow } from '../pull-state.ts'
import { pullRequestEvent } from '../webhook.ts'
import { account, issue, nextId, nodeId, pullRequest, repository } from '../world.ts'
import type { PullRequest, Repository, WebhookEvent, World } from '../world.ts'
import { label } from './labels.ts'
import { moved } from './push.ts'

export interface NewPullRequest {
  readonly repo: string
  readonly by: string
  readonly base?: string
  /** A branch of the repository, or `owner:branch` of a fork. */
  readonly head: string
  readonly title?: string
  readonly body?: string | null
  readonly draft?: boolean
  /** Labels set while opening; each makes its own `labeled` event. */
  readonly labels?: readonly string[]
  /** Numbers of the issues that merging it closes. */
  readonly closes?: readonly number[]
}

export interface Opened {
  readonly number: number
  readonly event: WebhookEvent
}

export function openPullRequest(world: World, args: NewPullRequest): Opened {
  const at = repository(world, args.repo)
  const { headRepository, headRef } = headOf(world, at, args.head)
  const headSha = headRepository.git.tip(`refs/heads/${headRef}`)
  const baseRef = args.base ?? at.defaultBranch
  const baseSha = at.git.tip(`refs/heads/${baseRef}`)
  if (headSha === undefined || baseSha === undefined)
    throw new Error(`no such branch: ${args.head} or ${baseRef}`)
  if (headRepository !== at) at.git.fetchFrom(headRepository.git, headSha)
  const id = nextId(world)
  const now = world.clock.now()
  const pull: PullRequest = {
    id,
    nodeId: nodeId('PR', id),
    number: at.nextNumber,
    repository: at,
    author: account(world, args.by),
    headRepository,
    headRef,
    headSha,
    baseRef,
    baseSha,
    title: args.title ?? `Change ${args.head}`,
    body: args.body ?? null,
    draft: args.draft ?? false,
    state: 'open',
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    merged: null,
    autoMerge: null,
    queueEntry: null,
    labels: [],
    reviews: [],
    comments: [],
    timeline: [],
    requested: [],
    closes: (args.closes ?? []).map((number) => issue(world, args.repo, number)),
    commits: [],
    testMerge: { known: false, asked: false, sha: undefined },
  }
  at.nextNumber += 1
  at.pulls.set(pull.number, pull)
  refreshRefs(world, pull)
  for (const sha of pull.commits) record(world, pull, null, { kind: 'committed', sha })
  const event = pullRequestEvent(world, pull, pull.author, 'opened')
  for (const name of args.labels ?? [])
    label(world, { repo: args.repo, number: pull.number, by: args.by, name })
  return { number: pull.number, event }
}

export interface PullAction {
  readonly repo: string
  readonly number: number
  readonly by: string
}

export function retarget(
  world: World,
  args: PullAction & { readonly base: string },
): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const previous = { ref: pull.baseRef, sha: pull.baseSha }
  const tip = pull.repository.git.tip(`refs/heads/${args.base}`)
  if (tip === undefined) throw new Error(`no such branch: ${args.base}`)
  pull.baseRef = args.base
  pull.baseSha = tip
  refreshRefs(world, pull)
  record(world, pull, actor, { kind: 'base_ref_changed', previous: previous.ref, current: args.base })
  const changes = { base: { ref: { from: previous.ref }, sha: { from: previous.sha } } }
  return { event: pullRequestEvent(world, pull, actor, 'edited', { changes }) }
}

export function close(world: World, args: PullAction): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  pull.state = 'closed'
  pull.closedAt = world.clock.now()
  record(world, pull, actor, { kind: 'closed' })
  return { event: pullRequestEvent(world, pull, actor, 'closed') }
}

/** Opens again; a head branch that moved meanwhile brings its new tip. */
export function reopen(world: World, args: PullAction): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  if (pull.merged !== null) throw new Error(`merged, cannot be reopened: ${args.repo}#${args.number}`)
  const actor = account(world, args.by)
  const tip = pull.headRepository.git.tip(`refs/heads/${pull.headRef}`)
  if (tip !== undefined && pull.headRepository !== pull.repository) {
    pull.repository.git.fetchFrom(pull.headRepository.git, tip)
  }
  pull.headSha = tip ?? pull.headSha
  pull.state = 'open'
  pull.closedAt = null
  refreshRefs(world, pull)
  record(world, pull, actor, { kind: 'reopened' })
  return { event: pullRequestEvent(world, pull, actor, 'reopened') }
}

export function setDraft(
  world: World,
  args: PullAction & { readonly draft: boolean },
): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  pull.draft = args.draft
  record(world, pull, actor, { kind: args.draft ? 'convert_to_draft' : 'ready_for_review' })
  const action = args.draft ? 'converted_to_draft' : 'ready_for_review'
  return { event: pullRequestEvent(world, pull, actor, action) }
}

export interface Merged {
  readonly sha: string
  readonly event: WebhookEvent
}

export function merge(
  world: World,
  args: PullAction & { readonly method?: 'merge' | 'squash'; readonly title?: string | undefined },
): Merged {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  const { git } = pull.repository
  const base = baseTip(pull)
  const tree = git.mergeTree(base, pull.headSha)
  if (pull.state === 'closed' || tree === undefined)
    throw new Error(`not mergeable: ${args.repo}#${args.number}`)
  const commits = pull.commits
  const parents = args.method === 'squash' ? [base] : [base, pull.headSha]
  const message = args.title ?? `Merge pull request #${pull.number} from ${pull.headRef}`
  const sha = git.commitTree(tree, parents, message, webFlow(world.clock.now()))
  git.setRef(`refs/heads/${pull.baseRef}`, sha)
  pull.state = 'closed'
  pull.closedAt = world.clock.now()
  pull.merged = { at: world.clock.now(), by: actor, sha }
  pull.autoMerge = null
  pull.queueEntry = null
  pull.commits = commits
  moved(world, pull.repository, {
    branch: pull.baseRef,
    before: base,
    after: sha,
    actor,
    forced: false,
    type: 'pr_merge',
  })
  record(world, pull, actor, { kind: 'merged', sha })
  record(world, pull, actor, { kind: 'closed' })
  return { sha, event: pullRequestEvent(world, pull, actor, 'closed') }
}

/** What the "Update branch" button does: merges the base tip into the head branch. */
export function updateBranch(
  world: World,
  args: PullAction,
): { readonly sha: string; readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const { git } = pull.headRepository
  const base = baseTip(pull)
  if (pull.headRepository !== pull.repository) git.fetchFrom(pull.repository.git, base)
  const tree = git.mergeTree(pull.headSha, base)
  if (tree === undefined) throw new Error(`conflict: ${args.repo}#${args.number}`)
  const message = `Merge branch '${pull.baseRef}' into ${pull.headRef}`
  const sha = git.commitTree(tree, [pull.headSha, base], message, webFlow(world.clock.now()))
  const before = pull.headSha
  git.setRef(`refs/heads/${pull.headRef}`, sha)
  const actor = account(world, args.by)
  const { events } = moved(world, pull.headRepository, {
    branch: pull.headRef,
    before,
    after: sha,
    actor,
    forced: false,
  })
  const event = events.at(-1)
  if (event === undefined) throw new Error('a moved branch always makes a push event')
  return { sha, event }
}

export function enableAutoMerge(world: World, args: PullAction): { readonly event: WebhookEvent } {
  const pull = pullRequest(world, args.repo, args.number)
  const actor = account(world, args.by)
  pull.autoMerge = { at: world.clock.now(), by: actor, method: 'MERGE' }
  record(world, pull, actor, { kind: 'auto_merge_enabled' })
  return { event: pullRequestEvent(world, pull, actor, 'auto_merge_enabled') }
}

function headOf(world: World, at: Repository, head: string): { headRepository: Repository; headRef: string } {
  const [owner, branch] = head.includes(':') ? head.split(':', 2) : [at.owner.login, head]
  const headRepository = owner === at.owner.login ? at : repository(world, `${owner}/${at.name}`)
  return { headRepository, headRef: branch ?? head }
}
