import { describe, expect, it } from 'vitest'

import { compileGlobs } from '../../../src/core/policy/patterns/globs.ts'
import { HOUR } from '../../../src/core/model/instant.ts'
import type { Finding } from '../../../src/core/model/finding.ts'
import type { SyncWindow } from '../../../src/core/model/sync-window.ts'
import { checkSyncWindows } from '../../../src/core/window/check-sync-windows.ts'
import { aFinding, aFreeze, at } from '../../support/decision.ts'

/** Workdays from nine to five in Paris. */
function office(change: Partial<SyncWindow> = {}): SyncWindow {
  return aFreeze({
    name: 'office',
    kind: 'allow',
    schedule: '0 9 * * 1-5',
    duration: 8 * HOUR,
    reason: '',
    ...change,
  })
}

const only = (...patterns: readonly string[]): SyncWindow['kinds'] => compileGlobs(patterns)
const TUESDAY = '2026-11-24T10:00:00+01:00'
/** The thirtieth of February. */
const NEVER = '0 0 30 2 *'
const SATURDAY = '2026-11-21T12:00:00+01:00'

function said(
  windows: readonly SyncWindow[],
  now: string,
  ...findings: readonly Finding[]
): readonly string[] {
  const asked = findings.length === 0 ? [aFinding()] : findings
  return checkSyncWindows(windows, asked, at(now)).map(({ verdict, reason }) => `${verdict} ${reason.code}`)
}

