import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Route } from '../../../src/core/model/route.ts'
import { compareRoutes } from '../../../src/core/routes/compare-routes.ts'
import { diffRoutes } from '../../../src/core/routes/diff-routes.ts'
import { routesOf } from '../../../src/core/routes/routes-of.ts'
import { placed } from '../../support/manifest.ts'

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
    const [plain, secure] = [false, true].map((tls): Route => ({ ...of('web:80'), tls }))
    const [redirect, moved] = [
      { ...of('redirect to https'), tls: false },
      { ...of('new:80'), tls: true },
    ]
    const { changed } = diffRoutes(
      [plain, secure].filter((one) => one !== undefined),
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
