import { DAY, type Instant } from '../model/instant.ts'
import { timeOf } from './phrases.ts'

const WEEK = 7 * DAY

/**
 * A moment by the clocks of a zone: `Mon 09:00 Europe/Paris` within the days around `now`, else `2026-12-24 09:00 Europe/Paris`. In
 * UTC, and in a zone that is not known here, as {@link timeOf} says it.
 */
export function zonedTime(moment: Instant, now: Instant, timeZone: string): string {
  if (timeZone === 'UTC') return timeOf(moment, now)
  const clock = clockOf(timeZone)
  if (clock === undefined) return timeOf(moment, now)
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    clock.formatToParts(moment).find((candidate) => candidate.type === type)?.value ?? ''
  const near = Math.abs(moment - now) < WEEK - DAY
  const day = near ? part('weekday') : `${part('year')}-${part('month')}-${part('day')}`
  return `${day} ${part('hour')}:${part('minute')} ${timeZone}`
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
  } catch {
    return undefined
  }
}
