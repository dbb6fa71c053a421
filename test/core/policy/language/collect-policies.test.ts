import { describe, expect, it } from 'vitest'

import { err, ok } from '../../../../src/core/model/result.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import type { BuiltinPolicies } from '../../../../src/core/policy/language/find-pack.ts'
import type { SharedTexts } from '../../../../src/core/policy/language/find-shared.ts'
import type { Policy } from '../../../../src/core/policy/policy.ts'
import { policyText } from '../../../support/policy.ts'

const at = (digit: string): string => digit.repeat(40)
const GATE = `github:acme/policies//gate.yaml@${at('a')}`
const BASE = `github:acme/policies//base.yaml@${at('b')}`

/** What other repositories hold, by reference. */
function shared(files: Readonly<Record<string, string>>): SharedTexts {
  return ({ text }) => {
    const file = files[text]
    return file === undefined ? err('It is not there.') : ok(file)
  }
}

const builtin: BuiltinPolicies = Object.assign(
  (name: string) =>
    name === 'ingress'
      ? [
          {
            path: 'builtin:ingress',
            text: policyText('rules: [{ id: ingress.created, severity: high, message: m }]', 'ingress'),
            builtin: true,
          },
        ]
      : undefined,
  { names: () => ['ingress', 'recommended'] },
)

const rule = (id: string, more = ''): string => `{ id: ${id}, severity: low, message: m${more} }`

function load(spec: string, files: Readonly<Record<string, string>>): ReturnType<typeof loadPolicy> {
  const source = { path: 'p.yaml', text: policyText(spec), builtin: false }
  return loadPolicy([source], builtin, { shared: shared(files) })
}

function loaded(spec: string, files: Readonly<Record<string, string>>): Policy {
  const policy = load(spec, files)
  if (!policy.ok) throw new Error(policy.error.map(({ text }) => text).join('\n'))
  return policy.value
}

function mistakes(spec: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const policy = load(spec, files)
  const issues = policy.ok ? policy.value.warnings : policy.error
  return issues.map(({ path, line, column, text }) => `${path}:${String(line)}:${String(column)} ${text}`)
}

const EXTENDS = `extends: ["${GATE}"]`

