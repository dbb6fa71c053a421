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
import { at } from '../../support/decision.ts'
import { aPolicy } from '../../support/policy.ts'

const POLICY = `rules:
  - { id: t.scaled, match: { verbs: [scale] }, severity: high, message: it is scaled }
requirements:
  high: { approvals: [ { from: ["@ben"] } ], window: { max: 4h, openedBy: ["@sue"] } }
breakGlass: { label: break-glass, by: ["@nia", "@tom"], max: 1h, reviewedBy: ["@sue"] }
`
const FROZEN = `windows:
  - { name: always, kind: deny, schedule: "0 0 * * *", duration: 25h, timeZone: UTC, reason: holidays }
`
const DENIED = `rules:
  - { id: t.scaled, match: { verbs: [scale] }, severity: high, message: it is scaled }
  - { id: t.denied, match: { verbs: [scale] }, severity: high, effect: deny, message: never }
`

const person = (id: number, login: string) => ({ id, login, type: 'User', canWrite: true })

/** At ten past two nia broke the glass and said why; tom approved. */
function decisionUnder(spec: string, now = '2026-11-22T02:20:00Z', change: Partial<Facts> = {}): Decision {
  const policy = aPolicy(spec)
  const side = (replicas: number) => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`
    return { kind: 'file', id: text, bytes: new TextEncoder().encode(text) } as const
  }
  const changes = compareFiles([{ path: 'web.yaml', base: side(3), head: side(0) }], policy)
  const facts: Facts = {
    ...emptyFacts(at(now)),
    pullRequest: {
      number: 42,
      title: 't',
      author: person(1, 'amy'),
      initiators: [],
      draft: false,
      base: { ref: 'main', sha: null },
      head: { sha: null },
    },
    reviews: [
      {
        id: 7,
        by: person(4, 'tom'),
        state: 'APPROVED',
        commit: 'head',
        submittedAt: at('2026-11-22T02:15:00Z'),
      },
    ],
    labels: ['break-glass'],
    labelEvents: [
      {
        event: 'labeled',
        label: 'break-glass',
        by: person(3, 'nia'),
        at: at('2026-11-22T02:10:00Z'),
        commit: 'head',
      },
    ],
    comments: [
      {
        id: 9,
        by: person(3, 'nia'),
        body: '/break-glass the shop is down',
        createdAt: at('2026-11-22T02:11:00Z'),
        editedAt: null,
      },
    ],
    ...change,
  }
  return decide({
    facts,
    policy,
    changes,
    contents: new Map([['head', contentsOf(changes)]]),
    ownersOf: () => [],
    ownersDigest: 'none',
  })
}

function inShort({ outcome, expiresAt, nextChangeAt }: Decision): string {
  const moment = (one: Decision['expiresAt']): string => (one === null ? 'never' : formatInstant(one))
  return `${outcome}, expires ${moment(expiresAt)}, changes ${moment(nextChangeAt)}`
}

describe('a broken glass', () => {
  it('turns a hold into an allow until it is whole again', () => {
    const end = '2026-11-22T03:10:00Z'
    expect(inShort(decisionUnder(POLICY))).toBe(`allow, expires ${end}, changes ${end}`)
    expect(inShort(decisionUnder(POLICY, '2026-11-22T03:09:59Z'))).toBe(
      `allow, expires ${end}, changes ${end}`,
    )
    expect(decisionUnder(POLICY, end)).toMatchObject({
      outcome: 'hold',
      breakGlass: { reason: { code: 'glass-whole-again' } },
    })
  })

  it('ends a freeze for this merge', () => {
    expect(decisionUnder(POLICY + FROZEN)).toMatchObject({ outcome: 'allow', breakGlass: { verdict: 'met' } })
    expect(decisionUnder(POLICY + FROZEN).breakGlass?.skipped.map(({ kind }) => kind)).toEqual([
      'approval',
      'window',
      'sync-window',
    ])
  })

  it('takes no denial away', () => {
    const decision = decisionUnder(POLICY.replace(/rules:\n.*\n/, DENIED))
    expect(inShort(decision)).toBe('deny, expires never, changes never')
    expect(decision.breakGlass).toBeNull()
  })

  it('lasts no longer than an exception from what denies', () => {
    const excepted = `${POLICY.replace(/rules:\n.*\n/, DENIED)}exceptions:
  - { rule: t.denied, until: "2026-11-22T02:40:00Z", owner: "@sue", reason: known }
`
    const end = '2026-11-22T02:40:00Z'
    expect(inShort(decisionUnder(excepted))).toBe(`allow, expires ${end}, changes ${end}`)
    expect(decisionUnder(excepted, end).outcome).toBe('deny')
  })

  it('is not there in a policy that says nothing of it', () => {
    const decision = decisionUnder(POLICY.replace(/breakGlass.*\n/, ''))
    expect(decision).toMatchObject({ outcome: 'hold', breakGlass: null })
  })

  it('has the shape of the schema, broken or whole', () => {
    for (const decision of [decisionUnder(POLICY), decisionUnder(POLICY, undefined, { comments: [] })]) {
      const json: unknown = JSON.parse(stringifyJson(decisionJson(decision)))
      expect(v.safeParse(DecisionSchema, json).issues).toBeUndefined()
    }
  })
})
