import { expect, it } from 'vitest'

import { neverCloses } from '../../../src/core/calendar/never-closes.ts'
import { DAY, HOUR, MINUTE } from '../../../src/core/model/instant.ts'

it.each([
  { name: 'a day each day', schedule: '0 0 * * *', duration: DAY, never: true },
  { name: 'a minute less', schedule: '0 0 * * *', duration: DAY - MINUTE, never: false },
  { name: 'an hour each hour', schedule: '0 * * * *', duration: HOUR, never: true },
  { name: 'an hour each hour of workdays', schedule: '0 * * * 1-5', duration: HOUR, never: false },
  { name: 'a minute each minute of office hours', schedule: '* 9-17 * * *', duration: MINUTE, never: false },
  { name: 'each minute', schedule: '* * * * *', duration: MINUTE, never: true },
  { name: 'a week each Friday', schedule: '0 17 * * 5', duration: 7 * DAY, never: true },
  { name: 'six days each Friday', schedule: '0 17 * * 5', duration: 6 * DAY, never: false },
  { name: 'a month of 30 days', schedule: '0 0 1 * *', duration: 30 * DAY, never: false },
  { name: 'a month of 31 days', schedule: '0 0 1 * *', duration: 31 * DAY, never: true },
  { name: 'what never starts', schedule: '0 0 30 2 *', duration: DAY, never: false },
])('$name: $never', ({ schedule, duration, never }) => {
  expect(neverCloses({ schedule, duration })).toBe(never)
})
