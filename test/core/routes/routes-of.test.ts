import { describe, expect, it } from 'vitest'
import { routesOf } from '../../../src/core/routes/routes-of.ts'
import type { Route } from '../../../src/core/model/route.ts'
import { placed } from '../../support/manifest.ts'

const ingress = (spec: object, annotations: object = {}, apiVersion = 'networking.k8s.io/v1'): object => ({
  apiVersion,
  kind: 'Ingress',
  metadata: { name: 'web', namespace: 'shop', annotations },
  spec,
})

const backend = (name: string, port: number | string): object => ({
  service: { name, port: typeof port === 'number' ? { number: port } : { name: port } },
})

const path = (at: string, name = 'web', pathType = 'Prefix'): object => ({
  path: at,
  pathType,
  backend: backend(name, 8080),
})

const one = { rules: [{ host: 'shop.example', http: { paths: [path('/')] } }] }

const line = (route: Route): string =>
  [
    `${route.tls ? 'https' : 'http'}://${route.host}${route.path}`,
    route.pathType,
    route.backend,
    route.auth ?? 'nobody',
    route.sources?.join(' ') ?? 'anyone',
    route.class ?? '-',
  ].join(' | ')

describe('routes of an Ingress', () => {
  const cases: readonly (readonly [name: string, object: object, routes: readonly string[]])[] = [
    ['a host and a path', ingress(one), ['http://shop.example/ | Prefix | web:8080 | nobody | anyone | -']],
    [
      'rules times paths, sorted',
      ingress({
        rules: [
          { host: 'b.example', http: { paths: [path('/z'), path('/a', 'admin')] } },
          { host: 'A.example.', http: { paths: [path('/', 'web', 'Exact')] } },
        ],
      }),
      [
        'http://a.example/ | Exact | web:8080 | nobody | anyone | -',
        'http://b.example/a | Prefix | admin:8080 | nobody | anyone | -',
        'http://b.example/z | Prefix | web:8080 | nobody | anyone | -',
      ],
    ],
    [
      'no host is every host',
      ingress({ rules: [{ http: { paths: [path('/')] } }] }),
      ['http://*/ | Prefix | web:8080 | nobody | anyone | -'],
    ],
    [
      'a default backend takes the rest',
      ingress({ defaultBackend: backend('rest', 'http') }),
      ['http://*/ | Default | rest:http | nobody | anyone | -'],
    ],
    [
      'a rule without paths leads to the default backend',
      ingress({
        rules: [{ host: 'a.example' }],
        defaultBackend: { resource: { kind: 'Bucket', name: 'files' } },
      }),
      [
        'http://*/ | Default | Bucket/files | nobody | anyone | -',
        'http://a.example/ | Default | Bucket/files | nobody | anyone | -',
      ],
    ],
    [
      'the old form of a backend',
      ingress(
        {
          backend: { serviceName: 'rest', servicePort: 80 },
          rules: [
            { host: 'a.example', http: { paths: [{ backend: { serviceName: 'a', servicePort: 'http' } }] } },
          ],
        },
        {},
        'extensions/v1beta1',
      ),
      [
        'http://*/ | Default | rest:80 | nobody | anyone | -',
        'http://a.example/ | ImplementationSpecific | a:http | nobody | anyone | -',
      ],
    ],
    [
      'TLS for a listed host only',
      ingress({
        tls: [{ hosts: ['shop.example'], secretName: 'cert' }],
        rules: [...one.rules, { host: 'other.example', http: { paths: [path('/')] } }],
      }),
      [
        'http://other.example/ | Prefix | web:8080 | nobody | anyone | -',
        'https://shop.example/ | Prefix | web:8080 | nobody | anyone | -',
      ],
    ],
    [
      'a wildcard certificate is for one label',
      ingress({
        tls: [{ hosts: ['*.example'], secretName: 'cert' }],
        rules: ['a.example', 'b.a.example', 'example'].map((host) => ({
          host,
          http: { paths: [path('/')] },
        })),
      }),
      [
        'https://a.example/ | Prefix | web:8080 | nobody | anyone | -',
        'http://b.a.example/ | Prefix | web:8080 | nobody | anyone | -',
        'http://example/ | Prefix | web:8080 | nobody | anyone | -',
      ],
    ],
    [
      'TLS without hosts is for all',
      ingress({ ...one, tls: [{ secretName: 'cert' }] }),
      ['https://shop.example/ | Prefix | web:8080 | nobody | anyone | -'],
    ],
    [
      'class by field and by annotation',
      ingress({ ...one, ingressClassName: 'public' }, { 'kubernetes.io/ingress.class': 'old' }),
      ['http://shop.example/ | Prefix | web:8080 | nobody | anyone | public'],
    ],
    [
      'class by annotation',
      ingress(one, { 'kubernetes.io/ingress.class': 'old' }),
      ['http://shop.example/ | Prefix | web:8080 | nobody | anyone | old'],
    ],
    [
      'a server alias adds a host',
      ingress(one, { 'nginx.ingress.kubernetes.io/server-alias': 'www.shop.example, old.example' }),
      [
        'http://old.example/ | Prefix | web:8080 | nobody | anyone | -',
        'http://shop.example/ | Prefix | web:8080 | nobody | anyone | -',
        'http://www.shop.example/ | Prefix | web:8080 | nobody | anyone | -',
      ],
    ],
  ]
  it.each(cases)('%s', (_name, object, expected) => {
    expect(routesOf([placed(object)]).map(line)).toEqual(expected)
  })

  const annotated: readonly (readonly [
    name: string,
    annotations: object,
    auth: string | null,
    sources: string[] | null,
  ])[] = [
    [
      'auth-url',
      { 'nginx.ingress.kubernetes.io/auth-url': 'https://sso.example/auth' },
      'auth-url https://sso.example/auth',
      null,
    ],
    [
      'a password in auth-url',
      { 'nginx.ingress.kubernetes.io/auth-url': 'https://u:hunter2@sso/a' },
      'auth-url https://u:***@sso/a',
      null,
    ],
    ['basic auth', { 'nginx.ingress.kubernetes.io/auth-type': 'basic' }, 'auth-type basic', null],
    ['an empty auth-url', { 'nginx.ingress.kubernetes.io/auth-url': '' }, null, null],
    [
      'client certificate',
      { 'nginx.ingress.kubernetes.io/auth-tls-secret': 'shop/ca' },
      'auth-tls-secret shop/ca',
      null,
    ],
    [
      'optional client certificate',
      {
        'nginx.ingress.kubernetes.io/auth-tls-secret': 'shop/ca',
        'nginx.ingress.kubernetes.io/auth-tls-verify-client': 'optional',
      },
      null,
      null,
    ],
    ['ALB sign-in', { 'alb.ingress.kubernetes.io/auth-type': 'oidc' }, 'auth-type oidc', null],
    ['ALB sign-in off', { 'alb.ingress.kubernetes.io/auth-type': 'none' }, null, null],
    [
      'ALB sign-in that lets everyone pass',
      {
        'alb.ingress.kubernetes.io/auth-type': 'oidc',
        'alb.ingress.kubernetes.io/auth-on-unauthenticated-request': 'allow',
      },
      null,
      null,
    ],
    [
      'a Traefik middleware',
      {
        'traefik.ingress.kubernetes.io/router.middlewares':
          'shop-gzip@kubernetescrd, shop-oauth2@kubernetescrd',
      },
      'middleware shop-oauth2@kubernetescrd',
      null,
    ],
    [
      'allow list, sorted',
      { 'nginx.ingress.kubernetes.io/whitelist-source-range': '10.1.0.0/16,10.0.0.0/16' },
      null,
      ['10.0.0.0/16', '10.1.0.0/16'],
    ],
    [
      'the new name of the allow list wins',
      {
        'nginx.ingress.kubernetes.io/whitelist-source-range': '10.1.0.0/16',
        'nginx.ingress.kubernetes.io/allowlist-source-range': '10.0.0.0/16',
      },
      null,
      ['10.0.0.0/16'],
    ],
    ['another prefix', { 'edge.example/whitelist-source-range': '10.1.0.0/16' }, null, ['10.1.0.0/16']],
    [
      'everyone in a list',
      { 'alb.ingress.kubernetes.io/inbound-cidrs': '10.0.0.0/8, 0.0.0.0/0' },
      null,
      null,
    ],
    [
      'either is enough',
      {
        'nginx.ingress.kubernetes.io/auth-url': 'https://sso',
        'nginx.ingress.kubernetes.io/satisfy': 'any',
        'nginx.ingress.kubernetes.io/whitelist-source-range': '10.0.0.0/8',
      },
      'auth-url https://sso (or an allowed source)',
      ['10.0.0.0/8'],
    ],
  ]
  it.each(annotated)('annotation: %s', (_name, annotations, auth, sources) => {
    expect(routesOf([placed(ingress(one, annotations))])).toMatchObject([{ auth, sources }])
  })

  it('names the object where it goes', () => {
    const bare = { ...ingress(one), metadata: { name: 'web' } }
    const [route] = routesOf([placed(bare, { environment: 'production', namespace: 'shop' })])
    expect(route).toMatchObject({
      environment: 'production',
      object: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    })
  })
})

