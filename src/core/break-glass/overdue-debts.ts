import { ownersNaming, unreadableTeams } from '../approvals/owner-kind.ts'
import type { BreakGlass, OverdueDebt } from '../model/break-glass.ts'
import type { Debt, Facts } from '../model/facts.ts'
import type { Reason } from '../model/verdict.ts'

/**
 * The reviews after the fact that a person left and that nobody did in time, the longest overdue first. One is done when somebody else whom the policy
 * names closed it. Not known: a team that decides whether who closed it may.
 */
export function overdueDebts(
  person: number,
  { reviewedBy }: Pick<BreakGlass, 'reviewedBy'>,
  facts: Facts,
): readonly OverdueDebt[] | Extract<Reason, { code: 'team-unreadable' }> {
  const due = facts.debts.filter(({ by, dueAt }) => by.id === person && dueAt <= facts.now)
  const unpaid = due.filter((debt) => !isPaid(debt, reviewedBy, facts))
  const teams = unreadableTeams(reviewedBy, facts).map(({ team, why }) => ({ team, why }))
  if (teams.length > 0 && unpaid.some((debt) => isClosedByAnother(debt)))
    return { code: 'team-unreadable', teams }
  return unpaid
    .map(({ pullRequest, dueAt }) => ({ pullRequest, dueAt }))
    .toSorted((one, other) => one.dueAt - other.dueAt || one.pullRequest - other.pullRequest)
}

function isPaid(debt: Debt, reviewedBy: BreakGlass['reviewedBy'], facts: Facts): boolean {
  const { closedBy } = debt
  return closedBy !== null && isClosedByAnother(debt) && ownersNaming(closedBy, reviewedBy, facts).length > 0
}

function isClosedByAnother({ by, closedBy }: Debt): boolean {
  return closedBy !== null && closedBy.id !== by.id
}
