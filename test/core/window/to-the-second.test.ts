import { describe, expect, it } from 'vitest'

import { DAY, formatInstant, HOUR, type Instant, plus } from '../../../src/core/model/instant.ts'
import type { WindowRequirement } from '../../../src/core/model/requirement.ts'
import type { SyncWindow } from '../../../src/core/model/sync-window.ts'
import type { WindowVerdict } from '../../../src/core/model/verdict.ts'
import { checkWindows } from '../../../src/core/window/check-windows.ts'
import { baseFacts, byCommit, contents, finding, writer } from '../../support/approval-world.ts'
import { aFreeze, at } from '../../support/decision.ts'

/** A label of dan, and when he set it. */
interface Setting {
  readonly label: string
  readonly set: string
  readonly asked?: Partial<WindowRequirement>
}

/** Every night from 20:00 to 23:00 UTC. */
const NIGHT: SyncWindow = aFreeze({
  name: 'night',
  kind: 'allow',
  schedule: '0 20 * * *',
  duration: 3 * HOUR,
  timeZone: 'UTC',
})

function check({ label, set, asked }: Setting, now: Instant): WindowVerdict {
  const findings = [finding()]
  const requirement: WindowRequirement = {
    kind: 'window',
    entry: 'high',
    max: 4 * HOUR,
    bookAhead: 7 * DAY,
    openers: ['@org/all'],
    excludeCommitters: false,
    findings,
    paths: findings.map(({ path }) => path),
    ...asked,
  }
  const event = { event: 'labeled', label, by: writer('dan'), at: at(set), commit: 'head' } as const
  const facts = baseFacts({ now, labels: [label], labelEvents: [event] })
  const [verdict] = checkWindows([requirement], facts, contents({ web: 'new' }), byCommit(), [NIGHT])
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

/** The second before a moment, the moment, and the second after it. */
function around(moment: string): readonly Instant[] {
  return [-1000, 0, 1000].map((off) => plus(at(moment), off))
}

const SET = '2026-11-22T09:00:07Z'
const MONDAY = '2026-11-23T14:00Z'

describe('a window begins and ends', () => {
  it.each([
    {
      name: 'by its label: from the event on, for its length',
      setting: { label: 'deploy-window/2h', set: SET },
      from: SET,
      until: '2026-11-22T11:00:07Z',
    },
    {
      name: 'by a label that asks for exactly what the policy lets it be',
      setting: { label: 'deploy-window/2h', set: SET, asked: { max: 2 * HOUR } },
      from: SET,
      until: '2026-11-22T11:00:07Z',
    },
    {
      name: 'by a label that asks for a second more than that',
      setting: { label: 'deploy-window/2h', set: SET, asked: { max: 2 * HOUR - 1000 } },
      from: SET,
      until: '2026-11-22T11:00:06Z',
    },
    {
      name: 'by a label over midnight and the end of a month',
      setting: { label: 'deploy-window/3h', set: '2026-11-30T22:30:00Z' },
      from: '2026-11-30T22:30:00Z',
      until: '2026-12-01T01:30:00Z',
    },
    {
      name: 'as booked',
      setting: { label: `deploy-window/${MONDAY}+2h`, set: SET },
      from: MONDAY,
      until: '2026-11-23T16:00:00Z',
    },
    {
      name: 'as booked to the second, and not after what the policy lets it be',
      setting: { label: 'deploy-window/2026-11-23T14:00:30Z+9h', set: SET },
      from: '2026-11-23T14:00:30Z',
      until: '2026-11-23T18:00:30Z',
    },
    {
      name: 'as booked for longer than a day',
      setting: { label: `deploy-window/${MONDAY}+40h`, set: SET, asked: { max: 48 * HOUR } },
      from: MONDAY,
      until: '2026-11-25T06:00:00Z',
    },
    {
      name: 'with its label when it was booked for a time that had begun',
      setting: { label: 'deploy-window/2026-11-22T08:30Z+2h', set: SET },
      from: SET,
      until: '2026-11-22T10:30:00Z',
    },
    {
      name: 'as the window that the label names',
      setting: { label: 'deploy-window/night', set: SET },
      from: '2026-11-22T20:00:00Z',
      until: '2026-11-22T23:00:00Z',
    },
    {
      name: 'as the window that the label names, cut to what the policy lets it be',
      setting: { label: 'deploy-window/night', set: SET, asked: { max: HOUR } },
      from: '2026-11-22T20:00:00Z',
      until: '2026-11-22T21:00:00Z',
    },
    {
      name: 'as named, set while it is open, and cut from then on',
      setting: { label: 'deploy-window/night', set: '2026-11-22T21:00:00Z', asked: { max: HOUR } },
      from: '2026-11-22T21:00:00Z',
      until: '2026-11-22T22:00:00Z',
    },
    {
      name: 'as named, set the second before it begins',
      setting: { label: 'deploy-window/night', set: '2026-11-22T19:59:59Z' },
      from: '2026-11-22T20:00:00Z',
      until: '2026-11-22T23:00:00Z',
    },
    {
      name: 'as named, set in its first second',
      setting: { label: 'deploy-window/night', set: '2026-11-22T20:00:00Z' },
      from: '2026-11-22T20:00:00Z',
      until: '2026-11-22T23:00:00Z',
    },
    {
      name: 'as named, set in its last second: it is open for that second',
      setting: { label: 'deploy-window/night', set: '2026-11-22T22:59:59Z' },
      from: '2026-11-22T22:59:59Z',
      until: '2026-11-22T23:00:00Z',
    },
    {
      name: 'as named, set at its very end: the next night',
      setting: { label: 'deploy-window/night', set: '2026-11-22T23:00:00Z' },
      from: '2026-11-23T20:00:00Z',
      until: '2026-11-23T23:00:00Z',
    },
  ])('$name', ({ setting, from, until }) => {
    const reasons = (moment: string): readonly string[] =>
      around(moment).map((now) => check(setting, now).reason.code)
    const isShort = at(until) - at(from) === 1000
    expect(reasons(from)).toEqual([
      'window-not-yet-open',
      'window-open',
      isShort ? 'window-expired' : 'window-open',
    ])
    expect(reasons(until)).toEqual(['window-open', 'window-expired', 'window-expired'])
    expect(check(setting, at(from)).reason).toEqual({ code: 'window-open', until: at(until) })
    expect(check(setting, plus(at(from), -1000)).reason).toEqual({
      code: 'window-not-yet-open',
      opensAt: at(from),
    })
    expect(check(setting, at(until)).reason).toEqual({ code: 'window-expired', closedAt: at(until) })
  })
})

describe('a window may be booked ahead', () => {
  const booked = (ahead: number): string => `deploy-window/${formatInstant(plus(at(SET), ahead))}+1h`
  it.each([
    { name: 'a second less than the policy says', ahead: 7 * DAY - 1000, opens: true },
    { name: 'exactly as far as the policy says', ahead: 7 * DAY, opens: true },
    { name: 'no second further', ahead: 7 * DAY + 1000, opens: false },
  ])('$name', ({ ahead, opens }) => {
    const setting = { label: booked(ahead), set: SET }
    expect(check(setting, plus(at(SET), ahead)).reason).toMatchObject(
      opens ? { code: 'window-open' } : { code: 'window-label-malformed', problem: 'too-far-ahead' },
    )
  })

  it.each([
    { name: 'a second short of the next occurrence', bookAhead: 11 * HOUR - 8000, opens: false },
    { name: 'up to the next occurrence', bookAhead: 11 * HOUR - 7000, opens: true },
  ])('by its name too: $name', ({ bookAhead, opens }) => {
    const setting = { label: 'deploy-window/night', set: SET, asked: { bookAhead } }
    expect(check(setting, at('2026-11-22T20:00:00Z')).verdict).toBe(opens ? 'met' : 'unmet')
  })
})
