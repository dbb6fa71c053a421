import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Occurrences, occurrencesOf } from '../../../src/core/calendar/occurrences.ts'
import { DAY, formatInstant, HOUR, type Instant, MINUTE, plus } from '../../../src/core/model/instant.ts'
import { at } from '../../support/decision.ts'

function times(schedule: string, duration: number, timeZone = 'Europe/Paris'): Occurrences {
  const found = occurrencesOf({ schedule, duration, timeZone })
  if (!found) throw new Error('not readable')
  return found
}

const said = (moment: Instant | null | undefined): string | null =>
  moment === null || moment === undefined ? null : formatInstant(moment)

describe('a window over the weekend, Friday 17:00 for 63 hours in Paris', () => {
  const friday = times('0 17 * * 5', 63 * HOUR)
  it.each([
    { name: 'the second before its start', now: '2026-11-20T15:59:59Z', active: null },
    { name: 'its start', now: '2026-11-20T16:00:00Z', active: '2026-11-20T16:00:00Z' },
    { name: 'midnight of the second day', now: '2026-11-22T00:00:00+01:00', active: '2026-11-20T16:00:00Z' },
    { name: 'its last second', now: '2026-11-23T06:59:59Z', active: '2026-11-20T16:00:00Z' },
    { name: 'its end', now: '2026-11-23T07:00:00Z', active: null },
  ])('$name', ({ now, active }) => {
    expect(said(friday.at(at(now))?.start)).toBe(active)
  })

  it('comes again a week later', () => {
    expect(said(friday.after(at('2026-11-20T16:00:00Z'))?.start)).toBe('2026-11-27T16:00:00Z')
    expect(said(friday.after(at('2026-11-20T15:59:59Z'))?.start)).toBe('2026-11-20T16:00:00Z')
  })
})

describe('clock changes: the start follows the wall clock, the length is elapsed time', () => {
  it.each([
    {
      name: 'a night that skips an hour, from before it',
      schedule: '0 22 * * 6',
      from: '2026-03-28T00:00:00Z',
      start: '2026-03-28T21:00:00Z',
      end: '2026-03-29T05:00:00Z',
    },
    {
      name: 'a night that has an hour twice, from before it',
      schedule: '0 22 * * 6',
      from: '2026-10-24T00:00:00Z',
      start: '2026-10-24T20:00:00Z',
      end: '2026-10-25T04:00:00Z',
    },
    {
      name: 'a start that the clock skips is at the end of the gap',
      schedule: '30 2 * * *',
      from: '2026-03-28T12:00:00Z',
      start: '2026-03-29T01:00:00Z',
      end: '2026-03-29T09:00:00Z',
    },
    {
      name: 'a start that comes twice is the first',
      schedule: '30 2 * * *',
      from: '2026-10-24T12:00:00Z',
      start: '2026-10-25T00:30:00Z',
      end: '2026-10-25T08:30:00Z',
    },
    {
      name: 'the day after it has its own offset',
      schedule: '0 9 * * *',
      from: '2026-10-25T12:00:00Z',
      start: '2026-10-26T08:00:00Z',
      end: '2026-10-26T16:00:00Z',
    },
  ])('$name', ({ schedule, from, start, end }) => {
    const window = times(schedule, 8 * HOUR)
    const next = window.after(at(from))
    expect([said(next?.start), said(next?.end)]).toEqual([start, end])
    expect(said(window.at(at(start))?.start)).toBe(start)
    expect(said(window.at(plus(at(start), -1000))?.start ?? null)).not.toBe(start)
    expect(said(window.at(plus(at(end), -1000))?.start)).toBe(start)
    expect(said(window.at(at(end))?.start ?? null)).not.toBe(start)
  })

  it('a list of hours loses none of its starts', () => {
    const window = times('30 2,14 * * *', HOUR)
    expect(said(window.after(at('2026-03-28T14:00:00Z'))?.start)).toBe('2026-03-29T01:00:00Z')
  })
})

describe('a window on Fridays, 22:00 for four hours', () => {
  const friday = times('0 22 * * 5', 4 * HOUR, 'UTC')
  it.each([
    { now: '2026-11-28T01:00:00Z', is: 'active on Saturday at one', start: '2026-11-27T22:00:00Z' },
    { now: '2026-11-27T01:00:00Z', is: 'not active on Friday at one', start: null },
    { now: '2026-11-28T01:59:59Z', is: 'active a second before two', start: '2026-11-27T22:00:00Z' },
    { now: '2026-11-28T02:00:00Z', is: 'not active at two sharp', start: null },
  ])('A66: is $is', ({ now, start }) => {
    expect(said(friday.at(at(now))?.start)).toBe(start)
  })
})

