import { describe, expect, it } from 'vitest'

import { type Occurrence, type Occurrences, occurrencesOf } from '../../../src/core/calendar/occurrences.ts'
import { DAY, HOUR, type Instant, instantFromMilliseconds, MINUTE } from '../../../src/core/model/instant.ts'
import { wallClock, type WallMinute, type WallYear } from '../../support/wall-clock.ts'

/*
 * A year of windows in six zones, beside a clock on the wall that is read all year. Nothing is shared with the program: the fields of a
 * schedule are taken apart here by hand, what the clock says comes from the runtime's own time zones, and the starts are found by asking
 * of every minute of the year whether it is one. Where the clock is put forward, what should have started in the time that is not there
 * starts at its end. Where it is put back, the first of both counts; where `*` or a step says the minutes or hours, each of both does.
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
  ['0 3 13 * FRI', 5 * HOUR],
  ['0 12 * JAN,JUL 1,3', 90 * MINUTE],
  ['0 */4 * * MON-FRI', 4 * HOUR],
  ['59 23 * 2 *', 2 * MINUTE],
  ['30 1,3 * 3,4,10,11 0', 30 * HOUR],
  ['0 2-6/2 1-31/5 * *', 50 * HOUR],
  ['15 * * FEB-APR,OCT,NOV SAT-SUN', 40 * MINUTE],
  ['*/20 1-3 * 2-4,10-11 7', 20 * MINUTE],
  ['0,30 0-4 * * 0,6', 30 * MINUTE],
]
/** So many occurrences of each are looked at from all sides, besides those about a change of the clock. */
const LOOKED_AT = 60
const [FIRST, LAST] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)]

describe.each(ZONES)('%s', (zone) => {
  const year = wallClock(zone, FIRST, LAST)

  it.each(WINDOWS)('%s for %i ms', (schedule, duration) => {
    const found = occurrencesOf({ schedule, timeZone: zone, duration })
    if (!found) throw new Error('not readable')
    const expected = startsOf(schedule, year)
    expect(startsFound(found)).toEqual(expected)
    const active = activeMinutes(expected, duration)
    for (const [index, start] of expected.entries()) {
      if (!isLookedAt(index, start, expected, year)) continue
      const occurrence = { start: instant(start), end: instant(start + duration) }
      expect(found.endOf(occurrence), `end of ${new Date(start).toISOString()}`).toBe(
        firstFree(active, start),
      )
      for (const off of [-1000, 0, duration - 1000, duration, duration + 1000]) {
        const now = start + off
        const latest = active[minuteOf(now)] === 1 ? expected.findLast((one) => one <= now) : undefined
        expect(found.at(instant(now))?.start, new Date(now).toISOString()).toBe(latest)
      }
    }
  })
})

/** Every so many-th, and what starts within three days of a change of the clock; not where an occurrence reaches over the year. */
function isLookedAt(index: number, start: number, expected: readonly number[], year: WallYear): boolean {
  if (start < FIRST + 3 * DAY || start > LAST - 5 * DAY) return false
  const isNearChange = year.changes.some((change) => Math.abs(change - start) < 3 * DAY)
  return isNearChange || index % Math.ceil(expected.length / LOOKED_AT) === 0
}

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

/** The moments at which a schedule starts: each minute of the year is asked, and each that the clock jumped over on the way to it. */
function startsOf(schedule: string, { minutes, skipped, again }: WallYear): readonly number[] {
  const isDue = matcher(schedule)
  const [minute = '', hour = ''] = schedule.split(' ')
  const isOften = /[*/]/.test(`${minute}${hour}`)
  const starts: number[] = []
  for (const [index, now] of minutes.entries()) {
    const isNow = isDue(now) && (isOften || !again.has(index))
    if (isNow || skipped.get(index)?.some(isDue) === true) starts.push(FIRST + index * MINUTE)
  }
  return starts
}

function minuteOf(moment: number): number {
  return Math.floor((moment - FIRST) / MINUTE)
}

/** By minute of the year: 1 where something that started is not over. */
function activeMinutes(starts: readonly number[], duration: number): Uint8Array {
  const active = new Uint8Array(minuteOf(LAST))
  for (const start of starts) active.fill(1, minuteOf(start), minuteOf(start + duration))
  return active
}

function firstFree(active: Uint8Array, start: number): number {
  return FIRST + active.indexOf(0, minuteOf(start)) * MINUTE
}

const NAMES: Readonly<Record<string, number>> = {
  SUN: 0,
  MON: 1,
  FRI: 5,
  SAT: 6,
  JAN: 1,
  FEB: 2,
  APR: 4,
  JUL: 7,
  OCT: 10,
  NOV: 11,
}

function matcher(schedule: string): (now: WallMinute) => boolean {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = schedule
    .replace('SAT-SUN', '6,0')
    .split(' ')
  const [minutes, hours, days, months] = [
    numbers(minute, 59),
    numbers(hour, 23),
    numbers(day, 31),
    numbers(month, 12),
  ]
  const weekdays = new Set([...numbers(weekday, 6)].map((number) => number % 7))
  return (now) => {
    if (!minutes.has(now.minute) || !hours.has(now.hour) || !months.has(now.month)) return false
    const [isDay, isWeekday] = [days.has(now.day), weekdays.has(now.weekday)]
    // Where both are said, either is enough, as cron has it.
    return day !== '*' && weekday !== '*' ? isDay || isWeekday : isDay && isWeekday
  }
}

function numbers(field: string, most: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', step = '1'] = part.split('/')
    const [from = 0, to = from] =
      range === '*' ? [0, most] : range.split('-').map((one) => NAMES[one] ?? Number(one))
    for (let number = from; number <= to; number += Number(step)) found.add(number)
  }
  return found
}

function instant(milliseconds: number): Instant {
  const moment = instantFromMilliseconds(milliseconds)
  if (moment === undefined) throw new Error('no moment')
  return moment
}
