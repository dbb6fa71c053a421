import { iso } from '../clock.ts'
import { membersOf, membership, teamRole } from '../rights.ts'
import { findAccount, findRepository, type Team } from '../world.ts'
import {
  actor,
  type Answer,
  type Call,
  type Handler,
  noContent,
  notFound,
  ok,
  paged,
  pathValue,
  Refusal,
} from './call.ts'
import {
  appShape,
  permissionsShape,
  publicUserShape,
  repositoryShape,
  teamShape,
  userShape,
} from './shapes.ts'

/** Organisations, people, and what a token may learn about itself. */
export const organizationHandlers: Readonly<Record<string, Handler>> = {
  'teams/get-by-name': getTeam,
  'teams/list-members-in-org': listMembers,
  'teams/get-membership-for-user-in-org': getMembership,
  'teams/check-permissions-for-repo-in-org': teamRepository,
  'users/get-by-username': (call) => {
    const found = findAccount(call.world, pathValue(call, 'username'))
    if (found === undefined) throw notFound()
    return ok(publicUserShape(call.world, found))
  },
  'users/get-authenticated': (call) => {
    const token = actor(call)
    if (token.kind !== 'user') throw new Refusal(403, 'Resource not accessible by integration')
    return ok(publicUserShape(call.world, token.account))
  },
  'apps/get-by-slug': (call) => {
    const found = call.world.apps.get(pathValue(call, 'app_slug'))
    if (found === undefined) throw notFound()
    return ok(appShape(call.world, found))
  },
  'apps/get-authenticated': (call) => {
    const { kind, app } = actor(call)
    if (kind !== 'app-jwt' || app === undefined)
      throw new Refusal(401, 'A JSON web token could not be decoded')
    return ok(appShape(call.world, app))
  },
  'rate-limit/get': (call) => {
    const rate = rateOf(call.world.clock.now(), call.token?.points ?? 0, rateLimit(call.token?.kind))
    return ok({ rate, resources: { core: rate, search: rate, graphql: rate } })
  },
}

/** Requests an hour by kind of token. */
export function rateLimit(kind: string | undefined): number {
  if (kind === undefined) return 60
  return kind === 'actions' ? 1000 : 5000
}

export function rateOf(now: number, used: number, limit: number): Readonly<Record<string, number>> {
  return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil((now + 1) / 3_600_000) * 3600 }
}

function callTeam(call: Call): Team {
  const found = call.world.teams.get(
    `${pathValue(call, 'org')}/${pathValue(call, 'team_slug')}`.toLowerCase(),
  )
  const token = actor(call)
  if (found === undefined || !isVisible(call, found, token.account)) throw notFound()
  return found
}

function isVisible(call: Call, team: Team, viewer: ReturnType<typeof actor>['account']): boolean {
  if (actor(call).kind !== 'user') return true
  const inOrganization = call.world.organizationMembers.get(team.org)?.has(viewer) === true
  return inOrganization && (team.privacy === 'closed' || team.members.has(viewer))
}

function getTeam(call: Call): Answer {
  const { world } = call
  const team = callTeam(call)
  const url = `${world.urls.api}/orgs/${team.org.login}`
  return ok({
    ...teamShape(world, team),
    parent: team.parent === undefined ? null : teamShape(world, team.parent),
    members_count: membersOf(world, team).length,
    repos_count: team.repositories.size,
    created_at: iso(team.createdAt),
    updated_at: iso(team.createdAt),
    organization: {
      login: team.org.login,
      id: team.org.id,
      node_id: team.org.nodeId,
      url,
      repos_url: `${url}/repos`,
      events_url: `${url}/events`,
      hooks_url: `${url}/hooks`,
      issues_url: `${url}/issues`,
      members_url: `${url}/members{/member}`,
      public_members_url: `${url}/public_members{/member}`,
      avatar_url: String(userShape(world, team.org)['avatar_url']),
      html_url: `${world.urls.server}/${team.org.login}`,
      description: null,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      type: 'Organization',
      created_at: iso(team.org.createdAt),
      updated_at: iso(team.org.createdAt),
      archived_at: null,
    },
  })
}

function listMembers(call: Call): Answer {
  const role = call.query.get('role') ?? 'all'
  const found = membersOf(call.world, callTeam(call)).filter((item) => role === 'all' || item.role === role)
  return paged(call, found, (item) => ({
    ...userShape(call.world, item.account),
    role: item.role,
    inherited: item.inherited,
  }))
}

function getMembership(call: Call): Answer {
  const team = callTeam(call)
  const who = findAccount(call.world, pathValue(call, 'username'))
  const found = who === undefined ? undefined : membership(call.world, team, who)
  if (who === undefined || found === undefined) throw notFound()
  const url = `${call.world.urls.api}/organizations/${team.org.id}/team/${team.id}/memberships/${who.login}`
  return ok({ url, role: found.role, state: found.state })
}

function teamRepository(call: Call): Answer {
  const team = callTeam(call)
  const at = findRepository(call.world, `${pathValue(call, 'owner')}/${pathValue(call, 'repo')}`)
  const role = at === undefined ? undefined : teamRole(team, at)
  if (at === undefined || role === undefined) throw notFound()
  if (!/vnd\.github(?:\.v3)?\.repository\+json/.test(call.accept)) return noContent()
  const { has_discussions: _unknownToTeams, ...shape } = repositoryShape(call.world, at)
  return ok({ ...shape, permissions: permissionsShape(role), role_name: role })
}
