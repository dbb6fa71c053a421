import type { Decision, Outcome } from '../../core/decision/decision.ts'
import { type Duration, formatDuration, MINUTE } from '../../core/model/instant.ts'
import { endText } from '../../core/report/headline.ts'
import { renderStatus } from '../../core/report/status.ts'
import { fitStatus, type Status, type StatusState } from '../ports/statuses.ts'

/** How long before a window's end the gate closes, so that nothing merges on a green that is about to end. */
export const EARLY_CLOSE: Duration = 2 * MINUTE

/** The status that a decision is posted as. A green whose window ends within {@link EARLY_CLOSE} is no green any more. */
export function statusFor(decision: Decision): Status {
  if (closesEarly(decision)) return { state: 'pending', description: closingText(decision) }
  return fitStatus({ state: STATES[decision.outcome], description: renderStatus(decision) })
}

/** What the decision amounts to when it is published: an allow that closes early holds. */
export function publishedOutcome(decision: Decision): Outcome {
  return closesEarly(decision) ? 'hold' : decision.outcome
}

/** Whether a green says until when it holds, as every allow that ends by itself does. */
export function saysItsEnd({ description }: Status): boolean {
  return / until \S.*$/.test(description)
}

const STATES: Readonly<Record<Outcome, StatusState>> = {
  allow: 'success',
  hold: 'pending',
  deny: 'failure',
  error: 'error',
}

function closesEarly({ outcome, decidedAt, expiresAt }: Decision): boolean {
  return outcome === 'allow' && expiresAt !== null && expiresAt - decidedAt <= EARLY_CLOSE
}

function closingText(decision: Decision): string {
  const { expiresAt, verdicts } = decision
  const end = endOf(decision)
  const gate = `and the gate ${formatDuration(EARLY_CLOSE)} earlier`
  const byLabel = verdicts.some(
    (verdict) => verdict.kind === 'window' && verdict.grant?.notAfter === expiresAt,
  )
  return byLabel
    ? `Waiting: the window closes${end} ${gate}; put its label on anew`
    : `Waiting: what the policy allows for a time ends${end} ${gate}`
}

/** ` at 16:00 UTC`, when it ends at all. */
export function endOf(decision: Decision): string {
  return decision.expiresAt === null ? '' : ` at ${endText(decision, decision.expiresAt)}`
}
