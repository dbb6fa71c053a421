import { describe, expect, it } from 'vitest'
import * as v from 'valibot'

import { compareFiles } from '../../../src/core/decision/compare.ts'
import { decide } from '../../../src/core/decision/decide.ts'
import type { Decision } from '../../../src/core/decision/decision.ts'
import { emptyFacts } from '../../../src/core/decision/parse-facts.ts'
import { contentsOf } from '../../../src/core/model/contents.ts'
import type { Facts } from '../../../src/core/model/facts.ts'
import { formatInstant } from '../../../src/core/model/instant.ts'
import { stringifyJson } from '../../../src/core/model/json.ts'
import { decisionJson } from '../../../src/core/report/decision-json.ts'
import { DecisionSchema } from '../../../src/core/report/decision-schema.ts'
import { renderMarkdown } from '../../../src/core/report/markdown-report.ts'
import { renderStatus } from '../../../src/core/report/status.ts'
import { renderText } from '../../../src/core/report/terminal.ts'
import { at } from '../../support/decision.ts'
import { aPolicy } from '../../support/policy.ts'

const RULES = `environments: [{ name: production, paths: ["prod/**"] }]
rules:
  - { id: t.scaled, match: { verbs: [scale] }, severity: SEVERITY, message: it is scaled, narrows: NARROWS }
requirements:
  medium: { approvals: [ { from: ["@ben"] } ] }
  high: { approvals: [ { from: ["@ben"] } ], window: { max: 4h, openedBy: ["@sue"] } }
`
const FREEZE = `{ name: friday, kind: deny, schedule: "0 17 * * 5", duration: 63h, timeZone: Europe/Paris,
      environments: [production], reason: nobody is here at the weekend }`
const OFFICE =
  '{ name: office, kind: allow, schedule: "0 9 * * MON-FRI", duration: 8h, timeZone: Europe/Paris }'

const person = (id: number, login: string) => ({ id, login, type: 'User', canWrite: true })

interface Situation {
  readonly windows: string
  readonly now: string
  readonly severity?: string
  readonly narrows?: boolean
  /** A label, and when sue set it. */
  readonly label?: readonly [label: string, at: string]
  readonly approved?: boolean
  readonly path?: string
  readonly more?: string
  /** Another rule, but for its id in front. */
  readonly rule?: string
}

