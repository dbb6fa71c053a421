import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Facts, LabelEvent } from '../../../src/core/model/facts.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../src/core/model/instant.ts'
import type { WindowRequirement } from '../../../src/core/model/requirement.ts'
import type { SyncWindow } from '../../../src/core/model/sync-window.ts'
import type { WindowVerdict } from '../../../src/core/model/verdict.ts'
import { checkWindows } from '../../../src/core/window/check-windows.ts'
import {
  baseFacts,
  byCommit,
  C1,
  C2,
  C3,
  C4,
  commit,
  contents,
  finding,
  person,
  pullRequest,
  shaOf,
  t,
  writer,
} from '../../support/approval-world.ts'
import { aFreeze } from '../../support/decision.ts'

const LABEL = 'deploy-window/2h'
const bot: Actor = { id: 90, login: 'helper[bot]', type: 'Bot', canWrite: true }

function asked(change: Partial<WindowRequirement> = {}): WindowRequirement {
  const findings = [finding()]
  return {
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
}

function labeled(by: Actor | null, at: Instant, change: Partial<LabelEvent> = {}): LabelEvent {
  return { event: 'labeled', label: LABEL, by, at, commit: null, ...change }
}

function unlabeled(at: Instant, label = LABEL): LabelEvent {
  return { event: 'unlabeled', label, by: writer('dan'), at, commit: null }
}

/** The head arrived at t10; it is t120 now. */
function facts(events: readonly LabelEvent[], change: Partial<Facts> = {}): Facts {
  return baseFacts({ labels: [LABEL], labelEvents: events, ...change })
}

function check(given: Facts, requirement = asked(), commits = byCommit()): WindowVerdict {
  const [verdict] = checkWindows([requirement], given, contents({ web: 'new' }), commits)
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

describe('an open window', () => {
  it('A61: is met, with its times and who opened it', () => {
    expect(check(facts([labeled(writer('dan'), t(60))]))).toMatchObject({
      verdict: 'met',
      reason: { code: 'window-open', until: t(180) },
      notes: [],
      grant: { label: LABEL, grantedBy: person('dan'), grantedAt: t(60), notBefore: t(60), notAfter: t(180) },
    })
  })

  it('is no longer than the policy lets it be', () => {
    const verdict = check(facts([labeled(writer('dan'), t(60))]), asked({ max: 90 * MINUTE }))
    expect(verdict.grant?.notAfter).toBe(t(150))
  })

  it.each([
    { name: 'at its very beginning', now: t(60), want: 'window-open' },
    { name: 'a moment before its end', now: t(179), want: 'window-open' },
    { name: 'A64: at its very end', now: t(180), want: 'window-expired' },
    { name: 'before the label was set', now: t(59), want: 'window-not-yet-open' },
  ])('$name: $want', ({ now, want }) => {
    expect(check(facts([labeled(writer('dan'), t(60))], { now })).reason.code).toBe(want)
  })

  it('A63: the newest event gives person, head and start', () => {
    const events = [labeled(writer('gus'), t(5)), unlabeled(t(100)), labeled(writer('dan'), t(100))]
    expect(check(facts(events)).grant).toMatchObject({ grantedBy: { login: 'dan' }, notAfter: t(220) })
  })

  it('of several the one that closes last answers, the others stand beside', () => {
    const events = [
      labeled(writer('dan'), t(60)),
      labeled(writer('gus'), t(110), { label: 'deploy-window/30m' }),
    ]
    const verdict = check(facts(events, { labels: ['deploy-window/30m', LABEL, 'bug'] }))
    expect(verdict).toMatchObject({ verdict: 'met', grant: { label: LABEL } })
    expect(verdict.notes).toEqual([{ code: 'window-open', until: t(140) }])
  })

  it('wins over labels that open nothing', () => {
    const labels = ['deploy-window/0m', LABEL, 'deploy-window/friday']
    const verdict = check(facts([labeled(writer('dan'), t(60))], { labels }))
    expect(verdict.verdict).toBe('met')
    expect(verdict.notes.map(({ code }) => code)).toEqual([
      'window-label-malformed',
      'window-label-malformed',
    ])
  })
})

describe('which of several labels answers', () => {
  /** Sorted by their text the labels come in the other order. */
  const told = (now: Instant, events: readonly LabelEvent[], named: readonly SyncWindow[] = []): string[] => {
    const given = facts(events, { now, labels: events.map(({ label }) => label) })
    const [verdict] = checkWindows([asked()], given, contents({ web: 'new' }), byCommit(), named)
    if (verdict === undefined) throw new Error('no verdict')
    return [verdict.grant?.label ?? '', verdict.reason.code, ...verdict.notes.map(({ code }) => code)]
  }
  const by = (who: Actor, minute: number, label: string): LabelEvent =>
    labeled(who, t(minute), { label: `deploy-window/${label}` })
  const dan = writer('dan')
  const daily = (name: string, schedule: string): SyncWindow =>
    aFreeze({ name, kind: 'allow', schedule, duration: HOUR, timeZone: 'UTC' })

  it('of two open ones the one that closes last', () => {
    expect(told(t(120), [by(dan, 60, '3h'), by(dan, 11, '2h')])).toEqual([
      'deploy-window/3h',
      'window-open',
      'window-open',
    ])
  })

  it('of two expired ones the one that was open last', () => {
    expect(told(t(300), [by(dan, 60, '30m'), by(dan, 10, '15m')])).toEqual([
      'deploy-window/30m',
      'window-expired',
      'window-expired',
    ])
  })

  it('of two that are still to open the one that opens first, though it closes first too', () => {
    const named = [daily('late', '0 22 * * *'), daily('soon', '0 20 * * *')]
    expect(told(t(120), [by(dan, 60, 'soon'), by(dan, 60, 'late')], named)).toEqual([
      'deploy-window/soon',
      'window-not-yet-open',
      'window-not-yet-open',
    ])
  })

  it.each([
    {
      name: 'an open one before one that is still to open',
      events: [by(dan, 60, '2h'), by(dan, 60, '2026-11-22T14:00Z+2h')],
      want: ['window-open', 'window-not-yet-open'],
    },
    {
      name: 'one that is still to open before one that somebody set who may not',
      events: [by(dan, 60, 'soon'), by(writer('hal'), 60, '2h')],
      want: ['window-not-yet-open', 'window-opener-not-allowed'],
    },
    {
      name: 'one that does not cover the head before one that somebody set who may not',
      events: [by(dan, 7, '3h'), by(writer('hal'), 60, '2h')],
      want: ['window-not-covering', 'window-opener-not-allowed'],
    },
    {
      name: 'one that somebody set who may not before an expired one',
      events: [by(writer('hal'), 60, '30m'), by(dan, 20, '15m')],
      want: ['window-opener-not-allowed', 'window-expired'],
    },
    {
      name: 'an expired one before one that was taken off',
      events: [by(dan, 60, '30m'), unlabeled(t(70), 'deploy-window/2h')],
      want: ['window-expired', 'window-label-without-event'],
    },
    {
      name: 'one that was taken off before one that cannot be read',
      events: [unlabeled(t(70), 'deploy-window/2h'), by(dan, 60, '0m')],
      want: ['window-label-without-event', 'window-label-malformed'],
    },
    {
      name: 'none of two that people set who may not',
      events: [by(writer('hal'), 60, '2h'), by(bot, 60, '3h')],
      want: ['window-opener-not-allowed', 'window-opener-not-allowed'],
    },
  ])('$name', ({ events, want }) => {
    const [, ...codes] = told(t(120), events, [daily('soon', '0 20 * * *')])
    expect(codes).toEqual(want)
  })

  it('an open one of somebody who may before one of whom it is not known', () => {
    const given = facts([by(writer('hal'), 60, '2h'), by(writer('ed'), 60, '3h')], {
      labels: ['deploy-window/2h', 'deploy-window/3h'],
      teams: new Map([['@org/all', { unreadable: '403' }]]),
    })
    expect(check(given, asked({ openers: ['@org/all', '@ed'] }))).toMatchObject({
      verdict: 'met',
      grant: { label: 'deploy-window/3h' },
      notes: [{ code: 'team-unreadable' }],
    })
  })
})

describe('a booked window', () => {
  const label = 'deploy-window/2026-11-22T14:00Z+2h'
  const start = t(360)
  const booked = (now: Instant, change: Partial<WindowRequirement> = {}, at = t(60)): WindowVerdict =>
    check(facts([labeled(writer('dan'), at, { label })], { labels: [label], now }), asked(change))

  it.each([
    {
      name: 'before its start',
      now: t(359),
      want: { verdict: 'unmet', reason: { code: 'window-not-yet-open', opensAt: start } },
    },
    { name: 'at its start', now: start, want: { verdict: 'met', reason: { until: t(480) } } },
    {
      name: 'at its end',
      now: t(480),
      want: { verdict: 'unmet', reason: { code: 'window-expired', closedAt: t(480) } },
    },
  ])('$name', ({ now, want }) => {
    expect(booked(now)).toMatchObject({ ...want, grant: { notBefore: start, notAfter: t(480) } })
  })

  it('ends at start and max when it is too long', () => {
    expect(booked(start, { max: HOUR }).grant?.notAfter).toBe(t(420))
  })

  it('opens nothing further ahead than it may be booked', () => {
    expect(booked(start, { bookAhead: 5 * HOUR }).verdict).toBe('met')
    expect(booked(start, { bookAhead: 5 * HOUR - MINUTE })).toMatchObject({
      reason: { code: 'window-label-malformed', problem: 'too-far-ahead' },
      grant: null,
    })
  })

  it('with a start in the past opens with the label', () => {
    expect(booked(t(399), {}, t(400)).reason).toEqual({ code: 'window-not-yet-open', opensAt: t(400) })
    expect(booked(t(400), {}, t(400))).toMatchObject({ verdict: 'met', grant: { notAfter: t(480) } })
  })
})

describe('who may open', () => {
  it.each([
    { name: 'A62: triage only', by: { ...writer('dan'), canWrite: false }, why: { code: 'no-write-access' } },
    { name: 'the author', by: writer('amy'), why: { code: 'author' } },
    { name: 'a bot', by: bot, why: { code: 'bot' } },
    { name: 'nobody of the openers', by: writer('hal'), why: { code: 'not-in-group', from: ['@org/all'] } },
    { name: 'a deleted account', by: null, why: null },
  ])('not $name', ({ by, why }) => {
    const verdict = check(facts([labeled(by, t(60))]))
    expect(verdict).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'window-opener-not-allowed', label: LABEL, openers: ['@org/all'], why },
      grant: null,
    })
    expect(verdict.reason).toHaveProperty('by', by && { id: by.id, login: by.login, type: by.type })
  })

  it('a committer only where committers are not excluded', () => {
    const given = facts([labeled(writer('cat'), t(60))])
    expect(check(given).verdict).toBe('met')
    expect(check(given, asked({ excludeCommitters: true })).reason).toMatchObject({
      why: { code: 'committer' },
    })
  })

  it('nobody when nobody may', () => {
    expect(check(facts([labeled(writer('dan'), t(60))]), asked({ openers: [] })).reason.code).toBe(
      'window-opener-not-allowed',
    )
  })

  it('not known while a team cannot be read', () => {
    const given = facts([labeled(writer('hal'), t(60))], {
      teams: new Map([['@org/all', { unreadable: '403' }]]),
    })
    expect(check(given)).toMatchObject({
      verdict: 'indeterminate',
      reason: { code: 'team-unreadable', teams: [{ team: '@org/all', why: '403' }] },
    })
    expect(check(given, asked({ openers: ['@org/all', '@hal'] })).verdict).toBe('met')
    expect(check({ ...given, now: t(200) }).reason.code).toBe('window-expired')
  })

  it('never the author, also while a team cannot be read', () => {
    const teams = new Map([['@org/all', { unreadable: '403' }]])
    expect(check(facts([labeled(writer('amy'), t(60))], { teams }))).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'window-opener-not-allowed', why: { code: 'author' } },
    })
  })

  it('nobody while a commit of nobody is there and committers are excluded', () => {
    const commits = [commit(C4, null, person('amy'))]
    const given = facts([labeled(writer('dan'), t(60))], { commits })
    expect(check(given).verdict).toBe('met')
    expect(check(given, asked({ excludeCommitters: true }))).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'unknown-committer', commits: [C4] },
    })
  })
})

