/** What evaluations may still cost. Deterministic where a clock would not be: the same facts always end at the same place. */
export interface Budget {
  left: number
}

/** An evaluation cost more than its budget had. */
export class BudgetExceeded extends Error {}

/** Takes from a budget, and throws when that was too much. */
export function spend(budget: Budget, cost: number): void {
  budget.left -= cost
  if (budget.left < 0) throw new BudgetExceeded()
}
