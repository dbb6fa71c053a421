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
        list: { type: 'array' },
        untyped: { items: { ref: 'Port' } },
        loose: { properties: { a: { type: 'string' } } },
        map: { values: { ref: 'Port' } },
        mixed: {
          type: 'object',
          properties: { a: { type: 'object', properties: { own: {} } } },
          values: { type: 'object', properties: { shared: {} } },
        },
        both: { ref: 'Port', allOf: [{ ref: 'Named' }, { allOf: [{ properties: { deep: {} } }] }] },
        lost: { ref: 'Nowhere' },
        amount: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      },
    },
    Named: { properties: { name: { type: 'string' } } },
    Port: { type: 'object', properties: { port: { type: 'integer' } } },
  },
}
const FILES = new Map<string, SchemaFile>([
  ['acme.com', FILE],
  ['', { kinds: { 'v1/Pod': 'Pod' }, definitions: { Pod: { type: 'object', properties: { spec: {} } } } }],
])
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
    ['spec.list.[].anything', true],
    ['spec.list.anything', false],
    ['spec.untyped.[].port', true],
    ['spec.untyped.[].prot', false],
    ['spec.untyped.port', false],
    ['spec.loose.a', true],
    ['spec.loose.a.b', false],
    ['spec.loose.b', false],
    ['spec.loose.[]', false],
    ['spec.map.http.port', true],
    ['spec.map.http.prot', false],
    ['spec.mixed.a.own', true],
    ['spec.mixed.a.shared', true],
    ['spec.mixed.a.none', false],
    ['spec.mixed.b.shared', true],
    ['spec.mixed.b.own', false],
    ['spec.both.port', true],
    ['spec.both.name', true],
    ['spec.both.deep', true],
    ['spec.both.none', false],
    ['spec.lost.anything', true],
    ['spec.description', true],
    ['spec.x-kubernetes-preserve.more', true],
    ['spec.labels.[]', false],
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
      'list',
      'untyped',
      'loose',
      'map',
      'mixed',
      'both',
      'lost',
      'amount',
      'more',
    ])
    expect(walk('acme.com/Foo', 'spec.labels')?.names).toBeNull()
    expect(walk('acme.com/Foo', 'spec.mixed')?.names).toBeNull()
    expect(walk('acme.com/Foo', 'spec.open')?.names).toBeNull()
    expect(walk('acme.com/Foo', 'spec.ports')?.names).toEqual([])
    expect(walk('acme.com/Foo', 'spec.both')?.names).toEqual(['port', 'name', 'deep'])
    expect(walk('acme.com/Foo', 'spec.count')?.names).toEqual([])
  })

  it('names the kinds of every group once, and the core group as core', () => {
    const all = knownFields({
      groups: () => ['acme.com', '', 'gone.com'],
      fileOf: (group) => FILES.get(group),
    })
    expect([...all.kinds()]).toEqual(['acme.com/Foo', 'acme.com/Bar', 'core/Pod'])
    expect(all.rootOf('core/Pod')?.field('spec')).toBeDefined()
    expect(all.rootOf('/Pod')?.field('spec')).toBeDefined()
  })

  it('are those of every version of a kind, but of no kind whose name ends alike', () => {
    const file: SchemaFile = {
      kinds: { 'v1/Route': 'Route', 'v1/HTTPRoute': 'Http' },
      definitions: {
        Route: { type: 'object', properties: { a: {} } },
        Http: { type: 'object', properties: { b: {} } },
      },
    }
    const root = knownFields({ groups: () => ['x.io'], fileOf: () => file }).rootOf('x.io/Route')
    expect(root?.names).toEqual(['a'])
  })

  it.each([
    ['core/Pod', true],
    ['apps/Deployment', true],
    ['networking.k8s.io/Ingress', true],
    ['gateway.networking.k8s.io/Gateway', false],
    ['acme.com/Foo', false],
    ['core.acme.com/Foo', false],
    ['acme.com.core/Foo', false],
  ])('of %s are all there are: %s', (kind, fixed) => {
    expect(fields.isFixed(kind)).toBe(fixed)
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
