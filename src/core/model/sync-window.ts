import type { Duration } from './instant.ts'
import type { Severity } from './severity.ts'

/** A list of globs, one of which has to match. */
export interface Selector {
  readonly patterns: readonly string[]
  matches(text: string): boolean
}

/** Where a window or something like it applies. All that is given must hold; null: anywhere. */
export interface Place {
  /** `group/Kind`, the legacy group written `core`. */
  readonly kinds: Selector | null
  readonly namespaces: Selector | null
  readonly environments: Selector | null
  readonly clusters: Selector | null
}

/**
 * A recurring window of the policy. It starts by the wall clock of its zone and lasts an elapsed time, so one that crosses midnight
 * belongs to its start. Half-open: it is over at its very end.
 */
export interface SyncWindow extends Place {
  readonly name: string
  /** `deny`: a freeze. `allow`: one of those that apply has to be active. Deny beats allow. */
  readonly kind: 'allow' | 'deny'
  /** Five fields of cron. */
  readonly schedule: string
  readonly duration: Duration
  /** By its IANA name. */
  readonly timeZone: string
  /** Findings that are less severe do not care about it. */
  readonly minSeverity: Severity
  /** Empty: none is given. */
  readonly reason: string
}
