import { describe, expect, it } from 'vitest'

import { DAY, HOUR, type Instant, MINUTE, plus } from '../../../src/core/model/instant.ts'
import type { SyncWindow } from '../../../src/core/model/sync-window.ts'
import type { SyncWindowReason } from '../../../src/core/model/verdict.ts'
import { checkSyncWindows } from '../../../src/core/window/check-sync-windows.ts'
import { aFinding, aFreeze, at } from '../../support/decision.ts'

type Times = Pick<SyncWindow, 'schedule' | 'duration' | 'timeZone'>

function reasonAt(windows: readonly SyncWindow[], now: Instant): SyncWindowReason {
  const [verdict] = checkSyncWindows(windows, [aFinding()], now)
  if (verdict === undefined) throw new Error('no verdict')
  return verdict.reason
}

/** What an allow window and a freeze of the same times say, each in one word. */
function saidAt(times: Times, now: Instant): string {
  const [allow, deny] = (['allow', 'deny'] as const).map(
    (kind) => reasonAt([aFreeze({ kind, ...times })], now).code,
  )
  return `${allow ?? ''} ${deny ?? ''}`
}

const ACTIVE = 'window-active window-frozen'
const INACTIVE = 'window-closed window-not-frozen'

const paris = (schedule: string, duration: number): Times => ({
  schedule,
  duration,
  timeZone: 'Europe/Paris',
})
const lordHowe = (schedule: string, duration: number): Times => ({
  schedule,
  duration,
  timeZone: 'Australia/Lord_Howe',
})

describe('an allow window opens and a freeze begins, and both end', () => {
  it.each([
    {
      name: 'within a day',
      times: paris('0 9 * * 1-5', 8 * HOUR),
      from: '2026-11-24T08:00:00Z',
      until: '2026-11-24T16:00:00Z',
    },
    {
      name: 'over midnight',
      times: paris('0 22 * * 5', 4 * HOUR),
      from: '2026-11-27T21:00:00Z',
      until: '2026-11-28T01:00:00Z',
    },
    {
      name: 'over the end of a year',
      times: paris('0 18 31 12 *', 14 * HOUR),
      from: '2026-12-31T17:00:00Z',
      until: '2027-01-01T07:00:00Z',
    },
    {
      name: 'exactly at midnight',
      times: paris('0 0 * * 3', DAY),
      from: '2026-11-24T23:00:00Z',
      until: '2026-11-25T23:00:00Z',
    },
    {
      name: 'after more than a day',
      times: paris('30 17 * * 5', 62 * HOUR + 30 * MINUTE),
      from: '2026-11-20T16:30:00Z',
      until: '2026-11-23T07:00:00Z',
    },
    {
      name: 'after a minute',
      times: paris('59 23 * * *', MINUTE),
      from: '2026-11-24T22:59:00Z',
      until: '2026-11-24T23:00:00Z',
    },
    {
      name: 'on a night that skips an hour, from before it: an hour later on the wall',
      times: paris('0 22 * * 6', 8 * HOUR),
      from: '2026-03-28T21:00:00Z',
      until: '2026-03-29T05:00:00Z',
    },
    {
      name: 'where the clock skips its start: at the end of the gap, for its whole length',
      times: paris('30 2 * * *', 2 * HOUR),
      from: '2026-03-29T01:00:00Z',
      until: '2026-03-29T03:00:00Z',
    },
    {
      name: 'where the clock skips its start, which is said by a step',
      times: paris('0 2-22/20 * * *', 2 * HOUR),
      from: '2026-03-29T01:00:00Z',
      until: '2026-03-29T03:00:00Z',
    },
    {
      name: 'with its end in the hour that is skipped: elapsed time counts',
      times: paris('30 1 * * 0', HOUR),
      from: '2026-03-29T00:30:00Z',
      until: '2026-03-29T01:30:00Z',
    },
    {
      name: 'over the whole day that is an hour short: an hour into the next',
      times: paris('0 0 * * 0', DAY),
      from: '2026-03-28T23:00:00Z',
      until: '2026-03-29T23:00:00Z',
    },
    {
      name: 'on a night that has an hour twice, from before it: an hour earlier on the wall',
      times: paris('0 22 * * 6', 8 * HOUR),
      from: '2026-10-24T20:00:00Z',
      until: '2026-10-25T04:00:00Z',
    },
    {
      name: 'where its start comes twice: at the first, and not at the second',
      times: paris('30 2 * * *', 30 * MINUTE),
      from: '2026-10-25T00:30:00Z',
      until: '2026-10-25T01:00:00Z',
    },
    {
      name: 'for longer than a day over a day that is an hour longer',
      times: paris('0 17 * * 5', 63 * HOUR),
      from: '2026-10-23T15:00:00Z',
      until: '2026-10-26T06:00:00Z',
    },
    {
      name: 'where half an hour is skipped',
      times: lordHowe('10 2 * * *', HOUR),
      from: '2026-10-03T15:30:00Z',
      until: '2026-10-03T16:30:00Z',
    },
    {
      name: 'where half an hour comes twice',
      times: lordHowe('45 1 * * *', 30 * MINUTE),
      from: '2026-04-04T14:45:00Z',
      until: '2026-04-04T15:15:00Z',
    },
  ])('$name', ({ times, from, until }) => {
    const moments = [from, until].flatMap((edge) => [-1000, 0, 1000].map((off) => plus(at(edge), off)))
    expect(moments.map((now) => saidAt(times, now))).toEqual([
      INACTIVE,
      ACTIVE,
      ACTIVE,
      ACTIVE,
      INACTIVE,
      INACTIVE,
    ])
    const [before, within] = [plus(at(from), -1000), at(from)]
    const allow = aFreeze({ kind: 'allow', ...times })
    expect(reasonAt([allow], before)).toMatchObject({ opensAt: at(from) })
    expect(reasonAt([allow], within)).toMatchObject({ until: at(until) })
    expect(reasonAt([aFreeze(times)], before)).toMatchObject({ freezesAt: at(from) })
    expect(reasonAt([aFreeze(times)], within)).toMatchObject({ until: at(until) })
  })
})

