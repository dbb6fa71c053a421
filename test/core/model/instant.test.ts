import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  formatDuration,
  formatInstant,
  instantFromMilliseconds,
  parseDuration,
  parseInstant,
} from '../../../src/core/model/instant.ts'

describe('moments', () => {
  it.each([
    '2026-11-22T10:00:00Z',
    '2026-11-22T10:00Z',
    '2026-11-22T11:00:00+01:00',
    '2026-11-22T10:00:00.000Z',
  ])('reads %s', (text) => {
    expect(parseInstant(text)).toBe(1_795_341_600_000)
  })

  it.each([
    '2026-11-22',
    '2026-11-22T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-13-01T00:00Z',
    '2026-11-22T25:00Z',
    'now',
    '',
    '1795341600',
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
        const moment = instantFromMilliseconds(seconds * 1000)
        expect(moment !== undefined && parseInstant(formatInstant(moment))).toBe(seconds * 1000)
      }),
    )
  })
})

describe('durations', () => {
  it.each([
    { text: '30m', minutes: 30 },
    { text: '2h', minutes: 120 },
    { text: '1h30m', minutes: 90 },
    { text: '7d', minutes: 10_080 },
    { text: '63h', minutes: 3780 },
  ])('reads $text and writes it so', ({ text, minutes }) => {
    expect(parseDuration(text)).toBe(minutes * 60_000)
    expect(parseDuration(formatDuration(minutes * 60_000))).toBe(minutes * 60_000)
  })

  it.each(['', '0h', 'h', '2', '-2h', '2H', '30m1h', '1.5h', ' 2h', '99999999h'])('refuses %s', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
})