const service = (spec: object, annotations: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', annotations },
  spec,
})

describe('routes of a Service', () => {
  const ports = [{ name: 'https', port: 443, targetPort: 8443, nodePort: 30443 }]
  const cases: readonly (readonly [name: string, object: object, routes: readonly string[]])[] = [
    ['inside the cluster: none', service({ ports }), []],
    [
      'a load balancer',
      service({ type: 'LoadBalancer', ports: [...ports, { port: 53, protocol: 'UDP' }] }),
      [
        'http://*:443 | TCP | web:443 | nobody | anyone | LoadBalancer',
        'http://*:53 | UDP | web:53 | nobody | anyone | LoadBalancer',
      ],
    ],
    [
      'source ranges',
      service({
        type: 'LoadBalancer',
        ports,
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        loadBalancerClass: 'edge',
      }),
      ['http://*:443 | TCP | web:443 | nobody | 10.0.0.0/8 | edge'],
    ],
    [
      'an internal load balancer with a name and a certificate',
      service(
        { type: 'LoadBalancer', ports },
        {
          'external-dns.alpha.kubernetes.io/hostname': 'web.example.',
          'service.beta.kubernetes.io/aws-load-balancer-internal': 'true',
          'service.beta.kubernetes.io/aws-load-balancer-ssl-cert': 'arn:x',
          'service.beta.kubernetes.io/aws-load-balancer-ssl-ports': 'https',
        },
      ),
      ['https://web.example:443 | TCP | web:443 | nobody | anyone | internal'],
    ],
    [
      'a node port',
      service({ type: 'NodePort', ports: [...ports, { port: 80 }] }),
      [
        'http://*:30443 | TCP | web:443 | nobody | anyone | NodePort',
        'http://*:any | TCP | web:80 | nobody | anyone | NodePort',
      ],
    ],
    [
      'external addresses',
      service({ externalIPs: ['198.51.100.7'], ports }),
      ['http://198.51.100.7:443 | TCP | web:443 | nobody | anyone | externalIPs'],
    ],
  ]
  it.each(cases)('%s', (_name, object, expected) => {
    expect(routesOf([placed(object)]).map(line)).toEqual(expected)
  })
})

