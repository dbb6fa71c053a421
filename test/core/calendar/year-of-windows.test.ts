import { describe, expect, it } from 'vitest'

import { type Occurrence, type Occurrences, occurrencesOf } from '../../../src/core/calendar/occurrences.ts'
import { DAY, HOUR, type Instant, instantFromMilliseconds, MINUTE } from '../../../src/core/model/instant.ts'

/*
 * A year of windows in six zones, beside a clock on the wall that is read every minute of it. Nothing is shared: the fields of a
 * schedule are taken apart here by hand, and what the clock says comes from the runtime's own time zones. Where the clock is put forward,
 * what should have started in the hour that is not there starts at its end; where it is put back, the first of both counts.
 */
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Africa/Casablanca',
]
const WINDOWS: readonly (readonly [schedule: string, duration: number])[] = [
  ['0 9 * * 1-5', 8 * HOUR],
  ['0 17 * * 5', 63 * HOUR],
  ['30 2 * * *', HOUR],
  ['0 22 * * FRI', 4 * HOUR],
  ['15 1 * * SUN', 2 * HOUR],
  ['0 0 1 * *', DAY],
  ['45 23 31 * *', 30 * MINUTE],
  ['0 6 1-7 * *', 3 * HOUR],
  ['0 12 * JAN,JUL 1,3', 90 * MINUTE],
  ['0 */6 * * *', 6 * HOUR],
  ['59 23 * 2 *', 2 * MINUTE],
  ['30 1,3 * 3,4,10,11 0', 30 * HOUR],
]
/** So many occurrences of each are looked at from all sides. */
const LOOKED_AT = 120
const [FIRST, LAST] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)]

interface WallMinute {
  readonly year: number
  readonly minute: number
  readonly hour: number
  readonly day: number
  readonly month: number
  readonly weekday: number
}

describe.each(ZONES)('%s', (zone) => {
  const wall = wallClock(zone)

  it.each(WINDOWS)('%s for %i ms', (schedule, duration) => {
    const found = occurrencesOf({ schedule, timeZone: zone, duration })
    if (!found) throw new Error('not readable')
    const expected = startsOf(schedule, wall)
    expect(startsFound(found)).toEqual(expected)
    const every = Math.ceil(expected.length / LOOKED_AT)
    for (const [index, start] of expected.entries()) {
      if (index % every > 0 || start < FIRST + 3 * DAY) continue
      for (const off of [-1000, 0, duration - 1000, duration]) {
        const now = start + off
        const latest = expected.findLast((one) => one <= now)
        const active = latest !== undefined && now < latest + duration ? latest : null
        if (now < LAST)
          expect(found.at(instant(now))?.start ?? null, new Date(now).toISOString()).toBe(active)
      }
    }
  })
})

/** Every start that the program knows within the year. */
function startsFound(found: Occurrences): readonly number[] {
  const starts: number[] = []
  let next: Occurrence | null = found.after(instant(FIRST - 1000))
  while (next !== null && next.start < LAST) {
    starts.push(next.start)
    next = found.after(next.start)
  }
  return starts
}

/** What the clock on the wall says at every minute of the year, and a little before. */
function wallClock(timeZone: string): readonly WallMinute[] {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const minutes: WallMinute[] = []
  for (let quarter = FIRST - DAY; quarter < LAST; quarter += 15 * MINUTE) {
    // No zone of these changes its clock within a quarter of an hour.
    const parts = new Map(format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]))
    const [year = 0, month = 0, day = 0] = [parts.get('year'), parts.get('month'), parts.get('day')]
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    for (let minute = 0; minute < 15; minute += 1)
      minutes.push({
        minute: (parts.get('minute') ?? 0) + minute,
        hour: parts.get('hour') ?? 0,
        day,
        month,
        year,
        weekday,
      })
  }
  return minutes
}

/** When a schedule starts: minute by minute, with what the clock jumped over and without what it says twice. */
function startsOf(schedule: string, wall: readonly WallMinute[]): readonly number[] {
  const matches = matcher(schedule)
  const starts: number[] = []
  const seen = new Set<string>()
  for (const [index, now] of wall.entries()) {
    const moment = FIRST - DAY + index * MINUTE
    const label = `${String(now.year)} ${String(now.month)} ${String(now.day)} ${String(now.hour)} ${String(now.minute)}`
    const isSaidAgain = seen.has(label)
    seen.add(label)
    const isDue = (!isSaidAgain && matches(now)) || jumpedOver(wall[index - 1], now).some(matches)
    if (isDue && moment >= FIRST) starts.push(moment)
  }
  return starts
}

/** The minutes between two that follow each other on the wall, where the clock is put forward. */
function jumpedOver(before: WallMinute | undefined, now: WallMinute): readonly WallMinute[] {
  if (before === undefined || before.day !== now.day) return []
  const [from, to] = [before.hour * 60 + before.minute + 1, now.hour * 60 + now.minute]
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => {
    const minute = from + index
    return { ...now, hour: Math.floor(minute / 60), minute: minute % 60 }
  })
}

const NAMES: Readonly<Record<string, number>> = { SUN: 0, FRI: 5, JAN: 1, JUL: 7 }

function matcher(schedule: string): (now: WallMinute) => boolean {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = schedule.split(' ')
  const [minutes, hours, days, months, weekdays] = [
    numbers(minute, 59),
    numbers(hour, 23),
    numbers(day, 31),
    numbers(month, 12),
    numbers(weekday, 6),
  ]
  return (now) => {
    const isDay = days.has(now.day)
    const isWeekday = weekdays.has(now.weekday)
    // Where both are said, either is enough, as cron has it.
    const isThatDay = day !== '*' && weekday !== '*' ? isDay || isWeekday : isDay && isWeekday
    return isThatDay && months.has(now.month) && hours.has(now.hour) && minutes.has(now.minute)
  }
}

function numbers(field: string, most: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', step = '1'] = part.split('/')
    const [from, to = from] =
      range === '*' ? [0, most] : range.split('-').map((one) => NAMES[one] ?? Number(one))
    for (let number = from ?? 0; number <= (to ?? 0); number += Number(step)) found.add(number)
  }
  return found
}

function instant(milliseconds: number): Instant {
  const moment = instantFromMilliseconds(milliseconds)
  if (moment === undefined) throw new Error('no moment')
  return moment
}
