import { expect, it } from 'vitest'

import { count, listOf, timeOf } from '../../../src/core/report/phrases.ts'
import { at } from '../../support/decision.ts'

it.each([
  { items: ['a'], limit: 4, want: 'a' },
  { items: ['a', 'b'], limit: 4, want: 'a and b' },
  { items: ['a', 'b', 'c'], limit: 4, want: 'a, b and c' },
  { items: ['a', 'b', 'c', 'd', 'e'], limit: 2, want: 'a, b and 3 more' },
])('lists $items', ({ items, limit, want }) => {
  expect(listOf(items, 'and', limit)).toBe(want)
})

it('counts with the right form', () => {
  expect([count(1, 'object'), count(0, 'object'), count(2, 'entry', 'entries')]).toEqual([
    '1 object',
    '0 objects',
    '2 entries',
  ])
})

it.each([
  { moment: '2026-11-22T16:00:00Z', want: '16:00 UTC' },
  { moment: '2026-11-22T16:00:30Z', want: '16:00:30 UTC' },
  { moment: '2026-11-23T09:00:00Z', want: '2026-11-23 09:00 UTC' },
])('says $moment as $want', ({ moment, want }) => {
  expect(timeOf(at(moment), at('2026-11-22T10:00:00Z'))).toBe(want)
})
