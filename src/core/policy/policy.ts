import type { BreakGlass } from '../model/break-glass.ts'
import type { Duration, Instant } from '../model/instant.ts'
import type { Issue } from '../model/issue.ts'
import type { Owner } from '../model/requirement.ts'
import type { Severity } from '../model/severity.ts'
import type { SyncWindow } from '../model/sync-window.ts'
import type { Globs } from './patterns/globs.ts'
import type { Match, Rule } from './rule.ts'

/** An environment: the files whose objects go there. */
export interface Environment {
  readonly name: string
  readonly cluster: string | null
  readonly paths: Globs
  /** The namespace of objects that name none. */
  readonly namespace: string
  /** Findings here are at most this severe, unless their rule is locked. */
  readonly maxSeverity: Severity | null
  /** Severities whose needs replace the general ones whole. */
  readonly requirements: ReadonlyMap<Severity, Needs>
}

/** One entry of `approvals`: so many people of these owners. `codeowners` stands for the owners of a finding's path. */
export interface ApprovalEntry {
  /** Names the entry over the whole policy: `requirements.high.approvals[0]`. */
  readonly entry: string
  readonly from: readonly Owner[]
  readonly count: number
  readonly strict: boolean
  readonly excludeCommitters: boolean
}

/** One `window` entry: an open deploy window, at most this long. */
export interface WindowEntry {
  readonly entry: string
  readonly max: Duration
  readonly bookAhead: Duration
  /** Null: whoever could meet one of the finding's approvals. */
  readonly openedBy: readonly Owner[] | null
  readonly excludeCommitters: boolean
}

/** What a severity asks for. */
export interface Needs {
  readonly approvals: readonly ApprovalEntry[]
  /** One person serves only one of the requirements with this name; null: no such rule. */
  readonly distinct: string | null
  readonly window: WindowEntry | null
}

/** A waiver: findings of a rule that need nothing for a time. */
export interface Exception {
  readonly rule: string
  readonly match: Match
  /** As written, a day (UTC, to its end) or a moment. */
  readonly until: string
  /** The first moment at which it no longer holds. */
  readonly expiresAt: Instant
  readonly owner: string
  readonly reason: string
}

export type Rendering = 'auto' | 'never'

/** All policy documents as one, checked and ready to run. */
export interface Policy {
  /** Equal exactly when what the policy says is. */
  readonly digest: string
  /** Names of what decides, such as `builtin:recommended` and `.github/drawbridge.yaml`. */
  readonly sources: readonly string[]
  /** Enabled rules with overrides applied, by id. */
  readonly rules: readonly Rule[]
  /** Which files are desired state. Null `include`: every .yaml, .yml and .json outside .github/. */
  readonly manifests: {
    readonly include: Globs | null
    readonly exclude: Globs
    /** Names whose values are secret though their kind does not say so, in lower case. */
    readonly secrets: Globs
    readonly render: { readonly kustomize: Rendering; readonly helm: Rendering }
  }
  /** The first whose paths match a file has it. */
  readonly environments: readonly Environment[]
  /** What each severity needs where its environment says nothing else; a severity that is not here needs nothing. */
  readonly requirements: ReadonlyMap<Severity, Needs>
  /** Who is asked for paths that CODEOWNERS leaves without an owner. */
  readonly fallbackOwners: readonly Owner[]
  readonly exceptions: readonly Exception[]
  /** Names are there once. */
  readonly windows: readonly SyncWindow[]
  readonly breakGlass: BreakGlass | null
  /** Mistakes that do not make the policy wrong. Severity `low`. */
  readonly warnings: readonly Issue[]
}
