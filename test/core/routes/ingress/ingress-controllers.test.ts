import { describe, expect, it } from 'vitest'
import { objectOf, routeLines } from '../../../support/route-line.ts'

const NGINX = 'nginx.ingress.kubernetes.io'
const ALB = 'alb.ingress.kubernetes.io'

const path = (at: string, name = 'web', port: object = { number: 80 }): object => ({
  path: at,
  pathType: 'Prefix',
  backend: { service: { name, port } },
})

const ingress = (annotations: object, spec: object = {}, metadata: object = {}): object =>
  objectOf(
    'networking.k8s.io/v1 Ingress',
    { rules: [{ host: 'a.example', http: { paths: [path('/')] } }], ...spec },
    { annotations, ...metadata },
  )

const action = (name: string, value: object): object => ({
  [`${ALB}/actions.${name}`]: JSON.stringify(value),
})
const byAnnotation = (name: string): object => ({
  rules: [{ host: 'a.example', http: { paths: [path('/', name, { name: 'use-annotation' })] } }],
})

describe('what a controller makes of an Ingress', () => {
  const cases: readonly (readonly [name: string, objects: readonly object[], lines: readonly string[]])[] = [
    [
      'an alias of another controller',
      [ingress({ 'haproxy-ingress.github.io/server-alias': 'b.example' })],
      ['http://a.example/ Prefix to web:80', 'http://b.example/ Prefix to web:80'],
    ],
    [
      'a host that only redirects here',
      [ingress({ [`${NGINX}/from-to-www-redirect`]: 'true' }, { tls: [{ hosts: ['a.example'] }] })],
      ['https://a.example/ Prefix to web:80', 'http://www.a.example/ Prefix to redirect to //a.example'],
    ],
    [
      'a redirect in place of the backend',
      [ingress({ [`${NGINX}/permanent-redirect`]: 'https://u:hunter2@b.example' })],
      ['http://a.example/ Prefix to redirect to https://u:***@b.example'],
    ],
    [
      'TLS that passes through',
      [ingress({ [`${NGINX}/ssl-passthrough`]: 'true' }, { tls: [{ hosts: ['a.example'] }] })],
      ['http://a.example/ Prefix to web:80 (TLS passes through)'],
    ],
    [
      'a canary',
      [
        ingress({
          [`${NGINX}/canary`]: 'true',
          [`${NGINX}/canary-weight`]: '10',
          [`${NGINX}/canary-by-header`]: 'x-canary',
        }),
      ],
      ['http://a.example/ Prefix [canary, header x-canary, weight 10 of 100] to web:80'],
    ],
    [
      'a canary that is off',
      [ingress({ [`${NGINX}/canary`]: 'false', [`${NGINX}/canary-weight`]: '10' })],
      ['http://a.example/ Prefix to web:80'],
    ],
    [
      'an action that redirects to TLS',
      [
        ingress(
          action('ssl', {
            type: 'redirect',
            redirectConfig: {
              protocol: 'HTTPS',
              port: '443',
              host: '#{host}',
              path: '/#{path}',
              statusCode: 'HTTP_301',
            },
          }),
          byAnnotation('ssl'),
        ),
      ],
      ['http://a.example/ Prefix to redirect to https'],
    ],
    [
      'an action that answers',
      [
        ingress(
          action('gone', { Type: 'x', type: 'fixed-response', fixedResponseConfig: { statusCode: '410' } }),
          byAnnotation('gone'),
        ),
      ],
      ['http://a.example/ Prefix to answer 410'],
    ],
    [
      'an action that shares traffic',
      [
        ingress(
          action('split', {
            type: 'forward',
            forwardConfig: {
              targetGroups: [
                { serviceName: 'web', servicePort: 80, weight: 90 },
                { serviceName: 'new', servicePort: '80', weight: 10 },
              ],
            },
          }),
          byAnnotation('split'),
        ),
      ],
      ['http://a.example/ Prefix to new:80 (weight 10), web:80 (weight 90)'],
    ],
    [
      'an action that is no JSON',
      [ingress({ [`${ALB}/actions.bad`]: '{' }, byAnnotation('bad'))],
      ['http://a.example/ Prefix to action bad'],
    ],
    [
      'conditions of a load balancer',
      [
        ingress({
          [`${ALB}/inbound-cidrs`]: '10.0.0.0/8',
          [`${ALB}/conditions.web`]: JSON.stringify([
            { field: 'source-ip', sourceIpConfig: { values: ['10.1.0.0/16', '192.168.0.0/16'] } },
            { field: 'http-request-method', httpRequestMethodConfig: { Values: ['GET'], values: ['GET'] } },
            { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'x-beta', values: ['1', '2'] } },
          ]),
        }),
      ],
      ['http://a.example/ Prefix [header x-beta = 1 or 2, method GET] to web:80 | 10.1.0.0/16'],
    ],
    [
      'a load balancer that listens for TLS',
      [ingress({ [`${ALB}/listen-ports`]: '[{"HTTP": 80}, {"HTTPS": 443}]' })],
      ['https://a.example/ Prefix to web:80'],
    ],
    [
      'a load balancer that does not',
      [ingress({ [`${ALB}/listen-ports`]: '[{"HTTP": 80}]' })],
      ['http://a.example/ Prefix to web:80'],
    ],
    [
      'a load balancer that checks certificates',
      [ingress({ [`${ALB}/mutual-authentication`]: '[{"port": 443, "mode": "verify", "trustStore": "x"}]' })],
      ['http://a.example/ Prefix to web:80 | client certificate'],
    ],
    [
      'certificates that are optional',
      [
        ingress({
          'haproxy-ingress.github.io/auth-tls-secret': 'ca',
          'haproxy-ingress.github.io/auth-tls-verify-client': 'optional',
        }),
      ],
      ['http://a.example/ Prefix to web:80'],
    ],
    [
      'plugins that are known',
      [
        { ...objectOf('configuration.konghq.com/v1 KongPlugin', {}, { name: 'door' }), plugin: 'key-auth' },
        {
          ...objectOf('configuration.konghq.com/v1 KongPlugin', {}, { name: 'office' }),
          plugin: 'ip-restriction',
          config: { allow: ['10.0.0.0/8'] },
        },
        {
          ...objectOf('configuration.konghq.com/v1 KongPlugin', {}, { name: 'auth-log' }),
          plugin: 'file-log',
        },
        ingress({ 'konghq.com/plugins': 'door, office, auth-log, sso' }),
      ],
      [
        'http://a.example/ Prefix to web:80 | plugin door (key-auth), plugin sso, 10.0.0.0/8 < KongPlugin shop/auth-log, KongPlugin shop/door, KongPlugin shop/office',
      ],
    ],
    [
      'policies of the NGINX Ingress Controller',
      [
        objectOf('k8s.nginx.org/v1 Policy', { jwt: {} }, { name: 'door', namespace: 'infra' }),
        ingress({ 'nginx.org/policies': 'infra/door' }),
      ],
      ['http://a.example/ Prefix to web:80 | policy door (jwt) < Policy infra/door'],
    ],
    [
      'a minion has the TLS of its master',
      [
        ingress(
          { 'nginx.org/mergeable-ingress-type': 'master' },
          { rules: [{ host: 'a.example' }], tls: [{ hosts: ['a.example'] }] },
          { name: 'master' },
        ),
        ingress({ 'nginx.org/mergeable-ingress-type': 'minion' }),
      ],
      [
        'https://a.example/ Default to the minions',
        'https://a.example/ Prefix to web:80 < Ingress shop/master',
      ],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(routeLines(...objects)).toEqual(expected)
  })
})

