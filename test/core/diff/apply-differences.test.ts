import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Difference } from '../../../src/core/diff/difference.ts'
import { differencesOf } from '../../../src/core/diff/differences.ts'
import { meaningText } from '../../../src/core/diff/meaning/meaning-text.ts'
import { readInOrder } from '../../../src/core/diff/read-manifest.ts'
import type { Json } from '../../../src/core/model/json.ts'
import { pointerKeys, valueAt } from '../../../src/core/model/json-pointer.ts'
import { json, placed } from '../../support/manifest.ts'

const text = fc.constantFrom('a', 'b', 'c')
const env = fc.array(fc.record({ name: text, value: text }), { maxLength: 3 })
const container = fc.record({ name: text, image: text, env, args: fc.array(text, { maxLength: 3 }) })
const quantities = fc.dictionary(text, fc.constantFrom('1', '1000m', '2'))

const deployment = fc
  .record({
    replicas: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    containers: fc.array(container, { maxLength: 3 }),
    labels: fc.dictionary(text, text),
    tolerations: fc.array(fc.record({ key: text }), { maxLength: 3 }),
    limits: quantities,
    strategy: fc.constantFrom(undefined, {}, { type: 'RollingUpdate' }, { type: 'Recreate' }),
  })
  .map(({ replicas, strategy, containers, labels, tolerations, limits }) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels },
    spec: { replicas, strategy, template: { spec: { containers, tolerations, resources: { limits } } } },
  }))

const ingress = fc
  .array(
    fc.record({
      host: text,
      paths: fc.array(fc.record({ path: text, pathType: fc.constantFrom('Exact', 'Prefix', 'X') })),
    }),
    {
      maxLength: 3,
    },
  )
  .map((rules) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web' },
    spec: { rules: rules.map(({ host, paths }) => ({ host, http: { paths } })) },
  }))

const service = fc
  .array(fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.0.0.0/9', '10.128.0.0/9', 'x'), { maxLength: 4 })
  .map((loadBalancerSourceRanges) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { loadBalancerSourceRanges },
  }))

const policyTypes = fc.option(fc.subarray(['Ingress', 'Egress']), { nil: undefined })
const networkPolicy = fc
  .record({ policyTypes, egress: fc.constantFrom(undefined, [], [{}]) })
  .map((spec) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web' },
    spec,
  }))

const header = fc.record({ name: text, value: text })
const match = fc.record({ method: text, headers: fc.array(header, { maxLength: 3 }) })
const route = fc.array(match, { maxLength: 4 }).map((matches) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'web' },
  spec: { rules: [{ matches }] },
}))

// The two stores of a Secret are one, so a place in the one may stand for a place in the other: that has tests of its own.
const secret = fc
  .dictionary(text, fc.constantFrom('YQ==', 'Yg=='))
  .map((data) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, data }))

const custom = fc
  .anything({
    key: text,
    values: [fc.constantFrom(null, true, 1, 'a')],
    maxDepth: 4,
    maxKeys: 3,
    withNullPrototype: false,
  })
  .map((spec) => ({ apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'web' }, spec }))

const twoObjects = fc.oneof(
  fc.tuple(deployment, deployment),
  fc.tuple(ingress, ingress),
  fc.tuple(service, service),
  fc.tuple(networkPolicy, networkPolicy),
  fc.tuple(route, route),
  fc.tuple(secret, secret),
  fc.tuple(custom, custom),
)

function readOne(value: object) {
  const [read] = readInOrder([placed(value)])
  if (!read) throw new Error('one manifest was given')
  return read.readMeaning()
}

describe('the differences of two objects', () => {
  it('make the one of the other', () => {
    fc.assert(
      fc.property(twoObjects, ([old, now]) => {
        const differences = differencesOf(readOne(old), readOne(now))
        const made = apply(json(old), json(now), differences)
        expect(meaningText(readOne(made))).toBe(meaningText(readOne(now)))
      }),
      { numRuns: 2000 },
    )
  })

  it('are the same the other way round', () => {
    fc.assert(
      fc.property(twoObjects, ([old, now]) => {
        const back = differencesOf(readOne(now), readOne(old)).map(turned)
        expect(sorted(back)).toEqual(sorted(differencesOf(readOne(old), readOne(now))))
      }),
      { numRuns: 2000 },
    )
  })
})

function turned(difference: Difference): Difference {
  if ('parent' in difference) return { ...difference, op: difference.op === 'add' ? 'remove' : 'add' }
  return { op: difference.op, at: difference.oldAt, oldAt: difference.at }
}

function sorted(differences: readonly Difference[]): readonly string[] {
  return differences
    .map((difference) =>
      [difference.op, difference.at, 'parent' in difference ? difference.parent : difference.oldAt].join(' '),
    )
    .toSorted()
}

/**
 * The old object with all differences carried out, values taken from the new one. Every place is looked up first, since
 * what is removed and added moves the entries of lists.
 */
function apply(old: Json, now: Json, differences: readonly Difference[]): object {
  const root: Container = { '': structuredClone(old) }
  const steps = differences.map((difference) => ({ difference, ...lookUp(root, difference) }))
  const inOrder = (op: Difference['op']) => steps.filter((step) => step.difference.op === op)
  const byIndex = (a: { readonly key: string }, b: { readonly key: string }) =>
    indexOf(a.key) - indexOf(b.key)
  for (const { difference, holder, key } of inOrder('replace')) holder[key] = valueOf(now, difference)
  for (const { holder, key } of inOrder('remove').toSorted((a, b) => byIndex(b, a))) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  }
  for (const { difference, holder, key } of inOrder('add').toSorted(byIndex)) {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, valueOf(now, difference))
    else holder[key] = valueOf(now, difference)
  }
  for (const { difference, holder, key } of inOrder('reorder')) holder[key] = valueOf(now, difference)
  return Object(root[''])
}

function indexOf(key: string): number {
  return /^\d+$/.test(key) ? Number(key) : -1
}

type Container = Record<string, unknown>

function lookUp(
  root: Container,
  difference: Difference,
): { readonly holder: Container; readonly key: string } {
  const keys = ['', ...pointerKeys(placeIn(difference))]
  const key = keys.pop() ?? ''
  let holder = root
  for (const step of keys) holder = (holder[step] ??= {}) as Container
  return { holder, key }
}

/** Where in the old object a difference is carried out. */
function placeIn(difference: Difference): string {
  if ('oldAt' in difference) return difference.oldAt
  if (difference.op === 'remove') return difference.at
  return difference.parent + difference.at.slice(difference.at.lastIndexOf('/'))
}

function valueOf(now: Json, { at }: Difference): unknown {
  return structuredClone(valueAt(now, at))
}
