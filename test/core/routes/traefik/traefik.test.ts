import { describe, expect, it } from 'vitest'
import { parseTraefikRule } from '../../../../src/core/routes/traefik/traefik-rule.ts'
import { objectOf, routeLines } from '../../../support/route-line.ts'

const API = 'traefik.io/v1alpha1'

const ingressRoute = (match: string, route: object = {}, spec: object = {}, metadata: object = {}): object =>
  objectOf(
    `${API} IngressRoute`,
    { routes: [{ match, services: [{ name: 'web', port: 80 }], ...route }], ...spec },
    metadata,
  )

const middleware = (name: string, spec: object): object => objectOf(`${API} Middleware`, spec, { name })

/** Longer than any name, so nobody looks for a domain in it. */
const LONG_PATTERN = `${'\\.a'.repeat(400)}$`

describe('a Traefik rule', () => {
  const rules: readonly (readonly [rule: string, places: readonly string[]])[] = [
    ['Host(`a.example`)', ['a.example/ PathPrefix']],
    ['Host(`a.example`, `B.example`)', ['a.example/ PathPrefix', 'b.example/ PathPrefix']],
    [
      '(Host(`a.example`) || Host("b.example")) && PathPrefix(`/x`)',
      ['a.example/x PathPrefix', 'b.example/x PathPrefix'],
    ],
    [
      'Host(`a.example`) && (PathPrefix(`/x`) || Path(`/y`)) && !ClientIP(`10.0.0.0/8`)',
      ['a.example/x PathPrefix [not ClientIP 10.0.0.0/8]', 'a.example/y Path [not ClientIP 10.0.0.0/8]'],
    ],
    [
      'Host(`a.example`) && ClientIP(`10.1.2.3`, `192.168.0.0/16`)',
      ['a.example/ PathPrefix | 10.1.2.3/32 192.168.0.0/16'],
    ],
    [
      'Host(`a.example`) && !(Path(`/x`) || Method(`GET`))',
      ['a.example/ PathPrefix [not Method GET, not Path /x]'],
    ],
    [
      'Host(`a.example`) && !(Path(`/x`) && Method(`GET`))',
      ['a.example/ PathPrefix [not Method GET]', 'a.example/ PathPrefix [not Path /x]'],
    ],
    ['Host(`a.example`) && Header(`X-Token`, `abc`)', ['a.example/ PathPrefix [Header X-Token = ***]']],
    [
      'HostRegexp(`{sub:[a-z]+}.shop.example`)',
      ['*.shop.example/ PathPrefix [HostRegexp {sub:[a-z]+}.shop.example]'],
    ],
    [
      'HostRegexp(`^[^.]+\\.shop\\.example$`)',
      ['*.shop.example/ PathPrefix [HostRegexp ^[^.]+\\.shop\\.example$]'],
    ],
    ['HostRegexp(`shop`)', ['*/ PathPrefix [HostRegexp shop]']],
    [`HostRegexp(\`${LONG_PATTERN}\`)`, [`*/ PathPrefix [HostRegexp ${LONG_PATTERN}]`]],
    ['PathPrefix(`/x`)', ['*/x PathPrefix']],
    ['Method(`GET`)', ['*Method(`GET`) Rule']],
    ['Host(`a.example`', ['*Host(`a.example` Rule']],
    ["Host('a.example')", ["*Host('a.example') Rule"]],
    ['Host(`a.example`) Path(`/x`)', ['*Host(`a.example`) Path(`/x`) Rule']],
    ['', ['* Rule']],
  ]
  it.each(rules)('%s', (rule, places) => {
    const lines = routeLines(ingressRoute(rule)).map((line) =>
      line.replace('http://', '').replace(' to web:80', ''),
    )
    expect(lines).toEqual(places)
  })

  it('with very many alternatives, or very deep, is left as it is written', () => {
    const pair = '(Host(`a`) || Host(`b`))'
    expect(parseTraefikRule(Array.from({ length: 20 }, () => pair).join(' && '))).toBeUndefined()
    expect(parseTraefikRule(`${'('.repeat(50_000)}Host(\`a\`)`)).toBeUndefined()
    expect(parseTraefikRule(`${'!'.repeat(50_000)}Host(\`a\`)`)).toBeUndefined()
  })
})

