import { expect, it } from 'vitest'

import {
  asSentence,
  atTime,
  count,
  listOf,
  numberWord,
  timeOf,
  timesOf,
} from '../../../src/core/report/phrases.ts'
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
  { moment: '2026-11-23T09:00:00Z', want: 'Mon 09:00 UTC' },
  { moment: '2026-11-29T09:00:00Z', want: '2026-11-29 09:00 UTC' },
  { moment: '2026-11-21T09:00:00Z', want: '2026-11-21 09:00 UTC' },
])('says $moment as $want', ({ moment, want }) => {
  expect(timeOf(at(moment), at('2026-11-22T10:00:00Z'))).toBe(want)
})

it.each([
  { moment: '2026-11-22T16:00:00Z', want: 'at 16:00 UTC' },
  { moment: '2026-11-23T16:00:00Z', want: 'Mon 16:00 UTC' },
])('says $moment after a verb as $want', ({ moment, want }) => {
  expect(atTime(at(moment), at('2026-11-22T10:00:00Z'))).toBe(want)
})

it.each([
  { from: '2026-11-22T14:00:00Z', to: '2026-11-22T16:00:00Z', want: '14:00 and 16:00 UTC' },
  { from: '2026-11-22T23:00:00Z', to: '2026-11-23T01:00:00Z', want: '23:00 and Mon 01:00 UTC' },
  { from: '2026-11-23T14:00:00Z', to: '2026-11-23T16:00:00Z', want: 'Mon 14:00 and 16:00 UTC' },
  { from: '2026-11-21T23:00:00Z', to: '2026-11-22T16:00:00Z', want: '2026-11-21 23:00 and today 16:00 UTC' },
])('says from $from to $to as $want', ({ from, to, want }) => {
  expect(timesOf(at(from), at(to), at('2026-11-22T10:00:00Z'))).toBe(want)
})

it('says small numbers in words', () => {
  expect([0, 1, 2, 9, 10].map(numberWord)).toEqual(['no', 'one', 'two', 'nine', '10'])
})

it.each([
  { text: 'yes', want: 'yes.' },
  { text: 'yes.', want: 'yes.' },
  { text: 'did you mean "yes"?', want: 'did you mean "yes"?' },
])('ends $text with one mark', ({ text, want }) => {
  expect(asSentence(text)).toBe(want)
})
