import { deliver } from '../webhook.ts'
import { account, nextId, nodeId, repository } from '../world.ts'
import type { CheckRun, CommitStatus, StatusState, World } from '../world.ts'

export interface NewStatus {
  readonly repo: string
  readonly sha: string
  readonly context: string
  readonly state: StatusState
  readonly description?: string | null
  readonly targetUrl?: string | null
  /** Null: without a creator, as GitHub answers for some tokens. */
  readonly by: string | null
}

export function postStatus(world: World, args: NewStatus): CommitStatus {
  const at = repository(world, args.repo)
  const id = nextId(world)
  const status: CommitStatus = {
    id,
    nodeId: nodeId('SC', id),
    sha: args.sha,
    context: args.context,
    state: args.state,
    description: args.description ?? null,
    targetUrl: args.targetUrl ?? null,
    creator: args.by === null ? null : account(world, args.by),
    at: world.clock.now(),
  }
  at.statuses.push(status)
  deliver(world, 'status', at, status.creator, {
    id,
    sha: args.sha,
    context: args.context,
    state: args.state,
    description: status.description,
  })
  return status
}

/** The newest status of each context, which GitHub compares without case; newest first. */
export function latestStatuses(statuses: readonly CommitStatus[], sha: string): readonly CommitStatus[] {
  const newest = new Map<string, CommitStatus>()
  for (const status of statuses) if (status.sha === sha) newest.set(status.context.toLowerCase(), status)
  return [...newest.values()].toSorted((a, b) => b.id - a.id)
}

export interface NewCheckRun {
  readonly repo: string
  readonly sha: string
  readonly name: string
  readonly conclusion: CheckRun['conclusion']
  readonly app?: { readonly id: number; readonly slug: string }
  readonly externalId?: string
  readonly workflow?: { readonly path: string; readonly event: string }
}

/** A check run seen by GraphQL; null as conclusion means still running. */
export function postCheckRun(world: World, args: NewCheckRun): CheckRun {
  const id = nextId(world)
  const run: CheckRun = {
    id,
    nodeId: nodeId('CR', id),
    sha: args.sha,
    name: args.name,
    status: args.conclusion === null ? 'in_progress' : 'completed',
    conclusion: args.conclusion,
    externalId: args.externalId ?? null,
    app: args.app ?? { id: 15_368, slug: 'github-actions' },
    workflow: args.workflow ?? null,
    at: world.clock.now(),
  }
  repository(world, args.repo).checkRuns.push(run)
  return run
}
