import { describe, expect, it } from 'vitest'
import { routeChanges } from '../../../../src/core/routes/route-changes.ts'
import { placed } from '../../../support/manifest.ts'
import { objectOf, routeLine, routeLines } from '../../../support/route-line.ts'

const API = 'gateway.networking.k8s.io/v1'

const gateway = (listeners: readonly object[], spec: object = {}, namespace = 'shop'): object =>
  objectOf(`${API} Gateway`, { gatewayClassName: 'edge', listeners, ...spec }, { name: 'gw', namespace })

const http = { name: 'http', port: 80, protocol: 'HTTP' }
const https = { name: 'https', port: 443, protocol: 'HTTPS', hostname: '*.shop.example' }

const route = (spec: object = {}, metadata: object = {}, kind = 'HTTPRoute'): object =>
  objectOf(
    `${API} ${kind}`,
    {
      parentRefs: [{ name: 'gw' }],
      hostnames: ['a.shop.example'],
      rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
      ...spec,
    },
    metadata,
  )

/** Without the rows of the Gateway itself. */
const linesOfRoutes = (...objects: readonly object[]): readonly string[] =>
  routeLines(...objects).filter((line) => !line.includes('the routes that attach'))

describe('a route of the Gateway API', () => {
  const cases: readonly (readonly [name: string, objects: readonly object[], lines: readonly string[]])[] = [
    [
      'comes in through every listener that takes it',
      [gateway([http, https]), route()],
      [
        'http://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw',
        'https://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw',
      ],
    ],
    [
      'is bound to a section',
      [gateway([http, https]), route({ parentRefs: [{ name: 'gw', sectionName: 'https' }] })],
      ['https://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'],
    ],
    [
      'is bound to a port',
      [gateway([http, https]), route({ parentRefs: [{ name: 'gw', port: 80 }] })],
      ['http://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'],
    ],
    [
      'has the hosts of the listener when it names none',
      [gateway([https]), route({ hostnames: [] })],
      ['https://*.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'],
    ],
    [
      'has the narrower of two wildcards, and only hosts that both have',
      [
        gateway([https]),
        route({ hostnames: ['*.example', '*.b.shop.example', 'shop.example', 'x.y.shop.example'] }),
      ],
      [
        'https://*.b.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw',
        'https://*.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw',
        'https://x.y.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw',
      ],
    ],
    [
      'has no host in common with any listener',
      [gateway([https]), route({ hostnames: ['other.example'] })],
      [],
    ],
    [
      'names a section that is not there',
      [gateway([http]), route({ parentRefs: [{ name: 'gw', sectionName: 'tls' }] })],
      [],
    ],
    [
      'of a protocol that the listener does not speak',
      [gateway([{ ...http, protocol: 'UDP' }]), route()],
      [],
    ],
    [
      'of a kind that is not allowed',
      [gateway([{ ...http, allowedRoutes: { kinds: [{ kind: 'GRPCRoute' }] } }]), route()],
      [],
    ],
    [
      'of another namespace, which only the same may use',
      [gateway([http], {}, 'infra'), route({ parentRefs: [{ name: 'gw', namespace: 'infra' }] })],
      [],
    ],
    [
      'of another namespace, when labels decide, counts as allowed',
      [
        gateway([{ ...http, allowedRoutes: { namespaces: { from: 'Selector' } } }], {}, 'infra'),
        route({ parentRefs: [{ name: 'gw', namespace: 'infra' }] }),
      ],
      ['http://a.shop.example/ PathPrefix to web:80 by edge < Gateway infra/gw'],
    ],
    [
      'of another namespace, when none is allowed',
      [gateway([{ ...http, allowedRoutes: { namespaces: { from: 'None' } } }]), route()],
      [],
    ],
    [
      'with a namespace that is not written may be in any',
      [
        gateway([http], {}, 'infra'),
        { ...route({ parentRefs: [{ name: 'gw', namespace: 'infra' }] }), metadata: { name: 'web' } },
      ],
      ['http://a.shop.example/ PathPrefix to web:80 by edge < Gateway infra/gw'],
    ],
    [
      'of a Gateway with a host and a section that another tool completes',
      [
        gateway([{ ...https, name: '${SECTION}', hostname: '*.${DOMAIN}' }]),
        route({ parentRefs: [{ name: 'gw', sectionName: 'https' }] }),
      ],
      ['https://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'],
    ],
    [
      'of a Gateway of which only a piece without listeners is here',
      [gateway([]), route()],
      ['http://a.shop.example/ PathPrefix to web:80 by gw'],
    ],
    [
      'with a parent that is not known is open',
      [route({ parentRefs: [{ name: 'other' }, { name: 'gw', sectionName: 'https' }] })],
      ['http://a.shop.example/ PathPrefix to web:80 by gw, other'],
    ],
    [
      'with one known parent and one that is not',
      [gateway([https]), route({ parentRefs: [{ name: 'gw' }, { name: 'other', sectionName: 'https' }] })],
      [
        'https://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw',
        'https://a.shop.example/ PathPrefix to web:80 by other',
      ],
    ],
    ['in the mesh only', [route({ parentRefs: [{ group: '', kind: 'Service', name: 'web' }] })], []],
    [
      'for two protocols alike',
      [gateway([http]), route({ rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] }, {}, 'GRPCRoute')],
      ['http://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'],
    ],
    [
      'with certificates of visitors',
      [
        gateway([https], {
          tls: { frontend: { default: { validation: { caCertificateRefs: [{ name: 'ca' }] } } } },
        }),
        route(),
      ],
      ['https://a.shop.example/ PathPrefix to web:80 by edge | client certificate < Gateway shop/gw'],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(linesOfRoutes(...objects)).toEqual(expected)
  })

  it('of a Gateway that is only patched here counts as open when no listener in the patch takes it', () => {
    const patch = placed(gateway([{ ...https, hostname: 'b.example' }]), { role: 'kustomize-patch' })
    const { added } = routeChanges([], [patch, placed(route())])
    expect(added.map(routeLine)).toContain('http://a.shop.example/ PathPrefix to web:80 by gw')
  })

  it('goes to its own environment: a Gateway of another one is not its Gateway', () => {
    const other = placed(gateway([https]), { environment: 'staging' })
    const { added } = routeChanges([], [other, placed(route(), { environment: 'production' })])
    expect(added.map(routeLine)).toContain('http://a.shop.example/ PathPrefix to web:80 by gw')
  })
})

