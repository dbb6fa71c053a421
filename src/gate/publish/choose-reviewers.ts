import { contributorsOf } from '../../core/approvals/contributors.ts'
import type { Decision } from '../../core/decision/decision.ts'
import type { Facts } from '../../core/model/facts.ts'
import type { Owner } from '../../core/model/requirement.ts'
import type { AskedReviewers } from '../ports/review-requests.ts'

/** How many people and teams GitHub takes as reviewers of one pull request. */
export const REVIEWERS_LIMIT = 15

/** Whom to ask now, and who has to be left out for a reason that somebody can do something about. */
export interface ReviewerChoice {
  readonly ask: readonly Owner[]
  /** Teams that may have been asked before: who that was cannot be seen. */
  readonly hidden: readonly Owner[]
  /** More than GitHub takes at once. */
  readonly tooMany: readonly Owner[]
}

/**
 * Who of a smallest set of owners can be asked for a review, in the order of the decision. Nobody for a draft, and nobody where an
 * approval does not help. Never whoever wrote or pushed it, never who has reviewed it, nor a team of nobody else; never an e-mail
 * address, a bot, or a team of another organisation.
 */
export function reviewersFor(
  { outcome, ask }: Decision,
  facts: Facts,
  organisation: string,
): readonly Owner[] {
  if (outcome !== 'hold' || facts.pullRequest === null || facts.pullRequest.draft) return []
  const spoken = spokenFor(facts)
  return ask.filter((owner) => {
    const name = owner.toLowerCase()
    if (PERSON.test(name)) return !spoken.has(name.slice(1))
    if (!TEAM.test(name) || !name.startsWith(`@${organisation.toLowerCase()}/`)) return false
    const team = facts.teams.get(name)
    if (team === undefined || 'unreadable' in team) return true
    return team.members.some((login) => !spoken.has(login.toLowerCase()))
  })
}

/** Each is asked once in the life of a pull request, whoever asked: who was taken off the list by hand stays off. */
export function notYetAsked(
  owners: readonly Owner[],
  { open, ever, hidden }: AskedReviewers,
): ReviewerChoice {
  const fresh = owners.filter((owner) => !ever.has(owner.toLowerCase()))
  const isHidden = (owner: Owner): boolean => hidden && owner.includes('/')
  const seen = fresh.filter((owner) => !isHidden(owner))
  const room = Math.max(0, REVIEWERS_LIMIT - open)
  return { ask: seen.slice(0, room), hidden: fresh.filter(isHidden), tooMany: seen.slice(room) }
}

/** `[bot]` and a number of an account fit neither: a bot is not asked by a mail. */
const PERSON = /^@[a-z\d][\w-]*$/
const TEAM = /^@[a-z\d][\w-]*\/[\w.-]+$/

/** Logins, in lower case, of who wrote or pushed it, and of who has reviewed it. */
function spokenFor(facts: Facts): ReadonlySet<string> {
  const { authors, committers, pushers } = contributorsOf(facts)
  const reviewers = facts.reviews.flatMap(({ by, state }) =>
    by === null || state === 'PENDING' ? [] : [by.login.toLowerCase()],
  )
  return new Set([...authors.logins, ...committers.logins, ...pushers.logins, ...reviewers])
}
