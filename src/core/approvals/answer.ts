import type { ApprovalRequirement } from '../model/requirement.ts'
import { assignPeople, type Demand } from './assign-people.ts'
import type { Ballot, Vote } from './ballot.ts'
import type { Contributors } from './contributors.ts'

/** How a requirement's ballot ended: who of those who approved serves it. */
export interface Answer {
  readonly ballot: Ballot
  readonly demand: Demand
  /** Ids of the people who serve this requirement; with `distinct`, and no other one of that name. */
  readonly serving: ReadonlySet<number>
}

/** Shares the people who approved among requirements, in the order of the ballots. */
export function shareVotes(ballots: readonly Ballot[], contributors: Contributors): readonly Answer[] {
  const demands = new Map(ballots.map((ballot) => [ballot, demandOf(ballot, contributors)]))
  const serving = new Map<Ballot, ReadonlySet<number>>()
  for (const group of groupsOf(ballots)) {
    const assigned = assignPeople(group.flatMap((ballot) => demands.get(ballot) ?? []))
    for (const [at, ballot] of group.entries()) serving.set(ballot, assigned[at] ?? new Set())
  }
  return ballots.map((ballot) => ({
    ballot,
    demand: demands.get(ballot) ?? demandOf(ballot, contributors),
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

function demandOf({ requirement, votes }: Ballot, contributors: Contributors): Demand {
  const kinds = kindsOfFindings(requirement.findings.length, votes)
  return {
    need: peopleNeeded(requirement, contributors),
    items: kinds.length,
    offers: new Map(
      votes.map(({ by, items }) => [
        by.id,
        new Set([...kinds.keys()].filter((kind) => items.has(kinds[kind] ?? -1))),
      ]),
    ),
  }
}

/** One finding for all that the same approvals stand for: there are thousands of findings at times, and few kinds of them. */
function kindsOfFindings(count: number, votes: readonly Vote[]): readonly number[] {
  const coverages = [...new Set(votes.map(({ items }) => items))]
  const kinds = new Map<string, number>()
  for (let finding = 0; finding < count; finding += 1) {
    const kind = coverages.map((items) => (items.has(finding) ? '1' : '0')).join('')
    if (!kinds.has(kind)) kinds.set(kind, finding)
  }
  return [...kinds.values()]
}

/** Where committers do not count and nobody knows who pushed, one of those who approved may have: it takes one more. */
function peopleNeeded(
  { count, excludeCommitters }: ApprovalRequirement,
  { pushedByUnknown }: Contributors,
): number {
  return excludeCommitters && pushedByUnknown.length > 0 ? count + 1 : count
}
