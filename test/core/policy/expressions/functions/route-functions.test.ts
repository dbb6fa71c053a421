import { describe, expect, it } from 'vitest'
import { ask } from '../../../../support/expressions.ts'

describe('hosts', () => {
  it.each([
    [
      'Ingress',
      'networking.k8s.io/v1',
      { rules: [{ host: 'A.example' }, { host: 'b.example' }, { host: 'a.example' }] },
      ['a.example', 'b.example'],
    ],
    ['Ingress', 'extensions/v1beta1', { rules: [{ http: {} }] }, ['*']],
    ['Ingress', 'networking.k8s.io/v1', { defaultBackend: {} }, ['*']],
    [
      'HTTPRoute',
      'gateway.networking.k8s.io/v1',
      { hostnames: ['a.example', '*.b.example'] },
      ['a.example', '*.b.example'],
    ],
    ['TLSRoute', 'gateway.networking.k8s.io/v1alpha2', {}, ['*']],
    [
      'Gateway',
      'gateway.networking.k8s.io/v1',
      { listeners: [{ hostname: 'a.example' }, { port: 80 }] },
      ['a.example', '*'],
    ],
    [
      'Gateway',
      'networking.istio.io/v1',
      { servers: [{ hosts: ['shop/a.example', '*'] }] },
      ['a.example', '*'],
    ],
    ['VirtualService', 'networking.istio.io/v1', { hosts: ['a.example', 'web'] }, ['a.example', 'web']],
    [
      'IngressRoute',
      'traefik.io/v1alpha1',
      { routes: [{ match: 'Host(`a.example`, `b.example`) && PathPrefix(`/x`)' }] },
      ['a.example', 'b.example'],
    ],
    ['IngressRoute', 'traefik.io/v1alpha1', { routes: [{ match: 'PathPrefix(`/x`)' }] }, ['*']],
    [
      'IngressRoute',
      'traefik.containo.us/v1alpha1',
      { routes: [{ match: 'Host("a.example") || !Host("b.example")' }] },
      ['a.example', 'b.example', '*'],
    ],
    ['IngressRoute', 'traefik.io/v1alpha1', { routes: [{ match: 'HostRegexp(`.*`)' }] }, ['*']],
    [
      'IngressRouteTCP',
      'traefik.io/v1alpha1',
      { routes: [{ match: 'HostSNI(`a.example`)' }] },
      ['a.example'],
    ],
    ['Route', 'route.openshift.io/v1', { host: 'a.example' }, ['a.example']],
    ['Route', 'route.openshift.io/v1', {}, ['*']],
    ['HTTPProxy', 'projectcontour.io/v1', { virtualhost: { fqdn: 'a.example' } }, ['a.example']],
    ['HTTPProxy', 'projectcontour.io/v1', { routes: [] }, []],
    ['VirtualServer', 'k8s.nginx.org/v1', { host: 'a.example' }, ['a.example']],
    ['Service', 'v1', { rules: [{ host: 'a.example' }] }, []],
  ])('of %s %s %j', (kind, apiVersion, spec, want) => {
    expect(ask('hosts(object) == want', { object: { kind, apiVersion, spec }, want })).toBe(true)
  })

  it('that an annotation adds to an Ingress', () => {
    const annotations = { 'nginx.ingress.kubernetes.io/server-alias': 'b.example, *.c.example' }
    const object = {
      kind: 'Ingress',
      apiVersion: 'networking.k8s.io/v1',
      metadata: { annotations },
      spec: { rules: [{ host: 'a.example' }] },
    }
    expect(ask('hosts(object) == ["a.example", "b.example", "*.c.example"]', { object })).toBe(true)
  })

  it.each([
    'hosts(null) == []',
    'hosts([{"host": "a"}, {"host": "b"}, {"host": "a"}]) == ["a", "b"]',
    'hostCovers("*.a.example", "b.a.example") && hostCovers("*.a.example", "B.A.example.")',
    '!hostCovers("*.a.example", "c.b.a.example") && !hostCovers("*.a.example", "a.example")',
    'hostCovers("*", "a.example") && hostCovers("", "a.example") && !hostCovers("a.example", "*")',
  ])('%s', (text) => {
    expect(ask(text)).toBe(true)
  })

  it.each([
    ['hosts("a.example") == []', 'hosts() takes an object or null'],
    ['hosts(["a.example"]) == []', 'hosts() takes a list of maps'],
  ])('%s is not known', (text, why) => {
    expect(ask(text)).toBe(why)
  })
})

describe('routes', () => {
  const route = { host: 'a.example', path: '/x', tls: true, auth: null, sources: null }
  const guarded = { ...route, auth: 'basic' }
  const listed = (...sources: readonly string[]) => ({ ...route, sources })

  it.each([
    ['a new one', { added: [route], removed: [], changed: [] }, 1],
    ['one that goes', { added: [], removed: [route], changed: [] }, 0],
    ['one that loses its sign-in', { added: [], removed: [], changed: [{ old: guarded, new: route }] }, 1],
    ['one that gets a sign-in', { added: [], removed: [], changed: [{ old: route, new: guarded }] }, 0],
    ['more sources', { added: [], removed: [], changed: [{ old: listed('10.0.0.0/8'), new: route }] }, 1],
    ['fewer sources', { added: [], removed: [], changed: [{ old: route, new: listed('10.0.0.0/8') }] }, 0],
    [
      'sources that are no addresses',
      { added: [], removed: [], changed: [{ old: listed('vpn'), new: listed('vpn') }] },
      1,
    ],
    [
      'another backend',
      { added: [], removed: [], changed: [{ old: route, new: { ...route, backend: 'b:1' } }] },
      0,
    ],
  ])('%s', (_, routes, count) => {
    expect(ask('opened(routes).size() == count', { routes, count })).toBe(true)
  })

  it('have a URL', () => {
    const routes = { added: [route, { ...route, tls: false }], removed: [], changed: [] }
    expect(
      ask('opened(routes).map(r, url(r)) == ["https://a.example/x", "http://a.example/x"]', { routes }),
    ).toBe(true)
  })
})