describe('a window every day at 02:30 for an hour, in Paris', () => {
  const nightly = times('30 2 * * *', HOUR)
  it.each([
    {
      night: 'there is no 02:30: it starts where the gap ends',
      from: '2026-03-28T12:00:00Z',
      start: '2026-03-29T01:00:00Z',
    },
    {
      night: '02:30 is there twice: it starts at the first',
      from: '2026-10-24T12:00:00Z',
      start: '2026-10-25T00:30:00Z',
    },
  ])('A65: on the night on which $night', ({ from, start }) => {
    const [begins, ends] = [at(start), plus(at(start), HOUR)]
    expect(nightly.after(at(from))).toEqual({ start: begins, end: ends })
    expect([-1000, 0, HOUR - 1000, HOUR].map((off) => nightly.at(plus(begins, off)) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('what is said by `*` or by a step', () => {
  it.each([
    { name: 'every two hours for two hours', schedule: '0 */2 * * *', duration: 2 * HOUR },
    { name: 'every even hour of a range', schedule: '0 0-22/2 * * *', duration: 2 * HOUR },
    { name: 'every hour at a quarter past, for an hour', schedule: '15 * * * *', duration: HOUR },
  ])('leaves no gap where the clock jumps, forward or back: $name', ({ schedule, duration }) => {
    const window = times(schedule, duration)
    for (const from of ['2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z']) {
      for (let minute = 0; minute < 10 * 60; minute += 1) {
        const now = plus(at(from), minute * MINUTE)
        expect(window.at(now), formatInstant(now)).not.toBeNull()
      }
    }
  })

  it('is not lost where all of it is in the hour that is skipped', () => {
    const window = times('*/30 2 * * *', 8 * HOUR)
    expect(said(window.after(at('2026-03-28T12:00:00Z'))?.start)).toBe('2026-03-29T01:00:00Z')
    expect(said(window.at(at('2026-03-29T08:59:59Z'))?.start)).toBe('2026-03-29T01:00:00Z')
  })

  it('comes twice where the hour does', () => {
    const window = times('*/30 2 * * *', 10 * MINUTE)
    const starts: (string | null)[] = []
    for (let next = window.after(at('2026-10-24T12:00:00Z')); next && starts.length < 5;) {
      starts.push(said(next.start))
      next = window.after(next.start)
    }
    expect(starts.slice(0, 4)).toEqual([
      '2026-10-25T00:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:30:00Z',
    ])
    expect(starts[4]).toBe('2026-10-26T01:00:00Z')
  })
})

describe('the end', () => {
  it('of one that goes over into the next is that of the last', () => {
    const window = times('0 8,10,12 * * *', 2 * HOUR, 'UTC')
    const active = window.at(at('2026-11-22T08:30:00Z'))
    expect(active && said(window.endOf(active))).toBe('2026-11-22T14:00:00Z')
  })

  it('of one that never ends is a moment far away', () => {
    const window = times('0 0 * * *', 2 * DAY, 'UTC')
    const active = window.at(at('2026-11-22T08:30:00Z'))
    expect(active && window.endOf(active)).toBeGreaterThan(at('2027-11-22T08:30:00Z'))
  })
})

it('is not there for what cannot be read', () => {
  expect(occurrencesOf({ schedule: '61 * * * *', timeZone: 'UTC', duration: HOUR })).toBeUndefined()
  expect(occurrencesOf({ schedule: '1 * * * *', timeZone: 'Europe/Pari', duration: HOUR })).toBeUndefined()
})

/** Reads the clock on the wall of a zone, minute by minute: slow, and another way to the same answer. */
function wallClock(moment: Instant, timeZone: string): { weekday: string; hour: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { weekday: part('weekday'), hour: Number(part('hour')), minute: Number(part('minute')) }
}

it('agrees with a clock that is read every minute', () => {
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']
  fc.assert(
    fc.property(
      fc.record({
        // No clock changes between 4:00 and 23:59 in these zones.
        hour: fc.integer({ min: 4, max: 23 }),
        minute: fc.integer({ min: 0, max: 59 }),
        day: fc.integer({ min: 0, max: 6 }),
        zone: fc.constantFrom(...zones),
        length: fc.integer({ min: 1, max: 600 }),
        back: fc.integer({ min: 0, max: 700 }),
        month: fc.integer({ min: 0, max: 11 }),
      }),
      ({ hour, minute, day, zone, length, back, month }) => {
        const window = times(`${String(minute)} ${String(hour)} * * ${String(day)}`, length * MINUTE, zone)
        const start = window.after(plus(at('2026-01-01T00:00:00Z'), month * 30 * DAY))?.start
        if (start === undefined) throw new Error('never')
        expect(wallClock(start, zone)).toEqual({ weekday: days[day], hour, minute })
        const now = plus(start, (back - 50) * MINUTE)
        let active = false
        for (let ago = 0; ago < length; ago += 1) {
          const clock = wallClock(plus(now, -ago * MINUTE), zone)
          active ||= clock.weekday === days[day] && clock.hour === hour && clock.minute === minute
        }
        expect(window.at(now) !== null).toBe(active)
      },
    ),
    { numRuns: 15 },
  )
})
