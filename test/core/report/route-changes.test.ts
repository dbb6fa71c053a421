import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { stringifyJson } from '../../../src/core/model/json.ts'
import { changeHeadline } from '../../../src/core/report/change-headline.ts'
import { changesJson } from '../../../src/core/report/changes-json.ts'
import { ChangesSchema } from '../../../src/core/report/decision-schema.ts'
import { inPlain } from '../../../src/core/report/wording.ts'
import type { Route } from '../../../src/core/model/route.ts'
import { aChange, aChangeSet } from '../../support/policy.ts'

const gateway = aChange(
  'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: public, namespace: shop }\n',
  'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: public, namespace: shop, labels: { a: b } }\n',
)

const route = (change: Partial<Route> = {}): Route => ({
  host: 'a.example',
  path: '/',
  pathType: 'PathPrefix',
  conditions: null,
  backend: 'web:80',
  tls: true,
  auth: null,
  sources: null,
  class: 'edge',
  object: { ...gateway.ref, kind: 'HTTPRoute', name: 'web' },
  via: [gateway.ref],
  environment: null,
  ...change,
})

const changeSet = (old: Route, now: Route) =>
  aChangeSet([gateway], { routes: { added: [], removed: [], changed: [{ old, new: now }] } })

describe('the headline of a gateway', () => {
  it('says what happens to the routes of others', () => {
    expect(inPlain(changeHeadline(gateway, changeSet(route(), route({ tls: false }))).detail)).toBe(
      'http://a.example/ loses TLS',
    )
  })

  it('says by what a route comes in when only that is another', () => {
    const other = route({ via: [{ ...gateway.ref, name: 'internal' }] })
    expect(inPlain(changeHeadline(gateway, changeSet(other, route())).detail)).toBe(
      'https://a.example/ comes through Gateway shop/public instead of Gateway shop/internal',
    )
  })

  it('keeps the conditions of a route', () => {
    const conditions = 'method GET'
    const set = changeSet(route({ conditions }), route({ conditions, backend: 'new:80' }))
    expect(inPlain(changeHeadline(gateway, set).detail)).toBe(
      'https://a.example/ (method GET) goes to new:80 instead of web:80',
    )
  })
})

describe('a route in JSON', () => {
  it('has conditions and what it passes through when there are some', () => {
    const set = changeSet(route({ via: [] }), route({ conditions: 'method GET' }))
    const json: unknown = JSON.parse(stringifyJson(changesJson(set)))
    expect(json).toMatchObject({
      routes: {
        changed: [{ new: { conditions: 'method GET', via: [{ kind: 'Gateway', name: 'public' }] } }],
      },
    })
    expect(json).not.toHaveProperty('routes.changed.0.old.conditions')
    expect(json).not.toHaveProperty('routes.changed.0.old.via')
    expect(v.safeParse(ChangesSchema, json).issues).toBeUndefined()
  })
})
