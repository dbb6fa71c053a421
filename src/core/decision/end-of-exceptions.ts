import type { Finding } from '../model/finding.ts'
import { earlier, type Instant } from '../model/instant.ts'
import type { Policy } from '../policy/policy.ts'

/** When the first of the exceptions is over that keep findings from asking for something; null: none has one. */
export function endOfExceptions(
  policy: Pick<Policy, 'exceptions'>,
  findings: readonly Finding[],
): Instant | null {
  const ends = policy.exceptions
    .filter(({ rule, until }) =>
      findings.some((finding) => finding.rule === rule && finding.exception?.until === until),
    )
    .map(({ expiresAt }) => expiresAt)
  return ends.length === 0 ? null : ends.reduce(earlier)
}
