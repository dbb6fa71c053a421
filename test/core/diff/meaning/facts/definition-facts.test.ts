import { describe, expect, it } from 'vitest'
import { diffManifests, type ManifestDiff } from '../../../../../src/core/diff/diff-manifests.ts'
import type { PlacedManifest } from '../../../../../src/core/diff/placed-manifest.ts'
import { placed } from '../../../../support/manifest.ts'

const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'
const KEYED = {
  type: 'array',
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['port', 'protocol'],
  items: { properties: { protocol: { type: 'string', default: 'TCP' }, weight: { default: 1 } } },
}
const SPEC = {
  ports: KEYED,
  tags: { 'x-kubernetes-list-type': 'set' },
  steps: { 'x-kubernetes-list-type': 'atomic' },
  size: { 'x-kubernetes-int-or-string': true, pattern: QUANTITY },
  port: { 'x-kubernetes-int-or-string': true },
  mode: { default: 'Fast' },
  limits: { additionalProperties: { default: 1 } },
  options: { default: {}, properties: { level: { default: 3 } } },
}

const definition = (spec: object = SPEC, scope = 'Namespaced', version = 'v1'): PlacedManifest =>
  placed(
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things.example.com' },
      spec: {
        group: 'example.com',
        scope,
        names: { kind: 'Thing', plural: 'things' },
        versions: [
          {
            name: version,
            subresources: { status: {} },
            schema: { openAPIV3Schema: { properties: { spec: { properties: spec } } } },
          },
        ],
      },
    },
    { path: 'crd.yaml' },
  )
const thing = (spec: object, metadata: object = {}): PlacedManifest =>
  placed({ apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'web', ...metadata }, spec })

interface Defined {
  readonly base?: readonly PlacedManifest[]
  readonly head?: readonly PlacedManifest[]
}

function compare(
  old: PlacedManifest,
  now: PlacedManifest,
  { base = [], head = base }: Defined,
): ManifestDiff {
  const manifests = (placedOnes: readonly PlacedManifest[]) => placedOnes.map(({ manifest }) => manifest)
  return diffManifests([old], [now], { definitions: { base: manifests(base), head: manifests(head) } })
}

function fields(old: object, now: object, defined: Defined): readonly string[] {
  const { changes } = compare(thing(old), thing(now), defined)
  return changes.flatMap((change) => change.fields.map(({ op, path }) => `${op} ${path}`))
}

const SAME: readonly (readonly [name: string, old: object, now: object])[] = [
  [
    'an entry with the default of its key',
    { ports: [{ port: 1 }] },
    { ports: [{ port: 1, protocol: 'TCP' }] },
  ],
  ['a set in another order', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }],
  ['a quantity', { size: '1000m' }, { size: 1 }],
  ['a default', { mode: 'Fast' }, {}],
  ['a default that is a map', { options: {} }, {}],
  ['defaults within defaults', { options: { level: 3 } }, {}],
  ['a default in an entry', { ports: [{ port: 1, weight: 1 }] }, { ports: [{ port: 1 }] }],
]

const DIFFERENT: readonly (readonly [name: string, old: object, now: object, fields: readonly string[]])[] = [
  [
    'an entry by its keys',
    { ports: [{ port: 1, a: 1 }] },
    {
      ports: [
        { port: 1, protocol: 'UDP' },
        { port: 1, a: 2 },
      ],
    },
    ['add /spec/ports/0', 'replace /spec/ports/1/a'],
  ],
  [
    'the order of entries',
    { ports: [{ port: 1 }, { port: 2 }] },
    { ports: [{ port: 2 }, { port: 1 }] },
    ['replace /spec/ports'],
  ],
  [
    'an atomic list',
    { steps: ['a', 'b'] },
    { steps: ['b', 'a'] },
    ['replace /spec/steps/0', 'replace /spec/steps/1'],
  ],
  ['a port and its name', { port: 80 }, { port: '80' }, ['replace /spec/port']],
  ['a key of a map that has defaults', { limits: { a: 1 } }, { limits: {} }, ['remove /spec/limits/a']],
]

