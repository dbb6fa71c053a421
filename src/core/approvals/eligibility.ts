import type { Account, Actor, Facts } from '../model/facts.ts'
import type { Owner } from '../model/requirement.ts'
import type { Dismissal } from '../model/verdict.ts'
import type { Contributors } from './contributors.ts'
import { isListedBot, ownersNaming, unreadableTeams } from './owner-kind.ts'

/** Who may act for a requirement: approve it, or open its window. */
export interface EligibilityRule {
  readonly from: readonly Owner[]
  readonly excludeCommitters: boolean
}

/**
 * Why an account may not act for a requirement; null: it may. The reason that the account can change least comes
 * first: who wrote the pull request never counts, whatever group they join.
 */
export function whyNotEligible(
  actor: Actor,
  rule: EligibilityRule,
  facts: Facts,
  contributors: Contributors,
): Dismissal | null {
  const barred = whyBarred(actor, rule, contributors)
  if (barred !== null) return { code: barred }
  if (actor.canWrite !== true) return { code: 'no-write-access' }
  if (ownersNaming(actor, rule.from, facts).length > 0) return null
  const unreadable = unreadableTeams(rule.from, facts).map(({ team }) => team)
  return { code: 'not-in-group', from: rule.from, ...(unreadable.length > 0 ? { unreadable } : {}) }
}

function whyBarred(
  account: Account,
  { from, excludeCommitters }: EligibilityRule,
  { authors, committers, pushers }: Contributors,
): 'author' | 'bot' | 'committer' | 'last-pusher' | null {
  if (authors.ids.has(account.id)) return 'author'
  if (account.type !== 'User' && !isListedBot(account, from)) return 'bot'
  if (!excludeCommitters) return null
  if (committers.ids.has(account.id)) return 'committer'
  return pushers.ids.has(account.id) ? 'last-pusher' : null
}
