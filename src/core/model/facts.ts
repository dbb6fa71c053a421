import type { Sha } from './ids.ts'
import type { Instant } from './instant.ts'

/** An account. People are compared by `id`; logins are for reading. */
export interface Account {
  readonly id: number
  readonly login: string
  /** As GitHub says: `User`, `Bot`, `Organization`, `Mannequin`. */
  readonly type: string
}

/** An account with what it may do in the repository. */
export interface Actor extends Account {
  /** Null: not known. */
  readonly canWrite: boolean | null
}

/** One commit of the pull request. Null: the e-mail address belongs to no account. */
export interface Commit {
  readonly sha: Sha
  readonly author: Account | null
  readonly committer: Account | null
  /** Whom its `Co-authored-by` trailers name. Anybody can write one, so it only warns. */
  readonly coAuthors: readonly Account[]
  /** A merge whose tree is exactly what merging its parents gives: nobody wrote anything. */
  readonly automaticMerge: boolean
}

/** When a commit became the head of the pull request, and who pushed it. */
export interface Head {
  readonly sha: Sha
  readonly at: Instant
  /** Null: not known, as when the account was deleted. */
  readonly by: Account | null
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'

/** One submitted review. */
export interface Review {
  readonly id: number
  /** Null: the account was deleted. */
  readonly by: Actor | null
  readonly state: ReviewState
  /** The commit it was given on; null: no such commit any more; `head`: compared directories, so the head. */
  readonly commit: Sha | 'head' | null
  readonly submittedAt: Instant
}

/** A label was put on or taken off. Order of the list is order of time. */
export interface LabelEvent {
  readonly event: 'labeled' | 'unlabeled'
  readonly label: string
  readonly by: Actor | null
  readonly at: Instant
  /** The commit it was given on, when the facts say so; else the head of that time counts. */
  readonly commit: Sha | 'head' | null
}

export interface Comment {
  readonly id: number
  readonly by: Account | null
  readonly body: string
  readonly createdAt: Instant
  readonly editedAt: Instant | null
}

/** A review after the fact, which whoever broke the glass left to be done. */
export interface Debt {
  /** Number of the pull request that was merged by it, or could have been. */
  readonly pullRequest: number
  /** Who broke the glass. */
  readonly by: Account
  readonly dueAt: Instant
  /** Who closed it; null: it is open, or nobody knows who did. */
  readonly closedBy: Account | null
}

/** A team's people, or why they are not known. Logins in lower case when compared. */
export type Team = { readonly members: readonly string[] } | { readonly unreadable: string }

/** The names of the lists that can be cut short. */
export const FACT_LISTS = [
  'commits',
  'heads',
  'reviews',
  'labels',
  'labelEvents',
  'comments',
  'teams',
  'initiators',
  'debts',
] as const
export type FactList = (typeof FACT_LISTS)[number]

/** Everything known about a pull request at one instant, as plain data. */
export interface Facts {
  readonly now: Instant
  readonly pullRequest: {
    readonly number: number
    readonly title: string
    readonly author: Account | null
    /** Who set the agent to work that opened it; they are its authors too. */
    readonly initiators: readonly Account[]
    readonly draft: boolean
    readonly base: { readonly ref: string; readonly sha: Sha | null }
    readonly head: { readonly sha: Sha | null }
  } | null
  readonly commits: readonly Commit[]
  readonly heads: readonly Head[]
  readonly reviews: readonly Review[]
  readonly labels: readonly string[]
  readonly labelEvents: readonly LabelEvent[]
  readonly comments: readonly Comment[]
  /** Reviews after the fact of all pull requests. */
  readonly debts: readonly Debt[]
  /** By `@org/team`, in lower case. A team that is not here was not read. */
  readonly teams: ReadonlyMap<string, Team>
  /** Lists that could not be read to their end; whatever needs them is indeterminate. */
  readonly incomplete: readonly FactList[]
}
