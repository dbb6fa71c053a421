import { readdirSync, readFileSync } from 'node:fs'

import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, it } from 'vitest'

import { valueAt } from '../../../../src/core/model/json-pointer.ts'
import { PolicyTestSchema } from '../../../../src/core/policy/cases/policy-test-schema.ts'
import { readPolicyTests } from '../../../../src/core/policy/cases/read-policy-tests.ts'

const document = (cases: string): string =>
  `apiVersion: drawbridge.dev/v1alpha1\nkind: PolicyTest\nmetadata: { name: t }\ncases:\n${cases}\n`

it('reads a case of one file', () => {
  const read = readPolicyTests(
    document(
      '  - { name: one, before: "a: 1", after: "a: 2", path: x.yaml, environment: production, facts: { labels: [x] }, expect: { outcome: hold, not: [r] } }',
    ),
    't.yaml',
  )
  const [test] = read.ok ? read.value : []
  expect(test?.cases[0]).toMatchObject({
    name: 'one',
    line: 5,
    before: new Map([['x.yaml', 'a: 1']]),
    after: new Map([['x.yaml', 'a: 2']]),
    environment: 'production',
    expect: { outcome: 'hold', not: ['r'] },
  })
  expect(valueAt(test?.cases[0]?.document.value ?? null, '/cases/0/facts')).toEqual({ labels: ['x'] })
})

it('reads several files, and what is not there', () => {
  const read = readPolicyTests(
    document('  - { name: two, files: { before: { a.yaml: x }, after: }, expect: {} }'),
    't.yaml',
  )
  const [test] = read.ok ? read.value : []
  expect([...(test?.cases[0]?.before ?? [])]).toEqual([['a.yaml', 'x']])
  expect(test?.cases[0]?.after.size).toBe(0)
})

it('passes over documents of other kinds', () => {
  expect(readPolicyTests('kind: Policy\n', 't.yaml')).toEqual({ ok: true, value: [] })
})

it('finds every mistake, by place', () => {
  const text = document(
    '  - { name: a, befor: x, expect: { outcome: holds, verbs: [scael] } }\n  - { name: b, before: x, files: {}, expect: { outcome: hold } }\n  - { name: c }',
  )
  const read = readPolicyTests(text, 't.yaml')
  const issues = read.ok ? [] : read.error
  expect(issues.map((issue) => `${String(issue.line)} ${issue.code} ${issue.suggestion ?? ''}`)).toEqual([
    '5 policy.unknown-key before',
    '5 policy.unknown-value hold',
    '5 policy.unknown-value scale',
    '6 policy.mixed-case ',
    '7 policy.missing-key ',
  ])
})

it.each(readdirSync('policies/tests'))('reads policies/tests/%s', (name) => {
  const path = `policies/tests/${name}`
  const read = readPolicyTests(readFileSync(path, 'utf8'), path)
  expect(read).toMatchObject({ ok: true })
})

it('reads what is expected of requirements', () => {
  const read = readPolicyTests(
    document(
      '  - { name: a, expect: { requirements: [{ kind: approval, from: [codeowners], count: 2 }, { kind: window, max: 1h30m, verdict: unmet }] } }',
    ),
    't.yaml',
  )
  expect(read.ok && read.value[0]?.cases[0]?.expect.requirements).toEqual([
    { kind: 'approval', from: ['codeowners'], count: 2, verdict: undefined },
    { kind: 'window', max: 5_400_000, openedBy: undefined, verdict: 'unmet' },
  ])
})

it.each([
  { name: 'a window with people', text: '{ kind: window, count: 2 }', code: 'policy.mixed-case' },
  { name: 'an approval with a length', text: '{ kind: approval, max: 2h }', code: 'policy.mixed-case' },
  {
    name: 'a recurring window with a length',
    text: '{ kind: window, windows: [a], max: 2h }',
    code: 'policy.mixed-case',
  },
  {
    name: 'an approval with recurring windows',
    text: '{ kind: approval, windows: [a] }',
    code: 'policy.mixed-case',
  },
  { name: 'no length', text: '{ kind: window, max: "2 hours" }', code: 'policy.bad-duration' },
  { name: 'nobody', text: '{ kind: approval, count: 0 }', code: 'policy.wrong-value' },
])('refuses $name', ({ text, code }) => {
  const read = readPolicyTests(document(`  - { name: a, expect: { requirements: [${text}] } }`), 't.yaml')
  expect(read.ok ? [] : read.error.map((issue) => issue.code)).toEqual([code])
})

it.each(['{}', '{ findings: [] }', '{ not: [] }'])('warns of a case that expects nothing: %s', (expected) => {
  const read = readPolicyTests(document(`  - { name: a, expect: ${expected} }`), 't.yaml')
  expect(read.ok && read.value[0]?.warnings).toMatchObject([
    { code: 'policy.empty-case', severity: 'low', line: 5 },
  ])
})

it('describes every key for editors', () => {
  const undescribed: string[] = []
  const visit = (schema: Record<string, unknown>, path: string): void => {
    const properties = (schema['properties'] ?? {}) as Record<string, Record<string, unknown>>
    for (const [key, property] of Object.entries(properties)) {
      if (property['description'] === undefined) undescribed.push(`${path}.${key}`)
      visit(property, `${path}.${key}`)
      if (property['items'] !== undefined)
        visit(property['items'] as Record<string, unknown>, `${path}.${key}[]`)
    }
  }
  visit(toJsonSchema(PolicyTestSchema, { errorMode: 'ignore' }) as Record<string, unknown>, '')
  expect(undescribed).toEqual([])
})