describe('what a window covers', () => {
  const early = facts([labeled(writer('dan'), t(7))])

  it.each([
    {
      name: 'the head of that time makes the same of it',
      commits: byCommit([C2, { web: 'new' }]),
      want: 'window-open',
    },
    {
      name: 'the object changed since',
      commits: byCommit([C2, { web: 'old' }]),
      want: 'window-not-covering',
    },
    { name: 'the head of that time is not known any more', commits: byCommit(), want: 'window-not-covering' },
    {
      name: 'only an older head makes the same of it',
      commits: byCommit([C1, { web: 'new' }]),
      want: 'window-not-covering',
    },
  ])('$name', ({ commits, want }) => {
    expect(check(early, asked(), commits).reason.code).toBe(want)
  })

  it('names what changed, and the grant that no longer stands for it', () => {
    expect(check(early)).toMatchObject({
      reason: { code: 'window-not-covering', label: LABEL, subjects: ['Deployment shop/web'] },
      grant: { grantedBy: { login: 'dan' } },
    })
  })

  it('is nothing without a history of heads', () => {
    expect(check(facts([labeled(writer('dan'), t(60))], { heads: [] })).reason.code).toBe(
      'window-not-covering',
    )
  })

  it('is what the facts say about the event', () => {
    const event = labeled(writer('dan'), t(60), { commit: C2 })
    expect(check(facts([event])).reason.code).toBe('window-not-covering')
    expect(check(facts([{ ...event, commit: 'head' }], { heads: [] })).verdict).toBe('met')
  })

  it.each([
    ['the one before, when another came in the same second', [C2, 5], [C3, 60], 'unmet'],
    ['the one before, whatever came in the same second', [C3, 5], [C2, 60], 'met'],
    ['the first of two of the same second, when there was none before', [C2, 60], [C3, 60], 'unmet'],
    ['the only one, also of the same second', [C3, 60], [C2, 61], 'met'],
  ] as const)(
    'is the head that was there before the label: %s',
    (_, [first, then], [second, later], verdict) => {
      const heads = [
        { sha: first, at: t(then), by: null },
        { sha: second, at: t(later), by: null },
      ]
      expect(check(facts([labeled(writer('dan'), t(60))], { heads })).verdict).toBe(verdict)
    },
  )

  it('is the head that came last, in whatever order heads are listed', () => {
    const heads = [
      { sha: C3, at: t(10), by: null },
      { sha: C2, at: t(5), by: null },
    ]
    expect(check(facts([labeled(writer('dan'), t(60))], { heads })).verdict).toBe('met')
  })
})

