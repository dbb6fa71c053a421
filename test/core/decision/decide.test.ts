import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import { decide } from '../../../src/core/decision/decide.ts'
import { combine } from '../../../src/core/decision/combine.ts'
import type { Decision } from '../../../src/core/decision/decision.ts'
import { emptyFacts } from '../../../src/core/decision/parse-facts.ts'
import { contentsOf } from '../../../src/core/model/contents.ts'
import type { Facts } from '../../../src/core/model/facts.ts'
import { stringifyJson } from '../../../src/core/model/json.ts'
import type { VerdictKind } from '../../../src/core/model/verdict.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { decisionJson } from '../../../src/core/report/decision-json.ts'
import { aFinding, aMissingApproval, at } from '../../support/decision.ts'

const POLICY = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: t }
spec:
  rules:
    - id: t.scaled
      match: { verbs: [scale] }
      severity: high
      message: it is scaled
  requirements:
    high: { approvals: [ { from: ["@ben"] } ], window: { max: 4h, openedBy: ["@sue"] } }
`

const DEPLOYMENT = (replicas: number): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }\n`

function policyOf(text: string): Policy {
  const policy = loadPolicy([{ path: 'policy.yaml', text, builtin: false }], builtinPolicy)
  if (!policy.ok) throw new Error(stringifyJson(policy.error.map(({ text: said }) => said)))
  return policy.value
}

function decisionOn(changes: Partial<Facts>, policy = policyOf(POLICY)): Decision {
  const side = (text: string) => ({ kind: 'file', id: text, bytes: new TextEncoder().encode(text) }) as const
  const changeSet = compareFiles(
    [{ path: 'web.yaml', base: side(DEPLOYMENT(3)), head: side(DEPLOYMENT(0)) }],
    policy,
  )
  const head = contentsOf(changeSet)
  return decide({
    facts: { ...emptyFacts(at('2026-11-22T10:00:00Z')), ...WORLD, ...changes },
    policy,
    changes: changeSet,
    contents: new Map([['head', head]]),
    ownersOf: () => [],
    ownersDigest: 'none',
  })
}

const person = (id: number, login: string) => ({ id, login, type: 'User', canWrite: true })
const WORLD: Partial<Facts> = {
  pullRequest: {
    number: 1,
    title: 't',
    author: person(1, 'amy'),
    initiators: [],
    draft: false,
    base: { ref: 'main', sha: null },
    head: { sha: null },
  },
}
const APPROVED: Partial<Facts> = {
  reviews: [
    {
      id: 7,
      by: person(2, 'ben'),
      state: 'APPROVED',
      commit: 'head',
      submittedAt: at('2026-11-22T09:00:00Z'),
    },
  ],
}
const windowAt = (label: string): Partial<Facts> => ({
  labels: [label],
  labelEvents: [
    { event: 'labeled', label, by: person(3, 'sue'), at: at('2026-11-22T09:00:00Z'), commit: 'head' },
  ],
})

describe('the truth table', () => {
  const verdicts = (kinds: readonly VerdictKind[]) => kinds.map((verdict) => aMissingApproval({ verdict }))
  it.each([
    { kinds: [], want: 'allow' },
    { kinds: ['met', 'not-applicable'], want: 'allow' },
    { kinds: ['met', 'unmet'], want: 'hold' },
    { kinds: ['met', 'indeterminate'], want: 'hold' },
    { kinds: ['unmet', 'indeterminate'], want: 'hold' },
  ] as const)('$kinds is $want', ({ kinds, want }) => {
    expect(combine([aFinding()], verdicts(kinds))).toBe(want)
  })

  it('an active deny outranks everything, an excepted one does not', () => {
    const exception = { owner: '@acme/net', until: '2026-12-31', reason: 'known' }
    expect(combine([aFinding({ effect: 'deny' })], verdicts(['met']))).toBe('deny')
    expect(combine([aFinding({ effect: 'deny', exception })], verdicts(['met']))).toBe('allow')
  })
})

describe('what rules know of the pull request', () => {
  const asking = (when: string): Policy =>
    policyOf(POLICY.replace('severity: high', `severity: high\n      when: "${when}"`))
  it.each([
    { when: "pullRequest.base == 'main'", want: 1 },
    { when: "pullRequest.base == 'release'", want: 0 },
    { when: "pullRequest.author == 'amy' && pullRequest.number == 1", want: 1 },
  ])('$when', ({ when, want }) => {
    expect(decisionOn({}, asking(when)).findings).toHaveLength(want)
  })

  it('and decisions name it, or nobody', () => {
    expect(decisionOn({}).pullRequest).toEqual({ number: 1, title: 't', author: 'amy' })
    expect(decisionOn({ pullRequest: null }).pullRequest).toBeNull()
  })
})

describe('when time alone changes the answer', () => {
  it('is the end of the window once it is allowed', () => {
    const decision = decisionOn({ ...APPROVED, ...windowAt('deploy-window/2h') })
    expect(decision).toMatchObject({
      outcome: 'allow',
      expiresAt: at('2026-11-22T11:00:00Z'),
      nextChangeAt: at('2026-11-22T11:00:00Z'),
    })
  })

  it('is the booked start when nothing else is missing', () => {
    const decision = decisionOn({ ...APPROVED, ...windowAt('deploy-window/2026-11-22T14:00Z+1h') })
    expect(decision).toMatchObject({
      outcome: 'hold',
      expiresAt: null,
      nextChangeAt: at('2026-11-22T14:00:00Z'),
    })
  })

  it('is never while an approval is missing', () => {
    expect(decisionOn(windowAt('deploy-window/2026-11-22T14:00Z+1h'))).toMatchObject({
      outcome: 'hold',
      nextChangeAt: null,
    })
  })

  it('is the end of the exception that it stands on', () => {
    const excepted = `${POLICY}  exceptions:\n    - { rule: t.scaled, until: "2026-12-31", owner: "@ben", reason: a test }\n`
    expect(decisionOn({}, policyOf(excepted))).toMatchObject({
      outcome: 'allow',
      expiresAt: at('2027-01-01T00:00:00Z'),
    })
  })

  it.each([
    { name: 'the second before its end', now: '2026-11-22T10:59:59Z', want: 'allow' },
    { name: 'its very end', now: '2026-11-22T11:00:00Z', want: 'hold' },
    { name: 'the second before its start', now: '2026-11-22T08:59:59Z', want: 'hold' },
  ])('the window at $name gives $want', ({ now, want }) => {
    expect(decisionOn({ ...APPROVED, ...windowAt('deploy-window/2h'), now: at(now) }).outcome).toBe(want)
  })
})

it('is the same, byte for byte, for the same input', () => {
  const render = (): string =>
    stringifyJson(decisionJson(decisionOn({ ...APPROVED, ...windowAt('deploy-window/2h') })))
  expect(render()).toBe(render())
})
