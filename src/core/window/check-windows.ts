import { type Contributors, contributorsOf } from '../approvals/contributors.ts'
import type { Comparison } from '../approvals/coverage.ts'
import type { Contents, ContentsByCommit } from '../model/contents.ts'
import type { Facts } from '../model/facts.ts'
import type { WindowRequirement } from '../model/requirement.ts'
import type { SyncWindow } from '../model/sync-window.ts'
import type { Reason, WindowVerdict } from '../model/verdict.ts'
import { judgeClaim, type Judgement } from './judge-claim.ts'
import { type Claim, type Claims, claimWindows } from './window-claims.ts'

/**
 * Whether a deploy window is open for what the head makes of the risky objects. `contents` says the same for every
 * commit that was the head when a label was set; a commit that is not there covers nothing. `named` are the windows that labels may
 * name.
 */
export function checkWindows(
  requirements: readonly WindowRequirement[],
  facts: Facts,
  head: Contents,
  contents: ContentsByCommit,
  named: readonly SyncWindow[] = [],
): readonly WindowVerdict[] {
  const contributors = contributorsOf(facts)
  const comparison = { head, headSha: facts.pullRequest?.head.sha ?? null, contents }
  return requirements.map((requirement) =>
    checkWindow(requirement, claimWindows(requirement, facts, named), facts, contributors, comparison),
  )
}

function checkWindow(
  requirement: WindowRequirement,
  { claims, faults }: Claims,
  facts: Facts,
  contributors: Contributors,
  comparison: Comparison,
): WindowVerdict {
  const judgements = claims.map((claim) => judgeClaim(claim, requirement, facts, contributors, comparison))
  const missing: Reason = { code: 'window-missing', max: requirement.max }
  const ranked = [...judgements, ...faults.map(opensNothing)].toSorted(compareJudgements)
  const lists = missingLists(requirement, claims, facts)
  const [best, ...others] = lists.length > 0 ? [unknown(lists), ...ranked] : ranked
  return {
    kind: 'window',
    requirement,
    ...(best ?? opensNothing(missing)),
    notes: others.map(({ reason }) => reason),
  }
}

function opensNothing(reason: Reason): Judgement {
  return { verdict: 'unmet', reason, grant: null }
}

function unknown(lists: readonly string[]): Judgement {
  return { verdict: 'indeterminate', reason: { code: 'facts-incomplete', lists }, grant: null }
}

/** From the nearest to open. */
const NEAREST: readonly Reason['code'][] = [
  'window-open',
  'team-unreadable',
  'facts-incomplete',
  'unknown-committer',
  'window-not-yet-open',
  'window-not-covering',
  'window-opener-not-allowed',
  'window-expired',
  'window-label-without-event',
  'window-label-malformed',
]

/** Among windows of one kind: the open one that closes last, the booked one that opens first, the expired one that was open last. */
function compareJudgements(a: Judgement, b: Judgement): number {
  const nearer = NEAREST.indexOf(a.reason.code) - NEAREST.indexOf(b.reason.code)
  if (nearer !== 0 || a.grant === null || b.grant === null) return nearer
  if (a.reason.code === 'window-not-yet-open') return a.grant.notBefore - b.grant.notBefore
  return b.grant.notAfter - a.grant.notAfter
}

/** Lists that a window stands on and that were not read to their end. */
function missingLists(
  { excludeCommitters }: WindowRequirement,
  claims: readonly Claim[],
  facts: Facts,
): readonly string[] {
  const needed = new Set<string>(['labels', 'labelEvents'])
  if (excludeCommitters && claims.length > 0) needed.add('commits').add('heads')
  if (claims.some((claim) => claim.commit !== 'head')) needed.add('heads')
  const missing: string[] = facts.incomplete.filter((list) => needed.has(list))
  // Without the pull request its author is not known, and the label may be theirs.
  if (facts.pullRequest === null && claims.length > 0) missing.push('pullRequest')
  return [...new Set(missing)].toSorted()
}
