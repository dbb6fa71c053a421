import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Outcome } from '../../../src/core/decision/decision.ts'
import {
  DAY,
  type Duration,
  formatInstant,
  type Instant,
  MINUTE,
  plus,
} from '../../../src/core/model/instant.ts'
import { at } from '../../support/decision.ts'
import { decisionsOn, timedWorlds, type TimedWorld } from '../../support/timed-world.ts'

/** The first moment at which the outcome is another one, found by asking again and again; null: none within the horizon. */
function firstOther(
  outcomeAt: (now: Instant) => Outcome,
  now: Instant,
  step: Duration,
  horizon: Duration,
): Instant | null {
  const outcome = outcomeAt(now)
  for (let next = plus(now, step); next <= now + horizon; next = plus(next, step))
    if (outcomeAt(next) !== outcome) return next
  return null
}

const said = (moment: Instant | null): string => (moment === null ? 'never' : formatInstant(moment))

/** What is said about the next change is exactly what comes of waiting. Gives what came, in a word. */
function expectFirstChange(world: TimedWorld, grid: Duration, horizon: Duration): string {
  const { decideAt, outcomeAt } = decisionsOn(world)
  const { outcome, expiresAt, nextChangeAt } = decideAt(world.now)
  expect(expiresAt).toBe(outcome === 'allow' ? nextChangeAt : null)
  const found = firstOther(outcomeAt, world.now, grid, horizon)
  if (found === null) {
    if (nextChangeAt !== null) expect(nextChangeAt).toBeGreaterThan(world.now + horizon)
    return `${outcome} stays`
  }
  expect(said(nextChangeAt)).toBe(said(found))
  expect(decideAt(plus(found, -1000)).outcome).toBe(outcome)
  expect(decideAt(found).outcome).not.toBe(outcome)
  // Whoever asks later hears the same moment, to the last second.
  expect(said(decideAt(plus(found, -1000)).nextChangeAt)).toBe(said(found))
  return `${outcome} changes`
}

const SPEC = `environments: [{ name: production, paths: ["prod/**"] }]
rules:
  - { id: t.high, match: { verbs: [scale] }, severity: high, message: m }
requirements:
  high: { approvals: [{ from: ["@ben"] }], window: { max: 4h, openedBy: ["@sue"] } }
`
const APPROVAL_ONLY = SPEC.replace(/, window: .* }/, ' }')
const NOW = '2026-11-21T12:00:00Z'

/** `allow until ...`, `hold until ...`, at a moment. */
function saysAt(policy: string, labels: readonly string[], now = NOW): string {
  const set = labels.map(
    (label) => ({ label: `deploy-window/${label}`, by: 'sue', at: at(NOW), covers: true }) as const,
  )
  const { decideAt } = decisionsOn({ now: at(now), policy, labels: set, approvedBy: ['ben'] })
  const { outcome, nextChangeAt } = decideAt(at(now))
  return `${outcome} until ${said(nextChangeAt)}`
}

