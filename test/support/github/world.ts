import type { Clock } from './clock.ts'
import type { GitRepository } from './git-repository.ts'

export type Role = 'read' | 'triage' | 'write' | 'maintain' | 'admin'
export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
export type StatusState = 'error' | 'failure' | 'pending' | 'success'

export interface Account {
  readonly id: number
  readonly nodeId: string
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin'
  readonly emails: readonly string[]
  readonly createdAt: number
}

export interface Team {
  readonly id: number
  readonly nodeId: string
  readonly org: Account
  readonly slug: string
  readonly members: Map<Account, { state: 'active' | 'pending'; role: 'member' | 'maintainer' }>
  readonly repositories: Map<Repository, Role>
  readonly createdAt: number
  privacy: 'closed' | 'secret'
  parent: Team | undefined
}

export interface App {
  readonly id: number
  readonly slug: string
  readonly owner: Account
  readonly permissions: Readonly<Record<string, string>>
  readonly createdAt: number
}

export interface Label {
  readonly id: number
  readonly nodeId: string
  name: string
  readonly color: string
  readonly description: string | null
  readonly createdAt: number
  updatedAt: number
}

export interface CommitStatus {
  readonly id: number
  readonly nodeId: string
  readonly sha: string
  readonly context: string
  readonly state: StatusState
  readonly description: string | null
  readonly targetUrl: string | null
  /** Null when GitHub hides it: see the behaviour table. */
  readonly creator: Account | null
  readonly at: number
}

export interface CheckRun {
  readonly id: number
  readonly nodeId: string
  readonly sha: string
  readonly name: string
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'skipped' | 'cancelled' | null
  readonly externalId: string | null
  readonly app: { readonly id: number; readonly slug: string }
  readonly workflow: { readonly path: string; readonly event: string } | null
  readonly at: number
}

export interface Activity {
  readonly id: number
  readonly before: string
  readonly after: string
  readonly ref: string
  readonly at: number
  readonly type:
    | 'push'
    | 'force_push'
    | 'branch_creation'
    | 'branch_deletion'
    | 'pr_merge'
    | 'merge_queue_merge'
  readonly actor: Account | null
}

export interface CodeownersError {
  readonly line: number
  readonly column: number
  readonly kind: string
  readonly source?: string
  readonly suggestion?: string | null
  readonly message: string
  readonly path: string
}

/** Who may pass by a ruleset, in REST form. */
export interface BypassActor {
  readonly actor_id: number | null
  readonly actor_type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'DeployKey' | 'User'
  readonly bypass_mode: 'always' | 'pull_request' | 'exempt'
}

/** What classic protection says to administrators only. */
export interface ClassicProtection {
  readonly enforceAdmins: boolean
  readonly strict: boolean
  readonly reviews: {
    readonly dismissStale: boolean
    readonly codeOwners: boolean
    readonly lastPush: boolean
  } | null
}

export type WorkflowState =
  | 'active'
  | 'deleted'
  | 'disabled_fork'
  | 'disabled_inactivity'
  | 'disabled_manually'

export interface WorkflowRun {
  readonly id: number
  readonly path: string
  readonly event: string
  readonly status: 'completed' | 'in_progress' | 'queued'
  readonly conclusion: 'success' | 'failure' | 'cancelled' | null
  readonly at: number
}

export interface Environment {
  readonly id: number
  /** Null: every branch may use it. */
  readonly branches:
    | 'protected'
    | readonly { readonly name: string; readonly type: 'branch' | 'tag' }[]
    | null
}

/** One active rule of a ruleset, in REST form: `parameters` keep GitHub's snake_case. */
export interface BranchRule {
  readonly type: 'pull_request' | 'required_status_checks' | 'workflows' | 'merge_queue'
  readonly parameters: Readonly<Record<string, unknown>>
  readonly ruleset: { readonly id: number; readonly name: string; readonly bypass?: readonly BypassActor[] }
}

