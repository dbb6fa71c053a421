import { Cron } from 'croner'
import { type Instant, instantFromMilliseconds } from '../model/instant.ts'
import { scheduleProblem } from './schedule-problem.ts'
import { writeOut } from './write-out.ts'

/** When something starts, again and again: a cron expression read in a time zone. */
export interface Schedule {
  /** The latest start at or before a moment; null: there is none. */
  lastStart(moment: Instant): Instant | null
  /** The first start after a moment; null: there is none. */
  nextStart(moment: Instant): Instant | null
}

/**
 * Reads five fields of cron in a time zone. On the day that skips an hour, a start within it is at the end of the gap; on the day
 * that has an hour twice, a start within it is the first of both, or each of both where `*` or a step says the minutes or the
 * hours. Undefined when either cannot be read. The library takes moments as `Date`; it is never asked what the time is.
 */
export function createSchedule(text: string, timeZone: string): Schedule | undefined {
  if (scheduleProblem(text) !== null) return undefined
  const asWritten = startsOf(text, timeZone)
  if (!asWritten) return undefined
  // Of `*` and steps the library forgets what the clock skips, and of lists what comes twice: both together are all.
  const list = writeOut(text)
  const writtenOut = list === null ? undefined : startsOf(list, timeZone)
  const all = writtenOut ? [asWritten, writtenOut] : [asWritten]
  return {
    lastStart: (moment) => greatest(all.map((cron) => lastOf(cron, moment))),
    nextStart: (moment) => least(all.map((cron) => instantOf(cron.nextRun(new Date(moment))))),
  }
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
function lastOf(cron: Cron, moment: Instant): Instant | null {
  return instantOf(cron.previousRuns(1, new Date(Math.floor(moment / 1000) * 1000 + 1000))[0])
}

function greatest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
}

function least(moments: readonly (Instant | null)[]): Instant | null {
  return moments.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)
}

function instantOf(date: Date | null | undefined): Instant | null {
  return (date && instantFromMilliseconds(date.getTime())) ?? null
}
