import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toCel } from '../../../../src/core/policy/expressions/cel-values.ts'
import { checkExpression, createExpression } from '../../../../src/core/policy/expressions/expression.ts'
import { variableTypes } from '../../../../src/core/policy/expressions/check/variable-types.ts'
import type { Json } from '../../../../src/core/model/json.ts'

function object(entries: Readonly<Record<string, Json>>): Json {
  return Object.assign(Object.create(null), entries)
}

function ask(text: string, variables: Readonly<Record<string, Json>> = {}): boolean | string {
  const makers = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      (budget: { left: number }) => toCel(value, budget),
    ]),
  )
  const answer = createExpression(text).ask(makers)
  return answer.ok ? answer.value : answer.error
}

describe('values', () => {
  const value = object({
    count: 3n,
    part: 0.5,
    none: null,
    text: 'x',
    list: [1n, object({ a: true })],
    __proto__x: 1n,
    big: 2n ** 62n,
  })
  it.each([
    ['integers are int', 'type(object.count) == int && object.count + 1 == 4'],
    ['fractions are double', 'type(object.part) == double && object.part < 1'],
    ['integers and fractions compare', 'object.count > object.part'],
    ['null is null', 'object.none == null'],
    ['maps', 'type(object) == map && "text" in object && object.size() == 7'],
    ['lists', 'object.list.size() == 2 && object.list[1].a'],
    ['loops over maps', 'object.exists(key, key == "count") && object.all(key, key != "constructor")'],
    ['maps are equal by content', 'object.list[1] == {"a": true}'],
    [
      'integers beyond 2^53 stay exact',
      'object.big == 4611686018427387904 && object.big != 4611686018427387905',
    ],
    ['has() of what JavaScript objects have', '!has(object.constructor) && !has(object.toString)'],
  ])('%s', (_, text) => {
    expect(ask(text, { object: value })).toBe(true)
  })
})

describe('errors', () => {
  it.each([
    ['nope', 'it reads something that is not there; ask has() first'],
    ['object.nope', 'it reads a field that is not there; ask has() first'],
    ['1 / 0 == 1', 'its arithmetic has no result'],
    ['[1][3] == 1', 'it reads past the end of a list or text'],
    ['object', 'its result is no boolean'],
    ['object <', 'it does not parse: found < but expecting end of input'],
  ])('%s', (text, want) => {
    expect(ask(text, { object: object({ a: 1n }) })).toBe(want)
  })

  it('an error beside a decided answer does not count, as in CEL', () => {
    expect(ask('true || object.nope', { object: object({}) })).toBe(true)
    expect(ask('object.nope && false', { object: object({}) })).toBe(false)
  })

  it('a budget that is used up counts, whatever stands beside it', () => {
    const wide = object(Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [String(at), 1n])))
    expect(ask('true || object.all(a, object.all(b, object.all(c, true)))', { object: wide })).toBe(true)
    expect(ask('object.all(a, object.all(b, object[b] == 1)) || true', { object: wide })).toMatch(
      /more than 1000000/,
    )
  })
})

const VARIABLES = variableTypes(['object', 'namespace'], undefined)

describe('problems', () => {
  it.each([
    ['object.spec', []],
    ['namespace != object.metadata.namespace', []],
    ['["a"].exists(x, x == object.a)', []],
    ['[1].exists(x, y == x)', ['policy.unknown-variable 14']],
    ['spec.replicas', ['policy.unknown-variable 0']],
    ['object.foo()', ['policy.unknown-function 7']],
    ['strings.quote("a") == object', []],
    [
      'object.map(a, object.map(b, object.map(c, object.map(d, object.map(e, 1)))))',
      ['policy.expression-syntax 62'],
    ],
    ['x'.repeat(10_001), ['policy.expression-syntax 0']],
    ['a ? b', ['policy.expression-syntax 2']],
  ])('%s', (text, want) => {
    const problems = checkExpression(text, VARIABLES, 'bool').problems
    expect(problems.map((problem) => `${problem.code} ${String(problem.offset)}`)).toEqual(want)
  })

  it('never throws, whatever is written', () => {
    const word = fc.constantFrom(
      'object',
      'namespace',
      '.',
      '(',
      ')',
      '[',
      ']',
      '"',
      "'",
      'r"',
      '==',
      '&&',
      'has',
      ' ',
      '1',
      '?',
      ':',
      '{',
      '}',
      '//',
      '\\',
      ',',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join('')),
        ),
        (text) => {
          const sound = checkExpression(text, VARIABLES, 'bool').problems.length === 0
          const answer = createExpression(text).ask({ object: () => null, namespace: () => 'x' })
          if (!sound) expect(answer).toBeDefined()
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('listed()', () => {
  it.each([
    ['[]', ''],
    ['["a"]', 'a'],
    ['["a", "b", "c"]', 'a; b; c'],
    ['["a", "b", "a"]', 'a; b'],
    ['["a", "b", "c", "d", "d", "e"]', 'a; b; c and 2 more'],
    ['[1, 2.5, true]', '1; 2.5; true'],
    ['[["a"], {"b": 1}, null]', '...'],
  ])('%s', (list, want) => {
    expect(ask(`${list}.listed("; ") == ${JSON.stringify(want)}`)).toBe(true)
  })
})
