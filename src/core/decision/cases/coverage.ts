import type { PolicyTestCase } from '../../policy/cases/policy-test.ts'

/** Which rules are tested: a positive case expects a finding of the rule, a negative one that there is none. */
export interface Coverage {
  /** How many rules were asked about. */
  readonly rules: number
  /** Ids, sorted. */
  readonly withoutPositive: readonly string[]
  readonly withoutNegative: readonly string[]
}

/** How far these cases test these rules. */
export function coverageOf(rules: readonly string[], cases: readonly PolicyTestCase[]): Coverage {
  const positive = new Set(cases.flatMap(({ expect }) => expect.findings.map(({ rule }) => rule)))
  const negative = new Set(cases.flatMap(({ expect }) => expect.not))
  const ids = [...new Set(rules)].toSorted()
  return {
    rules: ids.length,
    withoutPositive: ids.filter((id) => !positive.has(id)),
    withoutNegative: ids.filter((id) => !negative.has(id)),
  }
}