export interface Repository {
  readonly id: number
  readonly nodeId: string
  readonly owner: Account
  readonly name: string
  readonly fullName: string
  readonly private: boolean
  readonly defaultBranch: string
  readonly git: GitRepository
  readonly parent: Repository | undefined
  readonly collaborators: Map<Account, { role: Role; roleName: string }>
  readonly labels: Label[]
  readonly pulls: Map<number, PullRequest>
  readonly issues: Map<number, Issue>
  readonly statuses: CommitStatus[]
  readonly checkRuns: CheckRun[]
  readonly activity: Activity[]
  readonly rules: Map<string, BranchRule[]>
  readonly protectedChecks: Map<string, readonly { context: string; appId: number | null }[]>
  readonly protections: Map<string, ClassicProtection>
  readonly codeownersErrors: Map<string, readonly CodeownersError[]>
  /** By path; a workflow that is not here is active. */
  readonly workflowStates: Map<string, WorkflowState>
  readonly workflowRuns: WorkflowRun[]
  readonly environments: Map<string, Environment>
  readonly createdAt: number
  nextNumber: number
}

export interface Review {
  readonly id: number
  readonly nodeId: string
  /** Null after the account was deleted. */
  user: Account | null
  readonly body: string
  readonly submittedAt: number
  readonly onBehalfOf: readonly Team[]
  state: ReviewState
  /** Null after the commit was collected as garbage. */
  commit: string | null
  /** What the reviewer saw, to tell whether a push changed the diff. */
  readonly diffDigest: string
}

export interface IssueComment {
  readonly id: number
  readonly nodeId: string
  readonly user: Account | null
  readonly app: App | null
  readonly createdAt: number
  body: string
  updatedAt: number
  /** Null: its text is what it was first. */
  editedAt: number | null
}

export interface Issue {
  readonly id: number
  readonly nodeId: string
  readonly number: number
  readonly repository: Repository
  readonly author: Account | null
  readonly labels: Label[]
  readonly timeline: TimelineItem[]
  readonly createdAt: number
  title: string
  body: string
  state: 'open' | 'closed'
  updatedAt: number
  closedAt: number | null
  /** The last edit of title or body; null: there is none. */
  edited: { readonly at: number; readonly by: Account } | null
}

export interface MergeQueueEntry {
  readonly id: number
  readonly enqueuedAt: number
  readonly enqueuer: Account
  readonly headCommit: string
  readonly baseCommit: string
  readonly position: number
  readonly squash: boolean
  readonly state: 'QUEUED' | 'AWAITING_CHECKS' | 'MERGEABLE' | 'UNMERGEABLE' | 'LOCKED'
}

export interface PullRequest {
  readonly id: number
  readonly nodeId: string
  readonly number: number
  readonly repository: Repository
  readonly author: Account | null
  readonly headRepository: Repository
  readonly headRef: string
  readonly createdAt: number
  readonly labels: Label[]
  readonly reviews: Review[]
  readonly comments: IssueComment[]
  readonly timeline: TimelineItem[]
  readonly requested: { reviewer: Account | Team; asCodeOwner: boolean }[]
  /** Issues that merging it closes. */
  readonly closes: readonly Issue[]
  title: string
  body: string | null
  draft: boolean
  state: 'open' | 'closed'
  headSha: string
  baseRef: string
  /** Frozen at opening or at the last synchronisation: not the tip of the base branch. */
  baseSha: string
  /** Commits of the pull request, frozen when it is closed or merged. */
  commits: readonly string[]
  updatedAt: number
  closedAt: number | null
  merged: { at: number; by: Account; sha: string } | null
  autoMerge: { at: number; by: Account; method: 'MERGE' | 'SQUASH' | 'REBASE' } | null
  queueEntry: MergeQueueEntry | null
  testMerge: TestMerge
}

/** GitHub computes mergeability when asked: the first reader sees `unknown`. */
export interface TestMerge {
  known: boolean
  asked: boolean
  /** Undefined when the merge conflicts. */
  sha: string | undefined
}

export type TimelineItem = TimelineFact & {
  readonly id: number
  readonly at: number
  readonly actor: Account | null
}

export type TimelineFact =
  | {
      readonly kind: 'labeled' | 'unlabeled'
      readonly label: Label
      readonly nameThen: string
      readonly app: App | null
    }
  | { readonly kind: 'assigned'; readonly assignee: Account }
  | { readonly kind: 'committed'; readonly sha: string }
  | { readonly kind: 'reviewed'; readonly review: Review }
  | {
      readonly kind: 'review_dismissed'
      readonly review: Review
      readonly previous: ReviewState
      readonly message: string | null
      readonly commit: string | null
    }
  | {
      readonly kind: 'head_ref_force_pushed' | 'base_ref_force_pushed'
      readonly before: string
      readonly after: string
    }
  | { readonly kind: 'base_ref_changed'; readonly previous: string; readonly current: string }
  | { readonly kind: 'closed' | 'reopened' | 'convert_to_draft' | 'ready_for_review' }
  | { readonly kind: 'merged'; readonly sha: string }
  | { readonly kind: 'commented'; readonly comment: IssueComment }
  | { readonly kind: 'review_requested' | 'review_request_removed'; readonly reviewer: Account | Team }
  | { readonly kind: 'auto_merge_enabled' | 'added_to_merge_queue' }
  | { readonly kind: 'removed_from_merge_queue'; readonly reason: string }

