import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { builtinNames, builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { type PolicyCase, runPolicyCase } from './policy-case.ts'

const folder = new URL('../../policies/tests/', import.meta.url)
const recommended = loadBuiltin('recommended')
const suites = readdirSync(folder).map((file) => ({ file, cases: casesIn(file) }))
const cases = suites.flatMap((suite) => suite.cases)
const all = cases.map((policyCase) => ({ name: policyCase.name, policyCase }))

describe.each(suites)('policies/tests/$file', ({ cases: inFile }) => {
  it.each(inFile.map((policyCase) => ({ name: policyCase.name, policyCase })))('$name', ({ policyCase }) => {
    const result = runPolicyCase(recommended, policyCase)
    const found = new Map(result.findings.map((finding) => [finding.rule, finding.severity]))
    const { outcome, verbs, findings = [], not = [] } = policyCase.expect
    expect(findings.filter(({ rule, severity }) => found.get(rule) !== severity)).toEqual([])
    expect(not.filter((rule) => found.has(rule))).toEqual([])
    if (outcome) expect(result.outcome).toBe(outcome)
    if (verbs) expect(result.verbs).toEqual(verbs)
  })
})

describe('the packs that ship', () => {
  it.each(builtinNames())('%s loads by itself, every expression checked', (name) => {
    expect(loadBuiltin(name).rules.length).toBeGreaterThan(0)
  })

  it('is all in the recommended policy', () => {
    const ids = builtinNames().flatMap((name) => loadBuiltin(name).rules.map((rule) => rule.id))
    expect([...new Set(ids)].toSorted()).toEqual(recommended.rules.map((rule) => rule.id).toSorted())
  })

  it('has at least thirty rules about Ingress, ten about workloads and ten about rights', () => {
    expect(rulesOf('ingress')).toBeGreaterThanOrEqual(30)
    expect(rulesOf('workloads')).toBeGreaterThanOrEqual(10)
    expect(rulesOf('rbac')).toBeGreaterThanOrEqual(10)
  })

  it.each(recommended.rules.map((rule) => ({ id: rule.id, rule })))(
    '$id is explained and tested',
    ({ id, rule }) => {
      expect(rule.why).toMatch(/^[A-Z].*\.$/s)
      expect(rule.effect).toBe('require')
      expect(rule.locked).toBe(['gate', 'files'].includes(rule.pack))
      expect(cases.some(({ expect: { findings } }) => findings?.some((finding) => finding.rule === id))).toBe(
        true,
      )
      expect(cases.some(({ expect: { not } }) => not?.includes(id))).toBe(true)
    },
  )

  it('calls a rule narrowing only when it speaks of access that goes', () => {
    const narrowing = recommended.rules.filter((rule) => rule.narrows).map((rule) => rule.id)
    for (const id of narrowing) expect(id).toMatch(/removed|narrowed|deleted|closed/)
    expect(narrowing).toEqual(expect.arrayContaining(['ingress.host.removed', 'rbac.subject.removed']))
    expect(narrowing.filter((id) => /auth|tls|sources\.removed|delete\./.test(id))).toEqual([])
  })
})

describe('messages', () => {
  it.each(all)('$name: one line each, about the object or the file', ({ policyCase }) => {
    for (const finding of runPolicyCase(recommended, policyCase).findings) {
      expect(finding.message).toMatch(/^\S[^\n]{10,}$/)
      expect(finding.message).not.toMatch(/cannot be evaluated|undefined|\[object/)
      if (finding.object) expect(finding.message).toContain(finding.object.name)
    }
  })
})

function loadBuiltin(name: string): Policy {
  const policy = loadPolicy(builtinPolicy(name) ?? [], builtinPolicy, { checkBuiltin: true })
  if (!policy.ok)
    throw new Error(policy.error.map(({ path, line, text }) => `${path}:${String(line)}: ${text}`).join('\n'))
  return policy.value
}

function rulesOf(pack: string): number {
  return recommended.rules.filter((rule) => rule.pack === pack).length
}

function casesIn(file: string): readonly PolicyCase[] {
  const document = load(readFileSync(new URL(file, folder), 'utf8')) as {
    readonly cases: readonly PolicyCase[]
  }
  return document.cases
}
