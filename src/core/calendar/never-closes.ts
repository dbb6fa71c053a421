import { DAY, type Instant, plus, YEAR_2000 } from '../model/instant.ts'
import { occurrencesOf, type Recurring } from './occurrences.ts'
import { createSchedule, type Schedule } from './schedule.ts'

const DAYS = 400
const STEPS = 3000

/**
 * Whether something recurring starts again and again before it is over, for more than a year: an hour that a clock change leaves free
 * does not count, so days are counted in UTC. False where that cannot be told.
 */
export function neverCloses({ schedule: text, duration }: Omit<Recurring, 'timeZone'>): boolean {
  const timeZone = 'UTC'
  const schedule = createSchedule(text, timeZone)
  const first = occurrencesOf({ schedule: text, timeZone, duration })?.after(YEAR_2000)
  if (!schedule || !first || duration <= 0) return false
  const days = duration < DAY ? 2 : DAYS
  if (!goesOn(schedule, first.end, duration, plus(first.end, days * DAY))) return false
  return days === DAYS || startsEveryDay(schedule, first.start)
}

function goesOn(schedule: Schedule, from: Instant, duration: number, until: Instant): boolean {
  let end = from
  for (let step = 0; step < STEPS && end < until; step += 1) {
    const latest = schedule.lastStart(end)
    if (latest === null || plus(latest, duration) <= end) return false
    end = plus(latest, duration)
  }
  return end >= until
}

/** The hours of a schedule are the same on each of its days: what has no gap on two of them has none on days that follow each other. */
function startsEveryDay(schedule: Schedule, first: Instant): boolean {
  for (let day = 0; day < DAYS; day += 1) {
    const begin = plus(first, day * DAY)
    const next = schedule.nextStart(begin)
    if (next === null || next > plus(begin, DAY)) return false
  }
  return true
}
