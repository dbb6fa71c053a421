import { describe, expect, it } from 'vitest'

import type { Route } from '../../../src/core/model/route.ts'
import { admissionOf, routeWords } from '../../../src/core/model/route-words.ts'

const route = (change: Partial<Route> = {}): Route => ({
  host: 'shop.example.com',
  path: '/admin',
  pathType: 'PathPrefix',
  conditions: null,
  backend: 'admin:8080',
  tls: true,
  auth: null,
  sources: null,
  class: null,
  object: { group: '', version: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
  via: [],
  environment: null,
  ...change,
})

const stream = { path: ':443', pathType: 'HTTPS' }

describe('routeWords', () => {
  it.each([
    ['a page', {}, 'https://shop.example.com/admin'],
    ['plain text', { tls: false }, 'http://shop.example.com/admin'],
    ['conditions', { conditions: 'method GET' }, 'https://shop.example.com/admin (method GET)'],
    ['every host', { host: '*', path: '/' }, 'https://*/ (every host)'],
    ['a port', stream, 'shop.example.com on port 443 (HTTPS)'],
    ['a port for every host', { ...stream, host: '*' }, 'every host on port 443 (HTTPS)'],
    [
      'an entry point',
      { host: '*', path: ':postgres', pathType: 'TCP' },
      'every host at the entry point postgres (TCP)',
    ],
    ['no known port', { host: '*', path: ':any', pathType: 'UDP' }, 'every host on any port (UDP)'],
    ['no known protocol', { path: ':80', pathType: '' }, 'shop.example.com on port 80'],
    [
      'a rule that names no place',
      { host: '*', path: 'Method(`GET`)', pathType: 'Rule' },
      'requests that match Method(`GET`)',
    ],
  ])('%s', (_name, change, want) => {
    expect(routeWords(route(change))).toBe(want)
  })
})

describe('admissionOf', () => {
  it.each([
    ['nobody is asked', {}, 'no sign-in, anyone'],
    ['plain text', { tls: false }, 'no TLS, no sign-in, anyone'],
    ['TLS ends behind', { tls: false, backend: 'web (TLS passes through)' }, 'no sign-in, anyone'],
    ['a sign-in', { auth: 'middleware sso (oidc)' }, 'middleware sso (oidc), anyone'],
    ['some addresses', { sources: ['10.0.0.0/8', '::1/128'] }, 'no sign-in, only from 10.0.0.0/8, ::1/128'],
    ['a port', { ...stream, tls: false }, 'anyone'],
    [
      'a port that asks for a certificate',
      { ...stream, auth: 'client certificate' },
      'client certificate, anyone',
    ],
  ])('%s', (_name, change, want) => {
    expect(admissionOf(route(change))).toBe(want)
  })
})
