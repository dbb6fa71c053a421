import type { FactList, ReviewState } from '../model/facts.ts'

/** An account as a facts file writes it. */
export interface AccountEntry {
  readonly id: number
  readonly login: string
  readonly type: string
}

/** An account with its rights as a facts file writes it. */
export interface ActorEntry extends AccountEntry {
  readonly canWrite?: boolean | null | undefined
}

/** The pull request as a facts file writes it. */
export interface PullRequestEntry {
  readonly number: number
  readonly title?: string | undefined
  readonly author: AccountEntry | null
  readonly initiators?: readonly AccountEntry[] | undefined
  readonly draft?: boolean | undefined
  readonly base?: { readonly ref?: string | undefined; readonly sha?: string | null | undefined } | undefined
  readonly head?: { readonly sha?: string | null | undefined } | undefined
}

/** A review as a facts file writes it. */
export interface ReviewEntry {
  readonly id: number
  readonly by: ActorEntry | null
  readonly state: ReviewState
  readonly commit?: string | null | undefined
  readonly submittedAt: string
}

/** A label event as a facts file writes it. */
export interface LabelEventEntry {
  readonly event: 'labeled' | 'unlabeled'
  readonly label: string
  readonly by: ActorEntry | null
  readonly at: string
  readonly commit?: string | null | undefined
}

/** A facts file that has the right shape, before it is read into facts. */
export interface FactsDocument {
  readonly now?: string | undefined
  readonly pullRequest?: PullRequestEntry | null | undefined
  readonly commits?:
    | readonly {
        readonly sha: string
        readonly author: AccountEntry | null
        readonly committer: AccountEntry | null
        readonly coAuthors?: readonly AccountEntry[] | undefined
        readonly automaticMerge?: boolean | undefined
      }[]
    | undefined
  readonly heads?:
    | readonly {
        readonly sha: string
        readonly at: string
        readonly by?: AccountEntry | null | undefined
      }[]
    | undefined
  readonly reviews?: readonly ReviewEntry[] | undefined
  readonly labels?: readonly string[] | undefined
  readonly labelEvents?: readonly LabelEventEntry[] | undefined
  readonly comments?:
    | readonly {
        readonly id: number
        readonly by: AccountEntry | null
        readonly body: string
        readonly createdAt: string
        readonly editedAt?: string | null | undefined
      }[]
    | undefined
  readonly debts?:
    | readonly {
        readonly pullRequest: number
        readonly by: AccountEntry
        readonly dueAt: string
        readonly closedBy?: AccountEntry | null | undefined
      }[]
    | undefined
  readonly teams?:
    | Readonly<Record<string, { readonly members: readonly string[] } | { readonly unreadable: string }>>
    | undefined
  readonly incomplete?: readonly FactList[] | undefined
}
