import type { ApprovalRequirement } from '../model/requirement.ts'
import { assignPeople, type Demand } from './assign-people.ts'
import type { Ballot, Vote } from './ballot.ts'

/** How a requirement's ballot ended: who of those who approved serves it. */
export interface Answer {
  readonly ballot: Ballot
  readonly demand: Demand
  /** Ids of the people who serve this requirement; with `distinct`, and no other one of that name. */
  readonly serving: ReadonlySet<number>
}

/** Shares the people who approved among requirements, in the order of the ballots. */
export function shareVotes(ballots: readonly Ballot[]): readonly Answer[] {
  const demands = new Map(ballots.map((ballot) => [ballot, demandOf(ballot)]))
  const serving = new Map<Ballot, ReadonlySet<number>>()
  for (const group of groupsOf(ballots)) {
    const assigned = assignPeople(group.flatMap((ballot) => demands.get(ballot) ?? []))
    for (const [at, ballot] of group.entries()) serving.set(ballot, assigned[at] ?? new Set())
  }
  return ballots.map((ballot) => ({
    ballot,
    demand: demands.get(ballot) ?? demandOf(ballot),
    serving: serving.get(ballot) ?? new Set(),
  }))
}

/** Requirements that share a name of `distinct` share their people; every other one has all to itself. */
function groupsOf(ballots: readonly Ballot[]): readonly (readonly Ballot[])[] {
  const groups = new Map<string | ApprovalRequirement, Ballot[]>()
  for (const ballot of ballots) {
    const name = ballot.requirement.distinct ?? ballot.requirement
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [ballot])
    else group.push(ballot)
  }
  return [...groups.values()]
}

function demandOf({ requirement, votes }: Ballot): Demand {
  const { findings, count } = requirement
  return {
    need: count,
    items: findings.length,
    offers: new Map(votes.map((vote) => [vote.by.id, itemsOf(vote, requirement)])),
  }
}

function itemsOf(vote: Vote, { findings }: ApprovalRequirement): ReadonlySet<number> {
  return new Set(
    [...findings.keys()].filter((item) => vote.covered.some((finding) => finding === findings[item])),
  )
}
