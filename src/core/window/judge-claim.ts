import { accountOf } from '../approvals/account-of.ts'
import type { Contributors } from '../approvals/contributors.ts'
import { type Comparison, covers, subjectTitles } from '../approvals/coverage.ts'
import { whyNotEligible } from '../approvals/eligibility.ts'
import { unreadableTeams } from '../approvals/owner-kind.ts'
import type { Facts } from '../model/facts.ts'
import type { Instant } from '../model/instant.ts'
import type { WindowRequirement } from '../model/requirement.ts'
import type { Dismissal, Reason, WindowGrant } from '../model/verdict.ts'
import type { Claim } from './window-claims.ts'

/** What one label does for one requirement. */
export interface Judgement {
  readonly verdict: 'met' | 'unmet' | 'indeterminate'
  readonly reason: Reason
  /** Null: nobody who may open a window set it. */
  readonly grant: WindowGrant | null
}

/** Whether the window that a label asks for is open now, set by somebody who may, and for what the head is. */
export function judgeClaim(
  claim: Claim,
  requirement: WindowRequirement,
  facts: Facts,
  contributors: Contributors,
  comparison: Comparison,
): Judgement {
  const { openers, excludeCommitters } = requirement
  const { label, by, grantedAt, notBefore, notAfter } = claim
  const rule = { from: openers, excludeCommitters }
  const why = by === null ? null : whyNotEligible(by, rule, facts, contributors)
  const doubt = why === null ? null : doubtAbout(why, requirement, facts)
  if (by === null || (why !== null && doubt === null)) {
    const account = by === null ? null : accountOf(by)
    const reason: Reason = { code: 'window-opener-not-allowed', label, by: account, openers, why }
    return { verdict: 'unmet', reason, grant: null }
  }
  const grant: WindowGrant = { label, grantedBy: accountOf(by), grantedAt, notBefore, notAfter }
  const closed = whyClosed(claim, requirement, facts.now, comparison)
  if (closed !== null) return { verdict: 'unmet', reason: closed, grant }
  if (excludeCommitters && contributors.unknown.length > 0) {
    return { verdict: 'unmet', reason: { code: 'unknown-committer', commits: contributors.unknown }, grant }
  }
  if (doubt !== null) return { verdict: 'indeterminate', reason: doubt, grant }
  return { verdict: 'met', reason: { code: 'window-open', until: notAfter }, grant }
}

/** Why it is not known whether the person may: a team they may be in was not read, or not to its end. */
function doubtAbout(why: Dismissal, { openers }: WindowRequirement, facts: Facts): Reason | null {
  if (why.code !== 'not-in-group') return null
  const teams = unreadableTeams(openers, facts).map((team) => ({ team: team.team, why: team.why }))
  if (teams.length > 0) return { code: 'team-unreadable', teams }
  const cutShort = facts.incomplete.includes('teams') && openers.some((opener) => opener.includes('/'))
  return cutShort ? { code: 'facts-incomplete', lists: ['teams'] } : null
}

function whyClosed(
  { label, commit, grantedAt, notBefore, notAfter }: Claim,
  requirement: WindowRequirement,
  now: Instant,
  comparison: Comparison,
): Reason | null {
  if (now >= notAfter) return { code: 'window-expired', closedAt: notAfter }
  const changed = requirement.findings.filter((finding) => !covers(commit, finding, comparison))
  if (changed.length > 0) return { code: 'window-not-covering', label, subjects: subjectTitles(changed) }
  // A stated start may lie before the label: nothing is open before somebody opens it.
  const opensAt = notBefore < grantedAt ? grantedAt : notBefore
  return now < opensAt ? { code: 'window-not-yet-open', opensAt } : null
}
