import { didYouMean } from '../../model/did-you-mean.ts'
import type { Issue } from '../../model/issue.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { placeInCase, type PolicyTestCase } from '../../policy/cases/policy-test.ts'

/** What a case may name. */
export interface KnownNames {
  /** Every rule of the policy, those that are switched off too. Null: a part of it cannot be read, and any name may be there. */
  readonly rules: ReadonlySet<string> | null
  /** Empty: the policy defines none, and a case may name any. */
  readonly environments: readonly string[]
}

/** Names in a case that the policy under test does not have: a rule that is misspelled under `not` could never fail. */
export function unknownNames(
  path: string,
  policyCase: PolicyTestCase,
  { rules, environments }: KnownNames,
): readonly Issue[] {
  const { expect, environment } = policyCase
  const note = (
    name: string,
    part: JsonPointer,
    what: 'rule' | 'environment',
    known: ReadonlySet<string>,
  ): Issue => {
    const seen = `There is no ${what} "${name.slice(0, 200)}" in the policy under test`
    const place = {
      code: `policy.unknown-${what}`,
      severity: 'high',
      path,
      ...placeInCase(policyCase, part),
    } as const
    const near = didYouMean(name, known)
    if (near !== undefined) return { ...place, text: `${seen}; did you mean "${near}"?`, suggestion: near }
    return {
      ...place,
      text: `${seen}; it has ${what === 'rule' ? `${String(known.size)} rules` : [...known].join(', ')}.`,
    }
  }
  const named: readonly (readonly [rule: string, part: JsonPointer])[] = [
    ...expect.findings.map(({ rule }, at) => [rule, `/expect/findings/${String(at)}/rule`] as const),
    ...expect.not.map((rule, at) => [rule, `/expect/not/${String(at)}`] as const),
  ]
  const issues = named.flatMap(([rule, part]) =>
    rules && !rules.has(rule) ? [note(rule, part, 'rule', rules)] : [],
  )
  if (environment === null || environments.length === 0 || environments.includes(environment)) return issues
  return [...issues, note(environment, '/environment', 'environment', new Set(environments))]
}