describe('middlewares of Traefik', () => {
  const withMiddlewares = (...names: readonly string[]): object =>
    ingressRoute('Host(`a.example`)', { middlewares: names.map((name) => ({ name })) })

  it('that are known are told by what they do', () => {
    const objects = [
      middleware('sso', { forwardAuth: { address: 'https://u:hunter2@sso.example/verify' } }),
      middleware('strip-auth-header', { headers: {} }),
      middleware('office', { ipAllowList: { sourceRange: ['10.0.0.0/8'] } }),
      middleware('all', { chain: { middlewares: [{ name: 'sso' }, { name: 'office' }, { name: 'all' }] } }),
    ]
    const sso = 'middleware sso (forwardAuth https://u:***@sso.example/verify)'
    expect(routeLines(...objects, withMiddlewares('strip-auth-header', 'sso', 'office'))).toEqual([
      `http://a.example/ PathPrefix to web:80 | ${sso}, 10.0.0.0/8 < Middleware shop/office, Middleware shop/sso, Middleware shop/strip-auth-header`,
    ])
    expect(routeLines(...objects, withMiddlewares('all'))).toEqual([
      `http://a.example/ PathPrefix to web:80 | ${sso}, 10.0.0.0/8 < Middleware shop/all, Middleware shop/office, Middleware shop/sso`,
    ])
  })

  it('that are not known are told by names that speak of signing in', () => {
    expect(routeLines(withMiddlewares('gzip', 'forward-auth'))).toEqual([
      'http://a.example/ PathPrefix to web:80 | middleware forward-auth',
    ])
  })

  it('that are written twice guard what both of them do', () => {
    const office = (ranges: readonly string[], more: object = {}): object =>
      middleware('office', { ipAllowList: { sourceRange: ranges }, ...more })
    const two = [office(['10.1.0.0/16'], { basicAuth: {} }), office(['10.0.0.0/8'])]
    expect(routeLines(...two, withMiddlewares('office'))).toEqual([
      'http://a.example/ PathPrefix to web:80 | 10.0.0.0/8 < Middleware shop/office',
    ])
  })

  it('let through what two lists of addresses have in common', () => {
    const office = middleware('office', { ipWhiteList: { sourceRange: ['10.0.0.0/8', '192.168.0.0/16'] } })
    const rule = 'Host(`a.example`) && ClientIP(`10.1.0.0/16`)'
    expect(routeLines(office, ingressRoute(rule, { middlewares: [{ name: 'office' }] }))).toEqual([
      'http://a.example/ PathPrefix to web:80 | 10.1.0.0/16 < Middleware shop/office',
    ])
  })

  it('stand before an Ingress that names them', () => {
    const ingress = objectOf(
      'networking.k8s.io/v1 Ingress',
      { rules: [{ host: 'a.example' }] },
      { annotations: { 'traefik.ingress.kubernetes.io/router.middlewares': 'shop-door@kubernetescrd' } },
    )
    expect(routeLines(middleware('door', { basicAuth: { secret: 'users' } }), ingress)).toEqual([
      'http://a.example/ Default to the default backend | middleware door (basicAuth) < Middleware shop/door',
    ])
  })
})

describe('other routes of Traefik', () => {
  it.each([
    [
      'entry points in any order, and the controllers',
      ingressRoute(
        'Host(`a.example`)',
        {},
        { entryPoints: ['websecure', 'web'], tls: {} },
        { annotations: { 'kubernetes.io/ingress.class': 'public' } },
      ),
      ['https://a.example/ PathPrefix to web:80 by public (web, websecure)'],
    ],
    [
      'services of other kinds and namespaces',
      ingressRoute('Host(`a.example`)', {
        services: [
          { name: 'api@internal', kind: 'TraefikService' },
          { name: 'b', namespace: 'other', port: 81 },
        ],
      }),
      ['http://a.example/ PathPrefix to TraefikService api@internal, other/b:81'],
    ],
    [
      'TCP',
      objectOf(`${API} IngressRouteTCP`, {
        entryPoints: ['db'],
        routes: [{ match: 'HostSNI(`db.example`)', services: [{ name: 'db', port: 5432 }] }],
        tls: { passthrough: true },
      }),
      ['http://db.example:db TCP to db:5432 (TLS passes through) by db'],
    ],
    [
      'TCP for anybody',
      objectOf(`${API} IngressRouteTCP`, {
        routes: [{ match: 'HostSNI(`*`)', services: [{ name: 'db', port: 5432 }] }],
      }),
      ['http://*:any TCP to db:5432'],
    ],
    [
      'TCP with a rule that cannot be read',
      objectOf(`${API} IngressRouteTCP`, {
        routes: [{ match: 'ALPN(`h2`)', services: [{ name: 'db', port: 5432 }] }],
      }),
      ['http://*:any TCP [ALPN(`h2`)] to db:5432'],
    ],
    [
      'UDP',
      objectOf(`${API} IngressRouteUDP`, {
        entryPoints: ['dns'],
        routes: [{ services: [{ name: 'dns', port: 53 }] }],
      }),
      ['http://*:dns UDP to dns:53 by dns'],
    ],
  ] as const)('%s', (_name, object, expected) => {
    expect(routeLines(object)).toEqual(expected)
  })
})
