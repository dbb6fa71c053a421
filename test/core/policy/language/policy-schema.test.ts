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
exceptions: [{ rule: a, match: { namespaces: [b] }, until: "2026-12-31", owner: "@a", reason: r }]`
    expect(check(policyText(spec))).toEqual([])
  })

  it.each([
    ['an unknown key', 'rule: []', '/spec additionalProperties'],
    ['a word that is none', 'rules: [{ id: a, severity: huge }]', '/spec/rules/0/severity enum'],
    ['a missing key', 'rules: [{ id: a }]', '/spec/rules/0 required'],
    ['a wrong type', 'rules: {}', '/spec/rules type'],
  ])('refuses %s', (_, spec, want) => {
    expect(check(policyText(spec))).toEqual([want])
  })
})

describe('the JSON Schema of policy tests', () => {
  it.each(yamlFiles('policies/tests'))('takes %s', (path) => {
    expect(validator('policy-test')(readFileSync(path, 'utf8'))).toEqual([])
  })
})
