import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'

import { stringifyJson } from '../../../../src/core/model/json.ts'
import { readYaml } from '../../../../src/core/yaml/read-yaml.ts'
import { policyText } from '../../../support/policy.ts'

function validator(name: string): (text: string) => readonly string[] {
  const schema: object = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)
  return (text) => {
    const yaml = readYaml(text, 'policy.yaml')
    if (!yaml.ok) throw new Error(yaml.error.map((issue) => issue.text).join('\n'))
    return yaml.value.flatMap((document) => {
      const valid = validate(JSON.parse(stringifyJson(document.value)))
      return valid ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`)
    })
  }
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
}

describe('the JSON Schema of policies', () => {
  const check = validator('policy')
  it.each(yamlFiles('policies'))('takes %s', (path) => {
    expect(check(readFileSync(path, 'utf8'))).toEqual([])
  })

  it('takes every key of the language', () => {
    const spec = `extends: [builtin:recommended]
manifests: { include: ["clusters/**"], exclude: ["**/values*.yaml"], secrets: ["*_DSN"], render: { kustomize: auto, helm: never } }
environments:
  - { name: production, cluster: eu, paths: ["clusters/**"], namespace: shop, maxSeverity: low, requirements: { low: {} } }
rules:
  - id: a.b
    match: { kinds: [apps/Deployment], namespaces: [a], names: [b], environments: [c], clusters: [d], operations: [UPDATE], verbs: [scale] }
    change: [{ path: spec.replicas, op: decreased, absent: 1 }, { any: [{ path: [a, b], op: matches, values: [x], pattern: z }] }]
    when: "true"
    severity: high
    effect: require
    message: m
    messageExpression: '"m"'
    why: w
    references: [https://example.com]
    narrows: true
    locked: false
  - { id: c.d, match: { files: [x], issues: [z] }, severity: low, message: m }
overrides: [{ rule: a, severity: low, effect: notice, enabled: true }]
requirements:
  critical: { approvals: [{ from: [codeowners], count: 2, strict: true, excludeCommitters: true }], distinct: true, window: { max: 1h, openedBy: ["@a"], bookAhead: 7d } }
owners: { fallback: ["@a/b"] }
exceptions: [{ rule: a, match: { namespaces: [b] }, until: "2026-12-31", owner: "@a", reason: r }]
windows:
  - { name: a, kind: deny, schedule: "0 17 * * 5", duration: 63h, timeZone: UTC, environments: [a], clusters: [b], namespaces: [c], kinds: [core/Pod], minSeverity: high, reason: r }
breakGlass: { label: b, by: ["@a"], approvals: 1, max: 1h, reviewWithin: 24h, reviewedBy: ["@b"] }`
    expect(check(policyText(spec))).toEqual([])
  })

  it.each([
    ['an unknown key', 'rule: []', '/spec additionalProperties'],
    ['a word that is none', 'rules: [{ id: a, severity: huge }]', '/spec/rules/0/severity enum'],
    ['a missing key', 'rules: [{ id: a }]', '/spec/rules/0 required'],
    ['a wrong type', 'rules: {}', '/spec/rules type'],
    [
      'a key of Argo CD',
      'windows: [{ name: a, kind: deny, schedule: a, duration: b, manualSync: true }]',
      '/spec/windows/0 additionalProperties',
    ],
    [
      'a kind of window that is none',
      'windows: [{ name: a, kind: forbid, schedule: a, duration: b }]',
      '/spec/windows/0/kind enum',
    ],
    [
      'a verb that is none',
      'rules: [{ id: a, severity: low, match: { verbs: [scael] } }]',
      '/spec/rules/0/match/verbs/0 enum',
    ],
    [
      'an operator that is none',
      'rules: [{ id: a, severity: low, change: [{ path: a, op: grown }] }]',
      '/spec/rules/0/change/0/op enum',
    ],
    [
      'a text for a list',
      'rules: [{ id: a, severity: low, match: { kinds: core/Pod } }]',
      '/spec/rules/0/match/kinds type',
    ],
    [
      'nobody at all',
      'requirements: { high: { approvals: [{ from: [a], count: 0 }] } }',
      '/spec/requirements/high/approvals/0/count minimum',
    ],
    [
      'half a person',
      'requirements: { high: { approvals: [{ from: [a], count: 1.5 }] } }',
      '/spec/requirements/high/approvals/0/count type',
    ],
    [
      'a number for a duration',
      'requirements: { high: { window: { max: 4 } } }',
      '/spec/requirements/high/window/max type',
    ],
    [
      'an exception without an end',
      'exceptions: [{ rule: a, owner: b, reason: c }]',
      '/spec/exceptions/0 required',
    ],
    ['a list for a mapping', 'owners: ["@a/b"]', '/spec/owners type'],
  ])('refuses %s', (_, spec, want) => {
    expect(check(policyText(spec))).toEqual([want])
  })

  it('takes every policy that the documentation shows', () => {
    const shown = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))].flatMap(policiesIn)
    expect(shown.length).toBeGreaterThan(3)
    for (const { path, text } of shown) expect([path, text, check(text)]).toEqual([path, text, []])
  })

  it('shows a description for every key', () => {
    const schema: unknown = JSON.parse(readFileSync('schemas/policy.schema.json', 'utf8'))
    expect(undescribed(schema, '')).toEqual([])
  })
})

interface ShownPolicy {
  readonly path: string
  readonly text: string
}

/** The policies in the YAML of a page, and the sections of a policy that it shows without the rest. */
function policiesIn(path: string): readonly ShownPolicy[] {
  const blocks = readFileSync(path, 'utf8').matchAll(/```yaml\n(.*?)```/gs)
  return [...blocks].flatMap(([, text = '']): readonly ShownPolicy[] => {
    if (/^kind: Policy$/m.test(text))
      return text
        .split(/^---\n/m)
        .filter((document) => /^kind: Policy$/m.test(document) && !document.includes('{ ... }'))
        .map((document) => ({ path, text: document }))
    const isSection =
      /^(?:extends|windows|breakGlass|rules|overrides|requirements|exceptions|environments):/.test(text)
    return isSection ? [{ path, text: policyText(text) }] : []
  })
}

/** Keys that an editor would show without a word. */
function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const parts: Readonly<Record<string, unknown>> = { ...schema }
  const properties = Object.entries(parts['properties'] ?? {})
  return [
    ...properties
      .filter(([, value]) => !(typeof value === 'object' && value !== null && 'description' in value))
      .map(([key]) => `${path}/${key}`),
    ...properties.flatMap(([key, value]) => undescribed(value, `${path}/${key}`)),
    ...undescribed(parts['items'], `${path}[]`),
  ]
}

describe('the JSON Schema of policy tests', () => {
  it.each(yamlFiles('policies/tests'))('takes %s', (path) => {
    expect(validator('policy-test')(readFileSync(path, 'utf8'))).toEqual([])
  })
})
