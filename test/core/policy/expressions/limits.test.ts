import { describe, expect, it } from 'vitest'
import { variableTypes } from '../../../../src/core/policy/expressions/check/variable-types.ts'
import { checkExpression, createExpression } from '../../../../src/core/policy/expressions/expression.ts'
import { ask, bind } from '../../../support/expressions.ts'
import { RUNAWAYS, runawayVariables } from '../../../support/runaway-expressions.ts'

describe('an expression that would run very long', () => {
  const variables = bind(runawayVariables())

  it.each(RUNAWAYS)('is stopped: $name', ({ text }) => {
    expect(createExpression(text).ask(variables)).toEqual({
      ok: false,
      error: 'it takes more than 1000000 steps',
    })
  })

  it.each(RUNAWAYS.slice(0, 4))('is stopped whatever stands beside it: $name', ({ text }) => {
    const either = `((${text}) || true) && (true || (${text}))`
    expect(createExpression(either).ask(variables).ok).toBe(false)
  })
})

describe('steps', () => {
  function steps(text: string, variables: Readonly<Record<string, unknown>>): number {
    const decision = { left: 1_000_000 }
    createExpression(text).ask(bind(variables), decision)
    return 1_000_000 - decision.left
  }

  it.each([
    'object.spec.replicas < 3',
    'object.items.map(i, i * 2).filter(i, i > 2).size() == 2',
    'object.name.matches("^[a-z]+$") && object.items.all(i, object.name.matches("^w(e|b)*"))',
    'object == {"name": "web"}',
  ])('are the same every time: %s', (text) => {
    const object = { name: 'web', spec: { replicas: 3 }, items: [1, 2, 3] }
    const first = steps(text, { object })
    ask('"web and more".matches("^[a-z]+$")')
    expect(steps(text, { object })).toBe(first)
    expect(first).toBeGreaterThan(0)
  })

  it.each([
    ['rounds of a loop', 'object.all(i, i > 0)', (n: number) => Array.from({ length: n }, () => 1)],
    [
      'elements of a new list',
      'object.map(i, [i, i]).size() > 0',
      (n: number) => Array.from({ length: n }, () => 1),
    ],
    ['characters', 'object.contains("b")', (n: number) => 'a'.repeat(n)],
    ['characters of a new text', '(object + object) == ""', (n: number) => 'a'.repeat(n)],
    [
      'members of a map',
      'object.exists(k, k == "")',
      (n: number) => Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${String(at)}`, 1])),
    ],
  ])('grow with the %s', (_, text, make) => {
    const few = steps(text, { object: make(1000) })
    const many = steps(text, { object: make(10_000) })
    expect(many).toBeGreaterThan(few * 5)
    expect(many).toBeLessThan(few * 15)
  })

  it('of a decision are shared: when they are spent, nothing more is known', () => {
    const decision = { left: 100 }
    const cheap = createExpression('object == 1')
    const variables = bind({ object: 1 })
    expect(cheap.ask(variables, decision)).toEqual({ ok: true, value: true })
    createExpression('[1, 2, 3, 4, 5, 6, 7, 8, 9].all(a, [1, 2, 3].all(b, a > 0 && b > 0))').ask(
      variables,
      decision,
    )
    const spent = {
      ok: false,
      error: 'the conditions and messages of this decision together take more than 100000000 steps',
    }
    expect(cheap.ask(variables, decision)).toEqual(spent)
    expect(createExpression('"text"').say({}, decision)).toEqual(spent)
    expect(decision.left).toBe(0)
  })
})

describe('an expression of a form that is not carried out', () => {
  it.each([
    ['parentheses, very deep', `${'('.repeat(4000)}1${')'.repeat(4000)} == 1`, /more than 100 deep/],
    ['lists, deep', `${'['.repeat(200)}${']'.repeat(200)} == []`, /more than 100 deep/],
    ['maps, deep', `${'{1: '.repeat(200)}1${'}'.repeat(200)} == {}`, /more than 100 deep/],
    ['calls, deep', `${'size('.repeat(200)}"a"${')'.repeat(200)} == 1`, /more than 100 deep/],
    ['fields, deep', `object${'.a'.repeat(200)} == 1`, /more than 100 deep/],
    ['a sum of very many', `${'1 + '.repeat(2000)}1 == 1`, /more than 100 deep/],
    [
      'five loops',
      '[1].all(a, [1].all(b, [1].all(c, [1].all(d, [1].all(e, true)))))',
      /loops stand more than 4 deep/,
    ],
    [
      'ten thousand characters and one',
      `"${'a'.repeat(9994)}" != ""`,
      /has 10002 characters; at most 10000 are read/,
    ],
    [
      'a value of a foreign type',
      'google.protobuf.Any{type_url: "x"} == null',
      /the type google\.protobuf\.Any; only lists and maps/,
    ],
  ])('%s', (_, text, why) => {
    expect(ask(text, { object: {} })).toMatch(why)
    const problems = checkExpression(text, variableTypes(['object'], undefined), 'bool').problems
    expect(problems.map(({ code }) => code)).toEqual(['policy.expression-syntax'])
    expect(problems[0]?.text).toMatch(why)
  })

  it.each([
    ['nesting', `${'('.repeat(90)}true${')'.repeat(90)}`],
    ['alternatives', `${'false || '.repeat(500)}true`],
    ['length', `"${'a'.repeat(9980)}" != "b"`],
    ['loops', '[1].all(a, [1].all(b, [1].all(c, [1].all(d, a + b + c + d == 4))))'],
  ])('but what stays below the limits is: %s', (_, text) => {
    expect(ask(text)).toBe(true)
    expect(checkExpression(text, variableTypes([], undefined), 'bool').problems).toEqual([])
  })
})
