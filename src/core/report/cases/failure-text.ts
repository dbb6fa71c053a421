import type { CaseFailure } from '../../decision/cases/check-expectation.ts'
import type { Decision } from '../../decision/decision.ts'
import type { Finding } from '../../model/finding.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { ExpectedFinding, ExpectedRequirement } from '../../policy/cases/policy-test.ts'
import { count, lengthOf, listOf } from '../phrases.ts'
import { ownersText } from '../reason-text.ts'
import { timeNeeded } from '../sync-window-text.ts'
import { missText } from './miss-text.ts'

/** A failure in one sentence, and what helps to understand it, a sentence each. */
export interface FailureText {
  readonly text: string
  readonly details: readonly string[]
}

/** Says what was expected, what was seen, and why. */
export function failureText(failure: CaseFailure, decision: Decision): FailureText {
  switch (failure.code) {
    case 'outcome':
      return {
        text: `Expected the outcome ${failure.expected}, seen ${failure.seen}.`,
        details: neededText(decision),
      }
    case 'verbs':
      return {
        text: `Expected the verbs ${wordsText(failure.expected)}, seen ${wordsText(failure.seen)}.`,
        details: [],
      }
    case 'finding-missing':
      return {
        text: `Expected a finding of ${expectedText(failure.expected)}, seen none.`,
        details: missText(failure.miss),
      }
    case 'finding-differs':
      return {
        text: `Expected a finding of ${expectedText(failure.expected)}, seen another.`,
        details: failure.seen.map(findingText),
      }
    case 'finding-unwanted':
      return {
        text: `Expected no finding of ${failure.rule}, seen ${count(failure.seen.length, 'finding')}.`,
        details: failure.seen.map(findingText),
      }
    case 'requirement-missing':
      return {
        text: `Expected ${requirementText(failure.expected)}, seen ${failure.seen.length === 0 ? 'none' : 'another'}.`,
        details: failure.seen.map(verdictText),
      }
    default:
      return failure satisfies never
  }
}

const MOST = 6

/** What was found in a case, by rule. */
export function foundText({ findings }: Decision): string {
  if (findings.length === 0) return 'Found: nothing.'
  const found = findings.map(({ rule, severity }) => `${rule} (${severity})`)
  return `Found: ${listOf([...new Set(found)], 'and', MOST)}.`
}

function neededText({ verdicts }: Decision): readonly string[] {
  return verdicts.length === 0 ? [] : [`Needed: ${verdicts.map(shortVerdict).join('; ')}.`]
}

function wordsText(words: readonly string[]): string {
  return words.length === 0 ? 'none' : listOf(words)
}

function expectedText({ rule, severity, message }: ExpectedFinding): string {
  const severe = severity === undefined ? '' : ` with severity ${severity}`
  return `${rule}${severe}${message === undefined ? '' : `${severe === '' ? ' with' : ' and'} the message "${message}"`}`
}

function findingText({ severity, message, path, line, exception }: Finding): string {
  const waived = exception ? `, excepted until ${exception.until}` : ''
  return `Seen ${severity}${waived}: "${message}" at ${path}${line === null ? '' : `:${String(line)}`} of the case.`
}

function requirementText(expected: ExpectedRequirement): string {
  const answer = expected.verdict === undefined ? '' : `, ${expected.verdict}`
  if (expected.kind === 'window') {
    const max = expected.max === undefined ? '' : ` of at most ${lengthOf(expected.max)}`
    const by = expected.openedBy === undefined ? '' : ` opened by ${listOf(expected.openedBy, 'or')}`
    return `a window${max}${by}${answer}`
  }
  if (expected.kind === 'sync-window') {
    return `the recurring windows ${listOf(expected.windows)} to be asked${answer}`
  }
  const people = expected.count === undefined ? 'approvals' : count(expected.count, 'approval')
  return `${people}${expected.from === undefined ? '' : ` of ${listOf(expected.from, 'or')}`}${answer}`
}

function verdictText(verdict: Verdict): string {
  return `Seen ${shortVerdict(verdict)}.`
}

function shortVerdict({ requirement, verdict }: Verdict): string {
  switch (requirement.kind) {
    case 'window':
      return `a window of at most ${lengthOf(requirement.max)} opened by ${ownersText(requirement)}, ${verdict}`
    case 'sync-window':
      return `${timeNeeded(requirement)}, ${verdict}`
    case 'approval':
      return `${count(requirement.count, 'approval')} of ${ownersText(requirement)}, ${verdict}`
    default:
      return requirement satisfies never
  }
}
