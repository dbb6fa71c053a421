import type { Debt } from '../model/facts.ts'
import { DAY, earlier, type Instant } from '../model/instant.ts'
import type { Reason, Verdict } from '../model/verdict.ts'
import type { Answers } from './answers.ts'
import { isSettled } from './combine.ts'

/** So many moments are looked at, and so far ahead: some windows never stop to close and to open again. */
const MOMENTS = 60
const FAR = 100 * DAY

/**
 * The first moment after `now` at which the same facts give another outcome. Null: never, or further ahead than is looked. An allow
 * that lasts longer than that is said to end where the looking does: then it is decided again.
 */
export function nextChange(
  answersAt: (now: Instant) => Answers,
  now: Instant,
  debts: readonly Debt[],
): Instant | null {
  const first = answersAt(now)
  let [at, answers] = [now, first]
  for (let moment = 0; moment < MOMENTS && at - now < FAR; moment += 1) {
    const next = nextMoment(answers, at, debts)
    if (next === null) return null
    answers = answersAt(next)
    if (answers.outcome !== first.outcome) return next
    at = next
  }
  return first.outcome === 'allow' ? at : null
}

/** The first moment after `at` at which the outcome may be another one; null: only something that happens makes it another. */
function nextMoment(answers: Answers, at: Instant, debts: readonly Debt[]): Instant | null {
  const { outcome, exceptedUntil } = answers
  // Exceptions only end, so what is denied stays denied.
  if (outcome === 'deny') return null
  const ends = exceptedUntil === null ? [] : [exceptedUntil]
  if (outcome === 'hold' && !isGlassRunning(answers, at)) {
    const opens = openingOf(answers, at)
    return firstAfter(at, opens === null ? ends : [...ends, opens])
  }
  return firstAfter(at, [...ends, ...answers.verdicts.flatMap(momentsOf), ...glassMoments(answers, debts)])
}

/**
 * The first moment at which all that holds may be met: not before the last of it is, whatever opens and closes until then. Null: somebody
 * has to do something.
 */
function openingOf({ verdicts }: Answers, at: Instant): Instant | null {
  let last = at
  for (const verdict of verdicts) {
    if (isSettled(verdict)) continue
    const opens = firstAfter(at, momentsOf(verdict))
    if (opens === null) return null
    if (opens > last) last = opens
  }
  return last
}

/** A glass may cover less than what holds now, and as much as will hold once a window is open. */
function isGlassRunning({ breakGlass }: Answers, at: Instant): boolean {
  return breakGlass !== null && breakGlass.grant !== null && at < breakGlass.grant.notAfter
}

function firstAfter(at: Instant, moments: readonly Instant[]): Instant | null {
  const later = moments.filter((moment) => moment > at)
  return later.length === 0 ? null : later.reduce(earlier)
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

/** A broken glass is whole again at its end, or when a review that who broke it owes is overdue. */
function glassMoments({ breakGlass }: Answers, debts: readonly Debt[]): readonly Instant[] {
  const grant = breakGlass?.grant
  if (!grant) return []
  const owed = debts.filter(({ by }) => by.id === grant.brokenBy.id)
  return [grant.notAfter, ...owed.map(({ dueAt }) => dueAt)]
}
