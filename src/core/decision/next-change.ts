import type { Debt } from '../model/facts.ts'
import { earlier, type Instant } from '../model/instant.ts'
import type { Reason, Verdict } from '../model/verdict.ts'
import type { Answers } from './answers.ts'
import { isSettled } from './combine.ts'

/** So many moments are looked at: windows can open and close again and again without anything else being so. */
const MOMENTS = 60

/**
 * The first moment after `now` at which the same facts give another outcome. Null: never, or not before as many openings and closings as are
 * looked through. An allow that lasts longer than that is said to end where the looking does: then it is decided again.
 */
export function nextChange(
  answersAt: (now: Instant) => Answers,
  now: Instant,
  debts: readonly Debt[],
): Instant | null {
  const { outcome } = answersAt(now)
  let at = now
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const next = nextMoment(answersAt(at), at, debts)
    if (next === null) return null
    if (answersAt(next).outcome !== outcome) return next
    at = next
  }
  return outcome === 'allow' ? at : null
}

/** The first moment after `at` at which an answer may be another one; null: only something that happens makes it another. */
function nextMoment(answers: Answers, at: Instant, debts: readonly Debt[]): Instant | null {
  const { outcome, exceptedUntil } = answers
  // Exceptions only end, so what is denied stays denied.
  if (outcome === 'deny') return null
  const moments = [
    ...(exceptedUntil === null ? [] : [exceptedUntil]),
    ...(waitsForPeople(answers) ? [] : answers.verdicts.flatMap(momentsOf)),
    ...glassMoments(answers, debts),
  ].filter((moment) => moment > at)
  return moments.length === 0 ? null : moments.reduce(earlier)
}

/** Windows may come and go as they will while somebody has to do something. */
function waitsForPeople({ outcome, verdicts }: Answers): boolean {
  return (
    outcome === 'hold' && verdicts.some((verdict) => !isSettled(verdict) && momentsOf(verdict).length === 0)
  )
}

/** When what a verdict says may be something else. Of several labels each has its reason. */
function momentsOf({ reason, notes }: Verdict): readonly Instant[] {
  return [reason, ...notes].flatMap((one) => momentOf(one) ?? [])
}

function momentOf(reason: Reason): Instant | null {
  switch (reason.code) {
    case 'window-not-yet-open':
    case 'window-closed':
      return reason.opensAt
    case 'window-open':
    case 'window-active':
    case 'window-frozen':
      return reason.until
    case 'window-not-frozen':
      return reason.freezesAt
    default:
      return null
  }
}

/** A broken glass is whole again at its end, or when a review that is owed is overdue. */
function glassMoments({ breakGlass }: Answers, debts: readonly Debt[]): readonly Instant[] {
  if (breakGlass?.verdict !== 'met' || breakGlass.grant === null) return []
  return [breakGlass.grant.notAfter, ...debts.map(({ dueAt }) => dueAt)]
}
