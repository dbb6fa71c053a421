import type { Instant } from '../model/instant.ts'
import type { Reason, Verdict } from '../model/verdict.ts'

const STEPS = 20

/**
 * When waiting alone opens what windows hold: the first moment at which all of them answer well. Null: waiting is not enough, or
 * that moment lies behind more openings and closings than are looked through. `windowsAt` gives their verdicts at a moment.
 */
export function openingTime(windowsAt: (now: Instant) => readonly Verdict[], now: Instant): Instant | null {
  let at = now
  for (let step = 0; step < STEPS; step += 1) {
    const open = windowsAt(at).filter((verdict) => !isSettled(verdict))
    if (open.length === 0) return at
    const next = latestOpening(open.map(({ reason }) => reason))
    if (next === null || next <= at) return null
    at = next
  }
  return null
}

/** Whether a verdict keeps nobody from merging. */
export function isSettled({ verdict }: Pick<Verdict, 'verdict'>): boolean {
  return verdict === 'met' || verdict === 'not-applicable'
}

/** When the last of these has opened by itself; null: one of them does not. */
function latestOpening(reasons: readonly Reason[]): Instant | null {
  let last: Instant | null = null
  for (const reason of reasons) {
    const opens = openingOf(reason)
    if (opens === null) return null
    if (last === null || opens > last) last = opens
  }
  return last
}

function openingOf(reason: Reason): Instant | null {
  switch (reason.code) {
    case 'window-not-yet-open':
    case 'window-closed':
      return reason.opensAt
    case 'window-frozen':
      return reason.until
    default:
      return null
  }
}