describe('a kind that both sides define alike', () => {
  it.each(SAME)('is the same: %s', (_name, old, now) => {
    expect(fields(old, now, { base: [definition()] })).toEqual([])
    expect(fields(now, old, { base: [definition()] })).toEqual([])
    expect(fields(old, now, {})).not.toEqual([])
  })

  it.each(DIFFERENT)('differs: %s', (_name, old, now, expected) => {
    expect(fields(old, now, { base: [definition()] })).toEqual(expected)
  })

  it('is not known in another version', () => {
    expect(fields({ mode: 'Fast' }, {}, { base: [definition(SPEC, 'Namespaced', 'v2')] })).toHaveLength(1)
  })

  it('says nothing that leaks into the next comparison', () => {
    expect(fields({ mode: 'Fast' }, {}, { base: [definition()] })).toEqual([])
    expect(fields({ mode: 'Fast' }, {}, {})).toHaveLength(1)
    expect(fields({ mode: 'Fast' }, {}, { base: [definition({ mode: { default: 'Slow' } })] })).toHaveLength(
      1,
    )
  })

  it('that Kubernetes serves is not defined by anybody', () => {
    const [own] = [definition()].map(({ manifest }) => ({
      ...manifest,
      value: { ...manifest.value, spec: { group: 'apps', names: { kind: 'Thing' }, scope: 'Cluster' } },
    }))
    const old = placed({ apiVersion: 'apps/v1', kind: 'Thing', metadata: { name: 'web', namespace: 'a' } })
    const { changes } = diffManifests([old], [], { definitions: { base: own ? [own] : [], head: [] } })
    expect(changes[0]?.ref.namespace).toBe('a')
  })
})

describe('a status', () => {
  const withStatus = (status: number): PlacedManifest =>
    placed({ apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'web' }, status })
  const changes = (role: 'manifest' | 'kustomize-patch', defined: Defined): number => {
    const [old, now] = [withStatus(1), withStatus(2)].map(({ manifest, placement }) => ({
      manifest: { ...manifest, role },
      placement,
    }))
    if (!old || !now) throw new Error('two were given')
    return compare(old, now, defined).changes.length
  }

  it("is the server's where it is a resource of its own", () => {
    expect(changes('manifest', { base: [definition()] })).toBe(0)
    expect(changes('manifest', {})).toBe(1)
    expect(changes('kustomize-patch', { base: [definition()] })).toBe(1)
  })
})

describe('a definition that a pull request touches', () => {
  const other = definition({ ...SPEC, mode: { default: 'Slow' }, tags: {} })

  it.each([
    ['says another default', { mode: 'Fast' }, {}],
    ['makes an order count', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }],
  ])('is not believed where it %s', (_name, old, now) => {
    expect(fields(old, now, { base: [definition()], head: [other] })).not.toEqual([])
    expect(fields(old, now, { base: [other], head: [definition()] })).not.toEqual([])
  })

  it('is believed where it says the same', () => {
    expect(fields({ size: '1000m' }, { size: 1 }, { base: [definition()], head: [other] })).toEqual([])
  })

  it('is believed of what it deletes, and not of what it brings', () => {
    expect(fields({ mode: 'Fast' }, {}, { base: [definition()], head: [] })).toEqual([])
    expect(fields({ mode: 'Fast' }, {}, { base: [], head: [definition()] })).toHaveLength(1)
  })

  it('is not believed where two copies disagree', () => {
    expect(fields({ mode: 'Fast' }, {}, { base: [definition(), other] })).toHaveLength(1)
  })
})

describe('the scope of a kind', () => {
  const moved = (defined: Defined): number =>
    compare(thing({}, { namespace: 'a' }), thing({}, { namespace: 'b' }), defined).changes.length
  const cluster = definition(SPEC, 'Cluster')

  it('of the cluster leaves no namespace, and shows one that is written otherwise', () => {
    const between = compare(thing({}, { namespace: 'a' }), thing({}, { namespace: 'b' }), { base: [cluster] })
    expect(between.changes.map((one) => [one.operation, one.fields.map(({ path }) => path)])).toEqual([
      ['UPDATE', ['/metadata/namespace']],
    ])
    expect(compare(thing({}), thing({}), { base: [cluster] }).changes).toEqual([])
    const { changes } = compare(thing({}, { namespace: 'a' }), thing({ mode: 'x' }), { base: [cluster] })
    expect(changes.map(({ ref, operation }) => [operation, ref.namespace])).toEqual([['UPDATE', null]])
  })

  it.each<[string, Defined]>([
    ['unknown', {}],
    ['in namespaces', { base: [definition()] }],
    ['changed', { base: [definition()], head: [cluster] }],
    ['changed back', { base: [cluster], head: [definition()] }],
    ['new', { base: [], head: [cluster] }],
  ])('that is %s leaves the namespace', (_name, defined) => {
    expect(moved(defined)).toBe(2)
  })

  it('that changes is an issue', () => {
    const { issues } = diffManifests([definition()], [cluster])
    expect(issues.map(({ code, severity, path }) => `${severity} ${code} ${path}`)).toEqual([
      'high manifest.scope-changed crd.yaml',
    ])
    expect(diffManifests([cluster], [cluster]).issues).toEqual([])
    expect(diffManifests([], [cluster]).issues).toEqual([])
  })
})