describe('a load balancer of a Service', () => {
  const AWS = 'service.beta.kubernetes.io/aws-load-balancer'
  const classes: readonly (readonly [annotations: object, spec: object, name: string])[] = [
    [{}, {}, 'LoadBalancer'],
    [{ [`${AWS}-type`]: 'nlb' }, {}, 'LoadBalancer'],
    [{ [`${AWS}-type`]: 'nlb-ip' }, {}, 'LoadBalancer'],
    [{ [`${AWS}-type`]: 'external' }, {}, 'internal'],
    [{ [`${AWS}-type`]: 'external', [`${AWS}-scheme`]: 'internet-facing' }, {}, 'LoadBalancer'],
    [{}, { loadBalancerClass: 'service.k8s.aws/nlb' }, 'internal'],
    [{ [`${AWS}-internal`]: '0.0.0.0/0' }, {}, 'internal'],
    [{ [`${AWS}-internal`]: 'false' }, {}, 'LoadBalancer'],
    [{ 'service.beta.kubernetes.io/oci-load-balancer-internal': 'true' }, {}, 'internal'],
  ]
  it.each(classes)('with %j and %j is of the class %s', (annotations, spec, name) => {
    const service = objectOf(
      'v1 Service',
      { type: 'LoadBalancer', ports: [{ port: 80 }], ...spec },
      { annotations },
    )
    expect(routeLines(service)).toEqual([`http://*:80 TCP to web:80 by ${name}`])
  })

  it('has its external addresses in their one form', () => {
    const service = objectOf('v1 Service', {
      ports: [{ port: 80 }],
      externalIPs: ['2001:DB8:0::1', '::ffff:192.0.2.1'],
    })
    expect(routeLines(service)).toEqual([
      'http://192.0.2.1:80 TCP to web:80 by externalIPs',
      'http://[2001:db8::1]:80 TCP to web:80 by externalIPs',
    ])
  })
})
