import { describe, expect, it } from 'vitest'
import { routesOf } from '../../../src/core/routes/routes-of.ts'
import { placed } from '../../support/manifest.ts'

const route = (hosts: number, rules: number): object => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'web' },
  spec: {
    hostnames: Array.from({ length: hosts }, (_, index) => `h${String(index)}.example.com`),
    rules: Array.from({ length: rules }, (_, index) => ({
      matches: [{ path: { value: `/${String(index)}` } }],
      backendRefs: [{ name: 'web', port: 80 }],
    })),
  },
})

describe('the routes of one object', () => {
  it('are listed as long as anybody could look through them', () => {
    expect(routesOf([placed(route(20, 50))])).toHaveLength(1000)
  })

  it.each([
    ['hosts times rules', route(2000, 2000)],
    [
      'aliases times paths',
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: {
          name: 'web',
          annotations: {
            'nginx.ingress.kubernetes.io/server-alias': Array.from(
              { length: 500 },
              (_, at) => `a${String(at)}`,
            ).join(','),
          },
        },
        spec: {
          rules: [{ http: { paths: Array.from({ length: 500 }, (_, at) => ({ path: `/${String(at)}` })) } }],
        },
      },
    ],
  ])('are one that is open to anybody when they are too many: %s', (_name, object) => {
    expect(routesOf([placed(object)])).toMatchObject([
      { host: '*', path: '/', tls: false, auth: null, sources: null },
    ])
  })
})
