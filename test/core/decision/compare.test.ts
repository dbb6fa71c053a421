import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import type { ChangedFile, FileVersion } from '../../../src/core/model/changed-file.ts'
import { stringifyJson } from '../../../src/core/model/json.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'

const POLICY = loadPolicy([], builtinPolicy)
const file = (text: string): FileVersion => ({
  kind: 'file',
  id: text,
  bytes: new TextEncoder().encode(text),
})
const GOOD = file('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n')
const BROKEN = file('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nmetadata: { name: a }\n')
const LINK: FileVersion = { kind: 'symlink', id: '1', target: '../b.yaml' }

function compare(...files: readonly ChangedFile[]) {
  if (!POLICY.ok) throw new Error('the builtin policy does not load')
  return compareFiles(files, POLICY.value)
}

describe('a file that cannot be read', () => {
  it('at the new side: its objects are unknown, not deleted', () => {
    const changes = compare({ path: 'a.yaml', base: GOOD, head: BROKEN })
    expect(changes.changes).toEqual([])
    expect(changes.issues.map(({ code }) => code)).toEqual(['yaml.duplicate-key'])
    expect(changes.analysed).toMatchObject({ files: 1, unreadable: 1 })
  })

  it('at the old side: everything new counts as created, and the place is told', () => {
    const changes = compare({ path: 'a.yaml', base: BROKEN, head: GOOD })
    expect(changes.changes.map(({ operation }) => operation)).toEqual(['CREATE'])
    expect(changes.issues[0]?.text).toMatch(/^In the version that is merged into: /)
  })

  it.each([
    { name: 'a link', head: LINK, code: 'file.symlink', path: 'a.yaml' },
    { name: 'a link instead of a folder', head: LINK, code: 'file.symlink', path: 'overlays/prod' },
    { name: 'a submodule', head: { kind: 'submodule', id: '1' }, code: 'file.submodule', path: 'charts' },
    {
      name: 'a file of 20 MB',
      head: { kind: 'too-large', id: '1', size: 20_000_000 },
      code: 'file.too-large',
      path: 'a.yaml',
    },
    {
      name: 'a file whose content is missing',
      head: { kind: 'unread', id: '1' },
      code: 'file.unread',
      path: 'a.yaml',
    },
  ] as const)('$name', ({ head, code, path }) => {
    const changes = compare({ path, base: null, head })
    expect(changes.issues.map((issue) => issue.code)).toEqual([code])
    expect(changes.changes).toEqual([])
  })
})

describe('a file in which something is wrong before and after', () => {
  const NAMELESS = 'apiVersion: v1\nkind: ConfigMap\ndata: { a: "true" }\n'
  const KINDLESS = 'apiVersion: v1\nmetadata: { name: a }\ndata: { a: "true" }\n'

  it.each([
    {
      name: 'an object without a name',
      base: NAMELESS,
      head: NAMELESS.replace('{ a: "true" }', "{a: 'true'}"),
    },
    { name: 'an object without a kind', base: KINDLESS, head: `# a comment\n${KINDLESS}` },
  ])('$name: written in another way, nothing has changed', ({ base, head }) => {
    const { changes, issues } = compare({ path: 'a.yaml', base: file(base), head: file(head) })
    expect([changes, issues]).toEqual([[], []])
  })

  it.each([
    { name: 'an object without a name', base: NAMELESS },
    { name: 'an object without a kind', base: KINDLESS },
  ])('$name: another value is told', ({ base }) => {
    const head = base.replace('"true"', '"false"')
    const { issues } = compare({ path: 'a.yaml', base: file(base), head: file(head) })
    expect(issues.length).toBeGreaterThan(0)
  })

  it('text that is no YAML is told however little has changed', () => {
    const broken = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a\n'
    const { issues } = compare({ path: 'a.yaml', base: file(broken), head: file(`# a comment\n${broken}`) })
    expect(issues.length).toBeGreaterThan(0)
  })

  it('the comment for Argo CD is told all the same', () => {
    const { issues } = compare({
      path: 'a.yaml',
      base: file(NAMELESS),
      head: file(`# +argocd:skip-file-rendering\n${NAMELESS}`),
    })
    expect(issues.map(({ code }) => code)).toContain('argocd.skip-marker')
  })
})