describe('labels that open nothing', () => {
  it('none at all', () => {
    expect(check(facts([], { labels: ['bug'] }))).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'window-missing', max: 4 * HOUR },
      grant: null,
    })
  })

  it.each([
    { name: 'no event', events: [] },
    {
      name: 'the event of a label with another name',
      events: [labeled(writer('dan'), t(60), { label: 'foo' })],
    },
    { name: 'taken off since', events: [labeled(writer('dan'), t(60)), unlabeled(t(70))] },
    { name: 'taken off in the same second', events: [labeled(writer('dan'), t(60)), unlabeled(t(60))] },
    {
      name: 'taken off by the list, whatever the times say',
      events: [labeled(writer('dan'), t(61)), unlabeled(t(60))],
    },
  ])('without event: $name', ({ events }) => {
    expect(check(facts(events)).reason).toEqual({ code: 'window-label-without-event', label: LABEL })
  })

  it('an event whose label is gone', () => {
    expect(check(facts([labeled(writer('dan'), t(60))], { labels: [] })).reason.code).toBe('window-missing')
  })

  it.each([
    { label: 'deploy-window/2 hours', problem: 'grammar' },
    { label: 'deploy-window/friday', problem: 'unknown-name' },
  ])('$label', ({ label, problem }) => {
    const given = facts([labeled(writer('dan'), t(60), { label })], { labels: [label] })
    expect(check(given).reason).toEqual({ code: 'window-label-malformed', label, problem })
  })

  it('an expired one says so before a malformed one', () => {
    const given = facts([labeled(writer('dan'), t(60))], {
      labels: [LABEL, 'deploy-window/x y'],
      now: t(300),
    })
    expect(check(given)).toMatchObject({
      reason: { code: 'window-expired' },
      notes: [{ code: 'window-label-malformed' }],
    })
  })
})

