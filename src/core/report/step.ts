import type { Decision } from '../decision/decision.ts'
import type { Instant } from '../model/instant.ts'
import type { Wording } from './wording.ts'

/** What is known besides the answers wherever steps are put into words. */
export interface Telling {
  /** The login of whoever opened the pull request; null: not known. */
  readonly author: string | null
  readonly now: Instant
  /** Nobody was asked yet: there is no pull request. */
  readonly forecast: boolean
}

/** What is known about a decision. */
export function tellingOf({ pullRequest, decidedAt }: Decision): Telling {
  return { author: pullRequest?.author ?? null, now: decidedAt, forecast: pullRequest === null }
}

/** One thing that keeps a pull request waiting, in the words of each place that tells of it. */
export interface Step {
  /** Of the heading: `@acme/net`, after `Waiting for`; with `until`, a moment after `Waiting until`. */
  readonly wait: Wording
  readonly until: boolean
  /** Who does what, as part of a sentence: `one of @acme/net approves`. */
  readonly act: Wording
  /** Of the status: `1 of @acme/net`. */
  readonly short: Wording
  /** The same where there is little room. */
  readonly terse: Wording
  /** When time alone settles it, and how that is said: `from Mon 09:00 Europe/Paris on`. Null: somebody has to act. */
  readonly opens: { readonly at: Instant; readonly said: Wording } | null
}

/** A step that somebody has to take; without `terse` the short words are terse enough. */
export function step(words: Pick<Step, 'wait' | 'act' | 'short'> & Partial<Pick<Step, 'terse'>>): Step {
  return { terse: words.short, ...words, until: false, opens: null }
}
