import type { Decision } from '../decision/decision.ts'
import { HOUR, type Instant } from '../model/instant.ts'
import type { ApprovalVerdict, SyncWindowVerdict, Verdict, WindowVerdict } from '../model/verdict.ts'
import { count, lengthOf, listOf, timeOf } from './phrases.ts'
import { ownersText, reasonText } from './reason-text.ts'
import { zonedTime } from './zoned-time.ts'

/** What has to happen next, shortest first: a heading, one line with names, and a short phrase for each thing that is missing. */
export interface NextStep {
  /** `Waiting for @acme/net, then a deploy window`. */
  readonly heading: string
  /** `one approval by @acme/net, then the label deploy-window/2h by @acme/sre`; empty when nothing is to be done. */
  readonly action: string
  /** For the commit status: `1 of @acme/net`, `a window of at most 4h`. */
  readonly missing: readonly string[]
}

/** More than this is counted: a heading and a status are read at a glance. */
const NAMED = 4

/** What a held pull request waits for, and who can give it. A deploy window comes last: its clock runs from the moment it is opened. */
export function nextStep(decision: Decision): NextStep {
  const open = decision.verdicts.filter(({ verdict }) => verdict === 'unmet' || verdict === 'indeterminate')
  const approvals = mostAsked(open.filter((verdict) => verdict.kind === 'approval'))
  const times = open.filter((verdict) => verdict.kind === 'sync-window')
  const windows = shortest(open.filter((verdict) => verdict.kind === 'window'))
  const now = decision.decidedAt
  const forecast = decision.pullRequest === null
  const waits = [
    ...approvals.map((verdict) => approvalHeading(verdict, forecast)),
    ...times.map((verdict) => timeHeading(verdict, now)),
    ...windows.map((verdict) => windowHeading(verdict, now)),
  ]
  const steps = [
    ...approvals.map((verdict) => approvalAction(verdict, now)),
    ...times.map((verdict) => timeAction(verdict, now)),
    ...windows.map((verdict) => windowAction(verdict, now)),
  ]
  const missing = [...approvals, ...times, ...windows].map((verdict) => missingPhrase(verdict, now))
  return {
    heading: `${forecast ? 'This will need' : 'Waiting for'} ${inOrder(waits).join(', then ')}`,
    action: inOrder(steps).join(', then '),
    missing: inOrder(missing),
  }
}

/** Each once, and no more than can be read at a glance. */
function inOrder(parts: readonly string[]): readonly string[] {
  const each = [...new Set(parts)]
  return each.length > NAMED ? [...each.slice(0, NAMED - 1), `${String(each.length - NAMED + 1)} more`] : each
}

/** Of requirements that ask the same owners, the one that misses most: who meets it meets the others. */
function mostAsked(verdicts: readonly ApprovalVerdict[]): readonly ApprovalVerdict[] {
  const asked = new Map<string, ApprovalVerdict>()
  for (const verdict of verdicts) {
    const { from, distinct } = verdict.requirement
    const counts = verdict.reason.code === 'approvals-missing' && distinct === null
    const key = JSON.stringify(
      counts ? [...from].toSorted() : [verdict.reason, from, verdict.requirement.entry],
    )
    const first = asked.get(key)
    if (!first || missingCount(verdict) > missingCount(first)) asked.set(key, verdict)
  }
  return [...asked.values()]
}

/** Of windows that the same people open, the shortest: its label opens the others. */
function shortest(verdicts: readonly WindowVerdict[]): readonly WindowVerdict[] {
  const asked = new Map<string, WindowVerdict>()
  for (const verdict of verdicts) {
    const key = JSON.stringify([verdict.reason.code, ...verdict.requirement.openers.toSorted()])
    const first = asked.get(key)
    if (!first || verdict.requirement.max < first.requirement.max) asked.set(key, verdict)
  }
  return [...asked.values()]
}

/** `forecast`: nobody was asked yet. */
function approvalHeading(verdict: ApprovalVerdict, forecast: boolean): string {
  const { reason } = verdict
  switch (reason.code) {
    case 'no-owner':
      return 'an owner to be named'
    case 'team-unreadable':
      return `team ${listOf(reason.teams.map(({ team }) => team))} to be readable`
    case 'changes-requested':
      return `${listOf(reason.by.map(({ login }) => `@${login}`))}, who requested changes`
    case 'unknown-committer':
      return 'commits of known people'
    case 'facts-incomplete':
      return 'a complete reading'
    default:
      return `${forecast ? 'an approval by ' : ''}${ownersText(verdict.requirement)}`
  }
}

