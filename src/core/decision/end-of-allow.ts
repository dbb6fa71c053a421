import type { Finding } from '../model/finding.ts'
import { earlier, type Instant } from '../model/instant.ts'
import type { Verdict } from '../model/verdict.ts'
import type { Policy } from '../policy/policy.ts'

/**
 * When what allows a merge now ends by itself: the grant of a label, a recurring window that closes, a freeze that begins, an exception.
 * Null: never.
 */
export function endOfAllow(
  policy: Pick<Policy, 'exceptions'>,
  findings: readonly Finding[],
  verdicts: readonly Verdict[],
): Instant | null {
  const ends = [...verdicts.flatMap(endsOf), ...exceptionEnds(policy, findings)]
  return ends.length === 0 ? null : ends.reduce(earlier)
}

function endsOf(verdict: Verdict): readonly Instant[] {
  if (verdict.kind === 'window')
    return verdict.verdict === 'met' && verdict.grant ? [verdict.grant.notAfter] : []
  const { reason } = verdict
  if (reason.code === 'window-active') return [reason.until]
  return reason.code === 'window-not-frozen' && reason.freezesAt !== null ? [reason.freezesAt] : []
}

/** When the exceptions end that keep findings from asking for something. */
function exceptionEnds(policy: Pick<Policy, 'exceptions'>, findings: readonly Finding[]): readonly Instant[] {
  return policy.exceptions
    .filter(({ rule, until }) =>
      findings.some((finding) => finding.rule === rule && finding.exception?.until === until),
    )
    .map(({ expiresAt }) => expiresAt)
}
