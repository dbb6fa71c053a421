import type { Instant } from '../model/instant.ts'
import type { Owner, Requirement } from '../model/requirement.ts'
import type { Reason, SyncWindowReason, Verdict } from '../model/verdict.ts'
import { atTime, count, lengthOf, listOf, shortSha, timeOf } from './phrases.ts'
import { syncWindowText } from './sync-window-text.ts'

/** Why a requirement is met or not, as a sentence: what was seen, and what to do. */
export function reasonText(verdict: Verdict, reason: Reason, now: Instant): string {
  if (isSyncWindowReason(reason)) return syncWindowText(reason, now)
  return isWindowReason(reason) ? windowText(reason, now) : approvalText(verdict, reason)
}

type WindowReason = Exclude<Extract<Reason, { code: `window-${string}` }>, SyncWindowReason>

const SYNC_WINDOW_CODES: ReadonlySet<string> = new Set<SyncWindowReason['code']>([
  'window-frozen',
  'window-not-frozen',
  'window-closed',
  'window-active',
  'window-unknown',
])

function isSyncWindowReason(reason: Reason): reason is SyncWindowReason {
  return SYNC_WINDOW_CODES.has(reason.code)
}

function isWindowReason(reason: Exclude<Reason, SyncWindowReason>): reason is WindowReason {
  return reason.code.startsWith('window-')
}

function approvalText(verdict: Verdict, reason: Exclude<Reason, WindowReason | SyncWindowReason>): string {
  switch (reason.code) {
    case 'approved':
      return verdict.kind === 'approval'
        ? `Approved by ${listOf(verdict.by.map(({ login }) => `@${login}`))}.`
        : 'Approved.'
    case 'approvals-missing':
      return `${String(reason.have)} of ${count(reason.need, 'approval')} by ${ownersText(verdict.requirement)} given.${impossible(reason.possible)}`
    case 'no-owner':
      return `Nobody owns ${listOf(reason.paths, 'and', 3)}. Add a line for it to CODEOWNERS on the base branch, or owners.fallback to the policy.`
    case 'team-unreadable':
      return `${listOf(reason.teams.map(({ team, why }) => `Team ${team} cannot be read (${why})`))}; whose approval counts is not known.`
    case 'owner-unresolvable':
      return `${listOf(reason.owners)} names no account and no team, so nobody approves for it. Write @user or @org/team.`
    case 'changes-requested':
      return `${listOf(reason.by.map(({ login }) => `@${login}`))} requested changes; only their approval, or dismissing that review, lifts it.`
    case 'unknown-committer':
      return `The author or committer of ${listOf(reason.commits.map(shortSha), 'and', 3)} belongs to no GitHub account, so nobody can be ruled out as having written it. Rewrite ${reason.commits.length === 1 ? 'that commit' : 'those commits'} with a known e-mail address.`
    case 'pusher-unknown':
      return `Nobody knows who pushed ${listOf(reason.commits.map(shortSha), 'and', 3)}; it may be somebody who approved, so one approval more is needed.`
    case 'co-author-named':
      return `${listOf(reason.by.map(({ login }) => `@${login}`))} ${reason.by.length === 1 ? 'counts' : 'count'}, but a commit names ${reason.by.length === 1 ? 'them' : 'each of them'} as co-author. Anybody can write such a line, so it only warns.`
    case 'same-person':
      return `${listOf(reason.by.map(({ login }) => `@${login}`))} already counts for another requirement; here it takes somebody else.`
    case 'facts-incomplete':
      return `Not everything could be read: ${listOf(reason.lists)}. Nothing is assumed; run again.`
    case 'exception':
      return 'An exception of the policy applies.'
    default:
      return reason satisfies never
  }
}

function windowText(reason: WindowReason, now: Instant): string {
  switch (reason.code) {
    case 'window-open':
      return `The deploy window is open until ${timeOf(reason.until, now)}.`
    case 'window-missing':
      return `No deploy window is open; one of at most ${lengthOf(reason.max)} is needed.`
    case 'window-not-yet-open':
      return `The deploy window opens ${atTime(reason.opensAt, now)}.`
    case 'window-expired':
      return `The deploy window closed ${atTime(reason.closedAt, now)}. Set the label again to open another.`
    case 'window-not-covering':
      return `The label ${reason.label} was set before what it was to cover changed. Remove it and set it again.`
    case 'window-opener-not-allowed':
      return `The label ${reason.label} was set by ${reason.by ? `@${reason.by.login}` : 'a deleted account'}, who may not open this window. It takes ${listOf(reason.openers, 'or', 4) || 'an owner, and there is none'}.`
    case 'window-label-without-event':
      return `The label ${reason.label} is there, but nobody is known to have set it under this name. Remove it and set it again.`
    case 'window-label-malformed':
      return malformedText(reason)
    default:
      return reason satisfies never
  }
}

function impossible(possible: readonly string[] | undefined): string {
  if (possible === undefined) return ''
  const who = possible.length === 0 ? 'Nobody' : `Only ${listOf(possible.map((login) => `@${login}`))}`
  return ` ${who} could give one, so this cannot be met: name more owners, or ask for fewer approvals.`
}

function malformedText({ label, problem }: Extract<Reason, { code: 'window-label-malformed' }>): string {
  switch (problem) {
    case 'too-far-ahead':
      return `The label ${label} opens nothing: its start lies further ahead than the policy allows. Book it later, or a nearer start.`
    case 'unknown-name':
      return `The label ${label} opens nothing: the policy has no window of that name. Write deploy-window/2h for one that starts now.`
    case 'deny-window':
      return `The label ${label} opens nothing: the policy's window of that name is a freeze. Name an allow window, or write deploy-window/2h.`
    case 'other-place':
      return `The label ${label} opens nothing: the policy's window of that name is for other environments, clusters, namespaces or kinds.`
    case 'never-opens':
      return `The label ${label} opens nothing: the window of that name does not open again.`
    default:
      return `The label ${label} opens nothing: write deploy-window/2h, or deploy-window/2026-11-22T14:00Z+2h for a stated start in UTC.`
  }
}

/** `@acme/net`, or `any of @acme/net and @dan`: who is asked. */
export function ownersText(requirement: Requirement): string {
  const owners = ownersOf(requirement)
  return owners.length === 0 ? 'nobody (there is no owner)' : listOf(owners, 'or', 4)
}

function ownersOf(requirement: Requirement): readonly Owner[] {
  if (requirement.kind === 'approval') return requirement.from
  return requirement.kind === 'window' ? requirement.openers : []
}
