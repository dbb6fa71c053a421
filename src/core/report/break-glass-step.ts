import type { BreakGlassReason, BreakGlassVerdict } from '../model/break-glass.ts'
import { earlier, type Instant } from '../model/instant.ts'
import { approvalSteps } from './approval-steps.ts'
import { dismissalReason } from './dismissal-text.ts'
import { obstacleStep } from './obstacle-steps.ts'
import { someOf } from './people-words.ts'
import { atTime, listOf, timeOf } from './phrases.ts'
import type { Telling } from './step.ts'
import { exactly, joined, owner, pullRequestLink, say, series, type Wording } from './wording.ts'

/** What keeps the glass whole, in the words of each place that tells of it. */
export interface GlassStep {
  /** `@sue has not said why`. */
  readonly why: Wording
  /** Who does what to break it. */
  readonly act: Wording
}

/** Somebody asks for the glass to be broken and it is not: what is missing. */
export function glassStep(verdict: BreakGlassVerdict, telling: Telling): GlassStep {
  const { policy, reason } = verdict
  const { now } = telling
  const again = say`${someOf(1, policy.by)} takes the label ${exactly(policy.label)} off and sets it again`
  const anew = say`${again}, and says why in a comment: ${exactly('/break-glass <why>')}`
  switch (reason.code) {
    case 'glass-whole-again':
      return { why: say`its time was over ${atTime(reason.closedAt, now)}`, act: anew }
    case 'glass-not-covering':
      return { why: say`${listOf(reason.subjects, 'and', 2)} changed after the label was set`, act: again }
    case 'glass-breaker-not-allowed':
      return { why: barredWhy(reason), act: anew }
    case 'glass-label-without-event':
      return { why: say`nobody is known to have set the label under this name`, act: anew }
    case 'glass-reason-missing':
    case 'glass-reason-edited':
      return reasonStep(reason)
    case 'glass-debt-overdue':
      return debtStep(reason, verdict, now)
    case 'glass-approval':
      return approvalStep(verdict, telling)
    case 'team-unreadable':
    case 'facts-incomplete': {
      const { terse, act } = obstacleStep(reason, telling)
      return { why: terse, act }
    }
    default:
      return { why: say`it is not needed`, act: say`take the label ${exactly(policy.label)} off` }
  }
}

function barredWhy({ by, why }: Extract<BreakGlassReason, { code: 'glass-breaker-not-allowed' }>): Wording {
  return say`the label was set by ${by?.login ?? 'a deleted account'}${why ? `, who ${dismissalReason(why)}` : ''}`
}

function reasonStep({
  code,
  by,
}: Extract<BreakGlassReason, { code: 'glass-reason-missing' | 'glass-reason-edited' }>): GlassStep {
  const who = owner(`@${by.login}`)
  const comment = exactly('/break-glass <why>')
  return code === 'glass-reason-missing'
    ? { why: say`${who} has not said why`, act: say`${who} says why in a comment: ${comment}` }
    : {
        why: say`the comment of ${who} was edited afterwards`,
        act: say`${who} says why in a new comment: ${comment}`,
      }
}

function debtStep(
  { debts }: Extract<BreakGlassReason, { code: 'glass-debt-overdue' }>,
  { policy, grant }: BreakGlassVerdict,
  now: Instant,
): GlassStep {
  const breaker: Wording = grant ? [owner(`@${grant.brokenBy.login}`)] : say`the same person`
  const links = series(
    debts.map(({ pullRequest }) => [pullRequestLink(pullRequest)]),
    'and',
    3,
  )
  const oldest = debts.map(({ dueAt }) => dueAt).reduce(earlier, debts[0]?.dueAt ?? now)
  const [review, is] = debts.length === 1 ? ['review', 'is'] : ['reviews', 'are']
  return {
    why: say`the ${review} of ${links}, for which ${breaker} broke it, ${is} overdue`,
    act: say`${someOf(1, policy.reviewedBy)} does the ${review} after the fact of ${links}, due since ${timeOf(oldest, now)}, and closes ${debts.length === 1 ? 'it' : 'them'}`,
  }
}

function approvalStep({ approval, grant }: BreakGlassVerdict, telling: Telling): GlassStep {
  const steps = approval === null ? [] : approvalSteps([approval], telling)
  const others = grant ? say` (not ${owner(`@${grant.brokenBy.login}`)})` : []
  const why = joined(
    steps.map(({ short }) => short),
    '; ',
  )
  const act = joined(
    steps.map((one) => one.act),
    '; ',
  )
  return steps.length === 0
    ? { why: say`who approved is not known`, act: say`run this check again` }
    : { why: say`it still needs ${why}`, act: say`${act}${others}` }
}
