import { type ApprovalAnswers, checkApprovals } from '../approvals/check-approvals.ts'
import { checkBreakGlass } from '../break-glass/check-break-glass.ts'
import type { BreakGlassVerdict } from '../model/break-glass.ts'
import type { ChangeSet } from '../model/change.ts'
import { type ContentsByCommit, contentsOf } from '../model/contents.ts'
import type { Facts } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import type { Instant } from '../model/instant.ts'
import type { Owner, Requirement } from '../model/requirement.ts'
import type { Verdict } from '../model/verdict.ts'
import type { PullRequestContext } from '../policy/judge/bind-variables.ts'
import { findRisks } from '../policy/judge/find-risks.ts'
import type { Policy } from '../policy/policy.ts'
import { type Asking, requirementsOf } from '../policy/requirements-of.ts'
import { checkSyncWindows } from '../window/check-sync-windows.ts'
import { checkWindows } from '../window/check-windows.ts'
import { combine } from './combine.ts'
import type { Outcome } from './decision.ts'
import { endOfExceptions } from './end-of-exceptions.ts'

/** What is asked: may these changes be merged under this policy, by what is known. */
export interface Question {
  readonly facts: Facts
  readonly policy: Policy
  readonly changes: ChangeSet
  /** What each commit that somebody approved or labelled would make of the objects. */
  readonly contents: ContentsByCommit
  /** The owners of a path by the CODEOWNERS of the base. */
  readonly ownersOf: (path: string) => readonly Owner[]
}

/** How a merge stands at a moment: what is risky, what that needs, whether it is met. */
export interface Answers {
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  readonly approvals: ApprovalAnswers
  /** Of all requirements, approvals first. */
  readonly verdicts: readonly Verdict[]
  /** Whether the glass is broken for what holds; null: nobody asks for it. */
  readonly breakGlass: BreakGlassVerdict | null
  /** When the first of the exceptions that findings have is over; null: none has one. */
  readonly exceptedUntil: Instant | null
}

/** The answers by the same facts at any moment from now on. What the time does not change is worked out once. */
export function answersOver(
  question: Question,
  pullRequest: PullRequestContext | null,
): (now: Instant) => Answers {
  const { facts, policy, contents } = question
  const head = contentsOf(question.changes)
  let risks = risksAt(question, pullRequest, facts.now)
  return (now) => {
    if (risks.exceptedUntil !== null && now >= risks.exceptedUntil)
      risks = risksAt(question, pullRequest, now)
    const { findings, requirements, approvals, exceptedUntil } = risks
    const then = { ...facts, now }
    const verdicts = [
      ...approvals.verdicts,
      ...checkWindows(requirements.filter(isWindow), then, head, contents, policy.windows),
      ...checkSyncWindows(policy.windows, findings, now),
    ]
    const needed = combine(findings, verdicts)
    const breakGlass =
      policy.breakGlass && needed === 'hold'
        ? checkBreakGlass(policy.breakGlass, verdicts, then, head, contents)
        : null
    const outcome = breakGlass?.verdict === 'met' ? 'allow' : needed
    return { outcome, findings, approvals, verdicts, breakGlass, exceptedUntil }
  }
}

/** What does not change before an exception is over. */
interface Risks extends Pick<Answers, 'findings' | 'approvals' | 'exceptedUntil'> {
  readonly requirements: readonly Asking[]
}

function risksAt(
  { facts, policy, changes, contents, ownersOf }: Question,
  pullRequest: PullRequestContext | null,
  now: Instant,
): Risks {
  const findings = findRisks(policy, changes, pullRequest, now)
  const requirements = requirementsOf(policy, findings, ownersOf)
  const approvals = checkApprovals(requirements.filter(isApproval), facts, contentsOf(changes), contents)
  return { findings, requirements, approvals, exceptedUntil: endOfExceptions(policy, findings) }
}

function isApproval(requirement: Requirement): requirement is Extract<Requirement, { kind: 'approval' }> {
  return requirement.kind === 'approval'
}

function isWindow(requirement: Requirement): requirement is Extract<Requirement, { kind: 'window' }> {
  return requirement.kind === 'window'
}
