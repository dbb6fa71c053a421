import * as fc from 'fast-check'
import { compareFiles } from '../../src/core/decision/compare.ts'
import { neverCloses } from '../../src/core/calendar/never-closes.ts'
import { answersOver } from '../../src/core/decision/answers.ts'
import { decide, type DecisionInput } from '../../src/core/decision/decide.ts'
import type { Decision, Outcome } from '../../src/core/decision/decision.ts'
import { emptyFacts } from '../../src/core/decision/parse-facts.ts'
import { contentsOf } from '../../src/core/model/contents.ts'
import type { Actor, Facts, LabelEvent } from '../../src/core/model/facts.ts'
import { parseSha } from '../../src/core/model/ids.ts'
import {
  DAY,
  type Duration,
  formatDuration,
  formatInstant,
  HOUR,
  type Instant,
  MINUTE,
  plus,
} from '../../src/core/model/instant.ts'
import { at } from './decision.ts'
import { aPolicy } from './policy.ts'

/** A policy whose answer depends on the time, and what people have done about one pull request that scales a Deployment to nothing. */
export interface TimedWorld {
  readonly now: Instant
  readonly policy: string
  readonly labels: readonly TimedLabel[]
  readonly approvedBy: readonly ('ben' | 'cleo')[]
}

/** A label, who set it and when; it stands for the head, or for a commit that nobody knows. */
export interface TimedLabel {
  readonly label: string
  readonly by: 'sue' | 'cleo'
  readonly at: Instant
  readonly covers: boolean
}

/** A world that is decided on at any moment by the same facts. */
export interface TimedDecisions {
  readonly decideAt: (now: Instant) => Decision
  /** The outcome alone, by everything read anew. */
  readonly outcomeAt: (now: Instant) => Outcome
}

export function decisionsOn({ now: first, policy: spec, labels, approvedBy }: TimedWorld): TimedDecisions {
  const policy = aPolicy(spec)
  const changes = compareFiles([{ path: 'prod/web.yaml', base: side(3), head: side(0) }], policy)
  const facts: Facts = {
    ...emptyFacts(first),
    pullRequest: {
      number: 1,
      title: 'Scale to nothing',
      author: person('amy'),
      initiators: [],
      draft: false,
      base: { ref: 'main', sha: null },
      head: { sha: null },
    },
    reviews: approvedBy.map((login) => ({
      id: person(login).id,
      by: person(login),
      state: 'APPROVED',
      commit: 'head',
      submittedAt: first,
    })),
    labels: labels.map(({ label }) => label),
    labelEvents: labels.map(eventOf),
  }
  const questionAt = (now: Instant): DecisionInput => ({
    facts: { ...facts, now },
    policy,
    changes,
    contents: new Map([['head', contentsOf(changes)]]),
    ownersOf: () => [],
    ownersDigest: 'none',
  })
  return {
    decideAt: (now) => decide(questionAt(now)),
    outcomeAt: (now) => answersOver(questionAt(now), null)(now).outcome,
  }
}

function eventOf({ label, by, at: moment, covers }: TimedLabel): LabelEvent {
  const gone = parseSha('c'.repeat(40))
  if (gone === undefined) throw new Error('no commit id')
  return { event: 'labeled', label, by: person(by), at: moment, commit: covers ? 'head' : gone }
}

function person(login: 'amy' | 'ben' | 'cleo' | 'sue'): Actor {
  const id = ['amy', 'ben', 'cleo', 'sue'].indexOf(login) + 1
  return { id, login, type: 'User', canWrite: true }
}

