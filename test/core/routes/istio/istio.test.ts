import { describe, expect, it } from 'vitest'
import { routeChanges } from '../../../../src/core/routes/route-changes.ts'
import { placed } from '../../../support/manifest.ts'
import { objectOf, routeLine, routeLines } from '../../../support/route-line.ts'

const API = 'networking.istio.io/v1'

const server = (protocol: string, number: number, hosts: readonly string[], tls?: object): object => ({
  port: { number, protocol },
  hosts,
  tls,
})

const gateway = (servers: readonly object[], namespace = 'shop'): object =>
  objectOf(`${API} Gateway`, { selector: { istio: 'public' }, servers }, { name: 'gw', namespace })

const service = (spec: object = {}, metadata: object = {}): object =>
  objectOf(
    `${API} VirtualService`,
    {
      hosts: ['a.example'],
      gateways: ['gw'],
      http: [{ route: [{ destination: { host: 'web', port: { number: 80 } } }] }],
      ...spec,
    },
    metadata,
  )

const rowsOfServices = (...objects: readonly object[]): readonly string[] =>
  routeLines(...objects).filter((line) => !line.includes('the virtual services that attach'))

describe('a VirtualService', () => {
  const cases: readonly (readonly [name: string, objects: readonly object[], lines: readonly string[]])[] = [
    [
      'comes in through the servers of its gateway',
      [gateway([server('HTTPS', 443, ['*.example'], { mode: 'SIMPLE' })]), service()],
      ['https://a.example/ prefix to web:80 by istio=public < Gateway shop/gw'],
    ],
    [
      'needs a certificate of visitors',
      [gateway([server('HTTPS', 443, ['*'], { mode: 'MUTUAL' })]), service()],
      ['https://a.example/ prefix to web:80 by istio=public | client certificate < Gateway shop/gw'],
    ],
    [
      'is only told to come back with TLS at a server that redirects',
      [gateway([server('HTTP', 80, ['*'], { httpsRedirect: true })]), service()],
      [
        'http://*:80 HTTP to redirect to https by istio=public',
        'http://a.example/ prefix to redirect to https by istio=public < Gateway shop/gw',
      ],
    ],
    [
      'hangs on a gateway of another namespace',
      [gateway([server('HTTP', 80, ['shop/*'])], 'infra'), service({ gateways: ['infra/gw'] })],
      ['http://a.example/ prefix to web:80 by istio=public < Gateway infra/gw'],
    ],
    [
      'hangs on a gateway by the older form of its name',
      [gateway([server('HTTP', 80, ['*'])], 'infra'), service({ gateways: ['gw.infra.svc.cluster.local'] })],
      ['http://a.example/ prefix to web:80 by istio=public < Gateway infra/gw'],
    ],
    [
      'of another namespace than the server is for',
      [gateway([server('HTTP', 80, ['./*'])], 'infra'), service({ gateways: ['infra/gw'] })],
      [],
    ],
    ['with a host that no server has', [gateway([server('HTTP', 80, ['*.other'])]), service()], []],
    [
      'with a gateway that is not known is open',
      [service({ gateways: ['infra/b', 'infra/a'] })],
      ['http://a.example/ prefix to web:80 by infra/a, infra/b'],
    ],
    [
      'passes TLS on by name',
      [
        gateway([server('TLS', 443, ['*'], { mode: 'PASSTHROUGH' })]),
        service({
          http: [{ route: [{ destination: { host: 'never' } }] }],
          tls: [
            {
              match: [{ port: 443, sniHosts: ['a.example'] }],
              route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 443 } } }],
            },
          ],
        }),
      ],
      ['http://a.example:443 TLS to web:443 (TLS passes through) by istio=public < Gateway shop/gw'],
    ],
    [
      'of TCP',
      [
        gateway([server('TCP', 5432, ['*']), server('HTTP', 80, ['*'])]),
        service({
          hosts: ['*'],
          http: [],
          tcp: [{ match: [{ port: 5432 }], route: [{ destination: { host: 'db.data.svc.cluster.local' } }] }],
        }),
      ],
      ['http://*:5432 TCP to db.data by istio=public < Gateway shop/gw'],
    ],
    [
      'redirects, answers, and shares traffic',
      [
        service({
          http: [
            {
              match: [{ uri: { exact: '/old' } }],
              redirect: { scheme: 'https', authority: 'new.example', uri: '/' },
            },
            { match: [{ uri: { prefix: '/health' } }], directResponse: { status: 204 } },
            {
              match: [
                { method: { exact: 'GET' }, headers: { 'x-beta': { exact: '1' }, cookie: { regex: 'a=b' } } },
              ],
              route: [
                { destination: { host: 'web', subset: 'v2' }, weight: 10 },
                { destination: { host: 'web', subset: 'v1' }, weight: 90 },
              ],
            },
          ],
        }),
      ],
      [
        'http://a.example/ prefix [method GET, header cookie ~ ***, header x-beta = 1] to web subset v1 (weight 90), web subset v2 (weight 10) by gw',
        'http://a.example/health prefix to answer 204 by gw',
        'http://a.example/old exact to redirect to https://new.example/ by gw',
      ],
    ],
    [
      'with a match for the mesh only',
      [
        service({
          gateways: ['gw', 'mesh'],
          http: [
            {
              match: [{ gateways: ['mesh'] }, { uri: { prefix: '/a' }, gateways: ['gw'] }],
              route: [{ destination: { host: 'web' } }],
            },
          ],
        }),
      ],
      ['http://a.example/a prefix to web by gw'],
    ],
    [
      'that delegates to one that is not known',
      [
        service({
          http: [{ match: [{ uri: { prefix: '/cart' } }], delegate: { name: 'cart', namespace: 'carts' } }],
        }),
      ],
      ['http://a.example/cart prefix to VirtualService carts/cart by gw'],
    ],
    [
      'that another one delegates to',
      [
        service({
          http: [{ match: [{ uri: { prefix: '/cart' } }], delegate: { name: 'cart', namespace: 'carts' } }],
        }),
        objectOf(
          `${API} VirtualService`,
          {
            http: [
              { match: [{ uri: { prefix: '/cart/items' } }], route: [{ destination: { host: 'items' } }] },
              { route: [{ destination: { host: 'cart' } }] },
            ],
          },
          { name: 'cart', namespace: 'carts' },
        ),
      ],
      [
        'http://a.example/cart prefix to cart by gw < VirtualService shop/web',
        'http://a.example/cart/items prefix to items by gw < VirtualService shop/web',
      ],
    ],
  ]
  it.each(cases)('%s', (_name, objects, expected) => {
    expect(rowsOfServices(...objects)).toEqual(expected)
  })

  it('loses its gateway and is closed', () => {
    const before = placed(gateway([server('HTTP', 80, ['*'])]))
    const { removed, changed } = routeChanges([before], [], [placed(service())])
    expect(changed).toEqual([])
    expect(removed.map(routeLine)).toContain(
      'http://a.example/ prefix to web:80 by istio=public < Gateway shop/gw',
    )
  })
})