function approvalAction(verdict: ApprovalVerdict, now: Instant): string {
  if (verdict.reason.code !== 'approvals-missing' && verdict.reason.code !== 'same-person') {
    return lowerFirst(reasonText(verdict, verdict.reason, now).replace(/\.$/, ''))
  }
  return `${count(missingCount(verdict), 'approval')} by ${listOf(verdict.candidates, 'or', 4) || ownersText(verdict.requirement)}`
}

function missingCount(verdict: ApprovalVerdict): number {
  return verdict.reason.code === 'approvals-missing' ? verdict.reason.need - verdict.reason.have : 1
}

function windowHeading(verdict: WindowVerdict, now: Instant): string {
  if (verdict.reason.code === 'window-not-yet-open')
    return `the deploy window at ${timeOf(verdict.reason.opensAt, now)}`
  return 'a deploy window'
}

function windowAction(verdict: WindowVerdict, now: Instant): string {
  const { reason, requirement } = verdict
  if (reason.code === 'window-not-yet-open')
    return `wait until the window opens at ${timeOf(reason.opensAt, now)}`
  if (reason.code === 'facts-incomplete' || reason.code === 'team-unreadable') {
    return lowerFirst(reasonText(verdict, reason, now).replace(/\.$/, ''))
  }
  const again = reason.code === 'window-missing' ? '' : ' anew'
  return `the label deploy-window/${lengthOf(Math.min(requirement.max, 2 * HOUR))}${again} (at most ${lengthOf(requirement.max)}) by ${ownersText(requirement)}`
}

function timeHeading({ reason }: SyncWindowVerdict, now: Instant): string {
  switch (reason.code) {
    case 'window-frozen':
      return `the end of the freeze ${reason.name}, ${zonedTime(reason.until, now, reason.timeZone)}`
    case 'window-closed':
      return reason.opensAt === null
        ? 'a window that opens'
        : `the next window, ${zonedTime(reason.opensAt, now, reason.timeZone)}`
    default:
      return 'a window that can be computed'
  }
}

function timeAction(verdict: SyncWindowVerdict, now: Instant): string {
  const { reason } = verdict
  if (reason.code === 'window-frozen')
    return `wait until the freeze ${reason.name} ends ${zonedTime(reason.until, now, reason.timeZone)}`
  if (reason.code === 'window-closed' && reason.opensAt !== null)
    return `wait until ${listOf(reason.names, 'or', 4)} opens ${zonedTime(reason.opensAt, now, reason.timeZone)}`
  return lowerFirst(reasonText(verdict, reason, now).replace(/\.$/, ''))
}

function missingPhrase(verdict: Verdict, now: Instant): string {
  const { reason } = verdict
  switch (reason.code) {
    case 'approvals-missing':
      return `${String(reason.need - reason.have)} of ${ownersText(verdict.requirement)}`
    case 'no-owner':
      return `no owner for ${listOf(reason.paths, 'and', 1)}`
    case 'changes-requested':
      return `${listOf(reason.by.map(({ login }) => `@${login}`))} requested changes`
    case 'team-unreadable':
      return `team ${listOf(reason.teams.map(({ team }) => team))} is unreadable; grant the token "members: read"`
    case 'window-missing':
      return `a window of at most ${lengthOf(reason.max)}`
    case 'window-not-covering':
    case 'window-opener-not-allowed':
    case 'window-label-without-event':
    case 'window-label-malformed':
      return `${reason.label} does not count`
    case 'window-frozen':
      return `freeze ${reason.name} until ${zonedTime(reason.until, now, reason.timeZone)}`
    case 'window-closed':
      return reason.opensAt === null
        ? `${listOf(reason.names, 'and', 2)} never opens`
        : `next window opens ${zonedTime(reason.opensAt, now, reason.timeZone)}`
    default:
      return lowerFirst(reasonText(verdict, reason, now).split('. ')[0]?.replace(/\.$/, '') ?? '')
  }
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
