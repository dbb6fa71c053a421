import { whomToAsk } from '../approvals/whom-to-ask.ts'
import type { Facts } from '../model/facts.ts'
import { answersOver, type Question } from './answers.ts'
import type { Decision } from './decision.ts'
import { digestChanges, digestFacts, digestPolicy } from './digests.ts'
import { nextChange } from './next-change.ts'

/** All that a decision stands on. The same input gives the same decision, on any machine, at any time. */
export interface DecisionInput extends Question {
  /** Stands for the CODEOWNERS of the base: the policy's digest covers it. */
  readonly ownersDigest: string
}

/** May this merge happen now: rules to findings, findings to requirements, requirements to verdicts, verdicts to one outcome. */
export function decide(input: DecisionInput): Decision {
  const { facts, policy, changes } = input
  const pullRequest = pullRequestOf(facts)
  const base = facts.pullRequest?.base.ref ?? ''
  const answersAt = answersOver(input, pullRequest && { ...pullRequest, base })
  const { outcome, findings, approvals, verdicts, breakGlass } = answersAt(facts.now)
  const change = nextChange(answersAt, facts.now, facts.debts)
  return {
    outcome,
    decidedAt: facts.now,
    expiresAt: outcome === 'allow' ? change : null,
    nextChangeAt: change,
    digests: {
      policy: digestPolicy(policy, input.ownersDigest),
      facts: digestFacts(facts),
      changes: digestChanges(changes),
    },
    policies: policy.sources,
    changes,
    findings,
    verdicts,
    breakGlass,
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