describe('what is not desired state', () => {
  it.each(['README.md', '.github/workflows/ci.yaml', 'logo.png'])('%s is listed and not read', (path) => {
    const changes = compare({ path, base: null, head: { kind: 'unread', id: '1' } })
    expect(changes.files).toEqual([
      { path, operation: 'CREATE', content: 'file:1', rewritten: false, role: null, fields: [] },
    ])
    expect(changes.analysed.files).toBe(0)
    expect(changes.issues).toEqual([])
  })

  it('a values file is counted, not judged', () => {
    expect(compare({ path: 'values.yaml', base: null, head: file('replicas: 3\n') }).analysed).toMatchObject({
      files: 1,
      notManifests: 1,
    })
  })
})

describe('a values file that comes or goes', () => {
  const settings = file('image: web\npassword: hunter2\n')
  it.each([
    { name: 'comes', base: null, head: settings, op: 'add', side: 'new' },
    { name: 'goes', base: settings, head: null, op: 'remove', side: 'old' },
  ] as const)('$name with all its settings, secrets masked', ({ base, head, op, side }) => {
    const [found] = compare({ path: 'values.yaml', base, head }).files
    expect(found).toMatchObject({ fields: [], whole: { op, path: '', redacted: true } })
    const value = found?.whole?.[side]
    expect(value).toMatchObject({ image: 'web' })
    expect(stringifyJson(value ?? null)).not.toContain('hunter2')
  })

  it.each(['a: 1\n---\nb: 2\n', '[1]\n', 'a: [\n'])('is not told when it is %j', (text) => {
    expect(compare({ path: 'values.yaml', base: null, head: file(text) }).files[0]?.whole).toBeUndefined()
  })
})

describe('the settings in which a file differs', () => {
  const fieldsOf = (path: string, before: string, after: string) =>
    compare({ path, base: file(before), head: file(after) }).files[0]?.fields.map(
      ({ op, path: pointer }) => `${op} ${pointer}`,
    )
  const chart = (dependencies: string): string =>
    `apiVersion: v2\nname: web\ndependencies: [${dependencies}]\n`
  const [a, b] = ['{ name: a, version: 1.0.0 }', '{ name: b, version: 1.0.0 }']

  it.each([
    {
      name: 'when there was none',
      path: 'values.yaml',
      before: '# none\n',
      after: 'a: 1\n',
      fields: ['add '],
    },
    { name: 'when there is none', path: 'values.yaml', before: 'a: 1\n', after: '', fields: ['remove '] },
    {
      name: 'by the name of a dependency',
      path: 'web/Chart.yaml',
      before: chart(`${a}, ${b}`),
      after: chart(`${b}, { name: a, version: 1.0.1 }`),
      fields: ['replace /dependencies/1/version'],
    },
    {
      name: 'by position in any other file',
      path: 'web/values.yaml',
      before: 'dependencies: [{ name: a }, { name: b }]\n',
      after: 'dependencies: [{ name: b }]\n',
      fields: ['replace /dependencies/0/name', 'remove /dependencies/1'],
    },
  ])('are told $name', ({ path, before, after, fields }) => {
    expect(fieldsOf(path, before, after)).toEqual(fields)
  })
})

describe('a file that is no manifest', () => {
  const before = file('resources: [web.yaml, api.yaml]\nnamespace: shop\n')
  it.each([
    {
      name: 'in another form',
      head: '# sorted\nnamespace: "shop"\nresources:\n  - web.yaml\n  - api.yaml\n',
      rewritten: true,
    },
    { name: 'with an entry less', head: 'namespace: shop\nresources: [web.yaml]\n', rewritten: false },
    {
      name: 'with its resources in another order',
      head: 'namespace: shop\nresources: [api.yaml, web.yaml]\n',
      rewritten: true,
    },
    { name: 'that cannot be read', head: 'namespace: [\n', rewritten: false },
  ])('$name', ({ head, rewritten }) => {
    expect(compare({ path: 'kustomization.yaml', base: before, head: file(head) }).files[0]).toMatchObject({
      rewritten,
    })
  })
})

