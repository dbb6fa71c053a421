import type { Account, Facts } from '../model/facts.ts'
import type { ApprovalVerdict, Reason } from '../model/verdict.ts'
import { accountOf } from './account-of.ts'
import type { Answer } from './answer.ts'
import { candidatesFor } from './candidates.ts'
import type { Contributors } from './contributors.ts'
import { ownersNaming, unreadableTeams, unresolvableOwners } from './owner-kind.ts'
import { type Obstacle, shortfall } from './shortfall.ts'

/** The answer to one requirement. The first obstacle gives verdict and reason; the others stand in the notes. */
export function approvalVerdict(answer: Answer, facts: Facts, contributors: Contributors): ApprovalVerdict {
  const { requirement } = answer.ballot
  const by = peopleWhoCount(answer)
  const missing = shortfall(answer, facts, contributors)
  const [first, ...others] = [...obstaclesOf(answer, facts), ...missing]
  const notes = [
    ...others.map(({ reason }) => reason),
    ...asides(answer, facts, missing.length === 0),
    ...doubtsAboutAuthors(answer, facts, contributors),
  ]
  const shared = { kind: 'approval', requirement, notes, by } as const
  if (first === undefined) {
    const via = requirement.from.filter((owner) =>
      by.some((account) => ownersNaming(account, [owner], facts).length > 0),
    )
    return { ...shared, verdict: 'met', reason: { code: 'approved', via }, candidates: [] }
  }
  const candidates = candidatesFor(requirement, spentLogins(answer), facts, contributors)
  return { ...shared, verdict: first.verdict, reason: first.reason, candidates }
}

function peopleWhoCount({ ballot, serving }: Answer): readonly Account[] {
  if (ballot.unknown.length > 0) return []
  return ballot.votes.filter(({ by }) => serving.has(by.id)).map(({ by }) => accountOf(by))
}

/** What holds a requirement however many people approved. */
function obstaclesOf(answer: Answer, facts: Facts): readonly Obstacle[] {
  const { requirement, objections, unknown } = answer.ballot
  const obstacles: Obstacle[] = []
  if (requirement.from.length === 0 && requirement.unowned.length > 0) {
    obstacles.push({ verdict: 'unmet', reason: { code: 'no-owner', paths: requirement.unowned } })
  }
  const lists = missingLists(answer, facts)
  if (lists.length > 0)
    obstacles.push({ verdict: 'indeterminate', reason: { code: 'facts-incomplete', lists } })
  if (objections.length > 0) {
    const by = objections.map((objection) => accountOf(objection.by))
    obstacles.push({ verdict: 'unmet', reason: { code: 'changes-requested', by } })
  }
  if (unknown.length > 0) {
    obstacles.push({ verdict: 'unmet', reason: { code: 'unknown-committer', commits: unknown } })
  }
  return obstacles
}

/** Lists that this requirement stands on and that were not read to their end. */
function missingLists({ ballot }: Answer, facts: Facts): readonly string[] {
  const { strict, excludeCommitters } = ballot.requirement
  const needed = new Set<string>(['reviews'])
  if (excludeCommitters) needed.add('commits')
  if (excludeCommitters || strict) needed.add('heads')
  if (ballot.votes.length > 0) needed.add('initiators')
  const missing: string[] = facts.incomplete.filter((list) => needed.has(list))
  // Without the pull request its author is not known, and the approval may be theirs.
  if (facts.pullRequest === null && ballot.votes.length > 0) missing.push('pullRequest')
  return [...new Set(missing)].toSorted()
}

/** Errors beside enough people: shown, never dropped. */
function asides({ ballot }: Answer, facts: Facts, enough: boolean): readonly Reason[] {
  const { from } = ballot.requirement
  const reasons: Reason[] = []
  const teams = unreadableTeams(from, facts).map(({ team, why }) => ({ team, why }))
  if (enough && teams.length > 0) reasons.push({ code: 'team-unreadable', teams })
  const owners = unresolvableOwners(from, facts)
  if (owners.length > 0) reasons.push({ code: 'owner-unresolvable', owners })
  return reasons
}

/** Who may have written it without a fact that says so. */
function doubtsAboutAuthors(
  { ballot, serving }: Answer,
  facts: Facts,
  { pushedByUnknown }: Contributors,
): readonly Reason[] {
  if (!ballot.requirement.excludeCommitters) return []
  const reasons: Reason[] = []
  if (pushedByUnknown.length > 0) reasons.push({ code: 'pusher-unknown', commits: pushedByUnknown })
  const named = new Set(facts.commits.flatMap(({ coAuthors }) => coAuthors.map(({ id }) => id)))
  const by = ballot.votes.filter((vote) => serving.has(vote.by.id) && named.has(vote.by.id))
  if (by.length > 0) reasons.push({ code: 'co-author-named', by: by.map((vote) => accountOf(vote.by)) })
  return reasons
}

/** Those whose approval is already used up: given in full here, or serving another requirement. */
function spentLogins({ ballot, serving }: Answer): ReadonlySet<string> {
  if (ballot.unknown.length > 0) return new Set()
  const spent = ballot.votes.filter(({ by, stale }) => !serving.has(by.id) || stale.length === 0)
  return new Set(spent.map(({ by }) => by.login.toLowerCase()))
}
