import { describe, expect, it } from 'vitest'

import type { ObjectRef } from '../../../../src/core/model/object-ref.ts'
import type { Route, RouteChanges } from '../../../../src/core/model/route.ts'
import { answeredRoutes } from '../../../../src/core/policy/judge/answered-routes.ts'
import { aChange, aChangeSet } from '../../../support/policy.ts'

const GROUP = 'gateway.networking.k8s.io'
const gateway = `apiVersion: ${GROUP}/v1\nkind: Gateway\nmetadata: { name: public, namespace: shop }`
const web = `apiVersion: ${GROUP}/v1\nkind: HTTPRoute\nmetadata: { name: web, namespace: shop }`

const ref = (kind: string, name: string): ObjectRef => ({
  group: GROUP,
  version: 'v1',
  kind,
  namespace: 'shop',
  name,
})
const route: Route = {
  host: 'shop.example.com',
  path: '/',
  pathType: 'PathPrefix',
  conditions: null,
  backend: 'web:80',
  tls: true,
  auth: null,
  sources: null,
  class: null,
  object: ref('HTTPRoute', 'web'),
  via: [ref('Gateway', 'public')],
  environment: null,
}
const listener: Route = { ...route, object: ref('Gateway', 'public'), via: [] }
const none = { added: [], removed: [], changed: [] }

/** What a Gateway answers for, beside a change of the route that hangs on it. */
function answered(routes: RouteChanges, before: string | null, after: string | null): RouteChanges {
  const change = aChange(`${gateway}\nspec: {}`, `${gateway}\nspec: { listeners: [] }`)
  const others = before === null && after === null ? [] : [aChange(before, after)]
  return answeredRoutes(change, aChangeSet([change, ...others], { routes }))
}

describe('the routes for which an object answers', () => {
  const added = { ...none, added: [listener, route] }
  const removed = { ...none, removed: [listener, route] }
  it.each([
    ['of an unchanged object that come', added, null, null, added],
    ['of a changed object that come', added, `${web}\nspec: {}`, `${web}\nspec: { rules: [] }`, added],
    ['of a new object', added, null, web, { ...none, added: [listener] }],
    ['of an unchanged object that go', removed, null, null, removed],
    ['of an object that goes', removed, web, null, { ...none, removed: [listener] }],
    ['that go, of a new object', removed, null, web, removed],
    ['of a new object of another kind', added, null, web.replace('HTTPRoute', 'TCPRoute'), added],
  ])('those %s', (_name, routes, before, after, want) => {
    expect(answered(routes, before, after)).toEqual(want)
  })

  it('are all of its own, when it is new itself', () => {
    const change = aChange(null, web)
    const set = aChangeSet([change], { routes: { ...none, added: [route] } })
    expect(answeredRoutes(change, set).added).toEqual([route])
  })
})