describe('a kustomization', () => {
  const changeOf = (before: string, after: string, path = 'prod/kustomization.yaml') =>
    compare({ path, base: file(before), head: file(after) }).changes

  it('is a change with its fields, and no object', () => {
    const changes = compare({
      path: 'prod/kustomization.yaml',
      base: file('resources: [web.yaml, api.yaml]\n'),
      head: file('resources: [api.yaml]\nnamespace: shop\n'),
    })
    expect(changes.changes).toMatchObject([
      {
        operation: 'UPDATE',
        ref: { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: null, name: '' },
        source: { path: 'prod/kustomization.yaml', role: 'kustomization' },
        fields: [
          { op: 'add', path: '/namespace', new: 'shop' },
          { op: 'remove', path: '/resources/0', old: 'web.yaml' },
        ],
      },
    ])
    expect(changes.analysed).toMatchObject({ objects: 0, notManifests: 1 })
    expect(changes.files).toMatchObject([{ role: 'kustomization', rewritten: false }])
  })

  it.each([
    ['patches', 'patches: [{path: a.yaml}, {path: b.yaml}]\n', 'patches: [{path: b.yaml}, {path: a.yaml}]\n'],
    ['components', 'components: [a, b]\n', 'components: [b, a]\n'],
  ])('counts the order of %s', (_name, before, after) => {
    expect(changeOf(before, after)).toHaveLength(1)
  })

  it('does not count the order of images', () => {
    const [a, b] = ['{name: a, newTag: "1"}', '{name: b, newTag: "2"}']
    expect(changeOf(`images: [${a}, ${b}]\n`, `images: [${b}, ${a}]\n`)).toEqual([])
  })

  it.each([
    ['an entry less', 'resources: [a, b]\n', 'resources: [a]\n', ['delete'], '/resources/1'],
    ['an entry more', 'resources: [a]\n', 'resources: [a, b]\n', ['create'], '/resources/1'],
    ['another component', 'components: [a]\n', 'components: [b]\n', ['create', 'delete'], '/components/0'],
    [
      'another tag',
      'images: [{name: a, newTag: "1"}]\n',
      'images: [{name: a, newTag: "2"}]\n',
      ['set-image'],
      '/images/0/newTag',
    ],
    ['a patch', 'patches: []\n', 'patches: [{path: a.yaml}]\n', ['patch'], '/patches/0/path'],
  ])('says what it does to what it builds: %s', (_name, before, after, verbs, path) => {
    const [change] = changeOf(before, after)
    expect(change?.verbs).toEqual(verbs)
    expect(change?.evidence.map((one) => one.path)).toContain(path)
  })

  it.each([
    ['its folder', 'resources: [web.yaml, ./more/]\n', ['web.yaml', 'more/web.yaml'], 3],
    ['nothing, since it names nothing here', 'resources: ["https://example.com/a?ref=v1"]\n', [], 1],
  ])('that moves with %s is no change', (_name, text, names, moved) => {
    const changes = compare(...movedFiles(['kustomization.yaml', text], ...names.map(objectIn)))
    expect(changes.changes).toEqual([])
    expect(changes.unchanged.moved).toBe(moved)
  })

  it.each([
    ['a file', 'resources: [web.yaml, other.yaml]\n'],
    ['a folder', 'resources: [web.yaml, base]\n'],
    ['a component', 'resources: [web.yaml]\ncomponents: [c]\n'],
  ])('that leaves %s behind is another one', (_name, text) => {
    const changes = compare(...movedFiles(['kustomization.yaml', text], objectIn('web.yaml')))
    expect(changes.changes.map(({ operation, source }) => `${operation} ${source.path}`)).toEqual([
      'DELETE a/kustomization.yaml',
      'CREATE b/kustomization.yaml',
    ])
  })

  const objectIn = (path: string): readonly [string, string] => [
    path,
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${path.replaceAll('/', '-')}}\n`,
  ]
  const movedFiles = (...files: readonly (readonly [string, string])[]): readonly ChangedFile[] => [
    ...files.map(([path, text]) => ({ path: `a/${path}`, base: file(text), head: null })),
    ...files.map(([path, text]) => ({ path: `b/${path}`, base: null, head: file(text) })),
  ]

  it('shows no literal that it makes a Secret of', () => {
    const text = (token: string): string =>
      `secretGenerator: [{name: a, literals: ["TOKEN=${token}", odd${token}]}]\n`
    const [change] = changeOf(text('hunter2'), text('swordfish'))
    const shown = JSON.stringify(change, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(shown).toContain('TOKEN=redacted:')
    expect(shown).not.toMatch(/hunter2|swordfish/)
    expect(change?.fields.every(({ redacted }) => redacted)).toBe(true)
  })
})

describe('a file of settings', () => {
  const filesOf = (path: string, before: string, after: string) =>
    compare({ path, base: file(before), head: file(after) }).files

  it('shows where it differs', () => {
    expect(
      filesOf('web/values.yaml', 'image: {tag: "1"}\nreplicas: 3\n', 'image: {tag: "2"}\nreplicas: 3\n'),
    ).toMatchObject([
      { role: 'helm-values', fields: [{ op: 'replace', path: '/image/tag', old: '1', new: '2', line: 1 }] },
    ])
  })

  it('shows no password', () => {
    const [values] = filesOf('web/values.yaml', 'db: {password: alpha}\n', 'db: {password: beta}\n')
    expect(values?.fields).toEqual([{ op: 'replace', path: '/db/password', line: 1, redacted: true }])
  })

  it('takes null for a value: it takes a default away', () => {
    expect(filesOf('values.yaml', 'a: null\n', '{}\n')[0]).toMatchObject({
      rewritten: false,
      fields: [{ op: 'remove' }],
    })
  })

  it('of several documents differs as a whole', () => {
    expect(filesOf('values.yaml', 'a: 1\n---\nb: 1\n', 'a: 1\n---\nb: 2\n')[0]).toMatchObject({
      rewritten: false,
      fields: [],
    })
  })
})

describe('what the policy says is secret', () => {
  const policy = loadPolicy(
    [
      {
        path: 'p.yaml',
        text: 'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: {name: a}\nspec: {manifests: {secrets: ["*_dsn", connection]}}\n',
        builtin: false,
      },
    ],
    builtinPolicy,
  )
  const shownOf = (path: string, before: string, after: string): string => {
    if (!policy.ok) throw new Error('the policy does not load')
    const { changes, files } = compareFiles([{ path, base: file(before), head: file(after) }], policy.value)
    return JSON.stringify([changes, files.map(({ fields }) => fields)], (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  }
  const env = (value: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, env: [{name: SENTRY_DSN, value: ${value}}, {name: OTHER, value: seen-${value}}]}]}\n`
  const custom = (value: string): string =>
    `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {connection: ${value}}\n`

  it.each([
    ['an environment variable', 'a.yaml', env],
    ['a key of a custom resource', 'a.yaml', custom],
    ['a key of a values file', 'values.yaml', (value: string) => `connection: ${value}\n`],
  ])('is not shown: %s', (_name, path, text) => {
    const shown = shownOf(path, text('hunter2'), text('swordfish'))
    expect(shown).not.toMatch(/(?<!seen-)(?:hunter2|swordfish)/)
    expect(shown).toContain('"redacted":true')
  })

  it('leaves everything else to be seen', () => {
    expect(shownOf('a.yaml', env('hunter2'), env('swordfish'))).toContain('seen-swordfish')
  })
})

