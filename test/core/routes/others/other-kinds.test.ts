import { describe, expect, it } from 'vitest'
import { objectOf, routeLines } from '../../../support/route-line.ts'

type Case = readonly [name: string, objects: readonly object[], lines: readonly string[]]

const openshift = (spec: object): object =>
  objectOf('route.openshift.io/v1 Route', { host: 'a.example', to: { name: 'web', weight: 100 }, ...spec })

describe('an OpenShift Route', () => {
  const cases: readonly Case[] = [
    [
      'in plain text beside TLS',
      [openshift({ tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Allow' } })],
      ['http://a.example/ Prefix to web', 'https://a.example/ Prefix to web'],
    ],
    [
      'that redirects to TLS',
      [openshift({ tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' } })],
      ['https://a.example/ Prefix to web'],
    ],
    [
      'that passes TLS on',
      [openshift({ tls: { termination: 'passthrough' } })],
      ['http://a.example/ Prefix to web (TLS passes through)'],
    ],
    [
      'for all names beside its own',
      [openshift({ host: 'any.a.example', wildcardPolicy: 'Subdomain' })],
      ['http://*.a.example/ Prefix to web'],
    ],
    [
      'that shares traffic',
      [openshift({ port: { targetPort: 'http' }, alternateBackends: [{ name: 'new', weight: 5 }] })],
      ['http://a.example/ Prefix to new:http (weight 5), web:http (weight 100)'],
    ],
    [
      'with a host that the router makes',
      [openshift({ host: undefined })],
      ['http://web-shop.*/ Prefix to web'],
    ],
    [
      'with a name in the domain of the router',
      [openshift({ host: '', subdomain: 'a' })],
      ['http://a.*/ Prefix to web'],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(routeLines(...objects)).toEqual(expected)
  })
})

describe('pods', () => {
  const pod = (spec: object): object =>
    objectOf('apps/v1 DaemonSet', { template: { spec: { containers: [{ name: 'node', ...spec }] } } })
  const cases: readonly Case[] = [
    [
      'that open ports of their nodes',
      [
        pod({
          ports: [
            { containerPort: 9100, hostPort: 9100 },
            { containerPort: 53, hostPort: 53, hostIP: '10.0.0.1', protocol: 'UDP' },
          ],
        }),
      ],
      ['http://*:9100 TCP to node:9100 by hostPort', 'http://10.0.0.1:53 UDP to node:53 by hostPort'],
    ],
    ['that do not', [pod({ ports: [{ containerPort: 9100 }] })], []],
    [
      'that only their node reaches',
      [pod({ ports: [{ containerPort: 1, hostPort: 1, hostIP: '127.0.0.1' }] })],
      [],
    ],
    [
      'on the network of their node',
      [
        objectOf('v1 Pod', {
          hostNetwork: true,
          containers: [{ name: 'node', ports: [{ containerPort: 80 }] }],
        }),
      ],
      ['http://*:80 TCP to node:80 by hostPort'],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(routeLines(...objects)).toEqual(expected)
  })
})

describe('objects of the NGINX Ingress Controller', () => {
  const server = (spec: object): object =>
    objectOf('k8s.nginx.org/v1 VirtualServer', {
      host: 'a.example',
      tls: { secret: 'cert' },
      upstreams: [{ name: 'up', service: 'web', port: 80 }],
      ...spec,
    })
  const policy = (name: string, spec: object): object => objectOf('k8s.nginx.org/v1 Policy', spec, { name })
  const cases: readonly Case[] = [
    [
      'routes, policies, redirects, answers and matches',
      [
        policy('office', { accessControl: { allow: ['10.0.0.0/8'] } }),
        policy('door', { oidc: {} }),
        server({
          policies: [{ name: 'office' }],
          routes: [
            { path: '/', policies: [{ name: 'door' }], action: { pass: 'up' } },
            { path: '=/old', action: { redirect: { url: 'https://b.example' } } },
            {
              path: '~ ^/x',
              matches: [{ conditions: [{ header: 'x-beta', value: '1' }], action: { pass: 'other' } }],
              action: { return: { code: 404 } },
            },
          ],
        }),
      ],
      [
        'https://a.example/ prefix to web:80 | policy door (oidc), 10.0.0.0/8 < Policy shop/door, Policy shop/office',
        'https://a.example/old exact to redirect to https://b.example | 10.0.0.0/8 < Policy shop/office',
        'https://a.example^/x regex to answer 404 | 10.0.0.0/8 < Policy shop/office',
        'https://a.example^/x regex [header x-beta] to other | 10.0.0.0/8 < Policy shop/office',
      ],
    ],
    [
      'a route served by an object that is not known',
      [server({ routes: [{ path: '/b', route: 'other/part' }] })],
      ['https://a.example/b prefix to VirtualServerRoute other/part'],
    ],
    [
      'a route served by one that is',
      [
        server({ routes: [{ path: '/b', route: 'other/part', policies: [{ name: 'jwt' }] }] }),
        objectOf(
          'k8s.nginx.org/v1 VirtualServerRoute',
          {
            host: 'a.example',
            upstreams: [{ name: 'b', service: 'part', port: 8080 }],
            subroutes: [{ path: '/b/c', action: { pass: 'b' } }],
          },
          { name: 'part', namespace: 'other' },
        ),
      ],
      ['https://a.example/b/c prefix to part:8080 | policy jwt < VirtualServer shop/web'],
    ],
    [
      'TCP',
      [
        objectOf('k8s.nginx.org/v1 TransportServer', {
          listener: { name: 'db', protocol: 'TCP' },
          upstreams: [{ name: 'db', service: 'db', port: 5432 }],
          action: { pass: 'db' },
        }),
      ],
      ['http://*:db TCP to db:5432'],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(routeLines(...objects)).toEqual(expected)
  })
})

describe('other kinds that open ways in', () => {
  const cases: readonly Case[] = [
    [
      'a RouteGroup',
      [
        objectOf('zalando.org/v1 RouteGroup', {
          hosts: ['a.example'],
          backends: [
            { name: 'web', type: 'service', serviceName: 'web', servicePort: 80 },
            { name: 'none', type: 'shunt' },
          ],
          defaultBackends: [{ backendName: 'web' }],
          routes: [
            { pathSubtree: '/', filters: ['oauthTokeninfoAllScope("uid")', 'latency()'] },
            {
              path: '/x',
              methods: ['POST', 'GET'],
              predicates: ['Cookie("a", "b")'],
              backends: [{ backendName: 'none' }],
            },
          ],
        }),
      ],
      [
        'http://a.example/ pathSubtree to web:80 | filter oauthTokeninfoAllScope',
        'http://a.example/x path [method GET, method POST, Cookie("a", "b")] to shunt',
      ],
    ],
    [
      'a Knative Service',
      [objectOf('serving.knative.dev/v1 Service', { template: {} })],
      ['http://web.shop.*/ Prefix to web by Knative'],
    ],
    [
      'a Knative Service for the cluster',
      [
        objectOf(
          'serving.knative.dev/v1 Service',
          {},
          { labels: { 'networking.knative.dev/visibility': 'cluster-local' } },
        ),
      ],
      [],
    ],
    [
      'a DomainMapping',
      [
        objectOf(
          'serving.knative.dev/v1beta1 DomainMapping',
          { ref: { kind: 'Service', name: 'web' }, tls: { secretName: 'cert' } },
          { name: 'a.example' },
        ),
      ],
      ['https://a.example/ Prefix to web by Knative'],
    ],
    [
      'a Mapping with the Host of its certificate',
      [
        objectOf(
          'getambassador.io/v3alpha1 Host',
          { hostname: '*.example', tlsSecret: { name: 'cert' } },
          { name: 'host' },
        ),
        objectOf('getambassador.io/v3alpha1 Mapping', {
          hostname: 'a.example',
          prefix: '/b/',
          service: 'web:80',
          method: 'GET',
        }),
      ],
      ['https://a.example/b/ prefix [method GET] to web:80 < Host shop/host'],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(routeLines(...objects)).toEqual(expected)
  })
})
