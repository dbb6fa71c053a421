import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { builtinSchemas } from '../../../src/adapters/files/kind-schemas.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { checkForm, type FormOptions } from '../../../src/core/schema/check-form.ts'
import type { KindSchema, Schema } from '../../../src/core/schema/schema.ts'
import { json } from '../../support/manifest.ts'
import { sampleObject } from './sample-object.ts'

const WHOLE: FormOptions = { piece: false, nullIsAbsent: true, telling: true }

const KINDS = [
  ['apps', 'v1', 'Deployment'],
  ['', 'v1', 'Service'],
  ['batch', 'v1', 'CronJob'],
  ['networking.k8s.io', 'v1', 'Ingress'],
  ['rbac.authorization.k8s.io', 'v1', 'ClusterRole'],
  ['gateway.networking.k8s.io', 'v1', 'HTTPRoute'],
  ['networking.istio.io', 'v1', 'DestinationRule'],
  ['argoproj.io', 'v1alpha1', 'Application'],
  ['traefik.io', 'v1alpha1', 'Middleware'],
  ['cert-manager.io', 'v1', 'Certificate'],
  ['kustomize.toolkit.fluxcd.io', 'v1', 'Kustomization'],
  ['projectcontour.io', 'v1', 'HTTPProxy'],
] as const

it.each(KINDS)(
  'finds nothing in what the schema allows, and one thing in one field more: %s/%s %s',
  (group, version, kind) => {
    const schema = builtinSchemas({ group, version, kind })
    if (!schema) throw new Error(`There is no schema of ${kind}.`)
    const objects = fc
      .gen()
      .map((g) => sampleObject(schema, (count) => g(fc.nat, { max: Math.max(0, count - 1) })))
    fc.assert(
      fc.property(objects, (object) => {
        expect(checkForm(object, schema, WHOLE).faults).toEqual([])
        const more = { ...object, zzz: 'x' }
        expect(checkForm(more, schema, WHOLE).faults.map(({ code, pointer }) => [code, pointer])).toEqual([
          ['schema.unknown-field', '/zzz'],
        ])
      }),
      { numRuns: 50 },
    )
  },
)

interface Case {
  readonly name: string
  readonly schema: Schema
  readonly value: unknown
  readonly expected: readonly string[]
}

const ONE_OF: Schema = {
  type: 'object',
  properties: { a: {}, b: {} },
  oneOf: [
    { not: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } },
    { required: ['a'] },
    { required: ['b'] },
  ],
}
const INT_OR_TEXT: Schema = { oneOf: [{ type: 'string' }, { type: 'integer', format: 'int32' }] }

