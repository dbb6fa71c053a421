import type { Decision } from '../decision/decision.ts'
import type { BreakGlassReason, BreakGlassVerdict } from '../model/break-glass.ts'
import type { Instant } from '../model/instant.ts'
import { dismissalReason } from './dismissal-text.ts'
import { asSentence, count, listOf, timeOf } from './phrases.ts'
import { reasonText } from './reason-text.ts'
import { owner, say, type Wording } from './wording.ts'

/** Why the glass is broken or not, as a sentence: what was seen, and what to do. */
export function breakGlassText(
  { policy, approval }: BreakGlassVerdict,
  reason: BreakGlassReason,
  now: Instant,
): string {
  switch (reason.code) {
    case 'glass-broken':
      return `The glass is broken until ${timeOf(reason.until, now)}.`
    case 'glass-whole-again':
      return `The glass was broken until ${timeOf(reason.closedAt, now)}. Set the label ${policy.label} again, with a new reason, to break it once more.`
    case 'glass-not-covering':
      return `${listOf(reason.subjects, 'and', 3)} changed after the label ${policy.label} was set. Remove the label and set it again.`
    case 'glass-breaker-not-allowed':
      return `The label ${policy.label} was set by ${reason.by ? `@${reason.by.login}` : 'a deleted account'}${reason.why ? `, who ${dismissalReason(reason.why)}` : ''}. It takes ${listOf(policy.by, 'or', 4)}.`
    case 'glass-label-without-event':
      return `The label ${policy.label} is there, but nobody is known to have set it under this name. Remove it and set it again.`
    case 'glass-reason-missing':
      return `@${reason.by.login} gave no reason. Write a comment that begins with /break-glass and says why.`
    case 'glass-reason-edited':
      return `The comment in which @${reason.by.login} says why was edited afterwards. Write a new one that begins with /break-glass.`
    case 'glass-debt-overdue':
      return `Whoever set the label ${policy.label} still owes a review after the fact for ${listOf(
        reason.debts.map(({ pullRequest, dueAt }) => `#${String(pullRequest)} (due ${timeOf(dueAt, now)})`),
        'and',
        3,
      )}; ${listOf(policy.reviewedBy, 'or', 4)} can close it.`
    case 'glass-approval':
      return approval === null ? 'Who approved is not known.' : reasonText(approval, reason.of, now)
    case 'team-unreadable':
      return `${listOf(reason.teams.map(({ team, why }) => `Team ${team} cannot be read (${why})`))}, so it is not known who may break the glass.`
    case 'facts-incomplete':
      return `Not everything could be read: ${listOf(reason.lists)}. Nothing is assumed; run again.`
    default:
      return reason satisfies never
  }
}

/** Of a glass that is broken: why, and whom and what that skips. Null: none is. */
export function brokenGlassWording({ breakGlass }: Decision): Wording | null {
  if (breakGlass?.verdict !== 'met' || breakGlass.grant === null) return null
  const { grant, skipped, skippedPeople, approval } = breakGlass
  const involved = [grant.brokenBy, ...(approval?.by ?? [])].map(({ login }) => login.toLowerCase())
  const people = skippedPeople.filter((login) => !involved.includes(login.toLowerCase()))
  const others = people.length === 0 ? '' : `, and ${listOf(people, 'and', 20)}, who had a say in them`
  return say`${owner(`@${grant.brokenBy.login}`)} wrote: ${asSentence(grant.reason ?? 'nothing')} Skipped: ${count(skipped.length, 'requirement')}${others}.`
}
