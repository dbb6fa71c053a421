import type { Instant } from '../model/instant.ts'
import type { SyncWindowRequirement } from '../model/requirement.ts'
import type { SyncWindowReason } from '../model/verdict.ts'
import { listOf } from './phrases.ts'
import { zonedTime } from './zoned-time.ts'

/** What is asked of the time: `a time outside the freeze friday`, `a time within office-hours`. */
export function timeNeeded({ windows }: SyncWindowRequirement): string {
  const names = listOf(
    windows.map(({ name }) => name),
    'or',
    4,
  )
  return windows.some(({ kind }) => kind === 'deny')
    ? `a time outside the freeze ${names}`
    : `a time within ${names}`
}

/** What recurring windows say about a moment, in a few words: `frozen until Mon 08:00 Europe/Paris`. */
export function shortSyncWindowText(reason: SyncWindowReason, now: Instant): string {
  switch (reason.code) {
    case 'window-frozen':
      return `frozen until ${zonedTime(reason.until, now, reason.timeZone)}`
    case 'window-not-frozen':
      return reason.freezesAt === null
        ? 'never frozen again'
        : `not frozen until ${zonedTime(reason.freezesAt, now, reason.timeZone)}`
    case 'window-closed':
      return reason.opensAt === null
        ? 'never open again'
        : `opens ${zonedTime(reason.opensAt, now, reason.timeZone)}`
    case 'window-active':
      return `open until ${zonedTime(reason.until, now, reason.timeZone)}`
    case 'window-unknown':
      return 'cannot be computed'
    default:
      return reason satisfies never
  }
}

/** What recurring windows say about a moment, as a sentence. */
export function syncWindowText(reason: SyncWindowReason, now: Instant): string {
  switch (reason.code) {
    case 'window-frozen': {
      const why = reason.why === '' ? '' : ` (${reason.why.replace(/\.$/, '')})`
      return `The freeze ${reason.name} holds until ${zonedTime(reason.until, now, reason.timeZone)}${why}.`
    }
    case 'window-not-frozen':
      return reason.freezesAt === null
        ? `The freeze ${reason.name} does not begin again.`
        : `The freeze ${reason.name} begins ${zonedTime(reason.freezesAt, now, reason.timeZone)}.`
    case 'window-closed':
      return reason.opensAt === null
        ? `Of the windows ${listOf(reason.names, 'and', 4)} none opens again, and nothing may merge outside. Change a schedule in the policy.`
        : `Outside ${listOf(reason.names, 'and', 4)}; it opens ${zonedTime(reason.opensAt, now, reason.timeZone)}.`
    case 'window-active':
      return `Within ${reason.name}, until ${zonedTime(reason.until, now, reason.timeZone)}.`
    case 'window-unknown':
      return `When ${listOf(reason.names, 'and', 4)} is active cannot be computed. Correct its schedule and its time zone in the policy.`
    default:
      return reason satisfies never
  }
}
