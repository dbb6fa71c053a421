import { checkApprovals } from '../approvals/check-approvals.ts'
import { whomToAsk } from '../approvals/whom-to-ask.ts'
import { checkBreakGlass } from '../break-glass/check-break-glass.ts'
import type { ChangeSet } from '../model/change.ts'
import { type ContentsByCommit, contentsOf } from '../model/contents.ts'
import type { Facts } from '../model/facts.ts'
import type { Owner, Requirement } from '../model/requirement.ts'
import { findRisks } from '../policy/judge/find-risks.ts'
import type { Policy } from '../policy/policy.ts'
import { requirementsOf } from '../policy/requirements-of.ts'
import { checkSyncWindows } from '../window/check-sync-windows.ts'
import { checkWindows } from '../window/check-windows.ts'
import type { Decision } from './decision.ts'
import { digestChanges, digestFacts, digestPolicy } from './digests.ts'
import { settle } from './settle.ts'

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
  const { facts, policy, changes, contents } = input
  const pullRequest = pullRequestOf(facts)
  const base = facts.pullRequest?.base.ref ?? ''
  const findings = findRisks(policy, changes, pullRequest && { ...pullRequest, base }, facts.now)
  const requirements = requirementsOf(policy, findings, input.ownersOf)
  const head = contentsOf(changes)
  const approvals = checkApprovals(requirements.filter(isApproval), facts, head, contents)
  const { breakGlass } = policy
  return {
    ...settle({
      now: facts.now,
      policy,
      findings,
      approvals: approvals.verdicts,
      windowsAt: (now) => [
        ...checkWindows(requirements.filter(isWindow), { ...facts, now }, head, contents, policy.windows),
        ...checkSyncWindows(policy.windows, findings, now),
      ],
      breakGlassFor: (verdicts) => breakGlass && checkBreakGlass(breakGlass, verdicts, facts, head, contents),
    }),
    decidedAt: facts.now,
    digests: {
      policy: digestPolicy(policy, input.ownersDigest),
      facts: digestFacts(facts),
      changes: digestChanges(changes),
    },
    policies: policy.sources,
    changes,
    findings,
    approvals: { counted: approvals.counted, notCounted: approvals.notCounted },
    ask: whomToAsk(approvals.verdicts, facts),
    issues: [...changes.issues, ...policy.warnings],
    obstacles: [],
    pullRequest,
  }
}

/** The pull request as decisions name it. */
export function pullRequestOf(facts: Facts): Decision['pullRequest'] {
  if (!facts.pullRequest) return null
  const { number, title, author } = facts.pullRequest
  return { number, title, author: author?.login ?? null }
}

function isApproval(requirement: Requirement): requirement is Extract<Requirement, { kind: 'approval' }> {
  return requirement.kind === 'approval'
}

function isWindow(requirement: Requirement): requirement is Extract<Requirement, { kind: 'window' }> {
  return requirement.kind === 'window'
}
