import type { Account } from './facts.ts'
import type { Sha } from './ids.ts'
import type { Duration, Instant } from './instant.ts'
import type { ApprovalRequirement, Owner, SyncWindowRequirement, WindowRequirement } from './requirement.ts'

/** Why an approval does not count. The sentence is made when rendering. */
export type Dismissal =
  | {
      readonly code:
        | 'author'
        | 'committer'
        | 'last-pusher'
        | 'bot'
        | 'no-write-access'
        | 'dismissed'
        | 'changes-requested'
        | 'same-person'
    }
  | { readonly code: 'unknown-committer'; readonly commits: readonly Sha[] }
  | {
      readonly code: 'not-in-group'
      readonly from: readonly Owner[]
      /** Teams of `from` that could not be read: the person may be in one of them. */
      readonly unreadable?: readonly Owner[]
    }
  | {
      readonly code: 'stale'
      readonly on: Sha | 'head' | null
      readonly subjects: readonly string[]
      /** Nothing need have changed: only what is given on the present head counts here. */
      readonly strict?: true
    }
  | { readonly code: 'superseded'; readonly by: number }

/** A review that approves, and the rules it covers. */
export interface CountedApproval {
  readonly by: Account
  readonly review: number
  readonly commit: Sha | 'head' | null
  readonly covers: readonly string[]
}

/** A review that does not count for a requirement, and why. */
export interface UncountedApproval {
  readonly by: Account | null
  readonly review: number
  readonly commit: Sha | 'head' | null
  readonly why: Dismissal
}

/** Why a requirement is met or not; data, not sentences. */
export type Reason =
  | {
      readonly code: 'approved'
      /** The owners of `from` that the people who count belong to. */
      readonly via?: readonly Owner[]
    }
  | {
      readonly code: 'approvals-missing'
      readonly have: number
      readonly need: number
      /** Logins of all who could count, given when they are fewer than `need`: it cannot be met as things stand. */
      readonly possible?: readonly string[]
    }
  | { readonly code: 'no-owner'; readonly paths: readonly string[] }
  | {
      readonly code: 'team-unreadable'
      readonly teams: readonly { readonly team: Owner; readonly why: string }[]
    }
  | {
      /** E-mail addresses and other owners that name no account and no team. */
      readonly code: 'owner-unresolvable'
      readonly owners: readonly Owner[]
    }
  | { readonly code: 'changes-requested'; readonly by: readonly Account[] }
  | { readonly code: 'unknown-committer'; readonly commits: readonly Sha[] }
  | {
      /** Nobody knows who pushed these heads, so one approval more is asked for. */
      readonly code: 'pusher-unknown'
      readonly commits: readonly Sha[]
    }
  | {
      /** Who counts is named as co-author of a commit. Anybody can write such a trailer, so it is only told. */
      readonly code: 'co-author-named'
      readonly by: readonly Account[]
    }
  | { readonly code: 'same-person'; readonly by: readonly Account[] }
  | { readonly code: 'facts-incomplete'; readonly lists: readonly string[] }
  | { readonly code: 'exception' }
  | { readonly code: 'window-open'; readonly until: Instant }
  | { readonly code: 'window-missing'; readonly max: Duration }
  | { readonly code: 'window-not-yet-open'; readonly opensAt: Instant }
  | { readonly code: 'window-expired'; readonly closedAt: Instant }
  | { readonly code: 'window-not-covering'; readonly label: string; readonly subjects: readonly string[] }
  | {
      readonly code: 'window-opener-not-allowed'
      readonly label: string
      readonly by: Account | null
      readonly openers: readonly Owner[]
      /** What keeps the person from it; null: the account was deleted. */
      readonly why?: Dismissal | null
    }
  | { readonly code: 'window-label-without-event'; readonly label: string }
  | {
      readonly code: 'window-label-malformed'
      readonly label: string
      /**
       * Not in the grammar; no window of that name, one that only freezes, one for other places, one that never opens; or a start
       * further ahead than the policy lets one book.
       */
      readonly problem?:
        | 'grammar'
        | 'unknown-name'
        | 'deny-window'
        | 'other-place'
        | 'never-opens'
        | 'too-far-ahead'
    }
  | SyncWindowReason

/** What recurring windows say about a moment. A null moment never comes. */
export type SyncWindowReason =
  | {
      /** A deny window is active. */
      readonly code: 'window-frozen'
      readonly name: string
      /** As the policy says it; may be empty. */
      readonly why: string
      readonly until: Instant
      readonly timeZone: string
    }
  | {
      /** A deny window is not active. */
      readonly code: 'window-not-frozen'
      readonly name: string
      readonly freezesAt: Instant | null
      readonly timeZone: string
    }
  | {
      /** Of the allow windows that apply none is active. */
      readonly code: 'window-closed'
      readonly names: readonly string[]
      readonly opensAt: Instant | null
      readonly timeZone: string
    }
  | {
      /** One of the allow windows that apply is active. */
      readonly code: 'window-active'
      readonly name: string
      readonly until: Instant
      readonly timeZone: string
    }
  | {
      /** When these windows are active cannot be computed. */
      readonly code: 'window-unknown'
      readonly names: readonly string[]
    }

/** The grant of a deploy window: who opened it, when, until when. Half-open: closed at `notAfter`. */
export interface WindowGrant {
  readonly label: string
  readonly grantedBy: Account
  readonly grantedAt: Instant
  readonly notBefore: Instant
  readonly notAfter: Instant
}

export type VerdictKind = 'met' | 'unmet' | 'not-applicable' | 'indeterminate'

/** An approval requirement with its answer. */
export interface ApprovalVerdict {
  readonly kind: 'approval'
  readonly requirement: ApprovalRequirement
  readonly verdict: VerdictKind
  readonly reason: Reason
  /** Errors beside a met branch: shown, never hidden. */
  readonly notes: readonly Reason[]
  readonly by: readonly Account[]
  /** Owners who could still meet it. */
  readonly candidates: readonly Owner[]
}

/** A window requirement with its answer. */
export interface WindowVerdict {
  readonly kind: 'window'
  readonly requirement: WindowRequirement
  readonly verdict: VerdictKind
  readonly reason: Reason
  readonly notes: readonly Reason[]
  /** The grant that answers it, open or not; null: there is none. */
  readonly grant: WindowGrant | null
}

/** What recurring windows say, for all findings that are asked alike. */
export interface SyncWindowVerdict {
  readonly kind: 'sync-window'
  readonly requirement: SyncWindowRequirement
  /** `not-applicable`: a freeze that is still to come. */
  readonly verdict: VerdictKind
  readonly reason: SyncWindowReason
  readonly notes: readonly Reason[]
}

export type Verdict = ApprovalVerdict | WindowVerdict | SyncWindowVerdict
