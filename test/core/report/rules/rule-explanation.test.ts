import { describe, expect, it } from 'vitest'
import { listRules } from '../../../../src/core/policy/list-rules.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import type { PolicySource } from '../../../../src/core/policy/policy-source.ts'
import { type ExplainedRule, explainRule } from '../../../../src/core/report/rules/explained-rule.ts'
import { renderExplanation } from '../../../../src/core/report/rules/rule-explanation.ts'
import { renderRules } from '../../../../src/core/report/rules/rule-list.ts'
import { explanationJson, rulesJson } from '../../../../src/core/report/rules/rules-json.ts'
import { NOW, policyText } from '../../../support/policy.ts'

const RULES = `rules:
  - id: acme.down
    match: { kinds: [apps/Deployment] }
    change: [{ path: spec.replicas, op: decreased }]
    when: object.spec.replicas < 3
    severity: high
    message: payments must keep three replicas
    why: Below three there is no quorum. Nobody gets paid then.
    references: [https://example.com/quorum]
  - { id: acme.deny, severity: critical, effect: deny, match: { files: [secret.txt] }, message: m }
  - { id: acme.note, severity: low, effect: notice, messageExpression: '"x"', why: First sentence. Second one. }`

interface Explained {
  readonly explained: ExplainedRule
  readonly text: string
}

function explain(id: string, more = '', builtin = false): Explained {
  const source: PolicySource = { path: 'policy.yaml', text: policyText(`${RULES}\n${more}`), builtin }
  const policy = loadPolicy([source], () => undefined)
  const rule = listRules([source], () => undefined).find(({ written }) => written.id === id)
  if (!policy.ok || !rule) throw new Error(policy.ok ? `no rule ${id}` : JSON.stringify(policy.error))
  const explained = explainRule(policy.value, rule, null, NOW)
  return { explained, text: renderExplanation(explained, { color: false }) }
}

it('tells a developer all about a rule', () => {
  expect(explain('acme.down').text).toBe(`acme.down: high, of the pack acme

It looks at
  apps/Deployment that are created or changed
  where spec.replicas shrinks
  and where this condition (CEL) is true:
    object.spec.replicas < 3

It says
  payments must keep three replicas

Why it matters
  Below three there is no quorum. Nobody gets paid then.

What it needs
  1 approval by a code owner who wrote none of it and a deploy window of at most 4h, opened by
  somebody who could approve.

If it is wrong here
  For everybody, in .github/drawbridge.yaml on the branch that merges go to:
    spec:
      overrides:
        - { rule: acme.down, severity: low } # or enabled: false
  For a time, as narrow as it can be, in the same file:
    spec:
      exceptions:
        - rule: acme.down
          match: { namespaces: [NAMESPACE] } # left out: everywhere
          until: "2026-12-22"
          owner: "@ORG/TEAM"
          reason: WHY IT IS NEEDED

Read more
  https://example.com/quorum`)
})

describe('what it needs', () => {
  const needs = (id: string, more: string): readonly string[] =>
    explain(id, more).explained.needs.map(
      ({ environment, severity, needs: text }) => `${environment ?? '*'} ${severity} ${text}`,
    )

  it.each([
    {
      name: 'by name, of several, strictly, distinct',
      id: 'acme.down',
      more: 'requirements: { high: { distinct: true, approvals: [{ from: ["@acme/a", codeowners], count: 2, strict: true, excludeCommitters: false }, { from: [] }] } }',
      want: [
        '* high 2 approvals by @acme/a or code owners given on the head commit and 1 approval that nobody may give; nobody counts for two of these',
      ],
    },
    { name: 'nothing', id: 'acme.down', more: 'requirements: { high: {} }', want: ['* high nothing'] },
    { name: 'a denial', id: 'acme.deny', more: '', want: ['* critical nothing helps: the merge is denied'] },
    { name: 'a notice', id: 'acme.note', more: '', want: ['* low nothing: it is only mentioned'] },
    {
      name: 'something else in some environments',
      id: 'acme.down',
      more: `requirements: { high: { window: { max: 2h, openedBy: ["@sre"] } } }
environments:
  - { name: sandbox, paths: ["s/**"], maxSeverity: low }
  - { name: same, paths: ["t/**"] }
  - { name: production, paths: ["p/**"], requirements: { high: { approvals: [{ from: ["@acme/a"], excludeCommitters: false }] } } }`,
      want: [
        '* high a deploy window of at most 2h, opened by @sre',
        'sandbox low nothing',
        'production high 1 approval by @acme/a',
      ],
    },
  ])('$name', ({ id, more, want }) => {
    expect(needs(id, more)).toEqual(want)
  })
})

describe('recurring windows', () => {
  const more = `environments: [{ name: production, paths: ["prod/**"] }]
windows:
  - { name: friday, kind: deny, schedule: "0 17 * * 5", duration: 63h, timeZone: Europe/Paris, environments: [production], reason: weekend }
  - { name: quiet, kind: deny, schedule: "0 0 * * *", duration: 1h, minSeverity: critical }
  - { name: office, kind: allow, schedule: "0 9 * * MON-FRI", duration: 8h }`

  it('are told when the rule is severe enough for them', () => {
    expect(explain('acme.down', more).text).toContain(`When it may merge
  Not during the freeze friday ("0 17 * * 5" for 63h, Europe/Paris), for environments production:
  weekend
  Within office ("0 9 * * MON-FRI" for 8h, UTC)
`)
  })

  it.each(['acme.note', 'acme.deny'])('are nothing to a rule that needs nobody: %s', (id) => {
    expect(explain(id, more).explained.windows).toEqual([])
  })
})

