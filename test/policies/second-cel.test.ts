import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtinNames, packFile } from '../../src/adapters/files/builtin-policies.ts'
import { builtinFields } from '../../src/adapters/files/kind-schemas.ts'
import type { Result } from '../../src/core/model/result.ts'
import { readPolicyTests } from '../../src/core/policy/cases/read-policy-tests.ts'
import type { CelBinding } from '../../src/core/policy/expressions/cel-values.ts'
import type { Expression, Variables } from '../../src/core/policy/expressions/expression.ts'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { Rule, RuleTarget } from '../../src/core/policy/rule.ts'
import { KNOWN_DIFFERENCES } from '../support/known-differences.ts'
import { type SecondAnswer, secondCel } from '../support/second-cel.ts'
import { casesOf, runPolicyCase } from './policy-case.ts'

/** One expression of a pack. */
interface Written {
  readonly id: string
  readonly expression: Expression
  readonly wanted: 'boolean' | 'string'
  /** Expressions of one group have the same variables. */
  readonly group: string
}

/** Variables as a case of the packs gave them to an expression. */
interface Asked {
  readonly expression: Expression
  readonly group: string
  readonly variables: Variables
}

const folder = new URL('../../policies/tests/', import.meta.url)
/** Besides those that it was asked with, each expression is evaluated over so many sets of variables of other rules. */
const OTHERS = 25

const written: Written[] = []
const asked: Asked[] = []
const differences = new Map<string, string>()
let compared = 0
/** Where an expression of the packs meets a mistake of the second implementation: see the list. */
const listed = new Set(KNOWN_DIFFERENCES.flatMap(({ packs }) => packs))

beforeAll(() => {
  const policy = recorded(everyPack())
  for (const file of readdirSync(folder)) {
    const tests = readPolicyTests(readFileSync(new URL(file, folder), 'utf8'), file)
    for (const test of tests.ok ? tests.value : [])
      for (const one of casesOf(policy, test)) runPolicyCase(policy, one)
  }
  for (const one of written) {
    const own = asked.filter(({ expression }) => expression === one.expression)
    const others = asked.filter(({ group, expression }) => group === one.group && expression !== one.expression)
    const step = Math.max(1, Math.floor(others.length / OTHERS))
    for (const { variables } of [...own, ...others.filter((_, at) => at % step === 0)]) compare(one, variables)
  }
}, 120_000)

describe('expressions of the packs', () => {
  it('are all there, and asked by the cases of the packs', () => {
    expect(written.length).toBeGreaterThan(200)
    expect(compared).toBeGreaterThan(written.length * OTHERS)
    const never = written.filter(({ expression }) => !asked.some((one) => one.expression === expression))
    expect(never.length).toBeLessThan(written.length / 4)
  })

  it('give the same with a second implementation of the language', () => {
    const unknown = [...differences].filter(([id]) => !listed.has(id))
    expect(unknown.map(([, sentence]) => sentence)).toEqual([])
  })

  it('that are listed as known to differ still do', () => {
    expect([...listed].filter((id) => !differences.has(id))).toEqual([])
  })
})

function compare({ id, expression, wanted }: Written, variables: Variables): void {
  const ours = wanted === 'boolean' ? expression.ask(variables) : expression.say(variables)
  const theirs = secondCel(expression.text, bindingsOf(expression, variables))
  compared += 1
  if (isSame(ours, theirs, wanted)) return
  const answers = `${ours.ok ? JSON.stringify(ours.value) : `no answer: ${ours.error}`} and ${theirs.ok ? JSON.stringify(String(theirs.value)) : `no answer: ${theirs.error}`}`
  differences.set(id, `${id}: ${expression.text}: ${answers}`)
}

function isSame(ours: Result<unknown, string>, theirs: SecondAnswer, wanted: Written['wanted']): boolean {
  const isAnswer = theirs.ok && typeof theirs.value === wanted
  return ours.ok ? isAnswer && ours.value === theirs.value : !isAnswer
}

function bindingsOf(expression: Expression, variables: Variables): Readonly<Record<string, CelBinding>> {
  const used = Object.entries(variables).filter(([name]) => expression.uses(name))
  return Object.fromEntries(used.map(([name, make]) => [name, make({ left: Infinity })]))
}

/** A policy that notes what its expressions are asked. */
function recorded(policy: Policy): Policy {
  return { ...policy, rules: policy.rules.map(recordedRule) }
}

function recordedRule(rule: Rule): Rule {
  const group = groupOf(rule.target, rule.change.length > 0)
  const note = (key: 'when' | 'messageExpression', wanted: Written['wanted']): Expression | null => {
    const expression = rule[key]
    if (!expression) return null
    written.push({ id: `${rule.id} ${key}`, expression, wanted, group })
    return {
      ...expression,
      ask(variables, decision) {
        asked.push({ expression, group, variables })
        return expression.ask(variables, decision)
      },
      say(variables, decision) {
        asked.push({ expression, group, variables })
        return expression.say(variables, decision)
      },
    }
  }
  return {
    ...rule,
    change: rule.change,
    when: note('when', 'boolean'),
    messageExpression: note('messageExpression', 'string'),
  }
}

function groupOf(target: RuleTarget, hasChange: boolean): string {
  return `${target} ${String(hasChange)}`
}

function everyPack(): Policy {
  const text = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: all }
spec: { extends: [${builtinNames().map((name) => `builtin:${name}`).join(', ')}] }`
  const shelf = (name: string) => (name === 'locked' ? [] : [packFile(name)])
  const policy = loadPolicy([{ path: 'all.yaml', builtin: true, text }], shelf, { checkBuiltin: true, fields: builtinFields })
  if (!policy.ok) throw new Error(JSON.stringify(policy.error))
  return policy.value
}