describe('a policy of another repository', () => {
  it('gives its rules, and what it extends gives them too', () => {
    const policy = loaded(EXTENDS, {
      [GATE]: policyText(`extends: ["${BASE}", builtin:ingress]\nrules: [${rule('acme.gate')}]`, 'gate'),
      [BASE]: policyText(`rules: [${rule('acme.base')}]`, 'base'),
    })
    expect(policy.rules.map(({ id, pack }) => [id, pack])).toEqual([
      ['acme.base', 'base'],
      ['acme.gate', 'gate'],
      ['ingress.created', 'ingress'],
    ])
    expect(policy.sources).toEqual(['p.yaml', GATE])
  })

  it('is there once, however often it is extended', () => {
    const policy = loaded(`extends: ["${GATE}", "${BASE}"]`, {
      [GATE]: policyText(`extends: ["${BASE}"]`),
      [BASE]: policyText(`rules: [${rule('acme.base')}]`),
    })
    expect(policy.rules).toHaveLength(1)
  })

  it('may lock rules, which the repository then cannot touch', () => {
    const files = { [GATE]: policyText(`rules: [${rule('acme.gate', ', locked: true')}]`) }
    expect(loaded(EXTENDS, files).rules[0]?.locked).toBe(true)
    const overridden = `${EXTENDS}\noverrides: [{ rule: acme.gate, enabled: false }]`
    expect(mistakes(overridden, files)).toEqual([expect.stringContaining('"acme.gate" is locked')])
    expect(mistakes(`rules: [${rule('a.b', ', locked: true')}]`)).toEqual([
      expect.stringContaining('cannot be locked here'),
    ])
  })

  it('gives way to the repository where it locks nothing', () => {
    const needs = (who: string): string =>
      `requirements: { high: { approvals: [{ from: ["@acme/${who}"] }] } }`
    const files = {
      [GATE]: policyText(
        `extends: [builtin:ingress]\n${needs('security')}\noverrides: [{ rule: ingress.created, severity: low, effect: notice }]`,
      ),
    }
    const policy = loaded(
      `${EXTENDS}\n${needs('web')}\noverrides: [{ rule: ingress.created, severity: critical }]`,
      files,
    )
    expect(policy.requirements.get('high')?.approvals[0]?.from).toEqual(['@acme/web'])
    expect(policy.rules.map(({ severity, effect }) => [severity, effect])).toEqual([['critical', 'notice']])
  })

  it('is part of the digest, and so is where it comes from', () => {
    const text = policyText(`rules: [${rule('acme.gate')}]`)
    const one = loaded(EXTENDS, { [GATE]: text }).digest
    expect(loaded(EXTENDS, { [GATE]: text.replace('low', 'high') }).digest).not.toBe(one)
    expect(loaded(EXTENDS, { [GATE]: `# a comment\n${text}` }).digest).toBe(one)
  })

  it('has its mistakes at their places in that file', () => {
    expect(mistakes(EXTENDS, { [GATE]: policyText('rulez: []') })).toEqual([
      `${GATE}:5:3 Unknown key "rulez"; did you mean "rules"?`,
    ])
    expect(mistakes(EXTENDS, { [GATE]: 'a: [' })).toEqual([expect.stringContaining(`${GATE}:`)])
    expect(mistakes(EXTENDS, { [GATE]: 'kind: ConfigMap\n' })).toEqual([
      expect.stringContaining('This is no policy'),
    ])
  })

  it('that could not be read is a mistake of who extends it', () => {
    expect(mistakes(EXTENDS)).toEqual([`p.yaml:5:13 "${GATE}" cannot be extended. It is not there.`])
    expect(mistakes(EXTENDS, { [GATE]: policyText(`extends:\n  - "${BASE}"`) })).toEqual([
      `${GATE}:6:7 "${BASE}" cannot be extended. It is not there.`,
    ])
  })

  it('is not passed over where nothing reads other repositories', () => {
    const source = { path: 'p.yaml', text: policyText(EXTENDS), builtin: false }
    const policy = loadPolicy([source], builtin)
    expect(!policy.ok && policy.error.map(({ text }) => text)).toEqual([
      `"${GATE}" cannot be extended. Policies of other repositories are not read here.`,
    ])
  })

  it('in a circle is a mistake', () => {
    const files = { [GATE]: policyText(`extends: ["${BASE}"]`), [BASE]: policyText(`extends: ["${GATE}"]`) }
    expect(mistakes(EXTENDS, files)).toEqual([
      expect.stringMatching(
        /^github:acme\/policies\/\/base\.yaml.* extends itself: .*gate\.yaml.* -> .*base\.yaml.* -> .*gate\.yaml/,
      ),
    ])
  })
})

describe('entries of extends that are none', () => {
  it.each([
    ['ingress', 'did you mean "builtin:ingress"?'],
    ['builtin:ingres', 'There is no builtin policy "ingres"; did you mean "builtin:ingress"?'],
    ['builtin:xyz', 'There is no builtin policy "xyz"; there is ingress, recommended.'],
    [`https://github.com/acme/policies/blob/${at('a')}/gate.yaml`, `did you mean "${GATE}"?`],
    ['./other.yaml', 'write builtin:NAME, or github:OWNER/REPOSITORY//PATH@COMMIT'],
    ['github:acme/policies//gate.yaml@main', '"main" is a branch or a tag'],
    [`github:acme/policies/gate.yaml@${at('a')}`, `did you mean "${GATE}"?`],
  ])('%s', (entry, want) => {
    expect(mistakes(`extends: ["${entry}"]`)).toEqual([expect.stringContaining(want)])
  })
})