describe('exceptions', () => {
  it('are told while they apply', () => {
    const more = `exceptions:
  - { rule: acme.down, until: "2026-11-22", owner: "@amy", reason: migration, match: { namespaces: [a, b] } }
  - { rule: acme.down, until: "2026-11-21", owner: "@ben", reason: over }
  - { rule: acme.note, until: "2026-12-31", owner: "@cleo", reason: other }`
    const { text } = explain('acme.down', more)
    expect(text).toContain(
      'Exceptions that apply now\n  Until 2026-11-22, by @amy, for namespaces a or b: migration\n',
    )
    expect(text).not.toMatch(/@ben|@cleo/)
  })
})

describe('what can be done about it', () => {
  it.each([
    {
      name: 'a denial becomes a requirement',
      id: 'acme.deny',
      line: '- { rule: acme.deny, effect: require } # or enabled: false',
    },
    {
      name: 'an exception of a file names the file',
      id: 'acme.deny',
      line: 'match: { files: [PATH] } # left out: everywhere',
    },
    { name: 'what is low already goes', id: 'acme.note', line: '- { rule: acme.note, enabled: false }' },
  ])('$name', ({ id, line }) => {
    expect(explain(id).text).toContain(line)
  })

  it('is a whole policy where there is none yet', () => {
    const { explained } = explain('acme.down')
    expect(renderExplanation({ ...explained, hasPolicy: false }, { color: false })).toContain(
      '    apiVersion: drawbridge.dev/v1alpha1\n    kind: Policy\n    metadata: { name: repository }\n    spec:\n      extends: [builtin:recommended]\n      overrides:\n',
    )
  })

  it('can be copied: both are valid in the policy', () => {
    const { text } = explain('acme.down')
    const lines = text.split('\n')
    const from = (title: string): string =>
      lines
        .slice(
          lines.findIndex((line) => line.trim() === title),
          lines.length,
        )
        .slice(0, title === 'overrides:' ? 2 : 6)
        .map((line) => line.slice(6))
        .join('\n')
    for (const title of ['overrides:', 'exceptions:'])
      expect(explain('acme.down', from(title)).text).toContain('acme.down')
  })

  it('is nothing for a locked rule', () => {
    const { explained } = explain('acme.down')
    const locked = { ...explained, rule: { ...explained.rule, locked: true } }
    const text = renderExplanation(locked, { color: false })
    expect(text).toContain('no override, exception or cap touches it')
    expect(text).not.toContain('overrides:')
  })
})

it('says who switched a rule off, and no more of what it needs', () => {
  const { text } = explain('acme.down', 'overrides: [{ rule: acme.down, enabled: false }]')
  expect(text).toMatch(/^acme\.down: high, of the pack acme, switched off by policy\.yaml\n/)
  expect(text).not.toMatch(/What it needs|If it is wrong/)
})

it('keeps control characters out of the terminal', () => {
  const { explained } = explain('acme.down')
  const written = { ...explained.rule.written, message: 'a\u001B[2Jb', why: 'c\u202Ed' }
  const text = renderExplanation({ ...explained, rule: { ...explained.rule, written } }, { color: false })
  for (const character of ['\u001B', '\u202E']) expect(text).not.toContain(character)
})

describe('the list', () => {
  const source: PolicySource = {
    path: 'policy.yaml',
    text: policyText(
      `${RULES}\noverrides: [{ rule: acme.down, severity: low }, { rule: acme.note, enabled: false }]`,
    ),
    builtin: false,
  }
  const rules = listRules([source], () => undefined)

  it('has aligned columns, marks and counts', () => {
    expect(renderRules(rules, ['policy.yaml'], { color: false })).toBe(`acme
  critical  acme.deny  m  (denies)
  low       acme.down  payments must keep three replicas  (overridden from high by policy.yaml)
  off       acme.note  First sentence.  (only a notice; switched off by policy.yaml)

2 active rules: 1 critical, 1 low; 1 overridden; 1 switched off. Policy: policy.yaml.`)
  })

  it('is data as JSON, what is switched off by itself', () => {
    expect(rulesJson(rules)).toMatchObject({
      rules: [
        { id: 'acme.deny', effect: 'deny', match: { files: ['secret.txt'] }, overridden: null },
        {
          id: 'acme.down',
          pack: 'acme',
          severity: 'low',
          effect: 'require',
          locked: false,
          message: 'payments must keep three replicas',
          why: 'Below three there is no quorum. Nobody gets paid then.',
          references: ['https://example.com/quorum'],
          match: { kinds: ['apps/Deployment'] },
          change: [{ path: 'spec.replicas', op: 'decreased' }],
          when: 'object.spec.replicas < 3',
          overridden: { by: ['policy.yaml'], severity: 'high' },
        },
      ],
      disabled: [{ id: 'acme.note', message: null, messageExpression: '"x"' }],
    })
  })

  it('of one rule says more', () => {
    expect(explanationJson(explain('acme.down').explained)).toMatchObject({
      rules: [
        { id: 'acme.down', needs: [{ environment: null, severity: 'high' }], exceptions: [], example: null },
      ],
      disabled: [],
    })
  })
})
