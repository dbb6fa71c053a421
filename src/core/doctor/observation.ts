import type { Instant } from '../model/instant.ts'
import type { Result } from '../model/result.ts'
import type { Policy } from '../policy/policy.ts'

/** Why something is not known and what to do to know it, a sentence each. */
export interface Unread {
  readonly why: string
  readonly todo: string
}

/** What was read, or why it is not known. Not known is never "not there". */
export type Read<T> = Result<T, Unread>

/** A status that has to be green before a merge. */
export interface RequiredCheck {
  readonly context: string
  /** The app that has to give it; null: whoever does. */
  readonly app: number | null
}

/** An active rule of a branch, of a ruleset of the repository or of its organisation. */
export type BranchRule =
  | {
      readonly kind: 'required-checks'
      readonly ruleset: number
      readonly checks: readonly RequiredCheck[]
      /** The head has to contain the tip of the base. */
      readonly strict: boolean
    }
  | { readonly kind: 'pull-request'; readonly ruleset: number; readonly reviews: ReviewRules }
  | { readonly kind: 'merge-queue'; readonly ruleset: number; readonly grouping: string }

/** What GitHub itself asks of reviews. */
export interface ReviewRules {
  readonly dismissStale: boolean
  readonly codeOwners: boolean
  readonly lastPush: boolean
}

/** Somebody whom a ruleset lets pass. */
export interface BypassActor {
  readonly type: string
  readonly id: number | null
  /** `always`, `pull_request` or `exempt`: without a trace. */
  readonly mode: string
}

/** A ruleset by its name. Actors null: GitHub shows them to those only who may change the ruleset. */
export interface Ruleset {
  readonly name: string
  readonly actors: readonly BypassActor[] | null
}

/** Classic protection of a branch, as every reader sees it; `enabled` false: there is none. */
export interface ClassicProtection {
  readonly enabled: boolean
  readonly checks: readonly RequiredCheck[]
}

/** What only administrators see of classic protection. */
export interface ProtectionDetails {
  readonly enforceAdmins: boolean
  readonly strict: boolean
  readonly reviews: ReviewRules | null
}

/** A file of a branch. */
export interface BranchFile {
  readonly path: string
  readonly text: Read<string>
}

/** A team that CODEOWNERS names. */
export interface TeamSeen {
  readonly owner: string
  readonly team: Read<{
    readonly secret: boolean
    /** Whether it may write to the repository by itself, which GitHub asks of an owner. */
    readonly canWrite: boolean
  }>
}

/** A line of CODEOWNERS that GitHub does not take. */
export interface OwnersError {
  readonly line: number
  readonly message: string
}

/** A workflow as Actions knows it, with its last run by the clock and GitHub's time when it told so. */
export interface ScheduledWorkflow {
  readonly path: string
  readonly seen: Read<{
    /** `active`, or why GitHub does not start it. */
    readonly state: string
    readonly last: { readonly startedAt: Instant; readonly conclusion: string | null } | null
    readonly at: Instant
  }>
}

/** Which branches may use an environment. */
export type EnvironmentBranches =
  | { readonly kind: 'all' }
  | { readonly kind: 'protected' }
  | {
      readonly kind: 'named'
      readonly patterns: readonly { readonly name: string; readonly type: string }[]
    }

/** How a repository is set up, as far as a token may know. */
export interface Observation {
  readonly repository: string
  readonly branch: string
  readonly defaultBranch: string
  readonly isPublic: boolean
  readonly context: string
  /** The number of GitHub Actions as an app. */
  readonly actionsApp: number
  /** The app that is meant to give the status; null: not said. */
  readonly app: { readonly slug: string; readonly id: Read<number> } | null
  readonly rules: Read<readonly BranchRule[]>
  /** By number: those that {@link rules} are of. */
  readonly rulesets: ReadonlyMap<number, Read<Ruleset>>
  readonly classic: Read<ClassicProtection>
  /** Null: there is no classic protection. */
  readonly protection: Read<ProtectionDetails> | null
  /** `.github/workflows/` at the tip of the default branch. */
  readonly workflows: Read<readonly BranchFile[]>
  /** Those that are there of the places of CODEOWNERS, the one that GitHub uses first. */
  readonly codeowners: Read<readonly BranchFile[]>
  readonly codeownersErrors: Read<readonly OwnersError[]>
  readonly teams: readonly TeamSeen[]
  /** The policy of the branch and the paths of its files: none, and what ships decides. */
  readonly policy: Read<Policy>
  readonly policyFiles: readonly string[]
  /** Names of all labels. */
  readonly labels: Read<readonly string[]>
  /** The gate's workflows that run by the clock. */
  readonly sweeps: readonly ScheduledWorkflow[]
  /** Those that jobs of the gate use, by name. */
  readonly environments: ReadonlyMap<string, Read<EnvironmentBranches>>
}
