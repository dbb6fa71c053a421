import type { BreakGlassGrant, BreakGlassVerdict } from '../model/break-glass.ts'
import { formatInstant, type Instant } from '../model/instant.ts'
import type { Json } from '../model/json.ts'
import { breakGlassText } from './break-glass-text.ts'
import { accountJson, requirementJson } from './verdict-json.ts'

/** Who broke the glass or tried to, what came of it, and everything and everybody that it skips. */
export function breakGlassJson(verdict: BreakGlassVerdict, now: Instant): Json {
  const { policy, reason, grant, approval, skipped, skippedPeople } = verdict
  return {
    verdict: verdict.verdict,
    reason: { code: reason.code, text: breakGlassText(verdict, reason, now) },
    label: policy.label,
    grant: grant && grantJson(grant),
    approval: approval && requirementJson(approval, now),
    skipped: {
      requirements: skipped.map((one) => requirementJson(one, now)),
      people: skippedPeople,
    },
    reviewedBy: policy.reviewedBy,
  }
}

function grantJson(grant: BreakGlassGrant): Json {
  return {
    brokenBy: accountJson(grant.brokenBy),
    brokenAt: formatInstant(grant.brokenAt),
    notAfter: formatInstant(grant.notAfter),
    reason: grant.reason,
    reviewDue: formatInstant(grant.reviewDue),
  }
}
