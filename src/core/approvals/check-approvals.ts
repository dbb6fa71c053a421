import type { Contents, ContentsByCommit } from '../model/contents.ts'
import type { Facts } from '../model/facts.ts'
import type { ApprovalRequirement } from '../model/requirement.ts'
import type { ApprovalVerdict } from '../model/verdict.ts'
import { shareVotes } from './answer.ts'
import { approvalVerdict } from './approval-verdict.ts'
import { takeBallot } from './ballot.ts'
import { contributorsOf } from './contributors.ts'
import { type ApprovalList, listApprovals } from './list-approvals.ts'
import { newestReviews } from './newest-reviews.ts'

/** The answers to approval requirements, in their order, and what became of each review. */
export interface ApprovalAnswers extends ApprovalList {
  readonly verdicts: readonly ApprovalVerdict[]
}

/**
 * Whether the people asked have approved what the head makes of the risky objects. `contents` says the same for every
 * commit that a review was given on; a commit that is not there covers nothing. The order of reviews, commits and
 * teams in the facts is of no account.
 */
export function checkApprovals(
  requirements: readonly ApprovalRequirement[],
  facts: Facts,
  head: Contents,
  contents: ContentsByCommit,
): ApprovalAnswers {
  if (requirements.length === 0) return { verdicts: [], counted: [], notCounted: [] }
  const reviews = newestReviews(facts.reviews)
  const contributors = contributorsOf(facts)
  const comparison = { head, headSha: facts.pullRequest?.head.sha ?? null, contents }
  const answers = shareVotes(
    requirements.map((requirement) =>
      takeBallot(requirement, reviews.newest, facts, contributors, comparison),
    ),
    contributors,
  )
  const verdicts = answers.map((answer) => approvalVerdict(answer, facts, contributors))
  const settled = answers.map((answer, at) => ({ ...answer, met: verdicts[at]?.verdict === 'met' }))
  return { verdicts, ...listApprovals(reviews, settled) }
}
