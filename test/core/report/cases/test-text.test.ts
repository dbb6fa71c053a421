import { describe, expect, it } from 'vitest'
import { testJson } from '../../../../src/core/report/cases/test-json.ts'
import { renderTests } from '../../../../src/core/report/cases/test-text.ts'
import { RULE, runOf, SCALED } from '../../decision/cases/case-world.ts'

const PLAIN = { color: false, coverage: false }
const MORE = `${RULE}
  - { id: acme.pay, match: { kinds: [apps/Deployment], namespaces: [pay] }, severity: low, message: m }
  - { id: acme.up, change: [{ path: spec.replicas, op: increased }], severity: low, message: m }
  - { id: acme.zero, change: [{ path: spec.replicas, op: decreased }], when: "value < 1 && name == 'web'", severity: low, message: m }
  - { id: acme.nowhere, change: [{ any: [{ path: [spec.nope, spec.nay], op: set-true }] }], severity: low, message: m }`

it('is quiet when all is well', () => {
  const run = runOf(
    RULE,
    `name: a\n${SCALED}\nexpect: { findings: [{ rule: acme.down }] }`,
    'name: b\nexpect: { not: [acme.down] }',
  )
  expect(renderTests(run, PLAIN)).toBe(
    'tests/acme.yaml  2 cases\n\n2 cases, 0 failed; 1 rule, 0 without a positive case, 0 without a negative case',
  )
})

it('tells failures in full', () => {
  const run = runOf(
    MORE,
    `name: everything\n${SCALED}\nexpect:\n  outcome: allow\n  verbs: [patch]\n  findings:\n    - { rule: acme.down, severity: low, message: x }\n    - { rule: acme.pay }\n    - { rule: acme.up }\n    - { rule: acme.zero }\n    - { rule: acme.nowhere }\n  not: [acme.down]\n  requirements:\n    - { kind: approval, from: ["@a"], count: 2 }\n    - { kind: window, max: 1h }`,
  )
  expect(renderTests(run, PLAIN)).toBe(`tests/acme.yaml  1 case, 1 failed

tests/acme.yaml:5: everything
  tests/acme.yaml:9:16: Expected the outcome allow, seen hold.
    Needed: 1 approval of @codeowner, unmet; a window of at most 4h opened by @codeowner, unmet.
  tests/acme.yaml:10:14: Expected the verbs patch, seen scale.
  tests/acme.yaml:12:11: Expected a finding of acme.down with severity low and the message "x", seen another.
    Seen high: "Deployment shop/web loses replicas" at apps/manifest.yaml:4 of the case.
  tests/acme.yaml:13:11: Expected a finding of acme.pay, seen none.
    Deployment shop/web does not match: the namespace is shop, match.namespaces asks for pay.
  tests/acme.yaml:14:11: Expected a finding of acme.up, seen none.
    Deployment shop/web matches, but spec.replicas did not increase: /spec/replicas goes from 3 to 1.
  tests/acme.yaml:15:11: Expected a finding of acme.zero, seen none.
    Deployment shop/web matches, but "when" is false: value < 1 && name == 'web' (value 1, oldValue 3).
    False in it: value < 1.
  tests/acme.yaml:16:11: Expected a finding of acme.nowhere, seen none.
    Deployment shop/web matches, but spec.nope or spec.nay did not become true: nothing stands there, before or after.
  tests/acme.yaml:17:13: Expected no finding of acme.down, seen 1 finding.
    Seen high: "Deployment shop/web loses replicas" at apps/manifest.yaml:4 of the case.
  tests/acme.yaml:19:11: Expected 2 approvals of @a, seen another.
    Seen 1 approval of @codeowner, unmet.
  tests/acme.yaml:20:11: Expected a window of at most 1h, seen another.
    Seen a window of at most 4h opened by @codeowner, unmet.
  Found: acme.down (high).

Rules without a negative case
  acme.nowhere
  acme.pay
  acme.up
  acme.zero

1 case, 1 failed; 5 rules, 0 without a positive case, 4 without a negative case`)
})

describe('rules that no case tests', () => {
  const rules = Array.from(
    { length: 1200 },
    (_, at) => `  - { id: acme.r${String(at)}, severity: low, message: m }`,
  )
  const run = runOf(`rules:\n${rules.join('\n')}`, 'name: a\nexpect: { outcome: allow }')

  it('are counted when they are many', () => {
    expect(renderTests(run, PLAIN)).toMatch(
      /^tests\/acme\.yaml  1 case\n\n1 case, 0 failed; 1,200 rules, 1,200 without a positive case, 1,200 without/,
    )
  })

  it('are named when that is asked', () => {
    expect(renderTests(run, { color: false, coverage: true })).toContain(
      'Rules without a positive case\n  acme.r0\n',
    )
  })
})

it('colours only when it may', () => {
  const run = runOf(RULE, `name: a\n${SCALED}\nexpect: { outcome: allow }`)
  expect(renderTests(run, PLAIN)).not.toContain('\u001B')
  expect(renderTests(run, { color: true, coverage: false })).toContain('\u001B[1;31m1 failed\u001B[0m')
})

it('keeps control characters of messages and names out of the terminal', () => {
  const spec = RULE.replace('title + "', '"\\\\u001b[2J')
  const run = runOf(spec, `name: "a\\u202Eb"\n${SCALED}\nexpect: { not: [acme.down] }`)
  for (const character of ['\u001B', '\u202E']) expect(renderTests(run, PLAIN)).not.toContain(character)
})

it('is data as JSON', () => {
  const run = runOf(RULE, `name: a\n${SCALED}\nexpect: { outcome: allow }`)
  expect(testJson(run)).toMatchObject({
    summary: { cases: 1n, passed: 0n, failed: 1n },
    coverage: { rules: 1n, withoutPositive: ['acme.down'], withoutNegative: ['acme.down'] },
    cases: [
      {
        name: 'a',
        path: 'tests/acme.yaml',
        line: 5n,
        passed: false,
        outcome: 'hold',
        verbs: ['scale'],
        findings: [{ rule: 'acme.down', severity: 'high', message: 'Deployment shop/web loses replicas' }],
        failures: [{ code: 'outcome', line: 8n, text: 'Expected the outcome allow, seen hold.' }],
      },
    ],
  })
})
