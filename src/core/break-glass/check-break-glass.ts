import { accountOf } from '../approvals/account-of.ts'
import { peopleOf } from '../approvals/candidates.ts'
import { contributorsOf } from '../approvals/contributors.ts'
import { covers, subjectTitles } from '../approvals/coverage.ts'
import { whyNotEligible } from '../approvals/eligibility.ts'
import { unreadableTeams } from '../approvals/owner-kind.ts'
import type {
  BreakGlass,
  BreakGlassGrant,
  BreakGlassReason,
  BreakGlassVerdict,
} from '../model/break-glass.ts'
import type { Contents, ContentsByCommit } from '../model/contents.ts'
import type { Actor, Facts, LabelEvent } from '../model/facts.ts'
import { plus } from '../model/instant.ts'
import type { Dismissal, Verdict } from '../model/verdict.ts'
import { headAt } from '../window/head-at.ts'
import { breakGlassReason, type WrittenReason } from './break-glass-reason.ts'
import { overdueDebts } from './overdue-debts.ts'
import { checkSecondPeople, skippedOf } from './second-people.ts'

/**
 * Whether the glass is broken for what holds a merge: a listed person set the label on what the head is, wrote why, owes no review,
 * and enough others approved. Null: nothing holds, or the label is not there. It takes nothing away that denies.
 */
export function checkBreakGlass(
  policy: BreakGlass,
  verdicts: readonly Verdict[],
  facts: Facts,
  head: Contents,
  contents: ContentsByCommit,
): BreakGlassVerdict | null {
  const skipped = skippedOf(verdicts)
  if (skipped.length === 0 || !facts.labels.includes(policy.label)) return null
  const wish = { policy, verdicts, skipped, facts, head, contents }
  return { policy, skipped, skippedPeople: peopleSkipped(skipped, facts), ...answer(wish) }
}

/** A label that asks for the glass to be broken, and what is known about it. */
interface Wish {
  readonly policy: BreakGlass
  /** Everything that is asked for. */
  readonly verdicts: readonly Verdict[]
  /** What of it holds. */
  readonly skipped: readonly Verdict[]
  readonly facts: Facts
  readonly head: Contents
  readonly contents: ContentsByCommit
}

type Answer = Pick<BreakGlassVerdict, 'verdict' | 'reason' | 'grant' | 'approval'>

function answer(wish: Wish): Answer {
  const { policy, facts } = wish
  const event = facts.labelEvents.findLast(({ label }) => label === policy.label)
  const lists = missingLists(event, facts)
  if (lists.length > 0) return refuse({ code: 'facts-incomplete', lists })
  if (event?.event !== 'labeled') return refuse({ code: 'glass-label-without-event' })
  const { by } = event
  if (by === null) return refuse({ code: 'glass-breaker-not-allowed', by: null, why: null })
  const barred = whyNotAllowed(by, wish)
  if (barred !== null) return refuse(barred)
  const written = breakGlassReason(by.id, plus(event.at, -policy.max), facts)
  const grant = grantOf(event, by, written, policy)
  const refusal = whyWhole(event, by, written, wish)
  if (refusal !== null) return refuse(refusal, grant)
  return withApprovals(wish, by, grant)
}

function withApprovals(
  { policy, verdicts, facts, head, contents }: Wish,
  by: Actor,
  grant: BreakGlassGrant,
): Answer {
  const approval = checkSecondPeople(policy, accountOf(by), verdicts, facts, head, contents)
  if (approval?.verdict === 'met')
    return { verdict: 'met', reason: { code: 'glass-broken', until: grant.notAfter }, grant, approval }
  const of = approval?.reason ?? ({ code: 'facts-incomplete', lists: ['reviews'] } as const)
  const verdict = approval?.verdict === 'unmet' ? 'unmet' : 'indeterminate'
  return { verdict, reason: { code: 'glass-approval', of }, grant, approval }
}

