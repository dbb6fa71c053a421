import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtinNames, builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { builtinFields } from '../../src/adapters/files/kind-schemas.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { PreparedCase } from '../../src/core/decision/cases/prepare-case.ts'
import { readPolicyTests } from '../../src/core/policy/cases/read-policy-tests.ts'
import { casesOf, runPolicyCase } from './policy-case.ts'

const folder = new URL('../../policies/tests/', import.meta.url)
const recommended = loadBuiltin('recommended')
const suites = readdirSync(folder).map((file) => ({ file, cases: casesIn(file) }))
const cases = suites.flatMap((suite) => suite.cases)
const all = cases.map((prepared) => ({ name: prepared.policyCase.name, prepared }))
const expected = cases.map(({ policyCase }) => policyCase.expect)

describe.each(suites)('policies/tests/$file', ({ cases: inFile }) => {
  it.each(inFile.map((prepared) => ({ name: prepared.policyCase.name, prepared })))('$name', ({ prepared }) => {
    expect(runPolicyCase(recommended, prepared).failures).toEqual([])
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
      expect(
        expected.some(({ findings }) => findings.some((finding) => finding.rule === id)),
      ).toBe(true)
      expect(expected.some(({ not }) => not.includes(id))).toBe(true)
    },
  )

  it('calls a rule narrowing only when it speaks of access that goes', () => {
    const narrowing = recommended.rules.filter((rule) => rule.narrows).map((rule) => rule.id)
    for (const id of narrowing) expect(id).toMatch(/removed|narrowed|deleted|closed/)
    expect(narrowing).toEqual(expect.arrayContaining(['ingress.host.removed', 'rbac.subject.removed']))
    expect(
      narrowing.filter((id) =>
        /auth|tls|sources\.removed|(workload|statefulset|pvc?|namespace|crd|secret|configmap)\.deleted/.test(
          id,
        ),
      ),
    ).toEqual([])
  })
})

describe('messages', () => {
  it.each(all)('$name: one line each, about the object or the file', ({ prepared }) => {
    for (const finding of runPolicyCase(recommended, prepared).decision.findings) {
      expect(finding.message).toMatch(/^\S[^\n]{10,}$/)
      expect(finding.message).not.toMatch(/cannot be evaluated|undefined|\[object/)
      if (finding.object) expect(finding.message).toContain(finding.object.name)
    }
  })
})

function loadBuiltin(name: string): Policy {
  const policy = loadPolicy(builtinPolicy(name) ?? [], builtinPolicy, {
    checkBuiltin: true,
    fields: builtinFields,
  })
  if (!policy.ok)
    throw new Error(policy.error.map(({ path, line, text }) => `${path}:${String(line)}: ${text}`).join('\n'))
  return policy.value
}

function rulesOf(pack: string): number {
  return recommended.rules.filter((rule) => rule.pack === pack).length
}

function casesIn(file: string): readonly PreparedCase[] {
  const tests = readPolicyTests(readFileSync(new URL(file, folder), 'utf8'), `policies/tests/${file}`)
  if (!tests.ok)
    throw new Error(tests.error.map(({ path, line, text }) => `${path}:${String(line)}: ${text}`).join('\n'))
  return tests.value.flatMap((test) => casesOf(recommended, test))
}
