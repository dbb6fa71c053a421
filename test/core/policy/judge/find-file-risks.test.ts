import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../../src/adapters/files/builtin-policies.ts'
import type { Change, ChangeSet, FieldChange, FileChange } from '../../../../src/core/model/change.ts'
import type { Finding } from '../../../../src/core/model/finding.ts'
import type { Json } from '../../../../src/core/model/json.ts'
import { loadPolicy } from '../../../../src/core/policy/load-policy.ts'
import { findRisks } from '../../../../src/core/policy/judge/find-risks.ts'
import { aChange, aChangeSet, aPolicy, NOW } from '../../../support/policy.ts'

function find(spec: string, changes: ChangeSet): readonly Finding[] {
  return findRisks(aPolicy(spec), changes, null, NOW)
}

const web = (replicas: number): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: { replicas: ${String(replicas)} }`
const fieldRule = (when: string): string =>
  `rules: [{ id: r, severity: low, message: m, when: ${JSON.stringify(when)} }]`

describe('a file that is only written in another way', () => {
  const rewritten = (path: string): ChangeSet =>
    aChangeSet([], {
      files: [{ path, operation: 'UPDATE', content: 'file:1', rewritten: true, role: null, fields: [] }],
    })
  const spec = `rules: [{ id: any-file, severity: low, message: m, match: { files: ["**"] } }]`

  it('is nothing to a rule', () => {
    expect(find(spec, rewritten('charts/shop/values.yaml'))).toEqual([])
  })

  it.each(['action.yml', '.github/workflows/a.yml', '.github/drawbridge.yaml'])(
    'is seen by the rules that guard the gate: %s',
    (path) => {
      const guarded = loadPolicy([], builtinPolicy)
      if (!guarded.ok) throw new Error('the packs do not load')
      const [finding, ...others] = findRisks(guarded.value, rewritten(path), null, NOW)
      expect(finding?.rule).toMatch(/^gate\./)
      expect(others).toEqual([])
    },
  )
})

describe('the settings of files', () => {
  const chart = (more: Partial<FileChange>): ChangeSet =>
    aChangeSet([], {
      files: [
        {
          path: 'charts/shop/values.yaml',
          operation: 'UPDATE',
          content: 'file:1',
          rewritten: false,
          role: 'helm-values',
          fields: [],
          ...more,
        },
      ],
    })
  const replaced = (path: string, old: Json, now: Json, line: number): FieldChange => ({
    op: 'replace',
    path,
    old,
    new: now,
    line,
    redacted: false,
  })
  const fields = [replaced('/image/tag', '1.0.0', '1.0.1', 3), replaced('/replicas', 3n, 0n, 7)]

  it('are a list, with the role of the file', () => {
    const when =
      'role == "helm-values" && fields.map(f, f.path + " " + f.op) == ["/image/tag replace", "/replicas replace"] && fields[1].new == 0'
    const rule = `rules: [{ id: r, severity: low, message: m, match: { files: ["**"] }, when: ${JSON.stringify(when)} }]`
    expect(find(rule, chart({ fields }))).toMatchObject([{ message: 'm', pointer: null, line: null }])
    expect(find(rule, chart({ fields, role: null }))).toEqual([])
  })

  it('are asked for one by one by a rule that speaks of a value', () => {
    const rule = `rules:
  - id: r
    severity: high
    match: { files: ["**/values.yaml"] }
    when: pointer.endsWith("/replicas") && value == 0
    messageExpression: path + " " + pointer + " from " + string(oldValue)`
    expect(find(rule, chart({ fields }))).toMatchObject([
      { message: 'charts/shop/values.yaml /replicas from 3', pointer: '/replicas', line: 7 },
    ])
    expect(find(rule, chart({ fields: fields.slice(0, 1) }))).toEqual([])
  })

  it('of a file in which nothing is known to differ satisfy no rule that speaks of a value', () => {
    const rule = `rules: [{ id: r, severity: low, match: { files: ["**"] }, messageExpression: pointer }]`
    expect(find(rule, chart({}))).toEqual([])
  })

  it('of a file that is new are all that it holds', () => {
    const whole: FieldChange = {
      op: 'add',
      path: '',
      new: { web: { privileged: true } },
      line: 1,
      redacted: false,
    }
    const rule = `rules: [{ id: r, severity: low, match: { files: ["**"] }, when: value == true, messageExpression: pointer }]`
    expect(find(rule, chart({ operation: 'CREATE', whole }))).toMatchObject([
      { message: '/web/privileged', line: 1 },
    ])
  })

  it('that cannot be compared as the condition wants hold', () => {
    const rule = `rules: [{ id: r, severity: low, match: { files: ["**"] }, when: value > 1, message: m }]`
    expect(find(rule, chart({ fields: fields.slice(0, 1) }))).toMatchObject([{ severity: 'high' }])
  })
})

describe('the fields of objects', () => {
  it('are those in which the object differs', () => {
    const change: Change = {
      ...aChange(web(3), web(1)),
      fields: [{ op: 'replace', path: '/spec/replicas', old: 3n, new: 1n, line: 5, redacted: false }],
    }
    expect(
      find(
        fieldRule('fields.exists(f, f.path == "/spec/replicas" && f.old == 3 && f.new == 1)'),
        aChangeSet([change]),
      ),
    ).toHaveLength(1)
    expect(find(fieldRule('fields.exists(f, f.path == "/spec/other")'), aChangeSet([change]))).toEqual([])
  })

  it('are all that there is of an object that comes or goes', () => {
    const told = (before: string | null, after: string | null, op: string): number =>
      find(
        fieldRule(`fields.exists(f, f.op == "${op}" && f.path == "/spec/replicas")`),
        aChangeSet([aChange(before, after)]),
      ).length
    expect(told(null, web(3), 'add')).toBe(1)
    expect(told(web(3), null, 'remove')).toBe(1)
    expect(told(web(3), null, 'add')).toBe(0)
  })
})
