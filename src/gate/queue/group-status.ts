import type { Decision } from '../../core/decision/decision.ts'
import { type Duration, formatDuration } from '../../core/model/instant.ts'
import { endText } from '../../core/report/headline.ts'
import { listOf } from '../../core/report/phrases.ts'
import { EARLY_CLOSE, endOf, publishedOutcome, statusFor } from '../publish/status-for.ts'
import { fitStatus, type Status } from '../ports/statuses.ts'

/** What was decided on one pull request of a group. */
export interface MemberDecision {
  readonly number: number
  readonly decision: Decision
}

/**
 * The status of a group's commit. It is final: a queue waits for no approval, so whatever holds fails. A green has to last as long
 * as the queue may take to merge on it.
 */
export function groupStatus(members: readonly MemberDecision[], timeout: Duration): Status {
  const held = members.find(({ decision }) => publishedOutcome(decision) !== 'allow')
  if (held) return heldStatus(held)
  const short = members.find(({ decision }) => endsWithin(decision, timeout + EARLY_CLOSE))
  if (short) return shortStatus(short, timeout)
  const [only] = members
  if (only && members.length === 1) return statusFor(only.decision)
  const numbers = listOf(members.map(({ number }) => `#${String(number)}`))
  return fitStatus({ state: 'success', description: `Allowed: ${numbers}${untilOf(members)}` })
}

function heldStatus({ number, decision }: MemberDecision): Status {
  const { state, description } = statusFor(decision)
  return fitStatus({
    state: state === 'error' ? 'error' : 'failure',
    description: `#${String(number)}: ${description}`,
  })
}

function shortStatus({ number, decision }: MemberDecision, timeout: Duration): Status {
  const description = `#${String(number)}: what allows it ends${endOf(decision)}, and the merge queue may take ${formatDuration(timeout)}`
  return fitStatus({ state: 'failure', description: `${description}; queue it again in a longer window` })
}

function endsWithin({ expiresAt, decidedAt }: Decision, span: Duration): boolean {
  return expiresAt !== null && expiresAt - decidedAt < span
}

/** The first of them that ends, where one does. */
function untilOf(members: readonly MemberDecision[]): string {
  const ending = members.flatMap(({ decision }) =>
    decision.expiresAt === null ? [] : [{ decision, end: decision.expiresAt }],
  )
  const [first] = ending.toSorted((a, b) => a.end - b.end)
  return first ? ` until ${endText(first.decision, first.end)}` : ''
}
