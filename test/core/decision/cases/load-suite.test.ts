import { describe, expect, it } from 'vitest'
import { runSuites } from '../../../../src/core/decision/cases/run-suites.ts'
import { RULE, runOf, SCALED, suiteOf } from './case-world.ts'

function issuesOf(text: string, spec = RULE): readonly (readonly [string, number, string | undefined])[] {
  return suiteOf(spec, `name: a\n${SCALED}\n${text}`).issues.map(({ code, line, suggestion }) => [
    code,
    line,
    suggestion,
  ])
}

describe('mistakes that need the policy to be seen', () => {
  it.each([
    {
      name: 'a finding of no rule',
      text: 'expect: { findings: [{ rule: acme.dwn }] }',
      issues: [['policy.unknown-rule', 8, 'acme.down']],
    },
    {
      name: 'no rule that must not be found: such a case never fails',
      text: 'expect:\n  not:\n    - acme.down\n    - elsewhere.rule',
      issues: [['policy.unknown-rule', 11, undefined]],
    },
    {
      name: 'facts of a wrong shape',
      text: 'facts: { reviews: [{ id: x }], lables: [] }\nexpect: { outcome: hold }',
      issues: [
        ['facts.missing-key', 8, undefined],
        ['facts.missing-key', 8, undefined],
        ['facts.missing-key', 8, undefined],
        ['facts.wrong-value', 8, undefined],
        ['facts.unknown-key', 8, 'labels'],
      ],
    },
    {
      name: 'a line of CODEOWNERS that GitHub skips',
      text: 'codeowners: "* nobody"\nexpect: { outcome: hold }',
      issues: [['codeowners.owner', 8, '@nobody']],
    },
  ])('$name', ({ text, issues }) => {
    expect(issuesOf(text)).toEqual(issues)
  })

  it('an environment that nobody defines', () => {
    const spec = `${RULE}\nenvironments: [{ name: production, paths: ["prod/**"] }]`
    expect(issuesOf('environment: prodution\nexpect: { outcome: hold }', spec)).toEqual([
      ['policy.unknown-environment', 8, 'production'],
    ])
    expect(issuesOf('environment: x\nexpect: { outcome: hold }', RULE)).toEqual([])
  })

  it('are told with those of the policy, but never follow from them', () => {
    const spec = `${RULE}\nenvironments: [{ name: production, paths: ["!x"] }]`
    expect(issuesOf('environment: production\nexpect: { findings: [{ rule: acme.dwn }] }', spec)).toEqual([
      ['policy.bad-glob', 7, undefined],
      ['policy.unknown-rule', 9, 'acme.down'],
    ])
  })
})

it.each([
  { name: 'extends nothing that there is', spec: `extends: [builtin:nope]\n${RULE}` },
  { name: 'cannot be read', spec: `${RULE}\n  a: [` },
])('knows no rule for certain of a policy that $name', ({ spec }) => {
  const codes = issuesOf('expect: { not: [elsewhere.rule] }', spec).map(([code]) => code)
  expect(codes).toHaveLength(1)
  expect(codes[0]).not.toBe('policy.unknown-rule')
})

it('runs nothing of a policy with mistakes', () => {
  const suite = suiteOf('rules: [{ id: a }]', `name: a\n${SCALED}\nexpect: { outcome: allow }`)
  expect(suite.policy).toBeNull()
  expect(runSuites([suite], () => undefined).files).toEqual([])
})

it('counts rules that no case tests', () => {
  const spec = `${RULE}
  - { id: acme.b, severity: low, message: m, match: { kinds: [core/Secret] } }
  - { id: acme.c, severity: low, message: m, match: { kinds: [core/Secret] } }
  - { id: acme.off, severity: low, message: m, match: { kinds: [core/Secret] } }
overrides: [{ rule: acme.off, enabled: false }]`
  const run = runOf(spec, `name: a\n${SCALED}\nexpect: { findings: [{ rule: acme.down }], not: [acme.b] }`)
  expect(run.coverage).toEqual({
    rules: 3,
    withoutPositive: ['acme.b', 'acme.c'],
    withoutNegative: ['acme.c', 'acme.down'],
  })
})

it('runs only the cases that are wanted, and then knows nothing of the rest', () => {
  const suite = suiteOf(
    RULE,
    `name: one\n${SCALED}\nexpect: { outcome: hold }`,
    'name: two\nexpect: { outcome: allow }',
  )
  const run = runSuites(
    [suite],
    () => undefined,
    ({ policyCase }) => policyCase.name === 'two',
  )
  expect(run.files.map(({ runs }) => runs.map(({ prepared }) => prepared.policyCase.name))).toEqual([['two']])
  expect(run.coverage).toBeNull()
})