const CASES: readonly Case[] = [
  { name: 'an integer', schema: { type: 'integer' }, value: 1, expected: [] },
  {
    name: 'a fraction for an integer',
    schema: { type: 'integer' },
    value: 1.5,
    expected: ['x must be an integer, and it is a number. Write an integer.'],
  },
  { name: 'an integer for a number', schema: { type: 'number' }, value: 1, expected: [] },
  {
    name: 'a quoted number',
    schema: { type: 'integer' },
    value: '1',
    expected: ['x must be an integer, and it is text. Remove the quotes.'],
  },
  {
    name: 'a list for a map',
    schema: { type: 'object' },
    value: [],
    expected: ['x must be a map, and it is a list. Write a map.'],
  },
  {
    name: 'beyond int64',
    schema: { type: 'integer', format: 'int64' },
    value: 1e30,
    expected: ['x is too large or too small for an int64.'],
  },
  {
    name: 'less than the least',
    schema: { minimum: 1, maximum: 3 },
    value: 0,
    expected: ['x must be from 1 to 3.'],
  },
  { name: 'more than the most', schema: { maximum: 3 }, value: 4, expected: ['x must be at most 3.'] },
  {
    name: 'as much as is too much',
    schema: { minimum: 1, exclusiveMaximum: 4 },
    value: 4,
    expected: ['x must be from 1 to 3.'],
  },
  { name: 'too few characters', schema: { minLength: 1 }, value: '', expected: ['x must not be empty.'] },
  {
    name: 'as many characters as may be, counted as people do',
    schema: { maxLength: 2 },
    value: '😀😀',
    expected: [],
  },
  {
    name: 'too many characters',
    schema: { maxLength: 1 },
    value: '😀😀',
    expected: ['x must have at most 1 characters.'],
  },
  {
    name: 'too many entries',
    schema: { maxItems: 1 },
    value: [1, 2],
    expected: ['x must have at most 1 entry.'],
  },
  {
    name: 'too few keys',
    schema: { minProperties: 2 },
    value: { a: 1 },
    expected: ['x must have at least 2 keys.'],
  },
  {
    name: 'text of another form',
    schema: { pattern: '^a+$' },
    value: 'b',
    expected: ['x must have the form ^a+$.'],
  },
  { name: 'a number, of which a pattern says nothing', schema: { pattern: '^a+$' }, value: 1, expected: [] },
  {
    name: 'no moment',
    schema: { format: 'date-time' },
    value: 'today',
    expected: ['x must be a moment such as 2026-11-22T10:00:00Z.'],
  },
  {
    name: 'a word of a list',
    schema: { enum: ['a', 'b'] },
    value: 'c',
    expected: ['x must be "a" or "b", not "c".'],
  },
  { name: 'a number of a list', schema: { enum: [301, 302] }, value: 302, expected: [] },
  { name: 'none of two', schema: ONE_OF, value: {}, expected: [] },
  { name: 'one of two', schema: ONE_OF, value: { a: 1 }, expected: [] },
  { name: 'both of two', schema: ONE_OF, value: { a: 1, b: 1 }, expected: ['x may have only one of a, b.'] },
  {
    name: 'one that must be there',
    schema: { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    value: {},
    expected: ['x must have one of a, b.'],
  },
  {
    name: 'what is ruled out',
    schema: { not: { required: ['a'] } },
    value: { a: 1 },
    expected: ['x has a form that is ruled out.'],
  },
  {
    name: 'neither text nor integer',
    schema: INT_OR_TEXT,
    value: true,
    expected: [
      'x must be text or an integer, and it is true or false. Quote it: unquoted yes, no, on and off are true and false.',
    ],
  },
  {
    name: 'an integer of two forms, too large',
    schema: INT_OR_TEXT,
    value: 5_000_000_000,
    expected: ['x is too large or too small for an int32.'],
  },
  {
    name: 'what two schemas know',
    schema: { ref: 'A', allOf: [{ ref: 'B' }] },
    value: { a: 'x', b: 'x' },
    expected: [],
  },
  {
    name: 'what neither knows',
    schema: { ref: 'A', allOf: [{ ref: 'B' }] },
    value: { c: 'x' },
    expected: ['"c" is no field of x: the server drops or refuses it. Did you mean "a"?'],
  },
  {
    name: 'a map with free keys',
    schema: { values: { type: 'string' } },
    value: { a: 'x', b: 1 },
    expected: ['x.b must be text, and it is an integer. Quote it.'],
  },
  {
    name: 'a key of every object',
    schema: { properties: { a: {} } },
    value: JSON.parse('{"__proto__": 1}'),
    expected: [
      '"__proto__" is no field of x: the server drops or refuses it. Remove it, or move it to where it belongs.',
    ],
  },
]

it.each(CASES)('$name', ({ schema, value, expected }) => {
  const definitions = {
    A: { properties: { a: { type: 'string' } } },
    B: { properties: { b: { type: 'string' } } },
  } as const
  const object = json({ x: value }) as JsonObject
  const { faults } = checkForm(object, { root: { properties: { x: schema } }, definitions }, WHOLE)
  expect(faults.map(({ text }) => text)).toEqual(expected)
})

it('reads null as absent where the server does', () => {
  const kind: KindSchema = {
    root: { required: ['a'], properties: { a: { type: 'string' }, b: { type: 'string' } } },
    definitions: {},
  }
  const object = json({ a: null, b: null }) as JsonObject
  expect(checkForm(object, kind, WHOLE).faults.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['schema.required', '/a'],
  ])
  expect(
    checkForm(object, kind, { ...WHOLE, nullIsAbsent: false }).faults.map(({ code, pointer }) => [
      code,
      pointer,
    ]),
  ).toEqual([
    ['schema.type', '/a'],
    ['schema.type', '/b'],
  ])
})

it('does not tell words of an object that holds secrets', () => {
  const kind: KindSchema = { root: { properties: { a: { enum: ['b'] } } }, definitions: {} }
  const [fault] = checkForm(json({ a: 'hunter2' }) as JsonObject, kind, { ...WHOLE, telling: false }).faults
  expect(fault?.text).toBe('a must be "b".')
})

it('takes a schema that refers to nothing for a bug', () => {
  expect(() => checkForm({}, { root: { ref: 'Nowhere' }, definitions: {} }, WHOLE)).toThrow(
    'no definition Nowhere',
  )
})
