import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffManifests, type ManifestDiff } from '../../../src/core/diff/diff-manifests.ts'
import { identityOf } from '../../../src/core/diff/identity.ts'
import type { PlacedManifest } from '../../../src/core/diff/placed-manifest.ts'
import { VERBS, type Change } from '../../../src/core/model/change.ts'
import { valueAt } from '../../../src/core/model/json-pointer.ts'
import { placed, yaml } from '../../support/manifest.ts'

const deployment = (spec: object = {}, metadata: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  spec,
})

const replicas = (count: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: ${count}\n`

const summary = (change: Change): string => `${change.operation} ${change.ref.kind} ${change.verbs.join(' ')}`

describe('an object', () => {
  it('that is new is created', () => {
    const { changes } = diffManifests([], [placed(deployment({ replicas: 3 }))])
    expect(changes.map(summary)).toEqual(['CREATE Deployment create'])
    expect(changes[0]).toMatchObject({ oldObject: null, fields: [], source: { oldPath: null, line: 1 } })
  })

  it('that is gone is deleted', () => {
    const { changes } = diffManifests([placed(deployment())], [])
    expect(changes.map(summary)).toEqual(['DELETE Deployment delete'])
    expect(changes[0]).toMatchObject({ object: null, content: 'deleted' })
  })

  it('that differs is updated, with the fields that differ', () => {
    const { changes } = diffManifests(
      [placed(deployment({ replicas: 3 }))],
      [placed(deployment({ replicas: 0 }), { environment: 'production', cluster: 'prod-eu' })].map((now) => ({
        ...now,
        placement: { environment: null, cluster: null, namespace: 'default' },
      })),
    )
    expect(changes.map(summary)).toEqual(['UPDATE Deployment scale'])
    expect(changes[0]?.fields).toEqual([
      { op: 'replace', path: '/spec/replicas', old: 3n, new: 0n, line: 3, redacted: false },
    ])
  })

  it('says where it goes', () => {
    const bare = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } }
    const place = { environment: 'production', cluster: 'prod-eu', namespace: 'shop' }
    expect(diffManifests([], [placed(bare, place)]).changes[0]).toMatchObject({
      ref: { group: '', version: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
      environment: 'production',
      cluster: 'prod-eu',
    })
  })

  it('that is written in another way is not changed', () => {
    const old = `apiVersion: v1\nkind: Service\nmetadata: {name: web, labels: {}}\nspec:\n  ports: [{port: 80}]\n`
    const now = `# a comment\nkind: Service\napiVersion: "v1"\nmetadata:\n  name: web\nspec: {type: ClusterIP, ports: [{protocol: TCP, port: 80.0}]}\n`
    expect(diffManifests(yaml(old), yaml(now))).toEqual({
      changes: [],
      unchanged: { moved: 0, reformatted: 1 },
      issues: [],
    })
  })

  it('shows the line of a field in a real file', () => {
    const { changes } = diffManifests(yaml(replicas('3')), yaml(replicas('0')))
    expect(changes[0]?.fields.map((field) => field.line)).toEqual([6])
  })
})

