import { iso } from '../clock.ts'
import { atLeast, roleOf } from '../rights.ts'
import { latestStatuses, postStatus } from '../verbs/reports.ts'
import { findAccount, nodeId } from '../world.ts'
import type { Activity, CommitStatus, Repository, Role, StatusState } from '../world.ts'
import {
  actor,
  type Answer,
  type Call,
  callerRole,
  callRepository,
  type Handler,
  notFound,
  ok,
  paged,
  pathValue,
  Refusal,
  resolveCommit,
} from './call.ts'
import { tooLong } from './issues.ts'
import {
  commitShape,
  gitCommitShape,
  minimalRepositoryShape,
  permissionsShape,
  repositoryShape,
  repositoryUrl,
  statusShape,
  userOrNull,
  userShape,
} from './shapes.ts'

const descriptionLimit = 140
const statusCap = 1000

export const repositoryHandlers: Readonly<Record<string, Handler>> = {
  'repos/get': getRepository,
  'repos/codeowners-errors': codeownersErrors,
  'repos/create-commit-status': createStatus,
  'repos/get-combined-status-for-ref': combinedStatus,
  'repos/list-commit-statuses-for-ref': (call) => {
    const at = callRepository(call)
    const sha = callCommit(call, at)
    const found = at.statuses.filter((status) => status.sha === sha).toReversed()
    return paged(call, found, (status) => statusShape(call.world, at, status))
  },
  'repos/get-collaborator-permission-level': collaboratorPermission,
  'repos/list-activities': activities,
  'repos/get-branch': getBranch,
  'repos/get-branch-rules': (call) => {
    const at = callRepository(call)
    const rules = at.rules.get(pathValue(call, 'branch')) ?? []
    return paged(call, rules, (rule) => ({
      type: rule.type,
      ruleset_source_type: 'Repository',
      ruleset_source: at.fullName,
      ruleset_id: rule.ruleset.id,
      parameters: rule.parameters,
    }))
  },
  'git/get-ref': getRef,
  'git/get-commit': (call) => {
    const at = callRepository(call)
    const info = at.git.info(pathValue(call, 'commit_sha'))
    if (info === undefined) throw notFound()
    return ok(gitCommitShape(call.world, at, info))
  },
}

function getRepository(call: Call): Answer {
  const at = callRepository(call)
  const organization =
    at.owner.type === 'Organization' ? { organization: userShape(call.world, at.owner) } : {}
  const parents = at.parent === undefined ? {} : { parent: repositoryShape(call.world, at.parent) }
  return ok({
    ...repositoryShape(call.world, at),
    permissions: permissionsShape(callerRole(call, at) ?? 'read'),
    network_count: 0,
    subscribers_count: 0,
    ...organization,
    ...parents,
    ...(at.parent === undefined ? {} : { source: repositoryShape(call.world, at.parent) }),
  })
}

function codeownersErrors(call: Call): Answer {
  const at = callRepository(call)
  const ref = call.query.get('ref') ?? at.defaultBranch
  const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
  if (!places.some((path) => at.git.object(`${ref}:${path}`) !== undefined)) throw notFound()
  const errors = at.codeownersErrors.get(ref) ?? []
  return ok({ errors: errors.map((error) => ({ source: '', suggestion: null, ...error })) })
}