describe('what could not be read', () => {
  const open = [labeled(writer('dan'), t(60))]

  it.each([
    { list: 'labels', requirement: asked(), want: 'indeterminate' },
    { list: 'labelEvents', requirement: asked(), want: 'indeterminate' },
    { list: 'heads', requirement: asked(), want: 'indeterminate' },
    { list: 'commits', requirement: asked({ excludeCommitters: true }), want: 'indeterminate' },
    { list: 'commits', requirement: asked(), want: 'met' },
    { list: 'reviews', requirement: asked(), want: 'met' },
  ] as const)('$list: $want', ({ list, requirement, want }) => {
    const verdict = check(facts(open, { incomplete: [list] }), requirement)
    expect(verdict.verdict).toBe(want)
    if (want === 'indeterminate') expect(verdict.reason).toEqual({ code: 'facts-incomplete', lists: [list] })
  })

  it('a part of a team: who is not in that part may still be in the team', () => {
    const given = facts([labeled(writer('hal'), t(60))], { incomplete: ['teams'] })
    const want = { verdict: 'indeterminate', reason: { code: 'facts-incomplete', lists: ['teams'] } }
    expect(check(given)).toMatchObject(want)
    expect(check(given, asked({ openers: ['@gus', '@org/all'] }))).toMatchObject(want)
    expect(check(facts(open, { incomplete: ['teams'] })).verdict).toBe('met')
  })

  it('a part of a team: of no matter where only people are named', () => {
    const given = facts([labeled(writer('hal'), t(60))], { incomplete: ['teams'] })
    expect(check(given, asked({ openers: ['@gus'] })).reason.code).toBe('window-opener-not-allowed')
  })

  it('heads: of no matter where events say what the head was', () => {
    const given = facts([labeled(writer('dan'), t(60), { commit: 'head' })], { incomplete: ['heads'] })
    expect(check(given).verdict).toBe('met')
    expect(check(given, asked({ excludeCommitters: true })).reason).toEqual({
      code: 'facts-incomplete',
      lists: ['heads'],
    })
  })

  it('heads: of matter as soon as one event does not say it', () => {
    const events = [
      labeled(writer('dan'), t(60), { commit: 'head' }),
      labeled(writer('dan'), t(60), { label: 'deploy-window/3h' }),
    ]
    const given = facts(events, { labels: [LABEL, 'deploy-window/3h'], incomplete: ['heads'] })
    expect(check(given).verdict).toBe('indeterminate')
  })

  it('commits, heads and the pull request: of no matter while no label asks for a window', () => {
    const given = facts([], { labels: [], pullRequest: null, incomplete: ['commits', 'heads'] })
    expect(check(given, asked({ excludeCommitters: true }))).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'window-missing' },
    })
  })

  it('the pull request: its author may have set the label', () => {
    expect(check(facts(open, { pullRequest: null })).reason).toEqual({
      code: 'facts-incomplete',
      lists: ['pullRequest'],
    })
  })
})