it('of an hour that comes twice the second is free of what a list or a range says', () => {
  const hourly = aFreeze(paris('0 1-4 * * *', HOUR))
  const said = (now: string): string => reasonAt([hourly], at(now)).code
  expect(said('2026-10-25T00:59:59Z')).toBe('window-frozen')
  expect(said('2026-10-25T01:00:00Z')).toBe('window-not-frozen')
  expect(said('2026-10-25T01:59:59Z')).toBe('window-not-frozen')
  expect(said('2026-10-25T02:00:00Z')).toBe('window-frozen')
})

describe('windows that follow each other', () => {
  const utc = (schedule: string, duration: number): Times => ({ schedule, duration, timeZone: 'UTC' })
  const day = '2026-11-24'
  const around = (time: string): readonly Instant[] =>
    [-1000, 0, 1000].map((off) => plus(at(`${day}T${time}Z`), off))

  it.each([
    { name: 'of one schedule', windows: [utc('0 8,10,12 * * *', 2 * HOUR)] },
    { name: 'that overlap', windows: [utc('0 8,9,10,11,12 * * *', 2 * HOUR)] },
    { name: 'that lie within a longer one', windows: [utc('0 8 * * *', 6 * HOUR)] },
  ])('without a gap, $name, are one', ({ windows }) => {
    const [times = utc('', 0)] = windows
    expect(around('10:00:00').map((now) => saidAt(times, now))).toEqual([ACTIVE, ACTIVE, ACTIVE])
    expect(around('14:00:00').map((now) => saidAt(times, now))).toEqual([ACTIVE, INACTIVE, INACTIVE])
    expect(reasonAt([aFreeze(times)], at(`${day}T08:30:00Z`))).toMatchObject({
      until: at(`${day}T14:00:00Z`),
    })
  })

  it('with a gap of a minute are two', () => {
    const times = utc('0 8,10 * * *', 2 * HOUR - MINUTE)
    expect(around('09:59:00').map((now) => saidAt(times, now))).toEqual([ACTIVE, INACTIVE, INACTIVE])
    expect(around('10:00:00').map((now) => saidAt(times, now))).toEqual([INACTIVE, ACTIVE, ACTIVE])
    expect(reasonAt([aFreeze(times)], at(`${day}T08:30:00Z`))).toMatchObject({
      until: at(`${day}T09:59:00Z`),
    })
  })

  it('freezes of two names hold one after the other, each until its own end', () => {
    const morning = aFreeze({ name: 'morning', ...utc('0 8 * * *', 2 * HOUR) })
    const noon = aFreeze({ name: 'noon', ...utc('0 10 * * *', 2 * HOUR) })
    const held = (now: Instant): readonly string[] =>
      checkSyncWindows([morning, noon], [aFinding()], now).flatMap(({ verdict, requirement }) =>
        verdict === 'unmet' ? requirement.windows.map(({ name }) => name) : [],
      )
    expect(around('08:00:00').map(held)).toEqual([[], ['morning'], ['morning']])
    expect(around('10:00:00').map(held)).toEqual([['morning'], ['noon'], ['noon']])
    expect(around('12:00:00').map(held)).toEqual([['noon'], [], []])
  })

  it('allow windows of two names hand over to each other, and the end is that of the last', () => {
    const early = aFreeze({ kind: 'allow', name: 'early', ...utc('0 8 * * *', 2 * HOUR) })
    const late = aFreeze({ kind: 'allow', name: 'late', ...utc('30 9 * * *', 2 * HOUR) })
    const said = (now: Instant): string => reasonAt([early, late], now).code
    expect(around('10:00:00').map(said)).toEqual(['window-active', 'window-active', 'window-active'])
    expect(around('11:30:00').map(said)).toEqual(['window-active', 'window-closed', 'window-closed'])
    expect(reasonAt([early, late], at(`${day}T08:00:00Z`))).toMatchObject({
      name: 'early',
      until: at(`${day}T11:30:00Z`),
    })
  })

  it('an allow window that never closes ends far away', () => {
    const always = aFreeze({ kind: 'allow', ...utc('*/30 * * * *', HOUR) })
    const now = at(`${day}T08:10:00Z`)
    const reason = reasonAt([always], now)
    expect(reason.code === 'window-active' && reason.until - now).toBeGreaterThan(7 * DAY)
  })
})
