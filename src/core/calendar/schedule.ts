import { Cron } from 'croner'
import { type Instant, instantFromMilliseconds } from '../model/instant.ts'
import { scheduleProblem } from './schedule-problem.ts'

/** When something starts, again and again: a cron expression read in a time zone. */
export interface Schedule {
  /** The latest start at or before a moment; null: there is none. */
  lastStart(moment: Instant): Instant | null
  /** The first start after a moment; null: there is none. */
  nextStart(moment: Instant): Instant | null
}

/**
 * Reads five fields of cron in a time zone. On the day that skips an hour, a start within it is at the end of the gap; on the day
 * that has an hour twice, a start within it is the first of both. Undefined when either cannot be read. The library takes moments
 * as `Date`; it is never asked what the time is.
 */
export function createSchedule(text: string, timeZone: string): Schedule | undefined {
  if (scheduleProblem(text) !== null) return undefined
  const cron = startsOf(text, timeZone)
  return (
    cron && {
      lastStart: (moment) => instantOf(cron.previousRuns(1, new Date(secondAfter(moment)))[0]),
      nextStart: (moment) => instantOf(cron.nextRun(new Date(moment))),
    }
  )
}

/** The library throws for zones and schedules that it does not know. It runs no job: there is no function to run. */
function startsOf(text: string, timezone: string): Cron | undefined {
  try {
    const cron = new Cron(text, { mode: '5-part', timezone, paused: true, fixedTimeRule: 'no-wildcard' })
    cron.nextRun(new Date(0))
    return cron
  } catch {
    return undefined
  }
}

/** The library looks for starts before a moment, and knows whole seconds only. */
function secondAfter(moment: Instant): number {
  return Math.floor(moment / 1000) * 1000 + 1000
}

function instantOf(date: Date | null | undefined): Instant | null {
  return (date && instantFromMilliseconds(date.getTime())) ?? null
}