function createStatus(call: Call): Answer {
  const at = callRepository(call)
  const token = actor(call)
  if (!atLeast(callerRole(call, at), 'write')) throw notFound()
  const sha = at.git.tip(pathValue(call, 'sha'))
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${pathValue(call, 'sha')}`)
  const { state, context = 'default', description = null, target_url: targetUrl = null } = call.body
  if (typeof description === 'string' && description.length > descriptionLimit) {
    throw invalidStatus(tooLong('Status', 'description', descriptionLimit))
  }
  const wanted = String(context)
  const before = at.statuses.filter((item) => item.sha === sha && sameContext(item.context, wanted))
  if (before.length >= statusCap) {
    const message = 'This SHA and context has reached the maximum number of statuses.'
    throw invalidStatus({ resource: 'Status', code: 'custom', message })
  }
  const anonymous = token.kind === 'actions' && !call.world.switches.actionsStatusesHaveCreator
  const status = postStatus(call.world, {
    repo: at.fullName,
    sha,
    context: wanted,
    state: state as StatusState,
    description: description as string | null,
    targetUrl: targetUrl as string | null,
    by: anonymous ? null : token.account.login,
  })
  return ok(statusShape(call.world, at, status), 201)
}

function invalidStatus(error: object): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [error] })
}

function sameContext(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function combinedStatus(call: Call): Answer {
  const at = callRepository(call)
  const sha = callCommit(call, at)
  const latest = latestStatuses(at.statuses, sha)
  const page = paged(call, latest, (status) => {
    const { creator: _creator, ...rest } = statusShape(call.world, at, status)
    return rest
  })
  return {
    ...page,
    body: {
      state: combinedState(latest),
      statuses: page.body,
      sha,
      total_count: latest.length,
      repository: minimalRepositoryShape(call.world, at),
      commit_url: `${repositoryUrl(call.world, at)}/commits/${sha}`,
      url: `${repositoryUrl(call.world, at)}/commits/${sha}/status`,
    },
  }
}

/** Failure before pending before success; nothing at all is pending. */
export function combinedState(statuses: readonly CommitStatus[]): 'failure' | 'pending' | 'success' {
  if (statuses.some((status) => status.state === 'error' || status.state === 'failure')) return 'failure'
  return statuses.length === 0 || statuses.some((status) => status.state === 'pending')
    ? 'pending'
    : 'success'
}

const collapsed: Readonly<Record<Role, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
}

function collaboratorPermission(call: Call): Answer {
  const at = callRepository(call)
  const login = pathValue(call, 'username')
  const who = findAccount(call.world, login)
  if (who === undefined) throw notFound()
  if (who.type !== 'User') throw new Refusal(404, `${login} is not a user`)
  const role = roleOf(call.world, at, who) ?? (at.private ? undefined : 'read')
  const direct = at.collaborators.get(who)
  const roleName = direct !== undefined && direct.role === role ? direct.roleName : (role ?? '')
  return ok({
    permission: role === undefined ? 'none' : collapsed[role],
    role_name: roleName,
    user: { ...userShape(call.world, who), permissions: permissionsShape(role), role_name: roleName },
  })
}

function activities(call: Call): Answer {
  const at = callRepository(call)
  const { query } = call
  const ref = query.get('ref')
  const login = query.get('actor')?.toLowerCase()
  const wanted = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
  const found = at.activity
    .filter((item) => wanted === null || item.ref === wanted)
    .filter((item) => login === undefined || item.actor?.login.toLowerCase() === login)
    .filter((item) => !query.has('activity_type') || item.type === query.get('activity_type'))
    .filter((item) => item.at >= call.world.clock.now() - periodOf(query.get('time_period')))
  const ordered = query.get('direction') === 'asc' ? found : found.toReversed()
  return activityPage(call, ordered)
}

const day = 86_400_000
const periods: Readonly<Record<string, number>> = {
  day,
  week: 7 * day,
  month: 31 * day,
  quarter: 92 * day,
  year: 366 * day,
}

function periodOf(name: string | null): number {
  return (name === null ? undefined : periods[name]) ?? Infinity
}

/** Activity is paged by cursor: `after` names the last entry already seen, `before` the first. */
function activityPage(call: Call, items: readonly Activity[]): Answer {
  const size = Number(call.query.get('per_page') ?? 30)
  const at = (name: string): number => items.findIndex((item) => cursor(item) === call.query.get(name))
  const start = call.query.has('before') ? Math.max(0, at('before') - size) : at('after') + 1
  const shown = items.slice(start, start + size)
  const links: string[] = []
  const link = (name: string, item: Activity | undefined, rel: string): void => {
    if (item === undefined) return
    const query = new URLSearchParams(call.query)
    query.delete('before')
    query.delete('after')
    query.set(name, cursor(item))
    links.push(`<${call.url}?${query.toString()}>; rel="${rel}"`)
  }
  if (start > 0) link('before', shown[0], 'prev')
  if (start + size < items.length) link('after', shown.at(-1), 'next')
  return {
    status: 200,
    body: shown.map((item) => ({
      id: item.id,
      node_id: nodeId('PSH', item.id),
      before: item.before,
      after: item.after,
      ref: item.ref,
      timestamp: iso(item.at),
      activity_type: item.type,
      actor: userOrNull(call.world, item.actor),
    })),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  }
}

function cursor(item: Activity): string {
  return Buffer.from(`activity:${item.id}`).toString('base64url')
}

function getBranch(call: Call): Answer {
  const at = callRepository(call)
  const name = pathValue(call, 'branch')
  const sha = at.git.tip(`refs/heads/${name}`)
  const info = sha === undefined ? undefined : at.git.info(sha)
  if (info === undefined) throw new Refusal(404, 'Branch not found')
  const url = `${repositoryUrl(call.world, at)}/branches/${encodeURIComponent(name)}`
  const checks = at.protectedChecks.get(name) ?? []
  const isProtected = at.protectedChecks.has(name)
  return ok({
    name,
    commit: commitShape(call.world, at, info),
    _links: { self: url, html: `${call.world.urls.server}/${at.fullName}/tree/${name}` },
    protected: isProtected || at.rules.has(name),
    protection: {
      enabled: isProtected,
      required_status_checks: {
        enforcement_level: isProtected ? 'non_admins' : 'off',
        contexts: checks.map((check) => check.context),
        checks: checks.map((check) => ({ context: check.context, app_id: check.appId })),
      },
    },
    protection_url: `${url}/protection`,
  })
}

function getRef(call: Call): Answer {
  const at = callRepository(call)
  const name = `refs/${pathValue(call, 'ref')}`
  const object = at.git.object(name)
  if (object === undefined) throw notFound()
  const url = repositoryUrl(call.world, at)
  return ok({
    ref: name,
    node_id: nodeId('REF', `${at.id}:${name}`),
    url: `${url}/git/${name}`,
    object: { sha: object.oid, type: object.type, url: `${url}/git/${object.type}s/${object.oid}` },
  })
}

function callCommit(call: Call, at: Repository): string {
  const sha = resolveCommit(at, pathValue(call, 'ref'))
  if (sha === undefined) throw new Refusal(404, `No commit found for SHA: ${pathValue(call, 'ref')}`)
  return sha
}