function side(replicas: number) {
  const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`
  return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) } as const
}

const ZONES = ['UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']
/** In the weeks that follow the clocks of most zones change. */
const BEGIN = at('2026-09-28T00:00:00Z')

/** Lengths of time that are multiples of `grid`, a part of half an hour. */
type Lengths = (from: Duration, to: Duration) => fc.Arbitrary<Duration>

function multiplesOf(grid: Duration): Lengths {
  return (from, to) =>
    fc.integer({ min: Math.ceil(from / grid), max: Math.floor(to / grid) }).map((steps) => steps * grid)
}

function schedules(lengths: Lengths): fc.Arbitrary<string> {
  const minutes = lengths(0, HOUR - MINUTE).map((length) => String(length / MINUTE))
  const hours = fc.oneof(
    fc
      .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 3 })
      .map((list) => list.toSorted((a, b) => a - b).join(',')),
    fc.constantFrom('*/6', '8-16/4', '*', '2', '3'),
  )
  const inMonth = fc.constantFrom('*', '*', '*', '*', '1', '4,25', '*/5')
  const inWeek = fc.constantFrom('*', '*', 'MON-FRI', '5', '6,7', '0', '1,3')
  return fc
    .tuple(minutes, hours, inMonth, inWeek)
    .map(([minute, hour, day, weekday]) => `${minute} ${hour} ${day} * ${weekday}`)
}

/** A window of this name, as a policy has it. One that never closes would make of the world one long moment. */
function windows(name: string, lengths: Lengths): fc.Arbitrary<string> {
  return fc
    .record({
      kind: fc.constantFrom('allow', 'deny'),
      schedule: schedules(lengths),
      duration: fc.oneof(lengths(10 * MINUTE, 12 * HOUR), lengths(HOUR, 80 * HOUR)),
      timeZone: fc.constantFrom(...ZONES),
      minSeverity: fc.constantFrom('low', 'low', 'medium', 'high'),
    })
    .filter((window) => !neverCloses(window))
    .map(
      ({ kind, schedule, duration, timeZone, minSeverity }) =>
        `  - { name: ${name}, kind: ${kind}, schedule: "${schedule}", duration: ${formatDuration(duration)}, timeZone: ${timeZone}, minSeverity: ${minSeverity}, reason: r }`,
    )
}

/** A waiver of one of the rules, until a moment or a day about now. */
function exceptions(now: Instant, lengths: Lengths): fc.Arbitrary<string> {
  return fc
    .record({
      rule: fc.constantFrom('t.high', 't.medium', 't.low', 't.denied'),
      until: lengths(-DAY, 5 * DAY),
      isDay: fc.boolean(),
      names: fc.constantFrom('', 'match: { names: [web] }, ', 'match: { names: [other] }, '),
    })
    .map(({ rule, until, isDay, names }) => {
      const text = formatInstant(plus(now, until))
      return `  - { rule: ${rule}, ${names}until: "${isDay ? text.slice(0, 10) : text}", owner: "@ben", reason: r }`
    })
}

function labelsBefore(now: Instant, lengths: Lengths): fc.Arbitrary<TimedLabel> {
  const duration = lengths(10 * MINUTE, 10 * HOUR).map((length) => formatDuration(length))
  const booked = fc
    .tuple(lengths(-6 * HOUR, 8 * DAY), duration)
    .map(([start, length]) => `${formatInstant(plus(now, start))}+${length}`)
  return fc.record({
    label: fc.oneof(duration, booked, fc.constantFrom('w0', 'w1')).map((text) => `deploy-window/${text}`),
    by: fc.constantFrom('sue', 'sue', 'sue', 'cleo'),
    at: lengths(-8 * HOUR, 0).map((ago) => plus(now, ago)),
    covers: fc.constantFrom(true, true, true, true, false),
  })
}

const RULES = [
  't.high, match: { verbs: [scale] }, severity: high',
  't.medium, match: { verbs: [scale] }, severity: medium',
  't.low, match: { verbs: [scale] }, severity: low',
  't.denied, match: { verbs: [scale] }, severity: high, effect: deny',
]

/** Worlds of windows, labels and exceptions in which everything begins and ends on a multiple of `grid`; some allow at first, some hold. */
export function timedWorlds(grid: Duration): fc.Arbitrary<TimedWorld> {
  const lengths = multiplesOf(grid)
  const named = (name: string): fc.Arbitrary<readonly string[]> =>
    fc.array(windows(name, lengths), { maxLength: 1 })
  return lengths(0, 40 * DAY)
    .map((later) => plus(BEGIN, later))
    .chain((now) =>
      fc.record({
        now: fc.constant(now),
        rules: fc.subarray(RULES, { minLength: 1 }),
        windows: fc.tuple(named('w0'), named('w1'), named('w2')).map((lists) => lists.flat()),
        exceptions: fc.array(exceptions(now, lengths), { maxLength: 3 }),
        labels: fc.uniqueArray(labelsBefore(now, lengths), { maxLength: 3, selector: ({ label }) => label }),
        approvedBy: fc.constantFrom<TimedWorld['approvedBy']>(['ben', 'cleo'], ['ben', 'cleo'], ['ben']),
        max: lengths(30 * MINUTE, 12 * HOUR),
        bookAhead: fc.constantFrom('7d', '2d'),
      }),
    )
    .map(({ now, labels, approvedBy, ...parts }) => ({ now, labels, approvedBy, policy: specOf(parts) }))
}

interface SpecParts {
  readonly rules: readonly string[]
  readonly windows: readonly string[]
  readonly exceptions: readonly string[]
  readonly max: Duration
  readonly bookAhead: string
}

/** Rules that were not chosen are there too, for exceptions to name, and match nothing. */
function specOf({ rules, windows: given, exceptions: waived, max, bookAhead }: SpecParts): string {
  const written = RULES.map((rule) =>
    rules.includes(rule) ? rule : rule.replace('[scale]', '[scale], names: [nobody]'),
  )
  return [
    'environments: [{ name: production, paths: ["prod/**"] }]',
    'rules:',
    ...written.map((rule) => `  - { id: ${rule}, message: m }`),
    'requirements:',
    `  high: { approvals: [{ from: ["@ben"] }], window: { max: ${formatDuration(max)}, bookAhead: ${bookAhead}, openedBy: ["@sue"] } }`,
    '  medium: { approvals: [{ from: ["@cleo"] }] }',
    ...(given.length > 0 ? ['windows:', ...given] : []),
    ...(waived.length > 0 ? ['exceptions:', ...waived] : []),
  ].join('\n')
}
