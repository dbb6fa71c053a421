import type { Actor, Facts, LabelEvent } from '../model/facts.ts'
import type { Sha } from '../model/ids.ts'
import { earlier, type Instant, plus } from '../model/instant.ts'
import type { WindowRequirement } from '../model/requirement.ts'
import type { SyncWindow } from '../model/sync-window.ts'
import type { Reason } from '../model/verdict.ts'
import { headAt } from './head-at.ts'
import { namedSpan } from './named-span.ts'
import { parseWindowLabel, type WindowLabel } from './window-label.ts'

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
 * which has only seconds. No claim is longer than the requirement's `max` nor starts further ahead than `bookAhead`. `named` are the
 * windows of the policy, of which a label may name one.
 */
export function claimWindows(
  requirement: WindowRequirement,
  facts: Facts,
  named: readonly SyncWindow[],
): Claims {
  const claims: Claim[] = []
  const faults: Reason[] = []
  for (const label of [...new Set(facts.labels)].toSorted()) {
    const found = readLabel(label, requirement, facts, named)
    if (found === null) continue
    if ('code' in found) faults.push(found)
    else claims.push(found)
  }
  return { claims, faults }
}

function readLabel(
  label: string,
  requirement: WindowRequirement,
  facts: Facts,
  named: readonly SyncWindow[],
): Claim | Reason | null {
  const window = parseWindowLabel(label)
  if (window === null) return null
  const malformed = (problem: Problem): Reason => ({ code: 'window-label-malformed', label, problem })
  if (window.kind === 'malformed') return malformed('grammar')
  const event = facts.labelEvents.findLast((candidate) => candidate.label === label)
  const span = spanOf(window, event, requirement, named)
  if (typeof span === 'string') return malformed(span)
  if (event?.event !== 'labeled' || span === null) return { code: 'window-label-without-event', label }
  if (span.start - event.at > requirement.bookAhead) return malformed('too-far-ahead')
  return {
    label,
    by: event.by,
    grantedAt: event.at,
    notBefore: span.start,
    notAfter: earlier(span.end, plus(span.start, requirement.max)),
    commit: event.commit ?? headAt(event, facts),
  }
}

type Problem = Extract<Reason, { code: 'window-label-malformed' }>['problem'] & string

/** The time that a label asks for; null: it is known only by its event, and there is none. */
function spanOf(
  window: Exclude<WindowLabel, { kind: 'malformed' }>,
  event: LabelEvent | undefined,
  requirement: WindowRequirement,
  named: readonly SyncWindow[],
): { readonly start: Instant; readonly end: Instant } | Problem | null {
  if (window.kind === 'named') return namedSpan(window.name, event?.at ?? null, requirement.findings, named)
  const start = window.kind === 'booked' ? window.start : event?.at
  return start === undefined ? null : { start, end: plus(start, window.duration) }
}