describe('a freeze', () => {
  it.each([
    {
      name: 'the second before it',
      now: '2026-11-20T16:59:59+01:00',
      want: 'not-applicable window-not-frozen',
    },
    { name: 'its first second', now: '2026-11-20T17:00:00+01:00', want: 'unmet window-frozen' },
    { name: 'over midnight', now: '2026-11-22T00:00:00+01:00', want: 'unmet window-frozen' },
    { name: 'its last second', now: '2026-11-23T07:59:59+01:00', want: 'unmet window-frozen' },
    { name: 'its end', now: '2026-11-23T08:00:00+01:00', want: 'not-applicable window-not-frozen' },
  ])('$name: $want', ({ now, want }) => {
    expect(said([aFreeze()], now)).toEqual([want])
  })

  it('tells its name, its reason and its end', () => {
    const [verdict] = checkSyncWindows([aFreeze()], [aFinding()], at(SATURDAY))
    expect(verdict?.reason).toEqual({
      code: 'window-frozen',
      name: 'friday',
      why: 'no Friday evening deploys',
      until: at('2026-11-23T08:00:00+01:00'),
      timeZone: 'Europe/Paris',
    })
    expect(verdict?.requirement).toMatchObject({ paths: ['prod/ingress.yaml'] })
  })

  it('tells when it begins', () => {
    const [verdict] = checkSyncWindows([aFreeze()], [aFinding()], at(TUESDAY))
    expect(verdict?.reason).toEqual({
      code: 'window-not-frozen',
      name: 'friday',
      freezesAt: at('2026-11-27T17:00:00+01:00'),
      timeZone: 'Europe/Paris',
    })
  })

  it('that never comes says so', () => {
    const [verdict] = checkSyncWindows([aFreeze({ schedule: NEVER })], [aFinding()], at(TUESDAY))
    expect(verdict).toMatchObject({
      verdict: 'not-applicable',
      reason: { code: 'window-not-frozen', name: 'friday', freezesAt: null, timeZone: 'UTC' },
      notes: [],
    })
  })

  it('tells what it holds, and every path of that once', () => {
    const findings = [
      aFinding({ paths: ['prod/old.yaml', 'prod/new.yaml'] }),
      aFinding({ paths: ['prod/new.yaml'] }),
      aFinding({ paths: [], path: '.github/drawbridge.yaml' }),
    ]
    const [verdict] = checkSyncWindows([aFreeze()], findings, at(SATURDAY))
    expect(verdict?.requirement.findings).toEqual(findings)
    expect(verdict?.requirement.paths).toEqual(['prod/old.yaml', 'prod/new.yaml', '.github/drawbridge.yaml'])
    expect(verdict?.notes).toEqual([])
  })

  it.each([
    { name: 'a finding that needs somebody', finding: aFinding(), held: true },
    { name: 'a low one, which needs nothing else', finding: aFinding({ severity: 'low' }), held: true },
    { name: 'a notice', finding: aFinding({ effect: 'notice' }), held: false },
    { name: 'one that only narrows', finding: aFinding({ narrows: true }), held: false },
    {
      name: 'one with an exception',
      finding: aFinding({ exception: { owner: '@a', until: '2027-01-01', reason: 'r' } }),
      held: false,
    },
  ])('$name: held $held', ({ finding, held }) => {
    expect(said([aFreeze()], SATURDAY, finding)).toEqual(held ? ['unmet window-frozen'] : [])
  })

  it('holds a change that narrows in one place and opens in another', () => {
    expect(
      said([aFreeze()], SATURDAY, aFinding({ narrows: true }), aFinding({ rule: 'other' })),
    ).toHaveLength(1)
  })

  it.each([
    { name: 'its environment', place: { environments: only('prod*') }, held: true },
    { name: 'another environment', place: { environments: only('staging') }, held: false },
    { name: 'its cluster', place: { clusters: only('prod-eu') }, held: true },
    { name: 'another cluster', place: { clusters: only('prod-us') }, held: false },
    { name: 'its namespace', place: { namespaces: only('shop') }, held: true },
    { name: 'another namespace', place: { namespaces: only('pay*') }, held: false },
    { name: 'its kind', place: { kinds: only('*/Ingress') }, held: true },
    { name: 'another kind', place: { kinds: only('apps/Deployment') }, held: false },
    { name: 'all but one', place: { environments: only('production'), kinds: only('core/*') }, held: false },
  ])('$name: held $held', ({ place, held }) => {
    expect(said([aFreeze(place)], SATURDAY)).toHaveLength(held ? 1 : 0)
  })

  it.each([
    { severity: 'medium', held: false },
    { severity: 'high', held: true },
    { severity: 'critical', held: true },
  ] as const)('from high on, $severity: held $held', ({ severity, held }) => {
    expect(said([aFreeze({ minSeverity: 'high' })], SATURDAY, aFinding({ severity }))).toHaveLength(
      held ? 1 : 0,
    )
  })

  it('of some kinds holds a file that nobody can look into', () => {
    const file = aFinding({ object: null, subject: { kind: 'file', path: 'x.yaml' } })
    expect(said([aFreeze({ kinds: only('apps/Deployment') })], SATURDAY, file)).toEqual([
      'unmet window-frozen',
    ])
    expect(said([aFreeze({ environments: only('staging') })], SATURDAY, file)).toEqual([])
  })

  it.each([
    { name: 'schedule', change: { schedule: '0 25 * * *' } },
    { name: 'time zone', change: { timeZone: 'Europe/Atlantis' } },
  ])('whose $name cannot be computed holds', ({ change }) => {
    expect(said([aFreeze(change)], TUESDAY)).toEqual(['indeterminate window-unknown'])
  })
})

