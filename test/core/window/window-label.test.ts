import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatInstant, HOUR, instantFromMilliseconds, MINUTE } from '../../../src/core/model/instant.ts'
import { parseWindowLabel } from '../../../src/core/window/window-label.ts'

const START = Date.parse('2026-11-22T14:00:00Z')

it.each([
  { label: 'deploy-window/30m', want: { kind: 'from-event', duration: 30 * MINUTE } },
  { label: 'deploy-window/2h', want: { kind: 'from-event', duration: 2 * HOUR } },
  { label: 'deploy-window/1h30m', want: { kind: 'from-event', duration: 90 * MINUTE } },
  { label: 'deploy-window/2026-11-22T14:00Z+2h', want: { kind: 'booked', start: START, duration: 2 * HOUR } },
  {
    label: 'deploy-window/2026-11-22T14:00:00Z+2h',
    want: { kind: 'booked', start: START, duration: 2 * HOUR },
  },
  {
    label: 'deploy-window/2099-01-01T00:00Z+9999h',
    want: { kind: 'booked', start: Date.parse('2099-01-01T00:00Z'), duration: 9999 * HOUR },
  },
  { label: 'deploy-window/friday', want: { kind: 'named', name: 'friday' } },
  { label: 'deploy-window/night-shift.2', want: { kind: 'named', name: 'night-shift.2' } },
])('reads $label', ({ label, want }) => {
  expect(parseWindowLabel(label)).toEqual(want)
})

it.each([
  'deploy-window/',
  'deploy-window/0m',
  'deploy-window/2d',
  'deploy-window/30s',
  'deploy-window/1h90m',
  'deploy-window/01h',
  'deploy-window/2',
  'deploy-window/-2h',
  'deploy-window/+2h',
  'deploy-window/2h ',
  'deploy-window/ 2h',
  'deploy-window/2 h',
  'deploy-window/2H',
  'deploy-window/30m1h',
  'deploy-window/1.5h',
  'deploy-window/1e3h',
  'deploy-window/99999999999999h',
  'deploy-window/2026-11-22T14:00Z',
  'deploy-window/2026-11-22T14:00+2h',
  'deploy-window/2026-11-22T14:00+01:00+2h',
  'deploy-window/2026-11-22T14:00Z+',
  'deploy-window/2026-11-22T14:00Z+2h+2h',
  'deploy-window/2026-11-31T14:00Z+2h',
  'deploy-window/2026-11-22 14:00Z+2h',
  'deploy-window/2026-11-22T14:00z+2h',
  'deploy-window/2026-11-22T25:00Z+2h',
  'deploy-window/tomorrow morning',
  'deploy-window/-friday',
  'deploy-window/friday-',
  'deploy-window/２h',
])('%s is malformed', (label) => {
  expect(parseWindowLabel(label)).toEqual({ kind: 'malformed' })
})

it.each(['deploy-window', 'Deploy-Window/2h', ' deploy-window/2h', 'my-deploy-window/2h', 'bug', ''])(
  '%j is about something else',
  (label) => {
    expect(parseWindowLabel(label)).toBeNull()
  },
)

it('reads every stated start as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 1, max: 900 }), (seconds, minutes) => {
      const start = instantFromMilliseconds(seconds * 1000)
      if (start === undefined) throw new Error('no moment')
      const label = `deploy-window/${formatInstant(start)}+${String(minutes)}m`
      expect(parseWindowLabel(label)).toEqual({ kind: 'booked', start, duration: minutes * MINUTE })
    }),
  )
})
