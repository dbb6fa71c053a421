import type { Facts } from '../model/facts.ts'
import type { ApprovalRequirement, Owner } from '../model/requirement.ts'
import type { Contributors } from './contributors.ts'
import { isListedBot, ownerKind, unreadableTeams } from './owner-kind.ts'

/**
 * The owners who could still meet a requirement, in its own order: without those who are barred from it and those in
 * `spent` (logins in lower case). A team stands as long as one member is left, and when its members are not known.
 */
export function candidatesFor(
  requirement: ApprovalRequirement,
  spent: ReadonlySet<string>,
  facts: Facts,
  contributors: Contributors,
): readonly Owner[] {
  const barred = barredLogins(requirement, facts, contributors)
  const free = (login: string): boolean => !barred.has(login) && !spent.has(login)
  return [...new Set(requirement.from)].filter((owner) => {
    const named = ownerKind(owner, facts)
    if (named.kind === 'user' || named.kind === 'bot') return free(named.login)
    return named.kind === 'unreadable' || (named.kind === 'team' && named.members.some(free))
  })
}

/** The logins of all who could count for a requirement, sorted; null when a team's members are not known. */
export function possibleApprovers(
  requirement: ApprovalRequirement,
  facts: Facts,
  contributors: Contributors,
): readonly string[] | null {
  if (unreadableTeams(requirement.from, facts).length > 0 || facts.incomplete.includes('teams')) return null
  const barred = barredLogins(requirement, facts, contributors)
  const named = requirement.from.flatMap((owner) => peopleOf(owner, facts))
  return [...new Set(named)].filter((login) => !barred.has(login)).toSorted()
}

/** The logins among an owner's people who are not barred from a requirement; null when the people are not known. */
export function freePeople(
  owner: Owner,
  requirement: ApprovalRequirement,
  facts: Facts,
  contributors: Contributors,
): readonly string[] | null {
  if (ownerKind(owner, facts).kind === 'unreadable') return null
  const barred = barredLogins(requirement, facts, contributors)
  return peopleOf(owner, facts).filter((login) => !barred.has(login))
}

/** The logins that an owner stands for, as far as they are known. */
export function peopleOf(owner: Owner, facts: Facts): readonly string[] {
  const named = ownerKind(owner, facts)
  if (named.kind === 'user' || named.kind === 'bot') return [named.login]
  return named.kind === 'team' ? named.members : []
}

function barredLogins(
  requirement: ApprovalRequirement,
  facts: Facts,
  { authors, committers, pushers }: Contributors,
): ReadonlySet<string> {
  const reviewers = facts.reviews.flatMap(({ by }) => by ?? [])
  const powerless = reviewers.filter(
    (reviewer) =>
      reviewer.canWrite === false || (reviewer.type !== 'User' && !isListedBot(reviewer, requirement.from)),
  )
  return new Set([
    ...authors.logins,
    ...(requirement.excludeCommitters ? [...committers.logins, ...pushers.logins] : []),
    ...powerless.map(({ login }) => login.toLowerCase()),
  ])
}
