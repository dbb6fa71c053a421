import { describe, expect, it } from 'vitest'

import type { Facts } from '../../../src/core/model/facts.ts'
import { DAY, HOUR, type Instant } from '../../../src/core/model/instant.ts'
import type { WindowRequirement } from '../../../src/core/model/requirement.ts'
import type { SyncWindow } from '../../../src/core/model/sync-window.ts'
import type { WindowVerdict } from '../../../src/core/model/verdict.ts'
import { compileGlobs } from '../../../src/core/policy/patterns/globs.ts'
import { checkWindows } from '../../../src/core/window/check-windows.ts'
import { baseFacts, byCommit, contents, finding, t, writer } from '../../support/approval-world.ts'
import { aFreeze } from '../../support/decision.ts'

const LABEL = 'deploy-window/night'

/** Every day from 20:00 to 23:00 UTC; the base world begins on a Sunday at 8:00. */
function night(change: Partial<SyncWindow> = {}): SyncWindow {
  return aFreeze({
    name: 'night',
    kind: 'allow',
    schedule: '0 20 * * *',
    duration: 3 * HOUR,
    timeZone: 'UTC',
    ...change,
  })
}

function check(
  setAt: Instant | null,
  now: Instant,
  windows: readonly SyncWindow[] = [night()],
  change: Partial<WindowRequirement> = {},
): WindowVerdict {
  const event = { event: 'labeled', label: LABEL, by: writer('dan'), commit: null } as const
  const facts: Facts = baseFacts({
    now,
    labels: [LABEL],
    labelEvents: setAt === null ? [] : [{ ...event, at: setAt }],
  })
  const findings = change.findings ?? [finding()]
  const requirement: WindowRequirement = {
    kind: 'window',
    entry: 'high',
    max: 4 * HOUR,
    bookAhead: 7 * DAY,
    openers: ['@org/all'],
    excludeCommitters: false,
    findings,
    paths: findings.map(({ path }) => path),
    ...change,
  }
  const [verdict] = checkWindows([requirement], facts, contents({ web: 'new' }), byCommit(), windows)
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

const [SET, START, END] = [t(60), t(12 * 60), t(15 * 60)]

describe('a label with the name of an allow window grants its next occurrence', () => {
  it.each([
    { name: 'the second before it', now: START - 1000, want: 'window-not-yet-open' },
    { name: 'its first second', now: Number(START), want: 'window-open' },
    { name: 'its last second', now: END - 1000, want: 'window-open' },
    { name: 'its end', now: Number(END), want: 'window-expired' },
    { name: 'the occurrence after it', now: START + DAY, want: 'window-expired' },
  ])('$name: $want', ({ now, want }) => {
    const verdict = check(SET, now as Instant)
    expect(verdict.reason.code).toBe(want)
    expect(verdict.grant).toMatchObject({ label: LABEL, notBefore: START, notAfter: END })
  })

  it('from then on when it is active', () => {
    expect(check(t(13 * 60), t(13 * 60)).grant).toMatchObject({ notBefore: t(13 * 60), notAfter: END })
  })

  it('the next one when it is set at its very end', () => {
    expect(check(END, t(36 * 60)).grant).toMatchObject({ notBefore: START + DAY, notAfter: END + DAY })
  })

  it('no longer than the policy lets it be', () => {
    expect(check(SET, START, [night()], { max: HOUR }).grant?.notAfter).toBe(t(13 * 60))
  })

  it('when its selectors choose what is risky', () => {
    const place = { namespaces: compileGlobs(['shop']), kinds: compileGlobs(['apps/*']) }
    expect(check(SET, START, [night(place)]).verdict).toBe('met')
  })

  it('for a file, when it is for no kinds or namespaces', () => {
    const findings = [finding('web', { object: null, environment: 'prod' })]
    expect(check(SET, START, [night({ environments: compileGlobs(['prod']) })], { findings }).verdict).toBe(
      'met',
    )
  })
})

describe('it opens nothing', () => {
  const file = finding('web', { object: null })
  it.each([
    { name: 'without a window of that name', windows: [], want: 'unknown-name' },
    { name: 'by the name in another case', windows: [night({ name: 'Night' })], want: 'unknown-name' },
    { name: 'by the name of a freeze', windows: [night({ kind: 'deny' })], want: 'deny-window' },
    {
      name: 'in another namespace',
      windows: [night({ namespaces: compileGlobs(['pay']) })],
      want: 'other-place',
    },
    { name: 'when it never opens again', windows: [night({ schedule: '0 0 30 2 *' })], want: 'never-opens' },
    { name: 'when it cannot be computed', windows: [night({ timeZone: 'Mars/Base' })], want: 'never-opens' },
    {
      name: 'further ahead than may be booked',
      windows: [night()],
      change: { bookAhead: 10 * HOUR },
      want: 'too-far-ahead',
    },
    {
      name: 'for a file that may hold anything, when it is for some kinds',
      windows: [night({ kinds: compileGlobs(['apps/*']) })],
      change: { findings: [file] },
      want: 'other-place',
    },
    {
      name: 'for a file that may hold anything, when it is for some namespaces',
      windows: [night({ namespaces: compileGlobs(['*']) })],
      change: { findings: [file] },
      want: 'other-place',
    },
    {
      name: 'when one of two things lies elsewhere',
      windows: [night({ environments: compileGlobs(['prod']) })],
      change: {
        findings: [finding('web', { environment: 'prod' }), finding('api', { environment: 'test' })],
      },
      want: 'other-place',
    },
    {
      name: 'for what is in no environment that is known, when it is for all of them',
      windows: [night({ environments: compileGlobs(['*']) })],
      want: 'other-place',
    },
  ])('$name', ({ windows, change, want }) => {
    expect(check(SET, START, windows, change ?? {})).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'window-label-malformed', problem: want },
      grant: null,
    })
  })

  it('when nobody is known to have set it', () => {
    expect(check(null, START).reason.code).toBe('window-label-without-event')
  })
})
