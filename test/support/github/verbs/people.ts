import { durationMilliseconds } from '../clock.ts'
import { account, findAccount, nextId, nodeId, team as findTeam } from '../world.ts'
import type { Account, App, Team, Token, World } from '../world.ts'

export interface NewUser {
  readonly login: string
  readonly type?: Account['type']
  readonly id?: number
  /** Addresses besides `<login>@users.example` and the no-reply one. */
  readonly emails?: readonly string[]
}

export function createUser(world: World, user: NewUser): Account {
  if (findAccount(world, user.login) !== undefined) throw new Error(`login taken: ${user.login}`)
  const id = user.id ?? nextId(world)
  const type = user.type ?? 'User'
  const emails = [emailOf(user.login), `${id}+${user.login}@users.noreply.github.com`, ...(user.emails ?? [])]
  const created: Account = {
    id,
    nodeId: nodeId(type === 'User' ? 'U' : type === 'Bot' ? 'BOT' : 'O', id),
    login: user.login,
    type,
    emails: type === 'Organization' ? [] : emails.map((email) => email.toLowerCase()),
    createdAt: world.clock.now(),
  }
  world.accounts.set(user.login.toLowerCase(), created)
  return created
}

/** The address the emulator gives a login, when a test needs to write it into a commit. */
export function emailOf(login: string): string {
  return `${login.replaceAll(/[^\w.-]/g, '')}@users.example`
}

export function ensureOrganization(world: World, login: string): Account {
  return findAccount(world, login) ?? createUser(world, { login, type: 'Organization' })
}

export interface NewTeam {
  /** `organisation/slug`. */
  readonly team: string
  readonly members?: readonly (
    | string
    | {
        readonly login: string
        readonly state?: 'active' | 'pending'
        readonly role?: 'member' | 'maintainer'
      }
  )[]
  /** Existing teams that become children, as `organisation/slug`. */
  readonly childTeams?: readonly string[]
  /** The existing team this one becomes a child of, as `organisation/slug`. */
  readonly parent?: string
  readonly privacy?: 'closed' | 'secret'
}

export function createTeam(world: World, args: NewTeam): Team {
  const [orgLogin = '', slug = ''] = args.team.split('/')
  if (slug === '') throw new Error(`write a team as organisation/slug: ${args.team}`)
  const org = ensureOrganization(world, orgLogin)
  const id = nextId(world)
  const team: Team = {
    id,
    nodeId: nodeId('T', id),
    org,
    slug,
    members: new Map(),
    repositories: new Map(),
    createdAt: world.clock.now(),
    privacy: args.privacy ?? 'closed',
    parent: args.parent === undefined ? undefined : findTeam(world, args.parent),
  }
  for (const entry of args.members ?? []) {
    const member = typeof entry === 'string' ? { login: entry } : entry
    addMember(world, team, { state: 'active', role: 'member', ...member })
  }
  for (const child of args.childTeams ?? []) findTeam(world, child).parent = team
  world.teams.set(args.team.toLowerCase(), team)
  return team
}

function addMember(
  world: World,
  team: Team,
  member: {
    readonly login: string
    readonly state: 'active' | 'pending'
    readonly role: 'member' | 'maintainer'
  },
): void {
  const who = account(world, member.login)
  team.members.set(who, { state: member.state, role: member.role })
  const known = world.organizationMembers.get(team.org) ?? new Set()
  world.organizationMembers.set(team.org, known)
  if (member.state === 'active') known.add(who)
}

export function setTeamMember(
  world: World,
  team: Team,
  login: string,
  state: 'active' | 'pending' | 'none',
): void {
  if (state === 'none') team.members.delete(account(world, login))
  else addMember(world, team, { login, state, role: 'member' })
}

export interface NewToken {
  readonly kind: Token['kind']
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>
  /** The user of a user token, or `<slug>[bot]` of an app; created when missing. */
  readonly login?: string
  /** How the request log calls it; default: the kind. */
  readonly name?: string
  readonly repositories?: readonly string[]
  /** A duration such as `1h`, which is what GitHub gives installation tokens. Default: never expires. */
  readonly expiresIn?: string
}

/** Makes a token and returns its secret value. */
export function createToken(world: World, args: NewToken): string {
  const login = args.login ?? (args.kind === 'actions' ? 'github-actions[bot]' : 'drawbridge-gate[bot]')
  const isUser = args.kind === 'user'
  const owner = findAccount(world, login) ?? createUser(world, { login, ...botIdentity(login, isUser) })
  const value = `${prefixes[args.kind]}_${String(nextId(world)).padStart(36, '0')}`
  world.tokens.set(value, {
    name: args.name ?? args.kind,
    value,
    kind: args.kind,
    permissions: args.permissions ?? (isUser ? undefined : {}),
    account: owner,
    app: isUser ? undefined : ensureApp(world, login.replace(/\[bot\]$/, ''), args.permissions ?? {}),
    expiresAt:
      args.expiresIn === undefined ? Infinity : world.clock.now() + durationMilliseconds(args.expiresIn),
    repositories: args.repositories,
    points: 0,
  })
  return value
}

export function ensureApp(
  world: World,
  slug: string,
  permissions: Readonly<Record<string, string>> = {},
): App {
  const known = world.apps.get(slug)
  if (known !== undefined) return known
  const app: App = {
    id: slug === 'github-actions' ? 15_368 : nextId(world),
    slug,
    owner: ensureOrganization(world, slug === 'github-actions' ? 'github' : `${slug}-owner`),
    permissions,
    createdAt: world.clock.now(),
  }
  world.apps.set(slug, app)
  return app
}

const prefixes = { actions: 'ghs', app: 'ghs', 'app-jwt': 'jwt', user: 'ghp' } as const

function botIdentity(login: string, isUser: boolean): Pick<NewUser, 'type' | 'id'> {
  if (login === 'github-actions[bot]') return { type: 'Bot', id: 41_898_282 }
  return { type: isUser ? 'User' : 'Bot' }
}
