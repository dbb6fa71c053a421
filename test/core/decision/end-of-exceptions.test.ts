import { expect, it } from 'vitest'
import { endOfExceptions } from '../../../src/core/decision/end-of-exceptions.ts'
import { aFinding, at } from '../../support/decision.ts'
import { aPolicy } from '../../support/policy.ts'

const POLICY = aPolicy(`rules:
  - { id: t.a, match: { verbs: [scale] }, severity: high, message: a }
  - { id: t.b, match: { verbs: [scale] }, severity: high, message: b }
exceptions:
  - { rule: t.a, until: "2026-12-20", owner: "@ben", reason: known }
  - { rule: t.a, until: "2026-12-10", owner: "@ben", reason: known }
  - { rule: t.b, until: "2026-12-05T12:00:00Z", owner: "@ben", reason: known }
`)

function excepted(rule: string, until: string) {
  return aFinding({ rule, exception: { owner: '@ben', until, reason: 'known' } })
}

it.each([
  { name: 'nothing is excepted', findings: [aFinding({ rule: 't.a' })], want: null },
  { name: 'one is, by one of two', findings: [excepted('t.a', '2026-12-20')], want: '2026-12-21T00:00:00Z' },
  { name: 'one is, by the other', findings: [excepted('t.a', '2026-12-10')], want: '2026-12-11T00:00:00Z' },
  {
    name: 'several are: the first that is over',
    findings: [excepted('t.a', '2026-12-20'), excepted('t.b', '2026-12-05T12:00:00Z')],
    want: '2026-12-05T12:00:00Z',
  },
  { name: 'another rule is until then', findings: [excepted('t.b', '2026-12-10')], want: null },
])('when $name', ({ findings, want }) => {
  expect(endOfExceptions(POLICY, findings)).toBe(want === null ? null : at(want))
})
