import { iso } from '../clock.ts'
import { atLeast, authorAssociation } from '../rights.ts'
import { openIssue } from '../verbs/issues.ts'
import { ensureLabel, findLabel } from '../verbs/repositories.ts'
import type { Issue } from '../world.ts'
import {
  actor,
  type Answer,
  type Call,
  callerRole,
  callRepository,
  type Handler,
  ok,
  Refusal,
} from './call.ts'
import { labelName, tooLong } from './issues.ts'
import { type Json, labelShape, repositoryUrl, userOrNull } from './shapes.ts'

const bodyLimit = 65_536

export const newIssueHandlers: Readonly<Record<string, Handler>> = {
  'issues/create': createIssue,
  'issues/create-label': createLabel,
}

/** Labels are for who may push: those of others are dropped without a word. */
function createIssue(call: Call): Answer {
  const at = callRepository(call)
  const { title, body = '', labels } = call.body
  if (String(body).length > bodyLimit)
    throw new Refusal(422, 'Validation Failed', { errors: [tooLong('Issue', 'body', bodyLimit)] })
  const names = Array.isArray(labels) && atLeast(callerRole(call, at), 'write') ? labels.map(labelName) : []
  const created = openIssue(call.world, {
    repo: at.fullName,
    by: actor(call).account.login,
    title: String(title),
    body: String(body),
    labels: names,
  })
  return ok(issueShape(call, created), 201)
}

function createLabel(call: Call): Answer {
  const at = callRepository(call)
  const name = String(call.body['name'])
  if (findLabel(at, name) !== undefined) {
    const errors = [{ resource: 'Label', code: 'already_exists', field: 'name' }]
    throw new Refusal(422, 'Validation Failed', { errors })
  }
  return ok(labelShape(call.world, at, ensureLabel(call.world, at, name)), 201)
}

function issueShape({ world }: Call, issue: Issue): Json {
  const url = `${repositoryUrl(world, issue.repository)}/issues/${issue.number}`
  return {
    id: issue.id,
    node_id: issue.nodeId,
    url,
    repository_url: repositoryUrl(world, issue.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: `${world.urls.server}/${issue.repository.fullName}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: null,
    title: issue.title,
    body: issue.body,
    user: userOrNull(world, issue.author),
    labels: issue.labels.map((label) => labelShape(world, issue.repository, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: 0,
    closed_at: issue.closedAt === null ? null : iso(issue.closedAt),
    closed_by: null,
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    author_association: authorAssociation(world, issue.repository, issue.author),
  }
}
