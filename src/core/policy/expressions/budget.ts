import { DECISION_STEPS, EVALUATION_STEPS } from './limits.ts'

/** How many steps may still be taken. Deterministic where a clock would not be: the same facts always end at the same place. */
export interface Budget {
  left: number
}

/** An evaluation took more steps than its budget had. */
export class BudgetExceeded extends Error {}

/** Takes from a budget, and throws when that was too much. */
export function spend(budget: Budget, steps: number): void {
  budget.left -= steps
  if (budget.left < 0) throw new BudgetExceeded()
}

/** What all evaluations for one decision share. */
export function decisionBudget(): Budget {
  return { left: DECISION_STEPS }
}

/** The steps of one evaluation, within those that its decision has left. */
export function evaluationBudget(decision: Budget): Budget {
  return { left: Math.min(EVALUATION_STEPS, Math.max(0, decision.left)) }
}