describe('a rule of the Gateway API', () => {
  const rules: readonly (readonly [name: string, rule: object, lines: readonly string[]])[] = [
    [
      'with matches of one path is a row for each',
      {
        matches: [
          { path: { value: '/a' }, method: 'GET' },
          {
            path: { value: '/a' },
            headers: [{ name: 'x-beta', value: '1' }],
            queryParams: [{ name: 'v', type: 'RegularExpression', value: '2+' }],
          },
          { path: { value: '/a' }, headers: [{ name: 'authorization', value: 'letmein' }] },
        ],
        backendRefs: [{ name: 'web', port: 80 }],
      },
      [
        'http://*/a PathPrefix [header authorization = ***] to web:80 by gw',
        'http://*/a PathPrefix [header x-beta = 1, query v ~ 2+] to web:80 by gw',
        'http://*/a PathPrefix [method GET] to web:80 by gw',
      ],
    ],
    [
      'that redirects',
      { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }] },
      ['http://*/ PathPrefix to redirect to https by gw'],
    ],
    [
      'that redirects elsewhere',
      {
        filters: [
          {
            type: 'RequestRedirect',
            requestRedirect: {
              hostname: 'new.example',
              path: { type: 'ReplaceFullPath', replaceFullPath: '/b' },
            },
          },
        ],
      },
      ['http://*/ PathPrefix to redirect to //new.example/b by gw'],
    ],
    [
      'with backends of other namespaces and kinds, in any order',
      {
        backendRefs: [
          { name: 'web', port: 80, weight: 9 },
          { name: 'new', namespace: 'other', port: 81, weight: 1 },
          { group: 'x.example', kind: 'Bucket', name: 'files', weight: 0 },
        ],
      },
      ['http://*/ PathPrefix to Bucket files (weight 0), other/new:81 (weight 1), web:80 (weight 9) by gw'],
    ],
    [
      'with a server that is asked',
      {
        filters: [{ type: 'ExternalAuth', externalAuth: { backendRef: { name: 'sso' } } }],
        backendRefs: [{ name: 'web' }],
      },
      ['http://*/ PathPrefix to web by gw | external auth sso'],
    ],
    [
      'with a method of gRPC',
      {
        matches: [{ method: { service: 'shop.Cart', method: 'Add' } }, { method: { method: 'List' } }],
        backendRefs: [{ name: 'web' }],
      },
      ['http://*/*/List Method to web by gw', 'http://*/shop.Cart/Add Method to web by gw'],
    ],
  ]
  it.each(rules)('%s', (_name, rule, expected) => {
    expect(routeLines(route({ hostnames: [], rules: [rule] }))).toEqual(expected)
  })
})