const KINDS = fc.constantFrom(
  ['apps/v1', 'Deployment'],
  ['v1', 'Secret'],
  ['v1', 'Service'],
  ['v1', 'Node'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['example.com/v1', 'Thing'],
)

/** Values around the places that are known, so that the odd forms meet the rules. */
const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, 0, 1, 1.5, '1', '', true, '1000m', 'a', 'password'),
    fc.dictionary(
      fc.constantFrom(
        'spec',
        'template',
        'containers',
        'env',
        'name',
        'value',
        'ports',
        'port',
        'rules',
        'host',
        'http',
        'paths',
        'resources',
        'limits',
        'cpu',
        'annotations',
        '__proto__',
        'a/b',
        '0',
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value

const anyObject: fc.Arbitrary<PlacedManifest> = fc
  .record({
    kind: KINDS,
    name: fc.constantFrom('a', 'b'),
    path: fc.constantFrom('a/x.yaml', 'a/y.yaml', 'b/x.yaml'),
    line: fc.integer({ min: 1, max: 3 }),
    role: fc.constantFrom('manifest' as const, 'kustomize-patch' as const, 'helm-template' as const),
    members: fc.dictionary(
      fc.constantFrom('spec', 'data', 'stringData', 'rules', 'status', 'immutable'),
      anyValue,
    ),
    metadata: fc.dictionary(fc.constantFrom('labels', 'annotations', 'namespace'), anyValue),
  })
  .map(({ kind: [apiVersion, kind], name, members, metadata, ...place }) =>
    placed({ ...members, apiVersion, kind, metadata: { ...metadata, name } }, place),
  )

const anyObjects = fc.array(anyObject, { maxLength: 6 })

/** Everything but the way to look up a line. */
function plain(result: ManifestDiff): unknown {
  return { ...result, changes: result.changes.map((change) => ({ ...change, locate: null })) }
}

describe('any two sets of objects', () => {
  it('can be compared', () => {
    fc.assert(
      fc.property(anyObjects, anyObjects, (base, head) => {
        for (const change of diffManifests(base, head).changes) {
          expect(change.verbs.length).toBeGreaterThan(0)
          expect(change.verbs).toEqual(VERBS.filter((verb) => change.verbs.includes(verb)))
          expect(change.operation === 'UPDATE').toBe(change.fields.length > 0)
        }
      }),
    )
  })

  it('give the same in any order', () => {
    fc.assert(
      fc.property(anyObjects, anyObjects, (base, head) => {
        const reversed = diffManifests(base.toReversed(), head.toReversed())
        expect(plain(reversed)).toEqual(plain(diffManifests(base, head)))
      }),
    )
  })

  it('have no change when they are the same', () => {
    fc.assert(
      fc.property(anyObjects, (objects) => {
        const { changes, unchanged } = diffManifests(objects, objects)
        expect(changes).toEqual([])
        expect(unchanged).toEqual({ moved: 0, reformatted: objects.length })
      }),
    )
  })

  it('have the mirrored changes the other way round', () => {
    const turned = { CREATE: 'DELETE', UPDATE: 'UPDATE', DELETE: 'CREATE' } as const
    const seen = ({ operation, ref, fields }: Change): string =>
      [operation, ref.group, ref.kind, ref.name, String(fields.length)].join(' ')
    fc.assert(
      fc.property(anyObjects, anyObjects, (base, head) => {
        const there = diffManifests(base, head)
        const back = diffManifests(head, base)
        expect(
          back.changes.map((one) => seen({ ...one, operation: turned[one.operation] })).toSorted(),
        ).toEqual(there.changes.map(seen).toSorted())
        expect(back.unchanged).toEqual(there.unchanged)
      }),
    )
  })

  it('have identities that name each change', () => {
    fc.assert(
      fc.property(anyObjects, anyObjects, (base, head) => {
        const { changes } = diffManifests(base, head)
        expect(new Set(changes.map((change) => change.identity)).size).toBe(changes.length)
      }),
    )
  })
})

const here = (value: PlacedManifest): PlacedManifest =>
  placed(value.manifest.value, { path: 'a.yaml', role: value.manifest.role })

function contentOf(one: PlacedManifest): string | undefined {
  return diffManifests([], [one]).changes[0]?.content
}

describe('any two forms of one object', () => {
  const two = fc.tuple(anyObject, anyObject).map(([a, b]) => [here(a), here(b)] as const)

  it('differ exactly when their contents do', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        fc.pre(identityOf(a) === identityOf(b))
        expect(diffManifests([a], [b]).changes.length === 0).toBe(contentOf(a) === contentOf(b))
      }),
    )
  })

  it('are told apart in words that each have a place', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const changes = [[a], []].flatMap((head) => diffManifests([b], head).changes)
        for (const change of changes) {
          expect([...new Set(change.evidence.map(({ verb }) => verb))]).toEqual(change.verbs)
          for (const { side, path, line } of change.evidence) {
            const object = side === 'old' ? change.oldObject : change.object
            expect(object && valueAt(object, path)).not.toBeUndefined()
            expect(line).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('differ at places that exist', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        for (const change of diffManifests([a], [b]).changes) {
          for (const field of change.fields) {
            const side = field.op === 'remove' ? change.oldObject : change.object
            expect(side && valueAt(side, field.path)).not.toBeUndefined()
          }
        }
      }),
    )
  })
})

/** Ten thousand Deployments in five hundred files. */
function many(image: string): readonly PlacedManifest[] {
  return Array.from({ length: 10_000 }, (_, index) => {
    const containers = ['web', 'sidecar'].map((name) => ({
      name,
      image,
      env: ['A', 'B', 'C'].map((variable) => ({ name: variable, value: `${variable}-${String(index)}` })),
      ports: [{ containerPort: 8080, protocol: 'TCP' }],
      resources: { limits: { cpu: '500m', memory: '1Gi' }, requests: { cpu: '100m', memory: '512Mi' } },
    }))
    const spec = { replicas: 3, template: { metadata: {}, spec: { containers } } }
    return placed(deployment(spec, { name: `web-${String(index)}` }), {
      path: `${String(index % 500)}.yaml`,
      line: index,
    })
  })
}

/** One object in five thousand files. */
function copies(value: number): readonly PlacedManifest[] {
  return Array.from({ length: 5_000 }, (_, index) =>
    placed(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { index, value } },
      { path: `${String(value)}/${String(index)}.yaml` },
    ),
  )
}

describe('speed', () => {
  it('grows with the number of objects only', () => {
    const [base, head] = [many('web:1'), many('web:2')]
    const start = performance.now()
    expect(diffManifests(base, head).changes).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('does not suffer from one identity many times', () => {
    const [base, head] = [copies(1), copies(2)]
    const start = performance.now()
    expect(diffManifests(base, head).changes).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
