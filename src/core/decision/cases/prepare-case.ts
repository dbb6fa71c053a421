import { type Codeowners, CODEOWNERS_PATHS, parseCodeowners } from '../../approvals/codeowners.ts'
import { ownersOf } from '../../approvals/owners-of.ts'
import type { Facts } from '../../model/facts.ts'
import { type Instant, parseInstant } from '../../model/instant.ts'
import type { Issue } from '../../model/issue.ts'
import type { Owner } from '../../model/requirement.ts'
import {
  DEFAULT_OWNER,
  placeInCase,
  type PolicyTest,
  type PolicyTestCase,
} from '../../policy/cases/policy-test.ts'
import { emptyFacts, parseEmbeddedFacts } from '../parse-facts.ts'
import { type KnownNames, unknownNames } from './unknown-names.ts'

/** A case that can be run: its facts are read, and nothing in it is misspelled. */
export interface PreparedCase {
  readonly policyCase: PolicyTestCase
  /** The file that the case stands in. */
  readonly path: string
  readonly facts: Facts
  readonly ownersOf: (path: string) => readonly Owner[]
}

/**
 * Makes the cases of a document ready to run, and finds the mistakes that need the policy to be seen: a rule that does not exist (a
 * case that names it could never fail, or never hold), an environment that nobody defines, facts of a wrong shape.
 */
export function prepareCases(
  test: PolicyTest,
  names: KnownNames,
): { readonly cases: readonly PreparedCase[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const cases = test.cases.map((policyCase): PreparedCase => {
    issues.push(...unknownNames(test.path, policyCase, names))
    const facts = factsOf(test.path, policyCase)
    if ('issues' in facts) issues.push(...facts.issues)
    const owners = ownersIn(policyCase)
    if (policyCase.codeowners !== null) issues.push(...ownerIssues(test.path, policyCase, owners))
    return {
      policyCase,
      path: test.path,
      facts: facts.facts,
      ownersOf: owners ? (path) => certainOwners(owners, path) : () => [DEFAULT_OWNER],
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

/** As at the gate: where a line that GitHub skips was probably meant, nobody is known to own the path. */
function certainOwners(codeowners: Codeowners, path: string): readonly Owner[] {
  const { owners, doubts } = ownersOf(codeowners, path)
  return doubts.length > 0 ? [] : owners
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