function decisionIn({
  severity = 'medium',
  narrows = false,
  approved = true,
  ...situation
}: Situation): Decision {
  const another = situation.rule === undefined ? '' : `  - { id: ${situation.rule} }\n`
  const rules = RULES.replace('SEVERITY', severity)
    .replace('NARROWS', String(narrows))
    .replace('requirements:', `${another}requirements:`)
  const policy = aPolicy(`${rules}windows:\n  - ${situation.windows}\n${situation.more ?? ''}`)
  const side = (replicas: number) => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`
    return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) } as const
  }
  const path = situation.path ?? 'prod/web.yaml'
  const changes = compareFiles([{ path, base: side(3), head: side(0) }], policy)
  const before = at('2026-11-02T00:00:00Z')
  const facts: Facts = {
    ...emptyFacts(at(situation.now)),
    pullRequest: {
      number: 1,
      title: 't',
      author: person(1, 'amy'),
      initiators: [],
      draft: false,
      base: { ref: 'main', sha: null },
      head: { sha: null },
    },
    reviews: approved
      ? [{ id: 7, by: person(2, 'ben'), state: 'APPROVED', commit: 'head', submittedAt: before }]
      : [],
    labels: situation.label ? [situation.label[0]] : [],
    labelEvents: situation.label
      ? [
          {
            event: 'labeled',
            label: situation.label[0],
            by: person(3, 'sue'),
            at: at(situation.label[1]),
            commit: 'head',
          },
        ]
      : [],
  }
  const contents = new Map([['head', contentsOf(changes)]] as const)
  return decide({ facts, policy, changes, contents, ownersOf: () => [], ownersDigest: 'none' })
}

const summary = ({ outcome, expiresAt, nextChangeAt }: Decision): readonly (string | null)[] => [
  outcome,
  expiresAt === null ? null : formatInstant(expiresAt),
  nextChangeAt === null ? null : formatInstant(nextChangeAt),
]

describe('a freeze', () => {
  const at17 = '2026-11-20T16:00:00Z'
  const monday8 = '2026-11-23T07:00:00Z'
  it.each([
    { name: 'has not begun', now: '2026-11-20T15:59:59Z', want: ['allow', at17, at17] },
    { name: 'begins', now: at17, want: ['hold', null, monday8] },
    { name: 'is about to end', now: '2026-11-23T06:59:59Z', want: ['hold', null, monday8] },
    { name: 'has ended', now: monday8, want: ['allow', '2026-11-27T16:00:00Z', '2026-11-27T16:00:00Z'] },
  ])('$name: $want', ({ now, want }) => {
    expect(summary(decisionIn({ windows: FREEZE, now }))).toEqual(want)
  })

  it('holds though a deploy window is open', () => {
    const decision = decisionIn({
      windows: FREEZE,
      severity: 'high',
      now: '2026-11-20T16:30:00Z',
      label: ['deploy-window/4h', '2026-11-20T15:30:00Z'],
    })
    // When the freeze ends, the deploy window is long over: waiting does not help.
    expect(summary(decision)).toEqual(['hold', null, null])
    expect(decision.verdicts.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['approval', 'met'],
      ['window', 'met'],
      ['sync-window', 'unmet'],
    ])
  })

  it('that begins before a deploy window ends is what the green ends with', () => {
    const label = ['deploy-window/4h', '2026-11-20T15:30:00Z'] as const
    expect(
      summary(decisionIn({ windows: FREEZE, severity: 'high', now: '2026-11-20T15:45:00Z', label })),
    ).toEqual(['allow', at17, at17])
  })

  it('goes over into the next one, and waiting takes until the end of both', () => {
    const next = `${FREEZE}\n  - { name: monday, kind: deny, schedule: "0 6 * * 1", duration: 4h, timeZone: Europe/Paris, reason: r }`
    expect(summary(decisionIn({ windows: next, now: '2026-11-22T12:00:00Z' }))).toEqual([
      'hold',
      null,
      '2026-11-23T09:00:00Z',
    ])
  })

  it.each([
    { name: 'a change that only takes away', more: { narrows: true } },
    { name: 'another place', more: { path: 'test/web.yaml' } },
    {
      name: 'an exception',
      more: {
        more: 'exceptions: [{ rule: t.scaled, until: "2026-12-31", owner: "@ben", reason: known }]\n',
      },
    },
  ])('does not hold $name', ({ more }) => {
    expect(decisionIn({ windows: FREEZE, now: '2026-11-21T12:00:00Z', ...more }).outcome).toBe('allow')
  })

  it('holds what is low and needs nothing else', () => {
    expect(
      decisionIn({ windows: FREEZE, severity: 'low', now: '2026-11-21T12:00:00Z', approved: false }).outcome,
    ).toBe('hold')
  })

  it('is not all that is waited for when an exception ends before it', () => {
    const other = 't.other, match: { kinds: [apps/Deployment] }, message: m, severity: '
    const more = (until: string): string =>
      `exceptions: [{ rule: t.other, until: "${until}", owner: "@ben", reason: known }]\n`
    const on = (until: string, needed: string): readonly (string | null)[] => {
      const situation = {
        windows: FREEZE,
        now: '2026-11-21T12:00:00Z',
        more: more(until),
        rule: other + needed,
      }
      return summary(decisionIn(situation))
    }
    const monday = '2026-11-23T07:00:00Z'
    expect(on('2026-11-22', 'high')).toEqual(['hold', null, null])
    expect(on('2026-11-23', 'high')).toEqual(['hold', null, monday])
    // What has been approved already needs nothing more then.
    expect(on('2026-11-22', 'medium')).toEqual(['hold', null, monday])
  })

  it('is not waited for while an approval is missing', () => {
    expect(summary(decisionIn({ windows: FREEZE, now: '2026-11-21T12:00:00Z', approved: false }))).toEqual([
      'hold',
      null,
      null,
    ])
  })
})

describe('an allow window', () => {
  it.each([
    { name: 'before', now: '2026-11-23T07:59:59Z', want: ['hold', null, '2026-11-23T08:00:00Z'] },
    {
      name: 'within',
      now: '2026-11-23T08:00:00Z',
      want: ['allow', '2026-11-23T16:00:00Z', '2026-11-23T16:00:00Z'],
    },
    { name: 'after', now: '2026-11-23T16:00:00Z', want: ['hold', null, '2026-11-24T08:00:00Z'] },
    { name: 'at the weekend', now: '2026-11-21T12:00:00Z', want: ['hold', null, '2026-11-23T08:00:00Z'] },
  ])('$name', ({ now, want }) => {
    expect(summary(decisionIn({ windows: OFFICE, now }))).toEqual(want)
  })

  it('by its name is the deploy window that a severity needs', () => {
    const label = ['deploy-window/office', '2026-11-22T12:00:00Z'] as const
    const on = (now: string): readonly (string | null)[] =>
      summary(decisionIn({ windows: OFFICE, severity: 'high', label, now }))
    expect(on('2026-11-23T07:59:59Z')).toEqual(['hold', null, '2026-11-23T08:00:00Z'])
    expect(on('2026-11-23T08:00:00Z')).toEqual(['allow', '2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'])
    expect(on('2026-11-23T12:00:00Z')).toEqual(['hold', null, null])
  })
})

describe('what people read', () => {
  const frozen = decisionIn({ windows: FREEZE, now: '2026-11-21T12:00:00Z' })
  const closed = decisionIn({ windows: OFFICE, now: '2026-11-21T12:00:00Z' })
  const open = decisionIn({ windows: FREEZE, now: '2026-11-20T15:00:00Z' })

  it.each([
    ['a freeze', frozen, 'Waiting: freeze friday until Mon 08:00 Europe/Paris; approved by @ben'],
    ['a closed window', closed, 'Waiting: next window opens Mon 09:00 Europe/Paris; approved by @ben'],
    ['a freeze to come', open, 'Approved by @ben; no freeze until Fri 17:00 Europe/Paris'],
    [
      'a window that is open',
      decisionIn({ windows: OFFICE, now: '2026-11-23T12:00:00Z' }),
      'Approved by @ben; within office until Mon 17:00 Europe/Paris',
    ],
  ])('in the status about %s', (_, decision, want) => {
    expect(renderStatus(decision)).toBe(want)
  })

  it('in the report and in the terminal: why, and until when', () => {
    for (const text of [renderMarkdown(frozen), renderText(frozen, { color: false })]) {
      expect(text).toContain(
        'Waiting until Mon 08:00 Europe/Paris (freeze friday: nobody is here at the weekend)',
      )
      expect(text).toContain('a time outside the freeze friday')
    }
    expect(renderMarkdown(closed)).toContain('Waiting until Mon 09:00 Europe/Paris (office)')
  })

  it.each([
    ['frozen', frozen, 'window-frozen'],
    ['closed', closed, 'window-closed'],
    ['open', open, 'window-not-frozen'],
  ])('in JSON it is a window: %s', (_, decision, code) => {
    const json: unknown = JSON.parse(stringifyJson(decisionJson(decision)))
    expect(v.safeParse(DecisionSchema, json).issues).toBeUndefined()
    expect(json).toMatchObject({
      requirements: [
        { kind: 'approval' },
        { kind: 'window', max: null, openedBy: [], grant: null, reason: { code } },
      ],
    })
  })
})
