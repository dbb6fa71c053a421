import { describe, expect, it } from 'vitest'
import { routeChanges } from '../../../../src/core/routes/route-changes.ts'
import { placed } from '../../../support/manifest.ts'
import { objectOf, routeLine, routeLines } from '../../../support/route-line.ts'

const proxy = (spec: object, metadata: object = {}): object =>
  objectOf('projectcontour.io/v1 HTTPProxy', spec, metadata)

const web = [{ name: 'web', port: 80 }]
const tls = { secretName: 'cert' }

describe('an HTTPProxy', () => {
  const cases: readonly (readonly [name: string, spec: object, lines: readonly string[]])[] = [
    [
      'with conditions',
      {
        virtualhost: { fqdn: 'a.example' },
        routes: [
          {
            conditions: [
              { prefix: '/a' },
              { header: { name: 'x-beta', exact: '1' } },
              { header: { name: 'x-old', notpresent: true } },
              { queryParameter: { name: 'v', prefix: '2' } },
            ],
            services: web,
          },
        ],
      },
      ['http://a.example/a prefix [header x-beta = 1, header x-old, query prefix v = 2] to web:80'],
    ],
    [
      'that permits plain text as well',
      { virtualhost: { fqdn: 'a.example', tls }, routes: [{ services: web, permitInsecure: true }] },
      ['http://a.example/ prefix to web:80', 'https://a.example/ prefix to web:80'],
    ],
    [
      'with tokens, of which one route needs none',
      {
        virtualhost: {
          fqdn: 'a.example',
          tls,
          jwtProviders: [{ name: 'other' }, { name: 'main', default: true }],
        },
        routes: [
          { conditions: [{ prefix: '/a' }], services: web },
          { conditions: [{ prefix: '/b' }], services: web, jwtVerificationPolicy: { require: 'other' } },
          { conditions: [{ prefix: '/c' }], services: web, jwtVerificationPolicy: { disabled: true } },
        ],
      },
      [
        'https://a.example/a prefix to web:80 | jwt main',
        'https://a.example/b prefix to web:80 | jwt other',
        'https://a.example/c prefix to web:80',
      ],
    ],
    [
      'with certificates of visitors',
      {
        virtualhost: { fqdn: 'a.example', tls: { ...tls, clientValidation: { caSecret: 'ca' } } },
        routes: [{ services: web }],
      },
      ['https://a.example/ prefix to web:80 | client certificate'],
    ],
    [
      'with certificates that are optional',
      {
        virtualhost: {
          fqdn: 'a.example',
          tls: { ...tls, clientValidation: { caSecret: 'ca', optionalClientCertificate: true } },
        },
        routes: [{ services: web }],
      },
      ['https://a.example/ prefix to web:80'],
    ],
    [
      'that asks nobody but where a route says so',
      {
        virtualhost: {
          fqdn: 'a.example',
          tls,
          authorization: { extensionRef: { name: 'sso' }, authPolicy: { disabled: true } },
        },
        routes: [
          { services: web },
          { conditions: [{ prefix: '/b' }], services: web, authPolicy: { disabled: false } },
        ],
      },
      ['https://a.example/ prefix to web:80', 'https://a.example/b prefix to web:80 | authorization sso'],
    ],
    [
      'for TCP',
      {
        virtualhost: { fqdn: 'a.example', tls: { passthrough: true } },
        tcpproxy: { services: web },
        routes: [{ services: web }],
      },
      ['http://a.example/ prefix to web:80', 'http://a.example:443 TCP to web:80 (TLS passes through)'],
    ],
    [
      'that redirects and answers',
      {
        virtualhost: { fqdn: 'a.example' },
        routes: [
          { conditions: [{ exact: '/a' }], requestRedirectPolicy: { hostname: 'b.example' } },
          { conditions: [{ regex: '/b.*' }], directResponsePolicy: { statusCode: 404 } },
        ],
      },
      ['http://a.example/a exact to redirect to //b.example', 'http://a.example/b.* regex to answer 404'],
    ],
    [
      'that includes one nobody knows',
      {
        virtualhost: { fqdn: 'a.example' },
        includes: [{ name: 'blog', namespace: 'blogs', conditions: [{ prefix: '/blog' }] }],
      },
      ['http://a.example/blog prefix to HTTPProxy blogs/blog'],
    ],
    ['that nobody includes', { routes: [{ services: web }] }, []],
  ]
  it.each(cases)('%s', (_name, spec, expected) => {
    expect(routeLines(proxy(spec))).toEqual(expected)
  })

  const root = (spec: object = {}): object =>
    proxy({
      virtualhost: { fqdn: 'a.example', tls, authorization: { extensionRef: { name: 'sso' } } },
      includes: [{ name: 'blog', namespace: 'blogs', conditions: [{ prefix: '/blog' }] }],
      ...spec,
    })
  const blog = proxy(
    { includes: [{ name: 'admin' }], routes: [{ conditions: [{ prefix: '/posts' }], services: web }] },
    { name: 'blog', namespace: 'blogs' },
  )
  const admin = proxy(
    { routes: [{ services: web, authPolicy: { disabled: true } }] },
    { name: 'admin', namespace: 'blogs' },
  )

  it('that is included is reached through its parents', () => {
    expect(routeLines(admin, blog, root())).toEqual([
      'https://a.example/blog prefix to web:80 < HTTPProxy blogs/blog, HTTPProxy shop/web',
      'https://a.example/blog/posts prefix to web:80 | authorization sso < HTTPProxy shop/web',
    ])
  })

  it('that is no longer included is closed', () => {
    const [before, after] = [placed(root()), placed(root({ includes: [] }))]
    const { removed, added, changed } = routeChanges([before], [after], [placed(blog)])
    expect([...added, ...changed]).toEqual([])
    expect(removed.map(routeLine)).toEqual([
      'https://a.example/blog prefix to HTTPProxy blogs/admin | authorization sso < HTTPProxy shop/web',
      'https://a.example/blog/posts prefix to web:80 | authorization sso < HTTPProxy shop/web',
    ])
  })

  it('that includes itself opens nothing', () => {
    const ring = proxy({ includes: [{ name: 'web' }, { name: 'web' }], routes: [{ services: web }] })
    expect(routeLines(ring)).toEqual([])
  })
})
