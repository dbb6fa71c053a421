import { describe, expect, it } from 'vitest'
import type { ObjectRef } from '../../../src/core/model/object-ref.ts'
import type { Route } from '../../../src/core/model/route.ts'
import { routesOfChange } from '../../../src/core/model/routes-of-change.ts'

const ref = (kind: string, name: string, group = 'gateway.networking.k8s.io'): ObjectRef => ({
  group,
  version: 'v1',
  kind,
  namespace: 'shop',
  name,
})

const route = (change: Partial<Route> = {}): Route => ({
  host: 'a.example',
  path: '/',
  pathType: 'PathPrefix',
  conditions: null,
  backend: 'web:80',
  tls: false,
  auth: null,
  sources: null,
  class: 'edge',
  object: ref('HTTPRoute', 'web'),
  via: [ref('Gateway', 'public')],
  environment: null,
  ...change,
})

const none = { added: [], removed: [], changed: [] }

describe('the routes of a change', () => {
  const all = { ...none, added: [route()], changed: [{ old: route({ via: [] }), new: route() }] }

  it('are those of its object', () => {
    expect(routesOfChange({ ref: ref('HTTPRoute', 'web'), environment: null }, all)).toEqual(all)
  })

  it('are those that pass through its object, now or before', () => {
    expect(routesOfChange({ ref: ref('Gateway', 'public'), environment: null }, all)).toEqual(all)
  })

  it.each([
    ['another name', { ref: ref('Gateway', 'internal'), environment: null }],
    ['another kind', { ref: ref('HTTPRoute', 'public'), environment: null }],
    ['another group', { ref: ref('Gateway', 'public', 'networking.istio.io'), environment: null }],
    ['another environment', { ref: ref('Gateway', 'public'), environment: 'production' }],
  ])('are not those of %s', (_name, change) => {
    expect(routesOfChange(change, all)).toEqual(none)
  })

  it('are the same when the object leaves its retired group', () => {
    const removed = [route({ object: ref('Ingress', 'web', 'extensions'), via: [] })]
    const change = { ref: ref('Ingress', 'web', 'networking.k8s.io'), environment: null }
    expect(routesOfChange(change, { ...none, removed }).removed).toEqual(removed)
  })
})
