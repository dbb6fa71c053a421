import type { Owner } from '../../core/model/requirement.ts'
import { listOf } from '../../core/report/phrases.ts'
import { notYetAsked, REVIEWERS_LIMIT, reviewersFor } from './choose-reviewers.ts'
import type { Assessment } from '../judge.ts'
import type { Snapshot } from '../ports/pull-requests.ts'
import type { ReviewRequests } from '../ports/review-requests.ts'

/**
 * Asks those whose approvals a held pull request waits for, once each; gives what was done and what failed as notes, since a
 * failure changes no verdict. Where nobody is to be asked, or everybody is asked already, it costs no request.
 */
export async function requestReviews(
  requests: ReviewRequests,
  { number, requested }: Pick<Snapshot, 'number' | 'requested'>,
  { decision, facts }: Assessment,
): Promise<readonly string[]> {
  const owners = reviewersFor(decision, facts, requests.organisation)
  const missing = owners.filter((owner) => !requested.has(owner.toLowerCase()))
  if (missing.length === 0) return []
  const asked = await requests.asked(number)
  if (!asked.ok) return [`Nobody was asked for a review. ${asked.error.text}`]
  const { ask, hidden, tooMany } = notYetAsked(missing, asked.value)
  return [
    ...(await askAll(requests, number, ask)),
    ...(hidden.length === 0 ? [] : [hiddenText(hidden)]),
    ...(tooMany.length === 0 ? [] : [tooManyText(tooMany)]),
  ]
}

/** GitHub refuses all when it refuses one; then each is asked alone, so that the others are. */
async function askAll(
  requests: ReviewRequests,
  pullRequest: number,
  owners: readonly Owner[],
): Promise<readonly string[]> {
  if (owners.length === 0) return []
  const done = await requests.ask(pullRequest, owners)
  if (done.ok) return [`Asked for a review: ${listOf(owners)}.`]
  if (done.error.code !== 'refused' || owners.length === 1)
    return [`The verdict stands without its request for a review. ${done.error.text}`]
  const notes: string[] = []
  for (const owner of owners) notes.push(...(await askAll(requests, pullRequest, [owner])))
  return notes
}

function hiddenText(teams: readonly Owner[]): string {
  return (
    `Not asked for a review: ${listOf(teams)}. A team was asked before and the token cannot see which. ` +
    `Grant it the organisation permission "members: read".`
  )
}

function tooManyText(owners: readonly Owner[]): string {
  return `Not asked for a review: ${listOf(owners)}. GitHub takes ${String(REVIEWERS_LIMIT)} reviewers at once.`
}
