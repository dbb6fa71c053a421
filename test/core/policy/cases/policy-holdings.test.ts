import { expect, it } from 'vitest'
import { holdingsOf } from '../../../../src/core/policy/cases/policy-holdings.ts'

const POLICY = 'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\n'
const CASES = 'apiVersion: drawbridge.dev/v1alpha1\nkind: PolicyTest\n'
const NEITHER = { policies: false, cases: false }

it.each([
  { name: 'a policy', text: POLICY, found: { policies: true, cases: false } },
  { name: 'cases', text: CASES, found: { policies: false, cases: true } },
  { name: 'both', text: `${POLICY}---\n${CASES}`, found: { policies: true, cases: true } },
  { name: 'a policy of another tool', text: 'apiVersion: kyverno.io/v1\nkind: Policy\n', found: NEITHER },
  {
    name: 'a manifest that speaks of ours',
    text: 'kind: ConfigMap\ndata: { a: drawbridge.dev/v1alpha1 }\n',
    found: NEITHER,
  },
  { name: 'facts', text: 'apiVersion: drawbridge.dev/v1alpha1\nkind: Facts\n', found: NEITHER },
  { name: 'nothing', text: '', found: NEITHER },
  {
    name: 'a kind that is misspelled',
    text: 'apiVersion: drawbridge.dev/v1alpha1\nkind: Polcy\n',
    found: { policies: true, cases: false },
  },
  {
    name: 'a group that is misspelled',
    text: 'apiVersion: drawbrige.dev/v1alpha1\nkind: Policy\n',
    found: { policies: true, cases: false },
  },
  { name: 'broken YAML that is not ours', text: 'kind: Policy\na: [\n', found: NEITHER },
  { name: 'a broken policy', text: `${POLICY}a: [\n`, found: { policies: true, cases: false } },
  { name: 'broken cases', text: `${CASES}a: [\n`, found: { policies: false, cases: true } },
  { name: 'broken both', text: `${POLICY}---\n${CASES}a: [\n`, found: { policies: true, cases: true } },
])('tells what was found: $name', ({ text, found }) => {
  expect(holdingsOf(text, 'a.yaml', false)).toEqual(found)
})

it.each([
  { name: 'a policy of another tool', text: 'apiVersion: kyverno.io/v1\nkind: Policy\n', policies: true },
  { name: 'nothing', text: '# later\n', policies: true },
  { name: 'broken YAML', text: 'a: [\n', policies: true },
  { name: 'cases', text: CASES, policies: false },
])('takes what was named for a policy: $name', ({ text, policies }) => {
  expect(holdingsOf(text, 'a.yaml', true).policies).toBe(policies)
})
