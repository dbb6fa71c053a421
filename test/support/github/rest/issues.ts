import { atLeast, type roleOf } from '../rights.ts'
import { deleteLabel, label, renameLabel, unlabel } from '../verbs/labels.ts'
import { addComment, changeBody, removeComment } from '../verbs/comments.ts'
import { findLabel } from '../verbs/repositories.ts'
import type { IssueComment, PullRequest, Repository, Role } from '../world.ts'
import {
  actor,
  type Answer,
  type Call,
  callerRole,
  callPull,
  callRepository,
  type Handler,
  noContent,
  notFound,
  ok,
  paged,
  pathValue,
  Refusal,
} from './call.ts'
import { commentShape, labelShape } from './shapes.ts'
import { timelineShape } from './timeline-shapes.ts'

const bodyLimit = 65_536
const labelLimit = 50

export const issueHandlers: Readonly<Record<string, Handler>> = {
  'issues/list-events-for-timeline': (call) => {
    const pull = callPull(call)
    return paged(call, pull.timeline, (item) => timelineShape(call.world, pull, item))
  },
  'issues/list-labels-for-repo': (call) => {
    const at = callRepository(call)
    return paged(call, at.labels, (item) => labelShape(call.world, at, item))
  },
  'issues/list-labels-on-issue': (call) => labelsOf(call, callPull(call)),
  'issues/add-labels': addLabels,
  'issues/remove-label': removeLabel,
  'issues/update-label': updateLabel,
  'issues/delete-label': (call) => {
    const at = callRepository(call)
    requireRole(call, at, 'write')
    const name = pathValue(call, 'name')
    if (findLabel(at, name) === undefined) throw notFound()
    deleteLabel(call.world, { repo: at.fullName, by: actor(call).account.login, name })
    return noContent()
  },
  'issues/list-comments': (call) => {
    const pull = callPull(call)
    const since = Date.parse(call.query.get('since') ?? '1970-01-01T00:00:00Z')
    const shown = pull.comments.filter((item) => item.updatedAt >= since)
    return paged(call, shown, (item) => commentShape(call.world, pull.repository, pull.number, item))
  },
  'issues/create-comment': (call) => {
    const pull = callPull(call)
    const { account, app, kind } = actor(call)
    const body = checkedBody(call)
    const repo = pull.repository.fullName
    const created = addComment(
      call.world,
      repo,
      pull.number,
      account,
      kind === 'user' ? null : (app ?? null),
      body,
    )
    return ok(commentShape(call.world, pull.repository, pull.number, created), 201)
  },
  'issues/update-comment': (call) => {
    const { pull, comment } = callComment(call)
    requireOwnComment(call, pull.repository, comment)
    changeBody(call.world, comment, checkedBody(call))
    return ok(commentShape(call.world, pull.repository, pull.number, comment))
  },
  'issues/delete-comment': (call) => {
    const { pull, comment } = callComment(call)
    requireOwnComment(call, pull.repository, comment)
    removeComment(pull, comment)
    return noContent()
  },
}

function addLabels(call: Call): Answer {
  const pull = callPull(call)
  requireRole(call, pull.repository, 'triage')
  const wanted: unknown = call.body['labels']
  const names = Array.isArray(wanted) ? wanted.map(labelName) : []
  if (names.some((name) => name.length > labelLimit)) {
    throw new Refusal(422, 'Validation Failed', { errors: [tooLong('Label', 'name', labelLimit)] })
  }
  for (const name of names) label(call.world, { ...labelAddress(call, pull), name })
  return labelsOf(call, pull)
}

function removeLabel(call: Call): Answer {
  const pull = callPull(call)
  requireRole(call, pull.repository, 'triage')
  const name = pathValue(call, 'name')
  const found = findLabel(pull.repository, name)
  if (found === undefined || !pull.labels.includes(found)) throw new Refusal(404, 'Label does not exist')
  unlabel(call.world, { ...labelAddress(call, pull), name })
  return labelsOf(call, pull)
}

/** Where and by whom; an app's token also names the app. */
function labelAddress(
  call: Call,
  pull: PullRequest,
): { repo: string; number: number; by: string; viaApp?: string } {
  const { account, app, kind } = actor(call)
  const viaApp = kind === 'user' || app === undefined ? {} : { viaApp: app.slug }
  return { repo: pull.repository.fullName, number: pull.number, by: account.login, ...viaApp }
}

function updateLabel(call: Call): Answer {
  const at = callRepository(call)
  requireRole(call, at, 'write')
  const found = findLabel(at, pathValue(call, 'name'))
  if (found === undefined) throw notFound()
  const to = call.body['new_name']
  if (typeof to === 'string') {
    if (to.length > labelLimit) {
      throw new Refusal(422, 'Validation Failed', { errors: [tooLong('Label', 'name', labelLimit)] })
    }
    renameLabel(call.world, { repo: at.fullName, by: actor(call).account.login, from: found.name, to })
  }
  return ok(labelShape(call.world, at, found))
}

function labelsOf(call: Call, pull: PullRequest): Answer {
  return paged(call, pull.labels, (item) => labelShape(call.world, pull.repository, item))
}

export function labelName(item: unknown): string {
  return typeof item === 'string' ? item : String((item as { name: unknown }).name)
}

function checkedBody(call: Call): string {
  const body = String(call.body['body'])
  if (body.length > bodyLimit) {
    throw new Refusal(422, 'Validation Failed', { errors: [tooLong('IssueComment', 'body', bodyLimit)] })
  }
  return body
}

/** GitHub's entry in the `errors` of a 422 about length. */
export function tooLong(resource: string, field: string, limit: number): Readonly<Record<string, string>> {
  return { resource, code: 'custom', field, message: `${field} is too long (maximum is ${limit} characters)` }
}

function callComment(call: Call): { pull: PullRequest; comment: IssueComment } {
  const id = Number(call.path['comment_id'])
  for (const pull of callRepository(call).pulls.values()) {
    const comment = pull.comments.find((item) => item.id === id)
    if (comment !== undefined) return { pull, comment }
  }
  throw notFound()
}

function requireOwnComment(call: Call, at: Repository, comment: IssueComment): void {
  if (comment.user !== actor(call).account) requireRole(call, at, 'write')
}

function requireRole(call: Call, at: Repository, role: Role): ReturnType<typeof roleOf> {
  const held = callerRole(call, at)
  if (!atLeast(held, role)) throw new Refusal(403, `Must have ${role} access to the repository.`)
  return held
}
