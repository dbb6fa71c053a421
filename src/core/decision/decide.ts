import { checkApprovals } from '../approvals/check-approvals.ts'
import { whomToAsk } from '../approvals/whom-to-ask.ts'
import type { ChangeSet } from '../model/change.ts'
import { type ContentsByCommit, contentsOf } from '../model/contents.ts'
import type { Facts } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import type { Owner, Requirement } from '../model/requirement.ts'
import type { Verdict } from '../model/verdict.ts'
import { findRisks } from '../policy/judge/find-risks.ts'
import type { Policy } from '../policy/policy.ts'
import { requirementsOf } from '../policy/requirements-of.ts'
import { checkSyncWindows } from '../window/check-sync-windows.ts'
import { checkWindows } from '../window/check-windows.ts'
import type { Decision, Outcome } from './decision.ts'
import { digestChanges, digestFacts, digestPolicy } from './digests.ts'
import { endOfAllow } from './end-of-allow.ts'
import { isSettled, openingTime } from './opening-time.ts'

/** All that a decision stands on. The same input gives the same decision, on any machine, at any time. */
export interface DecisionInput {
  readonly facts: Facts
  readonly policy: Policy
  readonly changes: ChangeSet
  /** What each commit that somebody approved or labelled would make of the objects. */
  readonly contents: ContentsByCommit
  /** The owners of a path by the CODEOWNERS of the base. */
  readonly ownersOf: (path: string) => readonly Owner[]
  /** Stands for that CODEOWNERS: the policy's digest covers it. */
  readonly ownersDigest: string
}

/** May this merge happen now: rules to findings, findings to requirements, requirements to verdicts, verdicts to one outcome. */
export function decide(input: DecisionInput): Decision {
  const { facts, policy, changes } = input
  const pullRequest = pullRequestOf(facts)
  const base = facts.pullRequest?.base.ref ?? ''
  const findings = findRisks(policy, changes, pullRequest && { ...pullRequest, base }, facts.now)
  const requirements = requirementsOf(policy, findings, input.ownersOf)
  const head = contentsOf(changes)
  const approvals = checkApprovals(requirements.filter(isApproval), facts, head, input.contents)
  const windowsAt = (now: Instant): readonly Verdict[] => [
    ...checkWindows(requirements.filter(isWindow), { ...facts, now }, head, input.contents, policy.windows),
    ...checkSyncWindows(policy.windows, findings, now),
  ]
  const verdicts: readonly Verdict[] = [...approvals.verdicts, ...windowsAt(facts.now)]
  const outcome = combine(findings, verdicts)
  const end = endOfAllow(policy, findings, verdicts)
  return {
    outcome,
    decidedAt: facts.now,
    expiresAt: outcome === 'allow' ? end : null,
    nextChangeAt:
      outcome === 'allow'
        ? end
        : nextOpening(outcome, approvals.verdicts, windowsAt, facts.now, endOfAllow(policy, findings, [])),
    digests: {
      policy: digestPolicy(policy, input.ownersDigest),
      facts: digestFacts(facts),
      changes: digestChanges(changes),
    },
    policies: policy.sources,
    changes,
    findings,
    verdicts,
    approvals: { counted: approvals.counted, notCounted: approvals.notCounted },
    ask: whomToAsk(approvals.verdicts, facts),
    issues: [...changes.issues, ...policy.warnings],
    obstacles: [],
    pullRequest,
  }
}

/**
 * The truth table: an active deny denies; else any verdict that is unmet or indeterminate holds; else it is allowed.
 * An exception keeps a finding from denying.
 */
export function combine(findings: readonly Finding[], verdicts: readonly Verdict[]): Outcome {
  if (findings.some((finding) => finding.effect === 'deny' && !finding.exception)) return 'deny'
  return verdicts.every(isSettled) ? 'allow' : 'hold'
}

/** The pull request as decisions name it. */
export function pullRequestOf(facts: Facts): Decision['pullRequest'] {
  if (!facts.pullRequest) return null
  const { number, title, author } = facts.pullRequest
  return { number, title, author: author?.login ?? null }
}

/** When time alone opens what is held; null: never. A denial stays one. `excepted` is when the first exception ends. */
function nextOpening(
  outcome: Outcome,
  approvals: readonly Verdict[],
  windowsAt: (now: Instant) => readonly Verdict[],
  now: Instant,
  excepted: Instant | null,
): Instant | null {
  if (outcome !== 'hold' || !approvals.every(isSettled)) return null
  const opens = openingTime(windowsAt, now)
  // What is excepted until then asks for something afterwards.
  return opens !== null && excepted !== null && excepted <= opens ? null : opens
}

function isApproval(requirement: Requirement): requirement is Extract<Requirement, { kind: 'approval' }> {
  return requirement.kind === 'approval'
}

function isWindow(requirement: Requirement): requirement is Extract<Requirement, { kind: 'window' }> {
  return requirement.kind === 'window'
}