describe('the comment that keeps Argo CD from deploying a file', () => {
  const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'
  const skipped = file(`# +argocd:skip-file-rendering\n${config}`)
  const operations = (base: FileVersion | null, head: FileVersion | null) => {
    const { changes, issues } = compare({ path: 'a.yaml', base, head })
    return [
      changes.map(({ operation }) => operation),
      issues.map(({ code, line }) => `${code} ${String(line)}`),
    ]
  }

  it.each([
    ['that comes deletes its objects', GOOD, skipped, [['DELETE'], ['argocd.skip-marker 1']]],
    ['that goes creates them', skipped, GOOD, [['CREATE'], ['argocd.skip-marker 1']]],
    ['that stays changes nothing', skipped, skipped, [[], []]],
    ['in a new file may be there for others than Argo CD', null, skipped, [['CREATE'], []]],
    [
      'in a file that cannot be read leaves its objects unknown',
      GOOD,
      file('# +argocd:skip-file-rendering\na: [\n'),
      [[], ['yaml.syntax 3']],
    ],
  ])('%s', (_name, base, head, expected) => {
    expect(operations(base, head)).toEqual(expected)
  })

  const changed = `${config}data: { a: b }\n`
  const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n'
  const marker = '# +argocd:skip-file-rendering\n'
  const said = 'argocd.skip-marker 1'
  it.each([
    ['that comes', config, marker + changed, ['DELETE', 'CREATE'], [said]],
    ['that goes', marker + config, changed, ['CREATE', 'DELETE'], [said]],
    [
      'that comes for one of two',
      `${config}---\n${other}`,
      `${marker}${changed}---\n${other}`,
      ['DELETE', 'CREATE', 'DELETE'],
      [said],
    ],
    ['that goes with an object', `${marker}${config}---\n${other}`, config, ['CREATE', 'DELETE'], [said]],
    ['that stays', marker + config, marker + changed, ['UPDATE'], []],
  ])('%s hides no change from those who deploy with another tool', (_name, base, head, ...expected) => {
    expect(operations(file(base), file(head))).toEqual(expected)
  })

  it.each([
    ['into a file with it is deleted', config, marker + config, 'DELETE a.yaml'],
    ['out of a file with it is created', marker + config, config, 'CREATE b.yaml'],
  ])('an object that moves %s', (_name, base, head, expected) => {
    const { changes } = compare(
      { path: 'a.yaml', base: file(base), head: null },
      { path: 'b.yaml', base: null, head: file(head) },
    )
    expect(changes.map(({ operation, source }) => `${operation} ${source.path}`)).toEqual([expected])
  })

  const ingress = (host: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a }\nspec: { rules: [{ host: ${host}, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: a, port: { number: 80 } } } }] } }] }\n`
  it.each([
    ['that comes takes the route', ingress('a.example'), marker + ingress('a.example'), [], ['a.example']],
    ['that goes opens the route', marker + ingress('a.example'), ingress('a.example'), ['a.example'], []],
    [
      'that comes hides no new route',
      ingress('a.example'),
      marker + ingress('b.example'),
      ['b.example'],
      ['a.example'],
    ],
  ])('%s', (_name, base, head, added, removed) => {
    const { routes } = compare({ path: 'a.yaml', base: file(base), head: file(head) })
    expect(routes.added.map(({ host }) => host)).toEqual(added)
    expect(routes.removed.map(({ host }) => host)).toEqual(removed)
  })
})

describe('a list of patches', () => {
  const before = file('- {op: replace, path: /spec/replicas, value: 3}\n')
  const onBase = 'In the version that is merged into: '
  it.each([
    {
      name: 'that is rewritten',
      head: file('- op: replace\n  value: 3\n  path: "/spec/replicas"\n'),
      said: [],
    },
    {
      name: 'that changes',
      head: file('- {op: replace, path: /spec/replicas, value: 0}\n'),
      said: [true, false],
    },
    { name: 'that is emptied', head: file(''), said: [true] },
    { name: 'that is deleted', head: null, said: [true] },
    { name: 'that becomes an object', head: GOOD, said: [true] },
  ])('$name', ({ head, said }) => {
    const { issues, analysed } = compare({ path: 'scale.yaml', base: before, head })
    expect(issues.map(({ code }) => code)).toEqual(said.map(() => 'manifest.patch-list'))
    expect(issues.map(({ text }) => text.startsWith(onBase))).toEqual(said)
    expect(analysed.unreadable).toBe(0)
  })

  it('that only moves is what it was', () => {
    const { issues } = compare(
      { path: 'a/scale.yaml', base: before, head: null },
      { path: 'b/scale.yaml', base: null, head: before },
    )
    expect(issues).toEqual([])
  })

  it('that moves and changes is told at both places', () => {
    const { issues } = compare(
      { path: 'a/scale.yaml', base: before, head: null },
      { path: 'b/scale.yaml', base: null, head: file('- {op: replace, path: /spec/replicas, value: 0}\n') },
    )
    expect(issues.map(({ path }) => path)).toEqual(['a/scale.yaml', 'b/scale.yaml'])
  })

  it('that is copied is told once for each new place', () => {
    const { issues } = compare(
      { path: 'a/scale.yaml', base: before, head: null },
      { path: 'b/scale.yaml', base: null, head: before },
      { path: 'c/scale.yaml', base: null, head: before },
    )
    expect(issues.map(({ path }) => path)).toEqual(['c/scale.yaml'])
  })
})

it('a moved object is no change', () => {
  const changes = compare(
    { path: 'a/x.yaml', base: GOOD, head: null },
    { path: 'b/x.yaml', base: null, head: GOOD },
  )
  expect(changes.changes).toEqual([])
  expect(changes.unchanged.moved).toBe(1)
})

describe('what was looked at', () => {
  const two = file(
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: b }\n',
  )
  const build = file('resources: [a.yaml]\n')

  it('is counted by files and by objects', () => {
    const changes = compare(
      { path: 'a.yaml', base: null, head: two },
      { path: 'b.yaml', base: GOOD, head: null },
      { path: 'c/kustomization.yaml', base: null, head: build },
      { path: 'd/values.yaml', base: file('a: 1\n'), head: file('a: 2\n') },
      { path: 'e.yaml', base: null, head: BROKEN },
      { path: 'README.md', base: null, head: file('# x') },
    )
    expect(changes.analysed).toEqual({ files: 5, objects: 3, notManifests: 2, unreadable: 1 })
  })

  it('counts what a file holds now, and what it held when it holds nothing', () => {
    expect(compare({ path: 'a.yaml', base: GOOD, head: two }).analysed.objects).toBe(2)
    expect(compare({ path: 'a.yaml', base: two, head: file('a: 1\n') }).analysed.objects).toBe(2)
    expect(compare({ path: 'c/kustomization.yaml', base: build, head: build }).analysed.objects).toBe(0)
  })

  it('has its content, or that it is gone', () => {
    const changes = compare(
      { path: 'a.yaml', base: GOOD, head: { kind: 'unread', id: '7' } },
      { path: 'b.yaml', base: GOOD, head: null },
      { path: 'c.yaml', base: null, head: LINK },
    )
    expect(changes.files.map(({ content, operation }) => [operation, content])).toEqual([
      ['UPDATE', 'file:7'],
      ['DELETE', 'deleted'],
      ['CREATE', 'symlink:1'],
    ])
  })

  it('has nothing to say of a template that only moved, and all of one beside it that did not', () => {
    const template = file('a: {{ .a }}\n')
    const moved = [
      { path: 'shop/templates/a.yaml', base: template, head: null },
      { path: 'shop/templates/web/a.yaml', base: null, head: template },
    ]
    expect(compare(...moved).issues).toEqual([])
    expect(
      compare(...moved, { path: 'shop/templates/b.yaml', base: null, head: file('b: {{ .b }}\n') }).issues,
    ).toMatchObject([{ code: 'manifest.template', path: 'shop/templates/b.yaml' }])
  })
})
