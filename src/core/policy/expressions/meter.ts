import { type Budget, spend } from './budget.ts'

let current: Budget = { left: 0 }

/** Runs an evaluation on a budget: what its functions cost is taken from there. */
export function metered<Value>(budget: Budget, run: () => Value): Value {
  const before = current
  current = budget
  try {
    return run()
  } finally {
    current = before
  }
}

/** The budget of the evaluation that runs. Functions have no other way to it: the library calls them with values only. */
export function currentBudget(): Budget {
  return current
}

/** Takes from the budget of the evaluation that runs. */
export function charge(cost: number): void {
  spend(current, cost)
}
