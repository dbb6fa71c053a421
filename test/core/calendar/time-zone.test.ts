import { expect, it } from 'vitest'

import { isTimeZone, nearTimeZone } from '../../../src/core/calendar/time-zone.ts'

it.each([
  'Europe/Paris',
  'America/Argentina/Buenos_Aires',
  'Asia/Kolkata',
  'Etc/GMT+1',
  'UTC',
  'CET',
  'US/Pacific',
])('%s is one', (name) => {
  expect(isTimeZone(name)).toBe(true)
})

it.each([
  ['another case', 'europe/paris', 'Europe/Paris'],
  ['capitals', 'EUROPE/PARIS', 'Europe/Paris'],
  ['a slip', 'Europe/Pariss', 'Europe/Paris'],
  ['another language', 'Europa/Paris', 'Europe/Paris'],
  ['only the city', 'Paris', 'Europe/Paris'],
  ['a city with a space', 'New York', 'America/New_York'],
  ['a country', 'Japan', 'Asia/Tokyo'],
  ['an abbreviation that means several', 'CST', 'America/Chicago'],
  ['a summer time', 'CEST', 'CET'],
  ['an offset', '+01:00', undefined],
  ['a letter', 'Z', undefined],
  ['nothing', '', undefined],
  ['the zone of the machine', 'Local', undefined],
])('%s is none: %s', (_, name, near) => {
  expect(isTimeZone(name)).toBe(false)
  expect(nearTimeZone(name)).toBe(near)
})
