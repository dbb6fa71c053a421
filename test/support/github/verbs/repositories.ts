import { join } from 'node:path'
import { type FileChange, GitRepository } from '../git-repository.ts'
import { account, findRepository, nextId, nodeId, repository, team } from '../world.ts'
import type { BranchRule, ClassicProtection, CodeownersError, Repository, Role, World } from '../world.ts'
import { ensureOrganization } from './people.ts'
import { push } from './push.ts'

export interface NewRepository {
  readonly files?: Readonly<Record<string, FileChange>>
  /** A role by login; `{role, roleName}` for a custom role built on it. */
  readonly collaborators?: Readonly<Record<string, Role | { readonly role: Role; readonly roleName: string }>>
  /** A role by team slug. */
  readonly teams?: Readonly<Record<string, Role>>
  readonly private?: boolean
  readonly defaultBranch?: string
  readonly labels?: readonly string[]
}

/** A repository with one commit on its default branch, made by nobody in particular. */
export function createRepository(world: World, fullName: string, args: NewRepository = {}): Repository {
  const defaultBranch = args.defaultBranch ?? 'main'
  const directory = join(world.folder, `${fullName.toLowerCase()}.git`)
  const created = register(world, fullName, GitRepository.create(directory, defaultBranch), {
    defaultBranch,
    private: args.private ?? false,
    parent: undefined,
  })
  for (const [login, grant] of Object.entries(args.collaborators ?? {})) {
    const full = typeof grant === 'string' ? { role: grant, roleName: grant } : grant
    created.collaborators.set(account(world, login), full)
  }
  for (const [slug, role] of Object.entries(args.teams ?? {})) {
    team(world, `${created.owner.login}/${slug}`).repositories.set(created, role)
  }
  for (const name of args.labels ?? []) ensureLabel(world, created, name)
  const files = args.files ?? { 'README.md': `# ${created.name}\n` }
  push(world, { repo: fullName, branch: defaultBranch, files, by: null, message: 'Begin' })
  return created
}

/** A fork below another owner, with the branches the parent has now. */
export function forkRepository(
  world: World,
  args: { readonly repo: string; readonly owner: string },
): Repository {
  const parent = repository(world, args.repo)
  const fullName = `${args.owner}/${parent.name}`
  const git = GitRepository.clone(parent.git, join(world.folder, `${fullName.toLowerCase()}.git`))
  return register(world, fullName, git, {
    defaultBranch: parent.defaultBranch,
    private: parent.private,
    parent,
  })
}

export interface RulesFor {
  readonly repo: string
  readonly branch: string
  readonly rules: readonly (Omit<BranchRule, 'ruleset'> & { readonly ruleset?: BranchRule['ruleset'] })[]
}

/** Replaces the active ruleset rules of one branch. The emulator reports them; it does not enforce them. */
export function setRules(world: World, args: RulesFor): void {
  const ruleset = { id: nextId(world), name: 'gate' }
  repository(world, args.repo).rules.set(
    args.branch,
    args.rules.map((rule) => ({ ...rule, ruleset: rule.ruleset ?? ruleset })),
  )
}

/** Classic branch protection: the required checks that `GET branches/{branch}` shows to every reader. */
export function setBranchProtection(
  world: World,
  args: {
    readonly repo: string
    readonly branch: string
    readonly checks: readonly { readonly context: string; readonly appId: number | null }[]
    /** What only administrators see; default: nothing of it is on. */
    readonly details?: Partial<ClassicProtection>
  },
): void {
  const at = repository(world, args.repo)
  at.protectedChecks.set(args.branch, args.checks)
  at.protections.set(args.branch, { enforceAdmins: false, strict: false, reviews: null, ...args.details })
}

export function setCodeownersErrors(
  world: World,
  args: { readonly repo: string; readonly ref?: string; readonly errors: readonly CodeownersError[] },
): void {
  const found = repository(world, args.repo)
  found.codeownersErrors.set(args.ref ?? found.defaultBranch, args.errors)
}

/** The label of that name (names are compared without case), made grey when it is new. */
export function ensureLabel(world: World, at: Repository, name: string): Repository['labels'][number] {
  const known = findLabel(at, name)
  if (known !== undefined) return known
  const id = nextId(world)
  const now = world.clock.now()
  const label = {
    id,
    nodeId: nodeId('LA', id),
    name,
    color: 'ededed',
    description: null,
    createdAt: now,
    updatedAt: now,
  }
  at.labels.push(label)
  return label
}

export function findLabel(at: Repository, name: string): Repository['labels'][number] | undefined {
  return at.labels.find((label) => label.name.toLowerCase() === name.toLowerCase())
}

function register(
  world: World,
  fullName: string,
  git: GitRepository,
  facts: Pick<Repository, 'defaultBranch' | 'private' | 'parent'>,
): Repository {
  if (findRepository(world, fullName) !== undefined) throw new Error(`repository exists: ${fullName}`)
  const [ownerLogin = '', name = ''] = fullName.split('/')
  const id = nextId(world)
  const created: Repository = {
    ...facts,
    id,
    nodeId: nodeId('R', id),
    owner: ensureOrganization(world, ownerLogin),
    name,
    fullName,
    git,
    collaborators: new Map(),
    labels: [],
    pulls: new Map(),
    issues: new Map(),
    statuses: [],
    checkRuns: [],
    activity: [],
    rules: new Map(),
    protectedChecks: new Map(),
    protections: new Map(),
    codeownersErrors: new Map(),
    workflowStates: new Map(),
    workflowRuns: [],
    environments: new Map(),
    createdAt: world.clock.now(),
    nextNumber: 1,
  }
  world.repositories.set(fullName.toLowerCase(), created)
  return created
}
