import type { BreakGlassVerdict } from '../model/break-glass.ts'
import type { Finding } from '../model/finding.ts'
import { earlier, type Instant } from '../model/instant.ts'
import type { Verdict } from '../model/verdict.ts'
import type { Policy } from '../policy/policy.ts'
import type { Decision, Outcome } from './decision.ts'
import { endOfAllow } from './end-of-allow.ts'
import { isSettled, openingTime } from './opening-time.ts'

/** Everything that has been answered. */
export interface Answers {
  readonly now: Instant
  readonly policy: Pick<Policy, 'exceptions'>
  readonly findings: readonly Finding[]
  readonly approvals: readonly Verdict[]
  /** What windows say at a moment. */
  readonly windowsAt: (now: Instant) => readonly Verdict[]
  /** Whether the glass is broken for what holds. */
  readonly breakGlassFor: (verdicts: readonly Verdict[]) => BreakGlassVerdict | null
}

/** One outcome of all answers, and when time alone will change it. */
export function settle(
  answers: Answers,
): Pick<Decision, 'outcome' | 'verdicts' | 'breakGlass' | 'expiresAt' | 'nextChangeAt'> {
  const { now, policy, findings, approvals, windowsAt } = answers
  const verdicts = [...approvals, ...windowsAt(now)]
  const outcome = combine(findings, verdicts)
  const breakGlass = outcome === 'hold' ? answers.breakGlassFor(verdicts) : null
  if (breakGlass?.verdict === 'met') {
    const end = endOfBrokenGlass(breakGlass, endOfAllow(policy, findings, []))
    return { outcome: 'allow', verdicts, breakGlass, expiresAt: end, nextChangeAt: end }
  }
  const end = outcome === 'allow' ? endOfAllow(policy, findings, verdicts) : null
  const next = outcome === 'hold' ? nextOpening(answers) : end
  return { outcome, verdicts, breakGlass, expiresAt: end, nextChangeAt: next }
}

/**
 * The truth table: an active deny denies; else any verdict that is unmet or indeterminate holds; else it is allowed.
 * An exception keeps a finding from denying.
 */
export function combine(findings: readonly Finding[], verdicts: readonly Verdict[]): Outcome {
  if (findings.some((finding) => finding.effect === 'deny' && !finding.exception)) return 'deny'
  return verdicts.every(isSettled) ? 'allow' : 'hold'
}

/** Where the glass is broken nothing else has to last, but what is excepted until then may be denied afterwards. */
function endOfBrokenGlass({ grant }: BreakGlassVerdict, excepted: Instant | null): Instant | null {
  if (grant === null || excepted === null) return grant?.notAfter ?? excepted
  return earlier(grant.notAfter, excepted)
}

/** When time alone opens what is held; null: never. */
function nextOpening({ now, policy, findings, approvals, windowsAt }: Answers): Instant | null {
  if (!approvals.every(isSettled)) return null
  const opens = openingTime(windowsAt, now)
  const excepted = endOfAllow(policy, findings, [])
  // What is excepted until then asks for something afterwards.
  return opens !== null && excepted !== null && excepted <= opens ? null : opens
}