describe('an allow lasts', () => {
  it.each([
    { name: 'as long as its label', labels: ['2h'], until: '2026-11-21T14:00:00Z' },
    {
      name: 'on under a label whose window begins at its very end',
      labels: ['2h', '2026-11-21T14:00Z+1h'],
      until: '2026-11-21T15:00:00Z',
    },
    {
      name: 'not on where a second lies between',
      labels: ['2h', '2026-11-21T14:00:01Z+1h'],
      until: '2026-11-21T14:00:00Z',
    },
    {
      name: 'on under several that take over from each other',
      labels: ['1h', '2026-11-21T12:30Z+2h', '2026-11-21T14:00Z+3h', '2026-11-21T17:00Z+1h'],
      until: '2026-11-21T18:00:00Z',
    },
  ])('$name', ({ labels, until }) => {
    expect(saysAt(SPEC, labels)).toBe(`allow until ${until}`)
  })

  it.each([
    { name: 'to the end of a day in UTC', until: '2026-11-21', end: '2026-11-22T00:00:00Z' },
    { name: 'to the end of a leap day', until: '2028-02-29', end: '2028-03-01T00:00:00Z' },
    { name: 'to a moment', until: '2026-11-21T13:00:00Z', end: '2026-11-21T13:00:00Z' },
    { name: 'to a moment of another zone', until: '2026-11-21T23:30:00-05:00', end: '2026-11-22T04:30:00Z' },
  ])('as long as its exception: $name', ({ until, end }) => {
    const spec = `${SPEC}exceptions: [{ rule: t.high, until: "${until}", owner: "@ben", reason: r }]\n`
    const before = formatInstant(plus(at(end), -1000))
    expect(saysAt(spec, [])).toBe(`allow until ${end}`)
    expect(saysAt(spec, [], before)).toBe(`allow until ${end}`)
    expect(saysAt(spec, [], end)).toBe('hold until never')
    expect(saysAt(spec, [], formatInstant(plus(at(end), 1000)))).toBe('hold until never')
  })

  it('as long as the last of the exceptions that take over from each other', () => {
    const spec = `${SPEC}exceptions:
  - { rule: t.high, match: { names: [web] }, until: "2026-11-21T13:00:00Z", owner: "@ben", reason: r }
  - { rule: t.high, match: { names: [other] }, until: "2026-11-25", owner: "@ben", reason: r }
  - { rule: t.high, until: "2026-11-22", owner: "@ben", reason: r }
`
    expect(saysAt(spec, [])).toBe('allow until 2026-11-23T00:00:00Z')
  })
})

describe('a hold waits', () => {
  it('for the end of a freeze, however often allow windows open and close in the meantime', () => {
    const spec = `${APPROVAL_ONLY}windows:
  - { name: often, kind: allow, schedule: "*/10 * * * *", duration: 5m }
  - { name: weekend, kind: deny, schedule: "0 0 * * 6", duration: 55h, reason: r }
`
    expect(saysAt(spec, [])).toBe('hold until 2026-11-23T07:00:00Z')
  })

  it('for the first opening after the freeze, when nothing is open at its end', () => {
    const spec = `${APPROVAL_ONLY}windows:
  - { name: office, kind: allow, schedule: "0 9 * * 1-5", duration: 8h }
  - { name: weekend, kind: deny, schedule: "0 0 * * 6", duration: 55h, reason: r }
`
    expect(saysAt(spec, [])).toBe('hold until 2026-11-23T09:00:00Z')
  })

  it('for no end that does not come', { timeout: 20_000 }, () => {
    const always = '  - { name: always, kind: deny, schedule: "*/30 * * * *", duration: 1h, reason: r }\n'
    expect(saysAt(`${APPROVAL_ONLY}windows:\n${always}`, [])).toBe('hold until never')
  })

  it(
    'for a window that never closes no second, and says fast that it ends far away',
    { timeout: 20_000 },
    () => {
      const always = '  - { name: always, kind: allow, schedule: "*/30 * * * *", duration: 1h }\n'
      expect(saysAt(`${APPROVAL_ONLY}windows:\n${always}`, [])).toMatch(/^allow until 2027-/)
    },
  )
})

describe('the next change is the first second at which the same facts give another outcome', () => {
  it('where everything begins and ends on half hours, for ten days', () => {
    const came = new Set<string>()
    fc.assert(
      fc.property(timedWorlds(30 * MINUTE), (world) => {
        came.add(expectFirstChange(world, 30 * MINUTE, 10 * DAY))
      }),
      { numRuns: 60 },
    )
    expect([...came]).toEqual(expect.arrayContaining(['allow changes', 'hold changes', 'hold stays']))
  })

  it('where everything begins and ends on minutes, for a day', () => {
    fc.assert(
      fc.property(timedWorlds(MINUTE), (world) => {
        expectFirstChange(world, MINUTE, DAY)
      }),
      { numRuns: 15 },
    )
  })
})