function refuse(reason: BreakGlassReason, grant: BreakGlassGrant | null = null): Answer {
  const unknown = reason.code === 'facts-incomplete' || reason.code === 'team-unreadable'
  return { verdict: unknown ? 'indeterminate' : 'unmet', reason, grant, approval: null }
}

/** Lists that a broken glass stands on and that were not read to their end. */
function missingLists(event: LabelEvent | undefined, facts: Facts): readonly string[] {
  const needed = new Set<string>(['labels', 'labelEvents', 'comments', 'debts'])
  if (event?.commit === null) needed.add('heads')
  return facts.incomplete.filter((list) => needed.has(list)).toSorted()
}

/** At night the author is often the one who mends: they may break the glass, and somebody else has to approve. */
function whyNotAllowed(by: Actor, { policy, facts }: Wish): BreakGlassReason | null {
  const rule = { from: policy.by, excludeCommitters: false }
  const nobody = { ids: new Set<number>(), logins: new Set<string>() }
  const why = whyNotEligible(by, rule, facts, { ...contributorsOf(facts), authors: nobody })
  if (why === null) return null
  return doubtAbout(why, policy, facts) ?? { code: 'glass-breaker-not-allowed', by: accountOf(by), why }
}

function doubtAbout(why: Dismissal, { by }: BreakGlass, facts: Facts): BreakGlassReason | null {
  if (why.code !== 'not-in-group') return null
  const teams = unreadableTeams(by, facts).map(({ team, why: cause }) => ({ team, why: cause }))
  if (teams.length > 0) return { code: 'team-unreadable', teams }
  const cutShort = facts.incomplete.includes('teams') && by.some((owner) => owner.includes('/'))
  return cutShort ? { code: 'facts-incomplete', lists: ['teams'] } : null
}

function grantOf(event: LabelEvent, by: Actor, written: WrittenReason, policy: BreakGlass): BreakGlassGrant {
  return {
    label: policy.label,
    brokenBy: accountOf(by),
    brokenAt: event.at,
    notAfter: plus(event.at, policy.max),
    reason: written.kind === 'written' ? written.text : null,
    reviewDue: plus(event.at, policy.reviewWithin),
  }
}

function whyWhole(
  event: LabelEvent,
  by: Actor,
  written: WrittenReason,
  { policy, skipped, facts, head, contents }: Wish,
): BreakGlassReason | null {
  const closedAt = plus(event.at, policy.max)
  if (facts.now >= closedAt) return { code: 'glass-whole-again', closedAt }
  const commit = event.commit ?? headAt(event, facts)
  const comparison = { head, headSha: facts.pullRequest?.head.sha ?? null, contents }
  const findings = skipped.flatMap(({ requirement }) => requirement.findings)
  const changed = findings.filter((finding) => !covers(commit, finding, comparison))
  if (changed.length > 0) return { code: 'glass-not-covering', subjects: subjectTitles(changed) }
  const debts = overdueDebts(by.id, policy, facts)
  if ('code' in debts) return debts
  if (debts.length > 0) return { code: 'glass-debt-overdue', debts }
  if (written.kind === 'edited') return { code: 'glass-reason-edited', by: accountOf(by) }
  return written.kind === 'none' ? { code: 'glass-reason-missing', by: accountOf(by) } : null
}

/** Everybody who would have had a say and did not have it. */
function peopleSkipped(skipped: readonly Verdict[], facts: Facts): readonly string[] {
  const logins = skipped.flatMap((verdict) => {
    const { requirement } = verdict
    if (requirement.kind === 'sync-window') return []
    const owners = requirement.kind === 'approval' ? requirement.from : requirement.openers
    const gave = verdict.kind === 'approval' ? verdict.by.map(({ login }) => login.toLowerCase()) : []
    return owners.flatMap((owner) => peopleOf(owner, facts)).filter((login) => !gave.includes(login))
  })
  return [...new Set(logins)].toSorted()
}
