import type { Account, Repository, Role, Team, Token, World } from './world.ts'

const ladder: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin']

/** The strongest role an account has on a repository: by ownership, directly, or by a team or a team above it. */
export function roleOf(world: World, repository: Repository, who: Account): Role | undefined {
  const roles: Role[] = []
  if (repository.owner === who) roles.push('admin')
  const direct = repository.collaborators.get(who)
  if (direct !== undefined) roles.push(direct.role)
  for (const team of world.teams.values()) {
    const granted = teamRole(team, repository)
    if (granted !== undefined && membership(world, team, who)?.state === 'active') roles.push(granted)
  }
  if (!repository.private && roles.length === 0) return undefined
  return roles.toSorted((a, b) => ladder.indexOf(b) - ladder.indexOf(a))[0]
}

export function atLeast(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && ladder.indexOf(role) >= ladder.indexOf(wanted)
}

/** A child team inherits what its parents were granted. */
export function teamRole(team: Team, repository: Repository): Role | undefined {
  const own = team.repositories.get(repository)
  const inherited = team.parent === undefined ? undefined : teamRole(team.parent, repository)
  if (own === undefined || inherited === undefined) return own ?? inherited
  return atLeast(own, inherited) ? own : inherited
}

/** Membership as GitHub answers it: members of child teams are members. */
export function membership(
  world: World,
  team: Team,
  who: Account,
): { state: 'active' | 'pending'; role: 'member' | 'maintainer' } | undefined {
  const own = team.members.get(who)
  if (own !== undefined) return own
  const children = [...world.teams.values()].filter((item) => item.parent === team)
  const found = children
    .map((child) => membership(world, child, who))
    .find((item) => item?.state === 'active')
  return found === undefined ? undefined : { state: 'active', role: 'member' }
}

/** Active members of the team and of its children, each once. */
export function membersOf(
  world: World,
  team: Team,
): { account: Account; inherited: boolean; role: string }[] {
  return [...world.accounts.values()].flatMap((account) => {
    const found = membership(world, team, account)
    if (found?.state !== 'active') return []
    return [{ account, inherited: !team.members.has(account), role: found.role }]
  })
}

export function canRead(world: World, repository: Repository, token: Token | undefined): boolean {
  if (!repository.private) return true
  if (token === undefined) return false
  if (token.kind === 'user') return roleOf(world, repository, token.account) !== undefined
  return token.repositories === undefined || token.repositories.includes(repository.fullName)
}

/** How GitHub names the relation of an author to a repository. It is not a permission. */
export function authorAssociation(world: World, repository: Repository, who: Account | null): string {
  if (who === null) return 'NONE'
  if (repository.owner === who) return 'OWNER'
  if (world.organizationMembers.get(repository.owner)?.has(who) === true) return 'MEMBER'
  return repository.collaborators.has(who) ? 'COLLABORATOR' : 'NONE'
}