it('answers each requirement, in order', () => {
  const given = facts([labeled(writer('dan'), t(60))])
  const verdicts = checkWindows([asked({ max: HOUR }), asked()], given, contents({ web: 'new' }), byCommit())
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['unmet', 'met'])
})

it('is never open for longer than max, nor by somebody who may not', () => {
  const events = fc.array(
    fc
      .record({
        event: fc.constantFrom('labeled', 'unlabeled'),
        label: fc.constantFrom(
          LABEL,
          'deploy-window/30m',
          'deploy-window/2026-11-22T09:00Z+9h',
          'deploy-window/x',
        ),
        by: fc.constantFrom(writer('amy'), writer('dan'), writer('gus'), writer('hal'), bot, null),
        minute: fc.integer({ min: 0, max: 300 }),
        commit: fc.constantFrom(C2, C3, shaOf('f'), null),
      })
      .map(({ event, label, by, minute, commit: on }) => ({ event, label, by, at: t(minute), commit: on })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(
      events,
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 300 }),
      (list, now, minutes) => {
        const labels = [...new Set(list.map(({ label }) => label))]
        const given = facts(list, { labels, now: t(now), pullRequest: pullRequest(C3) })
        const { verdict, grant } = check(
          given,
          asked({ max: minutes * MINUTE }),
          byCommit([C2, { web: 'old' }]),
        )
        if (verdict !== 'met') return
        expect(grant).not.toBeNull()
        if (grant === null) return
        const last = list.findLast(({ label }) => label === grant.label)
        expect(last).toMatchObject({ event: 'labeled', at: grant.grantedAt, by: { id: grant.grantedBy.id } })
        expect(['dan', 'gus']).toContain(grant.grantedBy.login)
        expect(grant.notAfter - grant.notBefore).toBeLessThanOrEqual(minutes * MINUTE)
        expect(t(now)).toBeGreaterThanOrEqual(Math.max(grant.notBefore, grant.grantedAt))
        expect(t(now)).toBeLessThan(grant.notAfter)
      },
    ),
    { numRuns: 1000 },
  )
})
