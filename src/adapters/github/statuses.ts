import * as v from 'valibot'
import type { Sha } from '../../core/model/ids.ts'
import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { Status, Statuses, StatusState } from '../../gate/ports/statuses.ts'
import type { GitHub } from './github.ts'
import { sourced, viewerOf } from './status-source.ts'
import type { StatusNode } from './pull-request-answer.ts'

/** Commit statuses under one context. */
export function githubStatuses(github: GitHub, context: string): Statuses {
  return {
    latest: (sha) => latestStatus(github, context, sha),
    post: (sha, status) => post(github, context, sha, status),
  }
}

/** A status as GraphQL has it. A state that nobody posts (`EXPECTED`) is none. */
export function statusOf(node: StatusNode | null): Status | null {
  const state = node ? STATE[node.state] : null
  return node && state ? { state, description: node.description ?? '' } : null
}

const STATE: Readonly<Record<StatusNode['state'], StatusState | null>> = {
  EXPECTED: null,
  ERROR: 'error',
  FAILURE: 'failure',
  PENDING: 'pending',
  SUCCESS: 'success',
}

const STATUSES = v.array(
  v.object({
    context: v.string(),
    state: v.picklist(['error', 'failure', 'pending', 'success']),
    description: v.nullable(v.string()),
    creator: v.nullish(v.object({ type: v.string(), login: v.string() })),
  }),
)

/** The newest status of our context on a commit, when it is ours. GitHub lists newest first and compares contexts without regard to case. */
export async function latestStatus(
  github: GitHub,
  context: string,
  sha: Sha,
): Promise<Result<Status | null, Problem>> {
  const operation = { what: `read the statuses of ${sha}`, needs: 'statuses: read' }
  const read = await github.rest(operation, STATUSES, (client) =>
    client.paginate(client.rest.repos.listCommitStatusesForRef, {
      owner: github.owner,
      repo: github.name,
      ref: sha,
      per_page: 100,
    }),
  )
  if (!read.ok) return read
  const newest = read.value.find((status) => status.context.toLowerCase() === context.toLowerCase())
  if (!newest) return ok(null)
  const viewer = await viewerOf(github)
  if (!viewer.ok) return viewer
  const status = { state: newest.state, description: newest.description ?? '' }
  return ok(sourced(status, newest.creator ?? null, viewer.value).ours)
}

async function post(
  github: GitHub,
  context: string,
  sha: Sha,
  status: Status,
): Promise<Result<null, Problem>> {
  const operation = { what: `post the status "${context}" on ${sha}`, needs: 'statuses: write' }
  const posted = await github.rest(operation, v.unknown(), (client) =>
    client.rest.repos.createCommitStatus({
      owner: github.owner,
      repo: github.name,
      sha,
      context,
      state: status.state,
      description: status.description,
    }),
  )
  return posted.ok ? ok(null) : posted
}
