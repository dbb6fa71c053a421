import type { FactList, Facts } from '../../core/model/facts.ts'
import type { Problem } from '../ports/problem.ts'

/** Some facts that were read on their own, and what could not be read of them. */
export interface FactPart {
  readonly facts: Partial<Facts>
  /** Lists that are not whole; whatever needs them is indeterminate. */
  readonly incomplete?: readonly FactList[]
  /** Why. */
  readonly problems?: readonly Problem[]
}

/** Nothing was asked for. */
export const NOTHING_READ: FactPart = { facts: {} }

/** A list that could not be read. */
export function unread(list: FactList, problem: Problem, facts: Partial<Facts> = {}): FactPart {
  return { facts, incomplete: [list], problems: [problem] }
}

/** The facts with all parts, a later one over an earlier one. */
export function withParts(facts: Facts, parts: readonly FactPart[]): Facts {
  const incomplete = new Set(facts.incomplete)
  let whole = facts
  for (const part of parts) {
    whole = { ...whole, ...part.facts }
    for (const list of part.incomplete ?? []) incomplete.add(list)
  }
  return { ...whole, incomplete: [...incomplete] }
}
