import type { Verb } from '../../model/change.ts'
import type { Finding } from '../../model/finding.ts'
import type {
  ApprovalRequirement,
  Owner,
  SyncWindowRequirement,
  WindowRequirement,
} from '../../model/requirement.ts'
import type { Position } from '../../model/source-location.ts'
import type { Verdict } from '../../model/verdict.ts'
import {
  type ExpectedFinding,
  type ExpectedRequirement,
  placeInCase,
} from '../../policy/cases/policy-test.ts'
import { explainMiss, type Miss } from '../../policy/judge/explain-miss.ts'
import { isUnevaluated } from '../../policy/judge/make-finding.ts'
import { compileWildcards } from '../../policy/patterns/wildcards.ts'
import type { Policy } from '../../policy/policy.ts'
import { pullRequestOf } from '../decide.ts'
import type { Decision, Outcome } from '../decision.ts'
import type { PreparedCase } from './prepare-case.ts'

/** One expectation of a case that does not hold: where it is written, what it was, and what was seen instead. */
export type CaseFailure = Position &
  (
    | { readonly code: 'outcome'; readonly expected: Outcome; readonly seen: Outcome }
    | {
        readonly code: 'verbs'
        readonly expected: readonly Verb[]
        readonly seen: readonly Verb[]
      }
    | {
        /** No finding of that rule. `miss` is null: the rule is switched off. */
        readonly code: 'finding-missing'
        readonly expected: ExpectedFinding
        readonly miss: Miss | null
      }
    | {
        /** The rule found something, with another severity or message. */
        readonly code: 'finding-differs'
        readonly expected: ExpectedFinding
        readonly seen: readonly Finding[]
      }
    | { readonly code: 'finding-unwanted'; readonly rule: string; readonly seen: readonly Finding[] }
    | {
        readonly code: 'requirement-missing'
        readonly expected: ExpectedRequirement
        /** What is asked for instead, of the same kind. */
        readonly seen: readonly Verdict[]
      }
  )

/** Everything that a case expects and that its decision is not, in the order of the keys. */
export function checkExpectation(
  policy: Policy,
  prepared: PreparedCase,
  decision: Decision,
): readonly CaseFailure[] {
  const { policyCase } = prepared
  const { outcome, verbs, findings, not, requirements } = policyCase.expect
  const at = (part: string): Position => placeInCase(policyCase, `/expect/${part}`)
  const failures: CaseFailure[] = []
  if (outcome !== undefined && outcome !== decision.outcome)
    failures.push({ code: 'outcome', ...at('outcome'), expected: outcome, seen: decision.outcome })
  const said = verbsOf(decision)
  if (verbs !== undefined && !sameWords(verbs, said))
    failures.push({ code: 'verbs', ...at('verbs'), expected: verbs, seen: said })
  for (const [index, expected] of findings.entries()) {
    const failure = checkFinding(policy, prepared, decision, expected)
    if (failure) failures.push({ ...at(`findings/${String(index)}`), ...failure })
  }
  for (const [index, rule] of not.entries()) {
    const seen = decision.findings.filter((finding) => finding.rule === rule)
    if (seen.length > 0)
      failures.push({ code: 'finding-unwanted', ...at(`not/${String(index)}`), rule, seen })
  }
  for (const [index, expected] of requirements.entries()) {
    if (decision.verdicts.some((verdict) => isRequirement(expected, verdict, prepared))) continue
    const seen = decision.verdicts.filter(({ kind }) => kind === expected.kind)
    failures.push({ code: 'requirement-missing', ...at(`requirements/${String(index)}`), expected, seen })
  }
  return failures
}

function verbsOf({ changes }: Decision): readonly Verb[] {
  return [...new Set(changes.changes.flatMap(({ verbs }) => verbs))]
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word) => b.includes(word)) && b.every((word) => a.includes(word))
}

type FindingFailure =
  | Omit<Extract<CaseFailure, { code: 'finding-missing' }>, keyof Position>
  | Omit<Extract<CaseFailure, { code: 'finding-differs' }>, keyof Position>

function checkFinding(
  policy: Policy,
  { facts }: PreparedCase,
  { findings, changes }: Decision,
  expected: ExpectedFinding,
): FindingFailure | undefined {
  const seen = findings.filter((finding) => finding.rule === expected.rule)
  if (seen.some((finding) => isAsExpected(expected, finding))) return undefined
  if (seen.length > 0) return { code: 'finding-differs', expected, seen }
  const rule = policy.rules.find(({ id }) => id === expected.rule)
  if (!rule) return { code: 'finding-missing', expected, miss: null }
  const pullRequest = pullRequestOf(facts)
  const context = pullRequest && { ...pullRequest, base: facts.pullRequest?.base.ref ?? '' }
  return { code: 'finding-missing', expected, miss: explainMiss(policy, rule, changes, context) }
}

function isAsExpected({ severity, message }: ExpectedFinding, finding: Finding): boolean {
  if (severity !== undefined && severity !== finding.severity) return false
  // A rule that fails at work finds something everywhere: that is no proof that it sees what it should.
  if (message === undefined) return !isUnevaluated(finding)
  return compileWildcards([message]).matches(finding.message)
}

function isRequirement(expected: ExpectedRequirement, verdict: Verdict, prepared: PreparedCase): boolean {
  if (expected.verdict !== undefined && expected.verdict !== verdict.verdict) return false
  switch (expected.kind) {
    case 'approval':
      return verdict.kind === 'approval' && isApproval(expected, verdict.requirement, prepared)
    case 'window':
      return verdict.kind === 'window' && isWindow(expected, verdict.requirement)
    case 'sync-window':
      return verdict.kind === 'sync-window' && sameWords(expected.windows, namesOf(verdict.requirement))
    default:
      return expected satisfies never
  }
}

function isApproval(
  expected: Extract<ExpectedRequirement, { kind: 'approval' }>,
  { from, count, paths }: ApprovalRequirement,
  { ownersOf }: PreparedCase,
): boolean {
  const wanted = expected.from?.flatMap((owner) =>
    owner === 'codeowners' ? paths.flatMap(ownersOf) : [owner],
  )
  return (expected.count ?? count) === count && (!wanted || sameOwners(wanted, from))
}

function isWindow(
  { max, openedBy }: Extract<ExpectedRequirement, { kind: 'window' }>,
  requirement: WindowRequirement,
): boolean {
  return (
    (max ?? requirement.max) === requirement.max && (!openedBy || sameOwners(openedBy, requirement.openers))
  )
}

function namesOf({ windows }: SyncWindowRequirement): readonly string[] {
  return windows.map(({ name }) => name)
}

/** Logins and teams know no case. */
function sameOwners(a: readonly Owner[], b: readonly Owner[]): boolean {
  return sameWords(
    a.map((owner) => owner.toLowerCase()),
    b.map((owner) => owner.toLowerCase()),
  )
}
