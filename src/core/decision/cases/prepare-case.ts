import { type Codeowners, CODEOWNERS_PATHS, parseCodeowners } from '../../approvals/codeowners.ts'
import { ownersOf } from '../../approvals/owners-of.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import type { Facts } from '../../model/facts.ts'
import { type Instant, parseInstant } from '../../model/instant.ts'
import type { Issue } from '../../model/issue.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { Owner } from '../../model/requirement.ts'
import {
  DEFAULT_OWNER,
  placeInCase,
  type PolicyTest,
  type PolicyTestCase,
} from '../../policy/cases/policy-test.ts'
import { emptyFacts, parseEmbeddedFacts } from '../parse-facts.ts'

/** A case that can be run: its facts are read, and nothing in it is misspelled. */
export interface PreparedCase {
  readonly policyCase: PolicyTestCase
  /** The file that the case stands in. */
  readonly path: string
  readonly facts: Facts
  readonly ownersOf: (path: string) => readonly Owner[]
}

/** What a case may name. */
export interface KnownNames {
  /** Every rule of the policy, those that are switched off too. */
  readonly rules: Iterable<string>
  /** Empty: the policy defines none, and a case may name any. */
  readonly environments: readonly string[]
}

/**
 * Makes the cases of a document ready to run, and finds the mistakes that need the policy to be seen: a rule that does not exist (a
 * case that names it could never fail, or never hold), an environment that nobody defines, facts of a wrong shape.
 */
export function prepareCases(
  test: PolicyTest,
  names: KnownNames,
): { readonly cases: readonly PreparedCase[]; readonly issues: readonly Issue[] } {
  const known = { rules: new Set(names.rules), environments: names.environments }
  const issues: Issue[] = []
  const cases = test.cases.map((policyCase): PreparedCase => {
    issues.push(...unknownNames(test.path, policyCase, known))
    const facts = factsOf(test.path, policyCase)
    if ('issues' in facts) issues.push(...facts.issues)
    const owners = ownersIn(policyCase)
    if (policyCase.codeowners !== null) issues.push(...ownerIssues(test.path, policyCase, owners))
    return {
      policyCase,
      path: test.path,
      facts: facts.facts,
      ownersOf: owners ? (path) => ownersOf(owners, path).owners : () => [DEFAULT_OWNER],
    }
  })
  return { cases, issues }
}

/** When a case is decided that does not say: a Monday at noon. */
export const CASE_NOW: Instant = momentOf('2026-01-05T12:00:00Z')

function momentOf(text: string): Instant {
  const moment = parseInstant(text)
  if (moment === undefined) throw new RangeError(`not a moment: ${text}`)
  return moment
}

function unknownNames(
  path: string,
  policyCase: PolicyTestCase,
  known: { readonly rules: ReadonlySet<string>; readonly environments: readonly string[] },
): readonly Issue[] {
  const { expect, environment } = policyCase
  const named: readonly (readonly [rule: string, part: JsonPointer])[] = [
    ...expect.findings.map(({ rule }, at) => [rule, `/expect/findings/${String(at)}/rule`] as const),
    ...expect.not.map((rule, at) => [rule, `/expect/not/${String(at)}`] as const),
  ]
  const rules = named
    .filter(([rule]) => !known.rules.has(rule))
    .map(([rule, part]) =>
      issueAt(path, policyCase, part, 'policy.unknown-rule', {
        seen: `There is no rule "${rule.slice(0, 200)}" in the policy under test`,
        otherwise: `it has ${String(known.rules.size)} rules`,
        near: didYouMean(rule, known.rules),
      }),
    )
  if (environment === null || known.environments.length === 0 || known.environments.includes(environment))
    return rules
  const unknown = issueAt(path, policyCase, '/environment', 'policy.unknown-environment', {
    seen: `There is no environment "${environment.slice(0, 200)}" in the policy under test`,
    otherwise: `it has ${known.environments.join(', ')}`,
    near: didYouMean(environment, known.environments),
  })
  return [...rules, unknown]
}

function issueAt(
  path: string,
  policyCase: PolicyTestCase,
  part: JsonPointer,
  code: string,
  said: { readonly seen: string; readonly otherwise: string; readonly near: string | undefined },
): Issue {
  const place = { code, severity: 'high', path, ...placeInCase(policyCase, part) } as const
  if (said.near === undefined) return { ...place, text: `${said.seen}; ${said.otherwise}.` }
  return { ...place, text: `${said.seen}; did you mean "${said.near}"?`, suggestion: said.near }
}

function factsOf(
  path: string,
  { document, pointer }: PolicyTestCase,
): { readonly facts: Facts; readonly issues?: readonly Issue[] } {
  const read = parseEmbeddedFacts(document, `${pointer}/facts`, path, 'directories', CASE_NOW)
  return read.ok ? { facts: read.value } : { facts: emptyFacts(CASE_NOW), issues: read.error }
}

function ownersIn({ codeowners, before }: PolicyTestCase): Codeowners | null {
  const place = CODEOWNERS_PATHS.find((path) => before.has(path))
  const text = codeowners ?? (place === undefined ? null : (before.get(place) ?? null))
  return text === null ? null : parseCodeowners(text, place ?? 'CODEOWNERS')
}

/** A line that GitHub would skip is a mistake of the case, told at its key. */
function ownerIssues(path: string, policyCase: PolicyTestCase, owners: Codeowners | null): readonly Issue[] {
  const place = placeInCase(policyCase, '/codeowners')
  return (owners?.issues ?? []).map((issue) => ({
    ...issue,
    path,
    ...place,
    text: `Line ${String(issue.line)} of "codeowners": ${issue.text}`,
  }))
}