describe('a stream route of the Gateway API', () => {
  const stream = (kind: string, spec: object = {}): object =>
    objectOf(
      `gateway.networking.k8s.io/v1alpha2 ${kind}`,
      { parentRefs: [{ name: 'gw' }], rules: [{ backendRefs: [{ name: 'db', port: 5432 }] }], ...spec },
      { name: 'db' },
    )
  const tls = { name: 'tls', port: 8443, protocol: 'TLS', hostname: '*.shop.example' }
  it.each([
    [
      'passes TLS on',
      [
        gateway([{ ...tls, tls: { mode: 'Passthrough' } }]),
        stream('TLSRoute', { hostnames: ['db.shop.example'] }),
      ],
      ['http://db.shop.example:8443 TLS to db:5432 (TLS passes through) by edge < Gateway shop/gw'],
    ],
    [
      'ends TLS',
      [gateway([tls]), stream('TLSRoute')],
      ['https://*.shop.example:8443 TLS to db:5432 by edge < Gateway shop/gw'],
    ],
    [
      'of TCP',
      [gateway([{ name: 'db', port: 5432, protocol: 'TCP' }]), stream('TCPRoute')],
      ['http://*:5432 TCP to db:5432 by edge < Gateway shop/gw'],
    ],
    ['of UDP without its Gateway', [stream('UDPRoute')], ['http://*:any UDP to db:5432 by gw']],
  ] as const)('%s', (_name, objects, expected) => {
    expect(linesOfRoutes(...objects)).toEqual(expected)
  })
})

describe('a ListenerSet', () => {
  const set = (metadata: object = {}): object =>
    objectOf(
      `${API} ListenerSet`,
      {
        parentRef: { name: 'gw' },
        listeners: [{ name: 'more', port: 8443, protocol: 'HTTPS', hostname: 'a.shop.example' }],
      },
      { name: 'set', ...metadata },
    )
  const onSet = route({ parentRefs: [{ kind: 'ListenerSet', name: 'set' }] })

  it('adds listeners when its Gateway takes any', () => {
    const open = gateway([], { allowedListeners: { namespaces: { from: 'Same' } } })
    expect(routeLines(open, set(), onSet)).toEqual([
      'https://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw, ListenerSet shop/set',
      'https://a.shop.example:8443 HTTPS to the routes that attach by edge < Gateway shop/gw',
    ])
  })

  it('adds none when its Gateway does not say so', () => {
    expect(routeLines(gateway([]), set(), onSet)).toEqual([])
  })

  it('of a Gateway that is not known counts', () => {
    expect(routeLines(set(), onSet)).toEqual([
      'https://a.shop.example/ PathPrefix to web:80 by gw < ListenerSet shop/set',
      'https://a.shop.example:8443 HTTPS to the routes that attach by gw',
    ])
  })
})