describe('allow windows', () => {
  it.each([
    { name: 'the second before it', now: '2026-11-24T08:59:59+01:00', want: 'unmet window-closed' },
    { name: 'its first second', now: '2026-11-24T09:00:00+01:00', want: 'met window-active' },
    { name: 'its last second', now: '2026-11-24T16:59:59+01:00', want: 'met window-active' },
    { name: 'its end', now: '2026-11-24T17:00:00+01:00', want: 'unmet window-closed' },
  ])('$name: $want', ({ now, want }) => {
    expect(said([office()], now)).toEqual([want])
  })

  it('tell when the next one opens', () => {
    const night = office({ name: 'night', schedule: '0 22 * * 0-6', duration: HOUR })
    const [verdict] = checkSyncWindows([office(), night], [aFinding()], at(SATURDAY))
    expect(verdict?.reason).toEqual({
      code: 'window-closed',
      names: ['office', 'night'],
      opensAt: at('2026-11-21T22:00:00+01:00'),
      timeZone: 'Europe/Paris',
    })
  })

  it('that never open again are passed over when others do', () => {
    const windows = [office({ name: 'never', schedule: NEVER, timeZone: 'Asia/Tokyo' }), office()]
    const [verdict] = checkSyncWindows(windows, [aFinding()], at(SATURDAY))
    expect(verdict?.reason).toEqual({
      code: 'window-closed',
      names: ['never', 'office'],
      opensAt: at('2026-11-23T09:00:00+01:00'),
      timeZone: 'Europe/Paris',
    })
  })

  it('that never open again hold without end', () => {
    const [verdict] = checkSyncWindows([office({ schedule: NEVER })], [aFinding()], at(SATURDAY))
    expect(verdict).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'window-closed', names: ['office'], opensAt: null, timeZone: 'UTC' },
    })
  })

  it('are asked once for all that they apply to', () => {
    const findings = [aFinding(), aFinding({ rule: 'other', paths: ['prod/other.yaml'] })]
    const verdicts = checkSyncWindows([office()], findings, at(TUESDAY))
    expect(verdicts.map(({ requirement }) => requirement)).toMatchObject([
      { windows: [{ name: 'office' }], findings, paths: ['prod/ingress.yaml', 'prod/other.yaml'] },
    ])
  })

  it('are enough one at a time, and hand over to each other', () => {
    const evening = office({ name: 'evening', schedule: '0 17 * * 1-5', duration: HOUR })
    const [verdict] = checkSyncWindows([office(), evening], [aFinding()], at(TUESDAY))
    expect(verdict).toMatchObject({
      verdict: 'met',
      reason: { name: 'office', until: at('2026-11-24T18:00:00+01:00') },
    })
  })

  it('of another place bind nobody', () => {
    expect(said([office({ environments: only('staging') })], SATURDAY)).toEqual([])
  })

  it('are asked for each finding by those that apply to it', () => {
    const staging = office({ name: 'always', schedule: '* * * * *', environments: only('staging') })
    const findings = [aFinding(), aFinding({ environment: 'staging' }), aFinding({ environment: 'test' })]
    expect(said([office({ environments: only('production') }), staging], SATURDAY, ...findings)).toEqual([
      'unmet window-closed',
      'met window-active',
    ])
  })

  it('hold when one of them cannot be computed, though another is open', () => {
    const windows = [office(), office({ name: 'b', schedule: 'x' })]
    const [verdict] = checkSyncWindows(windows, [aFinding()], at(TUESDAY))
    expect(verdict).toMatchObject({
      verdict: 'indeterminate',
      reason: { code: 'window-unknown', names: ['office', 'b'] },
    })
  })
})

/** The truth table of Argo CD for syncs that start by themselves; + is active at the moment that is asked about. */
describe('deny beats allow', () => {
  const now = TUESDAY
  const active = { schedule: '0 9 * * 2' }
  const inactive = { schedule: '0 9 * * 4' }
  it.each([
    ['none', [], true],
    ['D-', [aFreeze(inactive)], true],
    ['D+', [aFreeze(active)], false],
    ['D+, D+', [aFreeze(active), aFreeze({ ...active, name: 'b' })], false],
    ['A+', [office(active)], true],
    ['A-', [office(inactive)], false],
    ['A-, A-', [office(inactive), office({ ...inactive, name: 'b' })], false],
    ['A+, A-', [office(active), office({ ...inactive, name: 'b' })], true],
    ['A+, D+', [office(active), aFreeze(active)], false],
    ['A-, D+', [office(inactive), aFreeze(active)], false],
    ['A-, D-', [office(inactive), aFreeze(inactive)], false],
    ['A+, D-', [office(active), aFreeze(inactive)], true],
  ] as const)('%s: %s', (_, windows, open) => {
    const verdicts = checkSyncWindows(windows, [aFinding()], at(now))
    expect(verdicts.every(({ verdict }) => verdict === 'met' || verdict === 'not-applicable')).toBe(open)
  })
})
