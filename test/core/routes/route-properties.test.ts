import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Route } from '../../../src/core/model/route.ts'
import { compareRoutes } from '../../../src/core/routes/compare-routes.ts'
import { diffRoutes } from '../../../src/core/routes/diff-routes.ts'
import { routeChanges } from '../../../src/core/routes/route-changes.ts'
import { routesOf } from '../../../src/core/routes/routes-of.ts'
import { placed } from '../../support/manifest.ts'
import { objectOf } from '../../support/route-line.ts'

const KINDS = [
  'networking.k8s.io/v1 Ingress',
  'v1 Service',
  'v1 Pod',
  'apps/v1 Deployment',
  'gateway.networking.k8s.io/v1 Gateway',
  'gateway.networking.k8s.io/v1 ListenerSet',
  'gateway.networking.k8s.io/v1 HTTPRoute',
  'gateway.networking.k8s.io/v1 GRPCRoute',
  'gateway.networking.k8s.io/v1 TLSRoute',
  'gateway.networking.k8s.io/v1 TCPRoute',
  'networking.istio.io/v1 Gateway',
  'networking.istio.io/v1 VirtualService',
  'traefik.io/v1alpha1 IngressRoute',
  'traefik.io/v1alpha1 IngressRouteTCP',
  'traefik.io/v1alpha1 Middleware',
  'projectcontour.io/v1 HTTPProxy',
  'route.openshift.io/v1 Route',
  'k8s.nginx.org/v1 VirtualServer',
  'k8s.nginx.org/v1 VirtualServerRoute',
  'k8s.nginx.org/v1 TransportServer',
  'k8s.nginx.org/v1 Policy',
  'zalando.org/v1 RouteGroup',
  'serving.knative.dev/v1 Service',
  'serving.knative.dev/v1 DomainMapping',
  'getambassador.io/v3alpha1 Mapping',
  'getambassador.io/v3alpha1 Host',
  'configuration.konghq.com/v1 KongPlugin',
]

/** Words that readers look for, so that made-up objects get deep into them and find each other. */
const WORDS =
  `rules http paths path backend service name namespace port number tls hosts host ports type listeners
  hostname protocol parentRefs sectionName kind hostnames matches headers filters backendRefs weight gateways servers
  match uri prefix tcp route routes destination delegate redirect middlewares services chain spec template virtualhost
  fqdn includes conditions tcpproxy to upstreams policies action pass subroutes containers hostPort externalIPs
  parentRef allowedRoutes allowedListeners from`.split(/\s+/)

const TEXTS = [
  'web',
  'shop',
  'a.example',
  '*.example',
  '*',
  'HTTP',
  'HTTPS',
  'TLS',
  'LoadBalancer',
  'Host(`a`)',
  'shop/web',
  '',
]

const leaf = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.integer({ min: 0, max: 9000 }),
  fc.boolean(),
  fc.constant(null),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie('value'), { maxKeys: 6 }),
  ),
}))

const object = fc.record({
  kind: fc.constantFrom(...KINDS),
  name: fc.constantFrom('web', 'gw'),
  annotations: fc.dictionary(
    fc.constantFrom(
      'nginx.ingress.kubernetes.io/canary',
      'nginx.org/mergeable-ingress-type',
      'alb.ingress.kubernetes.io/listen-ports',
      'alb.ingress.kubernetes.io/actions.web',
      'alb.ingress.kubernetes.io/conditions.web',
      'konghq.com/plugins',
      'traefik.ingress.kubernetes.io/router.middlewares',
    ),
    fc.oneof(fc.constantFrom('true', 'minion', 'web', 'shop-web@kubernetescrd'), fc.json()),
  ),
  spec: fc.oneof(fc.dictionary(fc.constantFrom(...WORDS), value, { maxKeys: 8 }), fc.jsonValue()),
})

const manifestOf = ({
  kind,
  name,
  annotations,
  spec,
}: {
  kind: string
  name: string
  annotations: object
  spec: unknown
}) => {
  const [apiVersion, kindName] = kind.split(' ')
  return placed({ apiVersion, kind: kindName, metadata: { name, namespace: 'shop', annotations }, spec })
}

const objects = fc.array(object, { maxLength: 6 }).map((all) => all.map(manifestOf))

describe('the routes of any objects', () => {
  it('are found in any order of the objects, without ever throwing', () => {
    fc.assert(
      fc.property(objects, (manifests) => {
        const routes = routesOf(manifests)
        expect(routesOf(manifests.toReversed())).toEqual(routes)
        expect(diffRoutes(routes, routes)).toEqual({ added: [], removed: [], changed: [] })
      }),
      { numRuns: 500 },
    )
  })

  it('are those of the objects and of what stands around them', () => {
    fc.assert(
      fc.property(objects, objects, (some, others) => {
        expect(routesOf(some, others)).toEqual(routesOf([...others, ...some]))
      }),
    )
  })
})

const API = 'gateway.networking.k8s.io/v1'
const listener = { name: 'http', port: 80, protocol: 'HTTP' }
const secure = { name: 'https', port: 443, protocol: 'HTTPS', hostname: '*.example' }
const httpRoute = (gateway: string): object => ({
  parentRefs: [{ name: gateway }],
  rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
})
const host = {
  virtualhost: { fqdn: 'a.example' },
  includes: [{ name: 'part', conditions: [{ prefix: '/a' }] }],
}
const serves = { routes: [{ services: [{ name: 'web', port: 80 }] }] }

