import * as v from 'valibot'
import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { ForeignStatus, Status } from '../../gate/ports/statuses.ts'
import type { GitHub } from './github.ts'
import type { AccountNode } from './pull-request-answer.ts'

const BOT_SUFFIX = /\[bot\]$/
/** The account of every workflow's own token. */
const ACTIONS = 'github-actions'

/** Who set a status; null: GitHub does not say. */
export type StatusCreator = Pick<AccountNode, 'type' | 'login'> | null

/**
 * Whether a status was set by this token's account. GitHub names no creator where the workflow's own token set it, and of apps it
 * leaves out the suffix here and there.
 */
export function isOurs(creator: StatusCreator, viewer: string): boolean {
  const name = bare(viewer)
  if (creator === null) return name === ACTIONS
  return bare(creator.login) === name && (creator.type === 'Bot' || !BOT_SUFFIX.test(viewer))
}

function bare(login: string): string {
  return login.replace(BOT_SUFFIX, '').toLowerCase()
}

/** A status of our context: ours, or set by somebody else, which says nothing of what we decided. */
export interface SourcedStatus {
  readonly ours: Status | null
  readonly foreign: ForeignStatus | null
}

/** Tells ours from others'. */
export function sourced(status: Status | null, creator: StatusCreator, viewer: string): SourcedStatus {
  if (status === null) return { ours: null, foreign: null }
  if (isOurs(creator, viewer)) return { ours: status, foreign: null }
  return { ours: null, foreign: { state: status.state, by: creator?.login ?? null } }
}

const VIEWER_QUERY = 'query Viewer { viewer { login } }'
const VIEWER = v.object({ viewer: v.object({ login: v.string() }) })

/** The login of this token's account. */
export async function viewerOf(github: GitHub): Promise<Result<string, Problem>> {
  const operation = { what: 'read whose token this is', needs: 'metadata: read' }
  const answer = await github.graphql(operation, VIEWER, { query: VIEWER_QUERY, variables: {} })
  return answer.ok ? ok(answer.value.data.viewer.login) : answer
}