export interface Token {
  readonly name: string
  readonly value: string
  readonly kind: 'actions' | 'app' | 'app-jwt' | 'user'
  /** Undefined for a user token without a fine-grained list: its user's role decides alone. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>> | undefined
  readonly account: Account
  readonly app: App | undefined
  readonly expiresAt: number
  readonly repositories: readonly string[] | undefined
  points: number
}

/** A webhook delivery GitHub would have made: the name of the event and a minimal, truthful payload. */
export interface WebhookEvent {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Where GitHub's behaviour is not certain, both variants can be had. */
export interface Switches {
  /** A force push that leaves the diff as it was moves approvals to the new head. */
  readonly reanchorApprovals: boolean
  /** Old label events keep the name the label had then. */
  readonly labelEventsKeepOldName: boolean
  /** Statuses made with the token of a workflow run have no creator. */
  readonly actionsStatusesHaveCreator: boolean
  /** The first read after a change of head or base already knows mergeability. */
  readonly mergeabilityAtOnce: boolean
  /** GitHub Enterprise Server: other addresses, no merge queues. */
  readonly enterpriseServer: boolean
}

export interface World {
  readonly clock: Clock
  readonly folder: string
  readonly switches: Switches
  readonly accounts: Map<string, Account>
  readonly teams: Map<string, Team>
  readonly apps: Map<string, App>
  readonly repositories: Map<string, Repository>
  readonly tokens: Map<string, Token>
  readonly organizationMembers: Map<Account, Set<Account>>
  readonly events: WebhookEvent[]
  urls: { readonly api: string; readonly server: string; readonly graphql: string }
  lastId: number
}

export function createWorld(clock: Clock, folder: string, switches: Switches): World {
  return {
    clock,
    folder,
    switches,
    accounts: new Map(),
    teams: new Map(),
    apps: new Map(),
    repositories: new Map(),
    tokens: new Map(),
    organizationMembers: new Map(),
    events: [],
    urls: { api: '', server: '', graphql: '' },
    lastId: 1000,
  }
}

export function nextId(world: World): number {
  world.lastId += 1
  return world.lastId
}

/** An opaque global id, unique and stable like GitHub's. */
export function nodeId(prefix: string, id: number | string): string {
  return `${prefix}_${Buffer.from(`${prefix}:${id}`).toString('base64url')}`
}

export function findAccount(world: World, login: string): Account | undefined {
  return world.accounts.get(login.toLowerCase())
}

export function account(world: World, login: string): Account {
  const found = findAccount(world, login)
  if (found === undefined) throw new Error(`no such account in the emulator: ${login}`)
  return found
}

export function accountByEmail(world: World, email: string): Account | undefined {
  return [...world.accounts.values()].find((item) => item.emails.includes(email.toLowerCase()))
}

export function findRepository(world: World, fullName: string): Repository | undefined {
  return world.repositories.get(fullName.toLowerCase())
}

export function repository(world: World, fullName: string): Repository {
  const found = findRepository(world, fullName)
  if (found === undefined) throw new Error(`no such repository in the emulator: ${fullName}`)
  return found
}

export function pullRequest(world: World, fullName: string, number: number): PullRequest {
  const found = repository(world, fullName).pulls.get(number)
  if (found === undefined) throw new Error(`no such pull request in the emulator: ${fullName}#${number}`)
  return found
}

export function issue(world: World, fullName: string, number: number): Issue {
  const found = repository(world, fullName).issues.get(number)
  if (found === undefined) throw new Error(`no such issue in the emulator: ${fullName}#${number}`)
  return found
}

export function findTeam(world: World, path: string): Team | undefined {
  return world.teams.get(path.toLowerCase())
}

export function team(world: World, path: string): Team {
  const found = findTeam(world, path)
  if (found === undefined) throw new Error(`no such team in the emulator: ${path}`)
  return found
}

export function app(world: World, slug: string): App {
  const found = world.apps.get(slug)
  if (found === undefined) throw new Error(`no such app in the emulator: ${slug}`)
  return found
}
