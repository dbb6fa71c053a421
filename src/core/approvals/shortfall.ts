import type { Facts } from '../model/facts.ts'
import type { Reason } from '../model/verdict.ts'
import { accountOf } from './account-of.ts'
import type { Answer } from './answer.ts'
import { leastCovered } from './assign-people.ts'
import { possibleApprovers } from './candidates.ts'
import type { Contributors } from './contributors.ts'
import { unreadableTeams } from './owner-kind.ts'

/** What keeps a requirement from being met. */
export interface Obstacle {
  readonly verdict: 'unmet' | 'indeterminate'
  readonly reason: Reason
}

/**
 * Why there are too few people, the most telling first: a team is not known, one person serves elsewhere, or
 * approvals are missing. Empty when there are enough.
 */
export function shortfall(answer: Answer, facts: Facts, contributors: Contributors): readonly Obstacle[] {
  const { ballot, demand, serving } = answer
  const { requirement, votes } = ballot
  const have = leastCovered(demand, serving)
  if (have >= demand.need) return []
  const doubts: readonly Obstacle[] = doubtfulTeams(answer, facts).map((reason) => ({
    verdict: 'indeterminate',
    reason,
  }))
  if (leastCovered(demand, new Set(demand.offers.keys())) >= demand.need) {
    const by = votes.filter((vote) => !serving.has(vote.by.id)).map((vote) => accountOf(vote.by))
    return [...doubts, { verdict: 'unmet', reason: { code: 'same-person', by } }]
  }
  const possible = possibleApprovers(requirement, facts, contributors)
  const cannotBeMet = possible !== null && possible.length < demand.need
  const missing = { code: 'approvals-missing', have, need: demand.need } as const
  return [...doubts, { verdict: 'unmet', reason: cannotBeMet ? { ...missing, possible } : missing }]
}

/**
 * The teams that stand between a requirement and an answer. One that nobody tried to read matters only once somebody
 * approved who may be in it: before that, the approval is simply missing.
 */
function doubtfulTeams({ ballot }: Answer, facts: Facts): readonly Reason[] {
  const { from } = ballot.requirement
  const reasons: Reason[] = []
  const approvedOutside = [...ballot.dismissals.values()].some(
    (dismissal) => dismissal.code === 'not-in-group' && dismissal.unreadable !== undefined,
  )
  const teams = unreadableTeams(from, facts).filter(({ read }) => read || approvedOutside)
  if (teams.length > 0) {
    reasons.push({ code: 'team-unreadable', teams: teams.map(({ team, why }) => ({ team, why })) })
  }
  if (facts.incomplete.includes('teams') && from.some((owner) => owner.includes('/'))) {
    reasons.push({ code: 'facts-incomplete', lists: ['teams'] })
  }
  return reasons
}