describe('a SecurityPolicy', () => {
  const policy = (name: string, spec: object): object =>
    objectOf('gateway.envoyproxy.io/v1alpha1 SecurityPolicy', spec, { name })
  const forRoute = { targetRefs: [{ kind: 'HTTPRoute', name: 'web' }] }
  const forGateway = { targetRef: { kind: 'Gateway', name: 'gw' } }
  const office = {
    authorization: {
      defaultAction: 'Deny',
      rules: [{ action: 'Allow', principal: { clientCIDRs: ['10.0.0.0/8'] } }],
    },
  }
  const cases: readonly (readonly [name: string, policies: readonly object[], guards: string])[] = [
    [
      'for a Gateway is for its routes',
      [policy('door', { ...forGateway, oidc: {}, ...office })],
      ' | policy door (oidc), 10.0.0.0/8 < SecurityPolicy shop/door, Gateway shop/gw',
    ],
    [
      'for one listener is for routes that come through it',
      [policy('door', { targetRefs: [{ kind: 'Gateway', name: 'gw', sectionName: 'http' }], jwt: {} })],
      ' | policy door (jwt) < SecurityPolicy shop/door, Gateway shop/gw',
    ],
    [
      'for another listener is not',
      [policy('door', { targetRefs: [{ kind: 'Gateway', name: 'gw', sectionName: 'https' }], jwt: {} })],
      ' < Gateway shop/gw',
    ],
    [
      'for a route takes the place of that for the Gateway',
      [policy('door', { ...forGateway, oidc: {} }), policy('open', { ...forRoute, cors: {} })],
      ' < SecurityPolicy shop/open, Gateway shop/gw',
    ],
    [
      'for a part of a route leaves the rest open',
      [
        policy('door', { ...forGateway, oidc: {} }),
        policy('part', { targetRefs: [{ kind: 'HTTPRoute', name: 'web', sectionName: 'a' }], cors: {} }),
      ],
      ' < SecurityPolicy shop/part, Gateway shop/gw',
    ],
    [
      'with tokens that are optional keeps nobody out',
      [policy('door', { ...forRoute, jwt: { optional: true } })],
      ' < SecurityPolicy shop/door, Gateway shop/gw',
    ],
    [
      'that allows somebody from anywhere',
      [
        policy('door', {
          ...forRoute,
          authorization: { defaultAction: 'Deny', rules: [{ action: 'Allow', principal: { jwt: {} } }] },
        }),
      ],
      ' < SecurityPolicy shop/door, Gateway shop/gw',
    ],
  ]
  it.each(cases)('%s', (_name, policies, guards) => {
    expect(linesOfRoutes(gateway([http]), route(), ...policies)).toEqual([
      `http://a.shop.example/ PathPrefix to web:80 by edge${guards}`,
    ])
  })
})

describe('a change of a Gateway', () => {
  const changed = (before: readonly object[], after: readonly object[]) => {
    const {
      added,
      removed,
      changed: pairs,
    } = routeChanges(
      before.map((object) => placed(object)),
      after.map((object) => placed(object)),
      [placed(route())],
    )
    const ofRoute = (line: string): boolean => !line.includes('the routes that attach')
    return {
      added: added.map(routeLine).filter(ofRoute),
      removed: removed.map(routeLine).filter(ofRoute),
      changed: pairs
        .map((pair) => [routeLine(pair.old), routeLine(pair.new)])
        .filter(([old = '']) => ofRoute(old)),
    }
  }
  const secure = 'https://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'
  const plain = 'http://a.shop.example/ PathPrefix to web:80 by edge < Gateway shop/gw'

  it('that loses TLS is one of the unchanged routes that hang on it', () => {
    const without = { ...https, protocol: 'HTTP' }
    expect(changed([gateway([https])], [gateway([without])])).toEqual({
      added: [],
      removed: [],
      changed: [[secure, plain]],
    })
  })

  it('that serves plain text as well opens a way in', () => {
    expect(changed([gateway([https])], [gateway([http, https])])).toEqual({
      added: [plain],
      removed: [],
      changed: [],
    })
  })

  it('that takes another host closes', () => {
    const other = { ...https, hostname: 'other.example' }
    expect(changed([gateway([https])], [gateway([other])])).toEqual({
      added: [],
      removed: [secure],
      changed: [],
    })
  })

  it('that deletes it closes, and one that creates it opens', () => {
    expect(changed([gateway([https])], [])).toEqual({ added: [], removed: [secure], changed: [] })
    expect(changed([], [gateway([https])])).toEqual({ added: [secure], removed: [], changed: [] })
  })

  it('that it does not make is none', () => {
    expect(changed([], [])).toEqual({ added: [], removed: [], changed: [] })
  })
})
