import { describe, expect, it } from 'vitest'
import { builtinFields } from '../../../src/adapters/files/kind-schemas.ts'
import { knownFields } from '../../../src/core/decision/known-fields.ts'
import { knownKinds } from '../../../src/core/policy/compile/known-kinds.ts'
import { type FieldPlace, joinPlaces } from '../../../src/core/policy/known-fields.ts'
import type { SchemaFile } from '../../../src/core/schema/schema.ts'

const FILE: SchemaFile = {
  kinds: { 'v1/Foo': 'FooV1', 'v2/Foo': 'FooV2', 'v1/Bar': 'Bar' },
  definitions: {
    FooV1: { type: 'object', properties: { spec: { ref: 'Spec' }, old: { type: 'string' } } },
    FooV2: { type: 'object', properties: { spec: { ref: 'Spec', allOf: [{ properties: { more: {} } }] } } },
    Bar: { type: 'object', properties: { spec: { type: 'object' } } },
    Spec: {
      type: 'object',
      properties: {
        count: { type: 'integer' },
        labels: { type: 'object', values: { type: 'string' } },
        ports: { type: 'array', items: { ref: 'Port' } },
        open: { type: 'object' },
        any: {},
        amount: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      },
    },
    Port: { type: 'object', properties: { port: { type: 'integer' } } },
  },
}
const fields = knownFields({
  groups: () => ['acme.com', ''],
  fileOf: (group) => (group === 'acme.com' ? FILE : undefined),
})

/** Follows names, `[]` for elements; undefined where there is nothing. */
function walk(kind: string, path: string): FieldPlace | undefined {
  return path
    .split('.')
    .reduce<FieldPlace | undefined>(
      (place, key) => (key === '[]' ? place?.items() : place?.field(key)),
      fields.rootOf(kind),
    )
}

describe('known fields', () => {
  it.each([
    ['spec.count', true],
    ['spec.coutn', false],
    ['spec.count.more', false],
    ['spec.count.[]', false],
    ['old', true],
    ['spec.more', true],
    ['spec.labels.anything', true],
    ['spec.labels.anything.more', false],
    ['spec.ports.[].port', true],
    ['spec.ports.[].prot', false],
    ['spec.ports.port', false],
    ['spec.open.anything.at.all', true],
    ['spec.open.[]', false],
    ['spec.any.at.[].all', true],
    ['spec.amount.whatever', true],
    ['spec.constructor', false],
    ['sops.mac', true],
    ['spec.sops', false],
    ['spec.$patch', true],
  ])('%s: %s', (path, there) => {
    expect(walk('acme.com/Foo', path) !== undefined).toBe(there)
  })

  it('names what can stand somewhere, or says that anything can', () => {
    expect(walk('acme.com/Foo', 'spec')?.names).toEqual([
      'count',
      'labels',
      'ports',
      'open',
      'any',
      'amount',
      'more',
    ])
    expect(walk('acme.com/Foo', 'spec.labels')?.names).toBeNull()
    expect(walk('acme.com/Foo', 'spec.count')?.names).toEqual([])
  })

  it.each(['acme.com/Baz', 'core/Foo', 'other.com/Foo'])('of %s nothing is known', (kind) => {
    expect(fields.rootOf(kind)).toBeUndefined()
  })

  it('of several places are those of each', () => {
    const both = joinPlaces([walk('acme.com/Foo', 'spec'), walk('acme.com/Foo', 'spec.ports.[]'), undefined])
    expect(both?.names).toContain('port')
    expect(both?.field('count')).toBeDefined()
    expect(both?.field('nothing')).toBeUndefined()
    expect(joinPlaces([])).toBeUndefined()
  })
})

describe('the kinds of globs', () => {
  it.each([
    [['acme.com/Foo'], ['acme.com/Foo']],
    [['acme.com/*'], ['acme.com/Foo', 'acme.com/Bar']],
    [['*/Foo', 'acme.com/Foo'], ['acme.com/Foo']],
    [['acme.com/Foo', 'acme.com/Unknown'], null],
    [['acme.com/Foo', 'other.com/*'], null],
    [[], null],
  ])('%j are %j', (globs, want) => {
    expect(knownKinds(globs, fields)).toEqual(want)
  })
})

it('the fields of more than a hundred kinds are known', () => {
  expect([...builtinFields.kinds()].length).toBeGreaterThan(100)
})
