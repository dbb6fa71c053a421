import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { valueAt } from '../../../../src/core/model/json-pointer.ts'
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