/** Objects that belong together, some of them written twice in two ways. */
const TOGETHER = [
  objectOf(`${API} Gateway`, { gatewayClassName: 'edge', listeners: [listener] }),
  objectOf(`${API} Gateway`, { gatewayClassName: 'edge', listeners: [secure] }),
  objectOf(`${API} Gateway`, { gatewayClassName: 'other', listeners: [secure, listener] }, { name: 'gw' }),
  objectOf(`${API} HTTPRoute`, httpRoute('web')),
  objectOf(`${API} HTTPRoute`, httpRoute('gw'), { name: 'other' }),
  objectOf('networking.istio.io/v1 Gateway', {
    servers: [{ port: { number: 80, protocol: 'HTTP' }, hosts: ['*'] }],
  }),
  objectOf('networking.istio.io/v1 VirtualService', {
    hosts: ['a.example'],
    gateways: ['web'],
    http: [{ delegate: { name: 'part' } }],
  }),
  objectOf(
    'networking.istio.io/v1 VirtualService',
    { http: [{ route: [{ destination: { host: 'web' } }] }] },
    { name: 'part' },
  ),
  objectOf('traefik.io/v1alpha1 IngressRoute', {
    routes: [{ match: 'Host(`a.example`)', middlewares: [{ name: 'b' }, { name: 'a' }] }],
  }),
  objectOf('traefik.io/v1alpha1 Middleware', { basicAuth: {} }, { name: 'a' }),
  objectOf('traefik.io/v1alpha1 Middleware', { ipAllowList: { sourceRange: ['10.0.0.0/8'] } }, { name: 'b' }),
  objectOf(
    'traefik.io/v1alpha1 Middleware',
    { ipAllowList: { sourceRange: ['10.1.0.0/16'] } },
    { name: 'b' },
  ),
  objectOf('projectcontour.io/v1 HTTPProxy', host),
  objectOf('projectcontour.io/v1 HTTPProxy', serves, { name: 'part' }),
].map((one) => placed(one))

const some = fc.shuffledSubarray(TOGETHER)

describe('the routes of objects that belong together', () => {
  it('are found in any order', () => {
    expect(routesOf(TOGETHER).filter((route) => route.via.length > 0).length).toBe(7)
    fc.assert(
      fc.property(some, fc.shuffledSubarray(TOGETHER, { minLength: TOGETHER.length }), (manifests, order) => {
        const sortedOnes = order.filter((one) => manifests.includes(one))
        expect(routesOf(sortedOnes)).toEqual(routesOf(manifests))
      }),
    )
  })

  it('change the same the other way round', () => {
    fc.assert(
      fc.property(some, some, (base, head) => {
        const [there, back] = [routeChanges(base, head), routeChanges(head, base)]
        expect(back.added).toEqual(there.removed)
        expect(back.removed).toEqual(there.added)
        expect(back.changed.length).toBe(there.changed.length)
        expect(routeChanges(base, base)).toEqual({ added: [], removed: [], changed: [] })
      }),
    )
  })
})

const anyRoute = fc.record({
  host: fc.constantFrom('a.example', '*'),
  path: fc.constantFrom('/', '/a'),
  conditions: fc.constantFrom(null, 'method GET'),
  backend: fc.constantFrom('a:1', 'b:1'),
  tls: fc.boolean(),
  class: fc.constantFrom(null, 'edge'),
})

const table = fc.array(anyRoute, { maxLength: 8 }).map((all) =>
  all.map((one): Route => ({
    ...one,
    pathType: 'Prefix',
    auth: null,
    sources: null,
    via: [],
    environment: null,
    object: { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress', namespace: 'shop', name: 'web' },
  })),
)

const sorted = (routes: readonly Route[]): readonly Route[] => routes.toSorted(compareRoutes)

describe('the difference of two tables', () => {
  it('makes one of the other', () => {
    fc.assert(
      fc.property(table, table, (base, head) => {
        const { added, removed, changed } = diffRoutes(base, head)
        const left = [...base]
        for (const route of [...removed, ...changed.map((pair) => pair.old)])
          left.splice(left.indexOf(route), 1)
        expect(sorted([...left, ...added, ...changed.map((pair) => pair.new)])).toEqual(sorted(head))
      }),
    )
  })

  it('is the same the other way round', () => {
    fc.assert(
      fc.property(table, table, (base, head) => {
        const [there, back] = [diffRoutes(base, head), diffRoutes(head, base)]
        const pairs = (all: readonly { readonly old: Route; readonly new: Route }[]): readonly string[] =>
          all.map((pair) => JSON.stringify([pair.old, pair.new])).toSorted()
        expect(back.added).toEqual(there.removed)
        expect(back.removed).toEqual(there.added)
        expect(pairs(back.changed.map((pair) => ({ old: pair.new, new: pair.old })))).toEqual(
          pairs(there.changed),
        )
      }),
    )
  })

  it('never says that TLS is lost where only what is behind it changed', () => {
    const [plain, encrypted] = [false, true].map((tls): Route => ({ ...of('web:80'), tls }))
    const [redirect, moved] = [
      { ...of('redirect to https'), tls: false },
      { ...of('new:80'), tls: true },
    ]
    const { changed } = diffRoutes(
      [plain, encrypted].filter((one) => one !== undefined),
      [redirect, moved],
    )
    expect(changed.map((pair) => [pair.old.tls, pair.new.tls])).toEqual([
      [true, true],
      [false, false],
    ])
  })
})

const of = (backend: string): Route => ({
  host: 'a.example',
  path: '/',
  pathType: 'Prefix',
  conditions: null,
  backend,
  tls: true,
  auth: null,
  sources: null,
  class: null,
  via: [],
  environment: null,
  object: {
    group: 'gateway.networking.k8s.io',
    version: 'v1',
    kind: 'HTTPRoute',
    namespace: 'shop',
    name: 'web',
  },
})