const of = (apiVersion: string, kind: string, spec: object, annotations: object = {}): object => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop', annotations },
  spec,
})

describe('routes of other kinds', () => {
  const cases: readonly (readonly [name: string, object: object, routes: readonly string[]])[] = [
    [
      'Gateway API listeners',
      of('gateway.networking.k8s.io/v1', 'Gateway', {
        gatewayClassName: 'edge',
        listeners: [
          { port: 80, protocol: 'HTTP' },
          { port: 443, protocol: 'HTTPS', hostname: '*.example' },
        ],
      }),
      [
        'http://*:80 | HTTP | the routes that attach | nobody | anyone | edge',
        'https://*.example:443 | HTTPS | the routes that attach | nobody | anyone | edge',
      ],
    ],
    [
      'HTTPRoute without matches',
      of('gateway.networking.k8s.io/v1', 'HTTPRoute', {
        parentRefs: [{ name: 'edge', sectionName: 'https' }],
        hostnames: ['shop.example'],
        rules: [{ backendRefs: [{ name: 'web', port: 8080 }] }],
      }),
      ['https://shop.example/ | PathPrefix | web:8080 | nobody | anyone | edge'],
    ],
    [
      'HTTPRoute for every host',
      of('gateway.networking.k8s.io/v1', 'HTTPRoute', {
        parentRefs: [{ name: 'edge' }],
        rules: [{ matches: [{ path: { type: 'Exact', value: '/a' } }], backendRefs: [{ name: 'web' }] }],
      }),
      ['http://*/a | Exact | web | nobody | anyone | edge'],
    ],
    [
      'Istio Gateway',
      of('networking.istio.io/v1', 'Gateway', {
        servers: [
          { port: { number: 443, protocol: 'HTTPS' }, tls: { mode: 'MUTUAL' }, hosts: ['shop/web.example'] },
        ],
      }),
      [
        'https://web.example:443 | HTTPS | the virtual services that attach | client certificate | anyone | -',
      ],
    ],
    [
      'VirtualService on a gateway',
      of('networking.istio.io/v1', 'VirtualService', {
        hosts: ['web.example'],
        gateways: ['edge', 'mesh'],
        http: [
          {
            match: [{ uri: { prefix: '/a' } }],
            route: [{ destination: { host: 'web', port: { number: 80 } } }],
          },
        ],
      }),
      ['http://web.example/a | prefix | web:80 | nobody | anyone | edge'],
    ],
    [
      'VirtualService in the mesh',
      of('networking.istio.io/v1', 'VirtualService', { hosts: ['web'], http: [{}] }),
      [],
    ],
    [
      'IngressRoute',
      of('traefik.io/v1alpha1', 'IngressRoute', {
        entryPoints: ['websecure'],
        tls: {},
        routes: [
          {
            match: 'Host(`a.example`) && PathPrefix(`/x`)',
            middlewares: [{ name: 'forward-auth' }],
            services: [{ name: 'web', port: 80 }],
          },
          { match: 'HeaderRegexp(`X`, `y`)', services: [{ name: 'web', port: 80 }] },
        ],
      }),
      [
        'https://*HeaderRegexp(`X`, `y`) | Rule | web:80 | nobody | anyone | websecure',
        'https://a.example/x | PathPrefix | web:80 | middleware forward-auth | anyone | websecure',
      ],
    ],
    [
      'HTTPProxy',
      of('projectcontour.io/v1', 'HTTPProxy', {
        virtualhost: {
          fqdn: 'a.example',
          tls: { secretName: 'x' },
          authorization: { extensionRef: { name: 'sso' } },
        },
        routes: [
          { conditions: [{ prefix: '/a' }], services: [{ name: 'web', port: 80 }] },
          {
            conditions: [{ prefix: '/open' }],
            authPolicy: { disabled: true },
            ipAllowPolicy: [{ cidr: '10.0.0.0/8' }],
            services: [{ name: 'web', port: 80 }],
          },
        ],
      }),
      [
        'https://a.example/a | prefix | web:80 | authorization sso | anyone | -',
        'https://a.example/open | prefix | web:80 | nobody | 10.0.0.0/8 | -',
      ],
    ],
    [
      'OpenShift Route',
      of('route.openshift.io/v1', 'Route', {
        host: 'a.example',
        to: { name: 'web' },
        tls: { termination: 'edge' },
      }),
      ['https://a.example/ | Prefix | web | nobody | anyone | -'],
    ],
    ['a kind without routes', of('apps/v1', 'Deployment', { replicas: 1 }), []],
  ]
  it.each(cases)('%s', (_name, object, expected) => {
    expect(routesOf([placed(object)]).map(line)).toEqual(expected)
  })
})
