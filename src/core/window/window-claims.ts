import type { Actor, Facts } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'
import { type Instant, plus } from '../model/instant.ts'
import type { WindowRequirement } from '../model/requirement.ts'
import type { Reason } from '../model/verdict.ts'
import { headAt } from './head-at.ts'
import { parseWindowLabel } from './window-label.ts'

/** A window that a label asks for, whoever set it and whatever it covers. Half-open: closed at `notAfter`. */
export interface Claim {
  readonly label: string
  /** Null: the account was deleted. */
  readonly by: Actor | null
  readonly grantedAt: Instant
  readonly notBefore: Instant
  readonly notAfter: Instant
  /** The head when the label was set; null: not known. */
  readonly commit: Sha | 'head' | null
}

/** The windows that the labels of the pull request ask for, and what is wrong with the labels that ask for none. */
export interface Claims {
  readonly claims: readonly Claim[]
  readonly faults: readonly Reason[]
}

/**
 * Reads the labels that are there now. Each stands on its newest event, by the order of the list and not by time,
 * which has only seconds. No claim is longer than the requirement's `max` nor starts further ahead than `bookAhead`.
 */
export function claimWindows(requirement: WindowRequirement, facts: Facts): Claims {
  const claims: Claim[] = []
  const faults: Reason[] = []
  for (const label of [...new Set(facts.labels)].toSorted()) {
    const found = readLabel(label, requirement, facts)
    if (found === null) continue
    if ('code' in found) faults.push(found)
    else claims.push(found)
  }
  return { claims, faults }
}

function readLabel(label: string, requirement: WindowRequirement, facts: Facts): Claim | Reason | null {
  const window = parseWindowLabel(label)
  if (window === null) return null
  if (window.kind === 'malformed') return { code: 'window-label-malformed', label, problem: 'grammar' }
  if (window.kind === 'named') return { code: 'window-label-malformed', label, problem: 'unknown-name' }
  const event = facts.labelEvents.findLast((candidate) => candidate.label === label)
  if (event?.event !== 'labeled') return { code: 'window-label-without-event', label }
  const start = window.kind === 'booked' ? window.start : event.at
  if (start - event.at > requirement.bookAhead) {
    return { code: 'window-label-malformed', label, problem: 'too-far-ahead' }
  }
  return {
    label,
    by: event.by,
    grantedAt: event.at,
    notBefore: start,
    notAfter: plus(start, Math.min(window.duration, requirement.max)),
    commit: event.commit ?? headAt(event, facts),
  }
}
