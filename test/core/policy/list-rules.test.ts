import { expect, it } from 'vitest'
import { listRules } from '../../../src/core/policy/list-rules.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import type { PolicySource } from '../../../src/core/policy/policy-source.ts'
import { policyText } from '../../support/policy.ts'

const file = (path: string, spec: string, builtin: boolean): PolicySource => ({
  path,
  text: policyText(spec, path.replace(/^.*[:/]|\.yaml$/g, '')),
  builtin,
})
const rule = (id: string, more = ''): string => `  - { id: ${id}, severity: high, message: m${more} }\n`
const GATE = file('builtin:gate', `rules:\n${rule('gate.a', ', match: { files: [x] }, locked: true')}`, true)
const NET = file(
  'builtin:net',
  `extends: [builtin:gate]\nrules:\n${rule('net.a')}${rule('net.b')}${rule('net.c')}overrides:\n  - { rule: net.b, severity: low }\n`,
  true,
)
const builtin = (name: string): readonly PolicySource[] | undefined =>
  name === 'net' ? [NET] : ['gate', 'locked'].includes(name) ? [GATE] : undefined
const OWN = file(
  'policy.yaml',
  `extends: [builtin:net]\nrules:\n${rule('acme.a')}overrides:\n  - { rule: net.a, enabled: false }\n  - { rule: net.b, effect: deny }\n  - { rule: net.c, severity: critical }\n`,
  false,
)

it('lists all rules by id, with what overrides made of them', () => {
  const rules = listRules([OWN], builtin)
  expect(
    rules.map(({ written, pack, source, severity, effect, enabled, locked, overrides }) => [
      written.id,
      pack,
      source,
      severity,
      effect,
      enabled ? (locked ? 'locked' : 'on') : 'off',
      overrides.map((override) => override.source).join(' '),
    ]),
  ).toEqual([
    ['acme.a', 'policy', 'policy.yaml', 'high', 'require', 'on', ''],
    ['gate.a', 'gate', 'builtin:gate', 'high', 'require', 'locked', ''],
    ['net.a', 'net', 'builtin:net', 'high', 'require', 'off', 'policy.yaml'],
    ['net.b', 'net', 'builtin:net', 'low', 'deny', 'on', 'builtin:net policy.yaml'],
    ['net.c', 'net', 'builtin:net', 'critical', 'require', 'on', 'policy.yaml'],
  ])
})

it('understands overrides as the policy does', () => {
  const policy = loadPolicy([OWN], builtin)
  const loaded = policy.ok ? policy.value.rules : []
  expect(
    listRules([OWN], builtin)
      .filter(({ enabled }) => enabled)
      .map(({ written, severity, effect, locked, pack }) => [written.id, severity, effect, locked, pack]),
  ).toEqual(loaded.map(({ id, severity, effect, locked, pack }) => [id, severity, effect, locked, pack]))
})

it('lists what it can of a policy with mistakes', () => {
  const broken = file(
    'policy.yaml',
    `rules:\n${rule('acme.a')}${rule('acme.a')}overrides: [{ rule: nope }]\n`,
    false,
  )
  expect(listRules([broken], builtin).map(({ written }) => written.id)).toEqual(['acme.a', 'gate.a'])
})
