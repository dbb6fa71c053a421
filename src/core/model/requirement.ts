import type { Finding } from './finding.ts'
import type { Duration } from './instant.ts'
import type { SyncWindow } from './sync-window.ts'

/** Who may act: `@user`, `@org/team`, or an e-mail address as CODEOWNERS knows it. */
export type Owner = string

/** So many people of these owners have to approve what these findings are about. */
export interface ApprovalRequirement {
  readonly kind: 'approval'
  /** The entry of the policy that asks; requirements of one entry and the same owners are one. */
  readonly entry: string
  /** Alternatives. Empty: nobody can approve, and `unowned` says whether that is for want of an owner. */
  readonly from: readonly Owner[]
  readonly count: number
  /** Only an approval given on the head commit, after it arrived, counts. */
  readonly strict: boolean
  /** Nobody who authored or committed a commit of the pull request counts. */
  readonly excludeCommitters: boolean
  /** One person serves only one of the requirements that share this name; null: no such rule. */
  readonly distinct: string | null
  readonly findings: readonly Finding[]
  /** Paths of the findings that this requirement is asked for. */
  readonly paths: readonly string[]
  /** Paths that nobody owns. */
  readonly unowned: readonly string[]
}

/** An open deploy window is needed for what these findings are about. */
export interface WindowRequirement {
  readonly kind: 'window'
  readonly entry: string
  readonly max: Duration
  /** How far ahead a stated start may lie. */
  readonly bookAhead: Duration
  /** Who may open it. */
  readonly openers: readonly Owner[]
  /** Nobody who authored or committed a commit may open it. */
  readonly excludeCommitters: boolean
  readonly findings: readonly Finding[]
  readonly paths: readonly string[]
}

/** A time at which recurring windows of the policy let through what these findings are about. */
export interface SyncWindowRequirement {
  readonly kind: 'sync-window'
  /** One deny window, which must not be active; or all allow windows that apply, one of which has to be. */
  readonly windows: readonly SyncWindow[]
  readonly findings: readonly Finding[]
  readonly paths: readonly string[]
}

/** What a policy asks for. */
export type Requirement = ApprovalRequirement | WindowRequirement | SyncWindowRequirement
