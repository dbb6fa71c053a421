import { expect, it } from 'vitest'

import { zonedTime } from '../../../src/core/report/zoned-time.ts'
import { at } from '../../support/decision.ts'

const now = at('2026-11-20T15:00:00Z')

it.each([
  {
    name: 'a day of this week',
    moment: '2026-11-23T07:00:00Z',
    zone: 'Europe/Paris',
    want: 'Mon 08:00 Europe/Paris',
  },
  {
    name: 'the same weekday a week later',
    moment: '2026-11-27T16:00:00Z',
    zone: 'Europe/Paris',
    want: '2026-11-27 17:00 Europe/Paris',
  },
  { name: 'midnight', moment: '2026-11-21T23:00:00Z', zone: 'Europe/Paris', want: 'Sun 00:00 Europe/Paris' },
  { name: 'UTC', moment: '2026-11-20T16:00:00Z', zone: 'UTC', want: '16:00 UTC' },
  {
    name: 'a zone that is not known here',
    moment: '2026-11-20T16:00:00Z',
    zone: 'Mars/Base',
    want: '16:00 UTC',
  },
])('$name', ({ moment, zone, want }) => {
  expect(zonedTime(at(moment), now, zone)).toBe(want)
})
