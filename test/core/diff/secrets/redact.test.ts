import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffManifests, type ManifestDiff } from '../../../../src/core/diff/diff-manifests.ts'
import { placed } from '../../../support/manifest.ts'

const secret = (body: object, metadata: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'db', namespace: 'shop', ...metadata },
  ...body,
})
const of = (apiVersion: string, kind: string, body: object, metadata: object = {}): object => ({
  apiVersion,
  kind,
  metadata: { name: 'web', ...metadata },
  ...body,
})
const env = (name: string, value: string): object =>
  of('apps/v1', 'Deployment', {
    spec: { template: { spec: { containers: [{ name: 'web', env: [{ name, value }] }] } } },
  })
const config = (value: string): object => of('v1', 'ConfigMap', { data: { a: value } })
const base64 = (plain: string): string => Buffer.from(plain).toString('base64')

function diff(old: object | null, now: object | null): ManifestDiff {
  return diffManifests(old ? [placed(old)] : [], now ? [placed(now)] : [])
}

function text(result: ManifestDiff): string {
  return JSON.stringify(result, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

describe('a Secret', () => {
  it('shows its keys and tokens that are equal when the values are', () => {
    const old = secret({ data: { a: base64('alpha'), b: base64('beta') } })
    const now = secret({ data: { a: base64('alpha'), b: base64('gamma') }, stringData: { c: 'alpha' } })
    const { changes } = diff(old, now)
    expect(changes[0]?.oldObject?.['data']).toEqual({ a: 'redacted:1', b: 'redacted:2' })
    expect(changes[0]?.object).toMatchObject({
      data: { a: 'redacted:1', b: 'redacted:3' },
      stringData: { c: 'redacted:1' },
    })
    expect(changes[0]?.fields).toEqual([
      { op: 'replace', path: '/data/b', line: 3, redacted: true },
      { op: 'add', path: '/stringData/c', line: 3, redacted: true },
    ])
  })

  it.each([
    ['a list where no list belongs', { spec: [null] }, { spec: [] }, ['replace /spec']],
    ['a text where a store belongs', { data: 'alpha' }, {}, ['remove /data']],
    [
      'a text for a store',
      { stringData: { a: 'x' } },
      { data: 'alpha' },
      ['add /data', 'remove /stringData/a'],
    ],
    ['a store for a text', { stringData: 'alpha' }, { data: {} }, ['add /data', 'remove /stringData']],
  ])('shows only what is there: %s', (_name, old, now, fields) => {
    const { changes } = diff(secret(old), secret(now))
    expect(changes[0]?.fields.map(({ op, path }) => `${op} ${path}`)).toEqual(fields)
    expect(text(diff(secret(old), secret(now)))).not.toContain('alpha')
  })

  it('shows each key when all are new', () => {
    const { changes } = diff(secret({}), secret({ data: { a: base64('x'), b: base64('y') } }))
    expect(changes[0]?.fields.map((field) => [field.op, field.path])).toEqual([
      ['add', '/data/a'],
      ['add', '/data/b'],
    ])
  })

  it.each([
    ['data that moves to stringData', { data: { a: base64('x') } }, { stringData: { a: 'x' } }],
    [
      'stringData over data',
      { data: { a: base64('old') }, stringData: { a: 'x' } },
      { stringData: { a: 'x' } },
    ],
    ['line ends in base64', { data: { a: base64('0123456789') } }, { data: { a: `MDEy\nMzQ1Njc4OQ==\n` } }],
    ['text that is more than ASCII', { stringData: { a: 'grüße' } }, { data: { a: base64('grüße') } }],
  ])('is the same: %s', (_name, old, now) => {
    expect(diff(secret(old), secret(now)).changes).toEqual([])
  })

  it.each([
    ['a key that goes', { stringData: { a: 'x', b: 'y' } }, { stringData: { a: 'x' } }],
    ['a value that is no base64', { data: { a: '%%%' } }, { data: { a: '%%' } }],
    [
      'stringData that was hidden',
      { data: { a: base64('x') } },
      { data: { a: base64('x') }, stringData: { a: 'y' } },
    ],
  ])('is another: %s', (_name, old, now) => {
    const { changes } = diff(secret(old), secret(now))
    expect(changes[0]?.fields).toHaveLength(1)
    expect(changes[0]?.fields[0]?.redacted).toBe(true)
  })

  it('has another content when only a value differs', () => {
    const contents = ['one', 'two'].map(
      (value) => diff(null, secret({ stringData: { a: value } })).changes[0]?.content,
    )
    expect(new Set(contents).size).toBe(2)
  })
})

const HIDDEN = 'hunter2-correct-horse'

const PLACES: readonly (readonly [name: string, object: (value: string) => object])[] = [
  ['data', (value) => secret({ data: { a: base64(value) } })],
  ['stringData', (value) => secret({ stringData: { a: value } })],
  ['data that is no map', (value) => secret({ data: [value] })],
  ['data of another depth', (value) => secret({ data: { a: { b: value } } })],
  ['a store that is misspelled', (value) => secret({ stringdata: { a: value } })],
  ['a member that belongs into the store', (value) => secret({ password: value })],
  ['a Secret of another version', (value) => ({ ...secret({ stringData: { a: value } }), apiVersion: 'v2' })],
  [
    'a Secret inside',
    (value) => of('x.io/v1', 'Bundle', { spec: { objects: [secret({ stringData: { a: value } })] } }),
  ],
  [
    'what kubectl wrote down',
    (value) =>
      of(
        'v1',
        'Service',
        { spec: { a: value.length } },
        { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': value } },
      ),
  ],
  ['an env named password', (value) => env('DB_PASSWORD', value)],
  ['an env named token', (value) => env('githubToken', value)],
  ['an env named key', (value) => env('API_KEY', value)],
  ['an env named credentials', (value) => env('AWS_CREDENTIALS', value)],
  ['a URL in an env', (value) => env('DATABASE', `postgres://shop:${value}@db:5432/shop`)],
  ['a URL without a user', (value) => env('REDIS', `redis://:${value}@cache`)],
  [
    'a URL in an annotation',
    (value) => of('v1', 'Service', {}, { annotations: { a: `https://u:${value}@x/` } }),
  ],
  ['a password among args', (value) => of('x.io/v1', 'Tool', { args: [`--password=${value}`] })],
  [
    'parameters of a provider class',
    (value) =>
      of('secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass', { spec: { parameters: { any: value } } }),
  ],
  [
    'a value of a Helm release',
    (value) =>
      of('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { spec: { values: { db: { adminPassword: value } } } }),
  ],
  [
    'a parameter of an application',
    (value) =>
      of('argoproj.io/v1alpha1', 'Application', {
        spec: { source: { helm: { parameters: [{ name: 'db.password', value }] } } },
      }),
  ],
  ['a config map', (value) => of('v1', 'ConfigMap', { data: { db_password: value } })],
  [
    'a properties file',
    (value) => of('v1', 'ConfigMap', { data: { 'app.properties': `a=1\ndb.password = ${value}\nb=2` } }),
  ],
  [
    'a private key',
    (value) =>
      of('v1', 'ConfigMap', {
        data: {
          pem: `-----BEGIN RSA PRIVATE KEY-----\n${value.replaceAll('-', '')}\n-----END RSA PRIVATE KEY-----`,
        },
      }),
  ],
  ...[
    ['a private key under a passphrase', 'RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\n\n', '-----END'],
    ['a private key that is cut off', 'EC PRIVATE KEY', '', ''],
    ['a private key of another kind', 'PGP PRIVATE KEY BLOCK', '', '-----END'],
  ].map(
    ([name = '', kind = '', head = '', end = '']) =>
      [name, (value: string) => config(`-----BEGIN ${kind}-----\n${head}${value}\n${end}`)] as const,
  ),
  [
    'a Secret inside of a text',
    (value) => config(`kind: Secret\nmetadata: {name: a}\nstringData:\n  a: ${value}\n`),
  ],
  ['a Secret inside of JSON', (value) => config(`{"kind": "Secret", "data": {"a": "${base64(value)}"}}`)],
  ['a token in YAML', (value) => config(`a: 1\napiToken: ${value}, and more of ${value}\n`)],
  ['a token in JSON', (value) => config(`{"clientSecret":"${value} ${value}"}`)],
  ['a login in JSON', (value) => config(`{"auths":{"x":{"auth":"${base64(value)}"}}}`)],
  ['a key in a connection string', (value) => config(`Account=a;AccountKey=${value}==;Suffix=b`)],
  ['a header', (value) => config(`Authorization: Bearer ${value}`)],
  ['a header of a snippet', (value) => config(`proxy_set_header Authorization "Basic ${base64(value)}";`)],
  ['a bearer', (value) => of('v1', 'Service', {}, { annotations: { a: `Bearer ${value}` } })],
  ['a token of a known form', (value) => config(`x glpat-${value}-correct-horse`)],
  ['a token for a user of a URL', (value) => config(`https://${value}@github.com/a`)],
  ['an env named pass', (value) => env('DB_PASS', value)],
  ['a token among args', (value) => of('x.io/v1', 'Tool', { args: [`--api-token=${value}`] })],
  ['a password as the next argument', (value) => of('x.io/v1', 'Tool', { args: ['--password', value] })],
  ['a password of a shell', (value) => of('x.io/v1', 'Tool', { args: [`run --password ${value} && b`] })],
  [
    'what a sealed secret adds',
    (value) => of('bitnami.com/v1alpha1', 'SealedSecret', { spec: { template: { data: { a: value } } } }),
  ],
  [
    'what an external secret adds',
    (value) =>
      of('external-secrets.io/v1', 'ExternalSecret', {
        spec: { target: { template: { data: { a: value } } } },
      }),
  ],
  ['a password of a custom resource', (value) => of('x.io/v1', 'Db', { spec: { adminPassword: value } })],
  [
    'one of several passwords of a release',
    (value) =>
      of('helm.toolkit.fluxcd.io/v2', 'HelmRelease', {
        spec: { values: { passwords: [value], secrets: { a: value } } },
      }),
  ],
  [
    'a value of an application to come',
    (value) =>
      of('argoproj.io/v1alpha1', 'ApplicationSet', {
        spec: { template: { spec: { source: { helm: { valuesObject: { token: value } } } } } },
      }),
  ],
  [
    'a patch of a Secret',
    (value) =>
      of('kustomize.config.k8s.io/v1beta1', 'Kustomization', {
        patches: [{ target: { kind: 'Secret' }, patch: `- {op: add, path: /data/a, value: ${value}}` }],
      }),
  ],
  [
    'what a header must be',
    (value) =>
      of('networking.istio.io/v1', 'VirtualService', {
        spec: { http: [{ match: [{ headers: { 'x-api-key': { exact: value } } }] }] },
      }),
  ],
  [
    'what a header must be in a rule',
    (value) =>
      of('traefik.io/v1alpha1', 'IngressRoute', {
        spec: { routes: [{ match: `Header(\`X-Api-Key\`, \`${value}\`)` }] },
      }),
  ],
]

describe('no value is printed', () => {
  it.each(PLACES)('%s', (_name, object) => {
    const [one, two] = [object(HIDDEN), object(`other-${HIDDEN}`)]
    for (const result of [
      diff(null, one),
      diff(one, null),
      diff(one, two),
      diff(of('v1', 'Service', {}), two),
    ]) {
      const printed = text(result)
      for (const value of [HIDDEN, base64(HIDDEN), base64(`other-${HIDDEN}`), HIDDEN.replaceAll('-', '')]) {
        expect(printed).not.toContain(value)
      }
    }
  })

  it('and a change of it is still seen', () => {
    for (const [name, object] of PLACES.filter(([place]) => place !== 'what kubectl wrote down')) {
      const { changes } = diff(object(`one-${HIDDEN}`), object(`two-${HIDDEN}`))
      expect(
        changes.flatMap((change) => change.fields.map((field) => field.redacted)),
        name,
      ).toContain(true)
    }
  })
})

describe('what is no secret stays', () => {
  it.each([
    [
      'a name of a Secret',
      of('v1', 'Pod', { spec: { volumes: [{ name: 'tls', secret: { secretName: 'cert' } }] } }),
    ],
    [
      'a reference',
      of('v1', 'Pod', {
        spec: { env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] },
      }),
    ],
    [
      'a reference with a kind',
      of('x.io/v1', 'Tool', { spec: { valuesFrom: { apiVersion: 'v1', kind: 'Secret', name: 'a' } } }),
    ],
    [
      'what is no value in a Secret',
      secret({ type: 'Opaque', immutable: true, sops: { age: [{ recipient: 'a' }] } }),
    ],
    [
      'what names a secret in a text',
      config('secretName: a\ntokenUrl: https://a.example/b\nmountToken: false\n'),
    ],
    ['what speaks of a scheme', config('Basic authentication, then authorization by roles')],
    ['what begins an entry', config('secrets:\n  - name: a\ntokens: [a]\n')],
    ['a flag for a file', of('x.io/v1', 'Tool', { args: ['--token-file', '/a', '--secret-name=b'] })],
    ['an ordinary env', env('LOG_LEVEL', 'debug')],
    ['a toleration', of('v1', 'Pod', { spec: { tolerations: [{ key: 'a', value: 'b' }] } })],
    ['a URL without a password', env('BASE', 'https://shop.example:8443/a?mail=a@b.example')],
    ['a user without a password', env('REPOSITORY', 'ssh://git@github.com/a/b')],
    [
      'a key that names a Secret',
      of('helm.toolkit.fluxcd.io/v2', 'HelmRelease', {
        spec: { values: { existingSecret: 'a', tokenName: 'b' } },
      }),
    ],
  ])('%s', (_name, object) => {
    const { changes } = diff(null, object)
    expect(text({ changes, unchanged: { moved: 0, reformatted: 0 }, issues: [] })).not.toContain('redacted:')
  })
})

describe('any Secret', () => {
  it('never shows a value, wherever it stands', () => {
    const store = fc.dictionary(
      fc.constantFrom('a', 'b', '__proto__'),
      fc.constantFrom('aGlkZGVu', 'hidden-value', 7),
    )
    const body = fc.record(
      { data: fc.oneof(store, fc.constant('hidden-value')), stringData: store },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(body, body, (old, now) => {
        expect(text(diff(secret(old), secret(now)))).not.toMatch(/hidden-value|aGlkZGVu/)
      }),
    )
  })
})
