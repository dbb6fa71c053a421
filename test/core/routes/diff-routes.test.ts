import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffRoutes } from '../../../src/core/routes/diff-routes.ts'
import { routesOf } from '../../../src/core/routes/routes-of.ts'
import type { Route } from '../../../src/core/model/route.ts'
import { placed } from '../../support/manifest.ts'

const route = (change: Partial<Route> = {}): Route => ({
  host: 'shop.example',
  path: '/',
  pathType: 'Prefix',
  conditions: null,
  backend: 'web:80',
  tls: true,
  auth: null,
  sources: null,
  class: null,
  via: [],
  environment: null,
  object: { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress', namespace: 'shop', name: 'web' },
  ...change,
})

const none = { added: [], removed: [], changed: [] }

describe('a route', () => {
  it('that is new is added, and one that is gone is removed', () => {
    const [a, b] = [route({ path: '/a' }), route({ path: '/b' })]
    expect(diffRoutes([a], [b])).toEqual({ added: [b], removed: [a], changed: [] })
  })

  it.each([
    ['another backend', { backend: 'web:81' }],
    ['no TLS', { tls: false }],
    ['a sign-in', { auth: 'auth-url x' }],
    ['fewer sources', { sources: ['10.0.0.0/8'] }],
    ['another class', { class: 'internal' }],
  ] as const)('with %s is changed', (_name, change) => {
    const now = route(change)
    expect(diffRoutes([route()], [now])).toEqual({ ...none, changed: [{ old: route(), new: now }] })
  })

  it.each([
    ['host', { host: 'b.example' }],
    ['path type', { pathType: 'Exact' }],
    ['environment', { environment: 'production' }],
    ['object', { object: { ...route().object, name: 'other' } }],
  ] as const)('with another %s is another route', (_name, change) => {
    const now = route(change)
    expect(diffRoutes([route()], [now])).toEqual({ added: [now], removed: [route()], changed: [] })
  })

  it('of an object with another version of its API is the same', () => {
    const old = route({ object: { ...route().object, group: 'extensions', version: 'v1beta1' } })
    expect(diffRoutes([old], [route()])).toEqual(none)
  })

  it('that stands in two overlays is matched with its equal first', () => {
    const [a, b, c] = [route({ backend: 'a:1' }), route({ backend: 'b:1' }), route({ backend: 'c:1' })]
    expect(diffRoutes([a, b], [c, a])).toEqual({ ...none, changed: [{ old: b, new: c }] })
    expect(diffRoutes([a, b], [a])).toEqual({ ...none, removed: [b] })
  })
})

const anyRoute = fc.record({
  host: fc.constantFrom('a.example', 'b.example', '*'),
  path: fc.constantFrom('/', '/a'),
  backend: fc.constantFrom('a:1', 'b:1'),
  tls: fc.boolean(),
})

describe('a route table', () => {
  it('against itself in any order has no change', () => {
    fc.assert(
      fc.property(fc.array(anyRoute), (changes) => {
        const routes = changes.map(route)
        expect(diffRoutes(routes, routes.toReversed())).toEqual(none)
      }),
    )
  })

  it('the other way round adds what it removed', () => {
    fc.assert(
      fc.property(fc.array(anyRoute), fc.array(anyRoute), (a, b) => {
        const [base, head] = [a.map(route), b.map(route)]
        const [there, back] = [diffRoutes(base, head), diffRoutes(head, base)]
        expect(back.added).toEqual(there.removed)
        expect(back.removed).toEqual(there.added)
      }),
    )
  })

  it('of any object never throws', () => {
    const spec = fc.dictionary(
      fc.constantFrom(
        'rules',
        'tls',
        'defaultBackend',
        'ports',
        'type',
        'hosts',
        'listeners',
        'routes',
        'virtualhost',
      ),
      fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constantFrom('LoadBalancer', 'NodePort')),
    )
    const kinds = fc.constantFrom(
      ['networking.k8s.io/v1', 'Ingress'],
      ['v1', 'Service'],
      ['gateway.networking.k8s.io/v1', 'Gateway'],
      ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
      ['networking.istio.io/v1', 'VirtualService'],
      ['traefik.io/v1alpha1', 'IngressRoute'],
      ['projectcontour.io/v1', 'HTTPProxy'],
      ['route.openshift.io/v1', 'Route'],
    )
    fc.assert(
      fc.property(kinds, spec, fc.jsonValue(), ([apiVersion, kind], body, metadata) => {
        expect(Array.isArray(routesOf([placed({ apiVersion, kind, metadata, spec: body })]))).toBe(true)
      }),
    )
  })
})
