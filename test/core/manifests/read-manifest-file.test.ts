import { describe, expect, it } from 'vitest'
import type { ManifestFile } from '../../../src/core/manifests/manifest-file.ts'
import { readManifestFile } from '../../../src/core/manifests/read-manifest-file.ts'
import { canonicalJson } from '../../../src/core/model/json.ts'

function read(text: string, path = 'app/web.yaml'): ManifestFile {
  return readManifestFile(path, new TextEncoder().encode(text))
}

function issues(file: ManifestFile): readonly string[] {
  return file.issues.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'

describe('objects', () => {
  it.each([
    [
      'apps/v1',
      'Deployment',
      '{name: web, namespace: shop}',
      { group: 'apps', version: 'v1', namespace: 'shop', name: 'web' },
    ],
    ['v1', 'Service', '{name: web}', { group: '', version: 'v1', namespace: null, name: 'web' }],
    [
      'v1',
      'Service',
      '{name: web, namespace: ""}',
      { group: '', version: 'v1', namespace: null, name: 'web' },
    ],
    [
      'v1',
      'Service',
      '{name: web, namespace: null}',
      { group: '', version: 'v1', namespace: null, name: 'web' },
    ],
    [
      'v1',
      'Namespace',
      '{name: web, namespace: shop}',
      { group: '', version: 'v1', namespace: null, name: 'web' },
    ],
    ['v1', 'Pod', '{generateName: web-}', { group: '', version: 'v1', namespace: null, name: '' }],
    [
      'extensions/v1beta1',
      'Ingress',
      '{name: web}',
      { group: 'extensions', version: 'v1beta1', namespace: null, name: 'web' },
    ],
  ])('%s %s %s', (apiVersion, kind, metadata, ref) => {
    const file = read(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\n`)
    expect(file).toMatchObject({ kind: 'objects', issues: [] })
    expect(file.manifests.map((manifest) => manifest.ref)).toEqual([{ ...ref, kind }])
  })

  it('know where they stand', () => {
    const file = read(`# first\n${CONFIG}---\n${CONFIG}data:\n  k: v\n`)
    expect(file.manifests.map(({ line }) => line)).toEqual([2, 6])
    expect(file.manifests[1]?.locate('/data/k')).toEqual({ line: 10, column: 6 })
  })

  it.each([
    ['YAML', `${CONFIG}data: {k: v}\n`, 'ConfigMap'],
    ['a separator', `---\n${CONFIG}`, 'ConfigMap'],
    ['JSON', '{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}\n', 'Secret'],
  ])('stand behind a byte order mark: %s', (_name, text, kind) => {
    const [plain, marked] = [read(text), read(`\uFEFF${text}`)]
    expect(marked).toMatchObject({
      kind: 'objects',
      manifests: [{ ref: { kind }, line: plain.manifests[0]?.line }],
    })
    expect(marked.manifests[0]?.locate('/metadata')).toEqual(plain.manifests[0]?.locate('/metadata'))
  })

  it('of a JSON file are objects too', () => {
    const file = read('{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}', 'a.json')
    expect(file.manifests.map(({ ref }) => ref.kind)).toEqual(['Secret'])
  })

  it('that are encrypted are objects like others', () => {
    const file = read(
      'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {k: "ENC[AES256_GCM,data:xx]"}\nsops: {mac: x}\n',
    )
    expect(file.kind).toBe('objects')
  })

  it('without any name are read, with an issue', () => {
    const file = read(
      'apiVersion: v1\nkind: ConfigMap\ndata: {k: v}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: ""}\n',
    )
    expect(file).toMatchObject({ kind: 'objects', manifests: [{ ref: { name: '' } }, { ref: { name: '' } }] })
    expect(issues(file)).toEqual(['manifest.no-name 1:1', 'manifest.no-name 7:12'])
  })

  it('with annotations of null are read', () => {
    expect(
      read('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {k: null}, labels: null}\n')
        .kind,
    ).toBe('objects')
  })
})

describe('lists', () => {
  it.each([
    [
      'of any kind',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n',
      ['Pod a 4'],
    ],
    [
      'of one kind, whose items leave it out',
      'apiVersion: networking.k8s.io/v1\nkind: IngressList\nitems:\n- metadata: {name: a}\n- metadata: {name: b}\n',
      ['Ingress a 4', 'Ingress b 5'],
    ],
    [
      'that hold another kind',
      'apiVersion: v1\nkind: ConfigMapList\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: a}}\n',
      ['Secret a 4'],
    ],
    ['of nothing', 'apiVersion: v1\nkind: List\nitems: []\n', []],
    ['beside other documents', `apiVersion: v1\nkind: List\nitems: []\n---\n${CONFIG}`, ['ConfigMap a 5']],
  ])('%s', (_name, text, expected) => {
    const file = read(text)
    expect(file).toMatchObject({ kind: 'objects', issues: [] })
    expect(file.manifests.map(({ ref, line }) => `${ref.kind} ${ref.name} ${line}`)).toEqual(expected)
  })

  it('give their items a place and the type they leave out', () => {
    const file = read(
      'apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n  spec: {hostNetwork: yes}\n',
    )
    expect(file.manifests[0]?.locate('/spec/hostNetwork')).toEqual({ line: 5, column: 23 })
    expect(canonicalJson(file.manifests[0]?.value ?? null)).toBe(
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"hostNetwork":true}}',
    )
  })

  it('take Items in capitals for an ordinary key', () => {
    expect(read(`${CONFIG}Items: []\n`).manifests).toHaveLength(1)
  })
})

describe('not manifests', () => {
  it.each([
    ['nothing', '', 'a.yaml'],
    ['comments', '# a\n---\n# b\n', 'a.yaml'],
    ['values of a chart', 'image: {tag: v1}\nreplicas: 2\n', 'values.yaml'],
    ['values with a kind of their own', 'kind: DaemonSet\nimage: {tag: v1}\n', 'apps/agent/values-prod.yaml'],
    ['a pipeline', 'kind: pipeline\nname: a\nsteps: []\n---\nkind: secret\nname: b\n', '.drone.yml'],
    ['a description of an API', '{"kind": "discovery#restDescription", "name": "a"}\n', 'api.json'],
    ['a chart', 'apiVersion: v2\nname: web\nversion: 1.2.3\n', 'Chart.yaml'],
    ['settings of another tool', 'apiVersion: 1\nproviders: []\n', 'dashboards.yaml'],
    ['a workflow', 'on: &x push\njobs: {}\n'.replace('on:', '"on":'), '.github/workflows/a.yaml'],
    [
      'a kustomization',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n',
      'kustomization.yaml',
    ],
    [
      'a component',
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nmetadata: {name: a}\n',
      'kustomization.yaml',
    ],
    ['a kustomization without type', 'resources: [a.yaml]\n', 'kustomization.yaml'],
    ['JSON of something else', '{"name": "x", "version": "1"}\n', 'package.json'],
  ])('%s', (_name, text, path) => {
    const value: unknown = expect.any(String)
    expect(read(text, path)).toMatchObject({ path, kind: 'not-manifests', manifests: [], issues: [], value })
  })

  it('may stand beside objects when they are a kustomization', () => {
    const file = read(`${CONFIG}---\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n`)
    expect(file).toMatchObject({ kind: 'objects', issues: [] })
    expect(file.manifests).toHaveLength(1)
    expect(file.settings.map(({ role }) => role)).toEqual(['kustomization'])
  })

  it.each([
    [
      'a kustomization',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
      'a.yaml',
      'Kustomization',
    ],
    [
      'a component',
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
      'b/kustomization.yml',
      'Component',
    ],
    ['one without type, by its name', 'resources: [a.yaml]\n', 'b/kustomization.yaml', 'Kustomization'],
    ['what has another name', 'resources: [a.yaml]\n', 'b/list.yaml', ''],
    [
      'a kustomization with the kind of another group',
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\n',
      'kustomization.yaml',
      '',
    ],
  ])('are settings: %s', (_name, text, path, kind) => {
    expect(read(text, path).settings.map(({ ref, role }) => [ref.kind, role])).toEqual([
      [kind, kind === '' ? 'settings' : 'kustomization'],
    ])
  })
})

describe('unreadable', () => {
  it.each([
    ['bytes that are no text', `${CONFIG}data: {k: "\0"}\n`, ['yaml.binary 4:12']],
    ['two byte order marks', `\uFEFF\uFEFF${CONFIG}`, ['yaml.bom 1:1']],
    ['a byte order mark behind the start', `---\n\uFEFF${CONFIG}`, ['yaml.bom 2:1']],
    [
      'a byte order mark and JSON that is no YAML',
      '\uFEFF{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "\\/"}}',
      ['yaml.escape 1:62'],
    ],
    ['one bad document among good ones', `${CONFIG}---\na: [\n`, ['yaml.syntax 6:1']],
    ['no apiVersion', 'kind: ConfigMap\nmetadata: {name: a}\n', ['manifest.no-api-version 1:1']],
    ['only a kind', 'kind: List\n', ['manifest.no-api-version 1:1']],
    [
      'apiversion in lower case',
      'apiversion: v1\nkind: Pod\nmetadata: {name: a}\n',
      ['manifest.no-api-version 1:1'],
    ],
    [
      'a kind in lower case, of an object',
      'kind: pod\nmetadata: {name: a}\n',
      ['manifest.no-api-version 1:1'],
    ],
    ['a kind of no letters', 'kind: ""\n', ['manifest.no-api-version 1:1', 'manifest.no-kind 1:1']],
    ['a pipeline beside objects', `${CONFIG}---\nkind: pipeline\n`, ['manifest.no-api-version 5:1']],
    ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', ['manifest.no-kind 1:1']],
    ['an empty kind', 'apiVersion: v1\nkind: ""\nmetadata: {name: a}\n', ['manifest.no-kind 2:1']],
    ['a kind that is a boolean', 'apiVersion: v1\nkind: yes\n', ['manifest.no-kind 2:1']],
    ['an apiVersion that is a number', 'apiVersion: 1\nkind: Pod\n', ['manifest.no-api-version 1:1']],
    ['an apiVersion with two slashes', 'apiVersion: a/b/c\nkind: Pod\n', ['manifest.api-version 1:1']],
    ['an apiVersion with an empty group', 'apiVersion: /v1\nkind: Pod\n', ['manifest.api-version 1:1']],
    [
      'something else beside objects',
      `${CONFIG}---\na: 1\n`,
      ['manifest.no-api-version 5:1', 'manifest.no-kind 5:1'],
    ],
    ['metadata that is a list', 'apiVersion: v1\nkind: Pod\nmetadata: []\n', ['manifest.metadata 3:1']],
    [
      'metadata that is text, of a list',
      'apiVersion: v1\nkind: List\nmetadata: x\nitems: []\n',
      ['manifest.metadata 3:1'],
    ],
    [
      'a name that is a number',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: 1\n',
      ['manifest.not-text 4:3'],
    ],
    [
      'a namespace that is a boolean',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: on\n',
      ['manifest.not-text 5:3'],
    ],
    [
      'an annotation and a label that are no text',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: {k: 5}\n  labels:\n    x: true\n',
      ['manifest.not-text 5:17', 'manifest.not-text 7:5'],
    ],
    [
      'labels that are a list',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: [x]}\n',
      ['manifest.metadata 3:21'],
    ],
    ['items on an object', `${CONFIG}items: []\n`, ['manifest.items 4:1']],
    ['items of null on an object', `${CONFIG}items:\n`, ['manifest.items 4:1']],
    ['items that are a map', 'apiVersion: v1\nkind: List\nitems: {a: 1}\n', ['manifest.items 3:1']],
    [
      'items in a kustomization',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nitems: []\n',
      ['manifest.items 3:1'],
    ],
    ['a list without items', 'apiVersion: v1\nkind: List\n', ['manifest.list-without-items 2:1']],
    ['an item of null', 'apiVersion: v1\nkind: List\nitems:\n- null\n', ['manifest.list-item 4:3']],
    ['an item of text', 'apiVersion: v1\nkind: List\nitems: [x]\n', ['manifest.list-item 3:9']],
    [
      'an item with a kind only',
      'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- kind: StatefulSet\n',
      ['manifest.list-item-type 4:3'],
    ],
    [
      'an item of a List without type',
      'apiVersion: v1\nkind: List\nitems:\n- metadata: {name: a}\n',
      ['manifest.list-item-type 4:3'],
    ],
    [
      'a list in a list',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: []}\n',
      ['manifest.list-in-list 4:3'],
    ],
    [
      'an item with items',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, items: []}\n',
      ['manifest.list-in-list 4:3'],
    ],
  ])('%s', (_name, text, expected) => {
    const file = read(text)
    expect(issues(file)).toEqual(expected)
    expect(file).toMatchObject({ kind: 'unreadable', manifests: [] })
  })
})

describe('lists of patches', () => {
  const PATCH = '- op: add\n  path: /metadata/labels/a\n  value: b\n'

  it.each([
    ['YAML', `# c\n---\n${PATCH}- {op: remove, path: /spec}\n---\n`, 3],
    ['JSON', '[\n  {"op": "move", "from": "/a", "path": "/b"}\n]\n', 1],
  ])('are no manifests, and say so: %s', (_name, text, line) => {
    const file = read(text)
    expect(file).toMatchObject({ kind: 'not-manifests', manifests: [] })
    expect(issues(file)).toEqual([`manifest.patch-list ${String(line)}:1`])
  })

  it('are equal when their patches are', () => {
    const values = [
      PATCH,
      `---\n${PATCH}`,
      JSON.stringify([{ path: '/metadata/labels/a', value: 'b', op: 'add' }]),
    ]
    expect(new Set(values.map((text) => read(text).value)).size).toBe(1)
    expect(read(PATCH).value).not.toBe(read(PATCH.replace('b', 'c')).value)
  })

  it.each([
    ['an entry that is no patch', `${PATCH}- a: 1\n`],
    ['an object', '- apiVersion: v1\n  kind: Pod\n'],
    ['an object with the keys of a patch', `${PATCH}  kind: Pod\n`],
    ['another operation', PATCH.replace('add', 'run')],
    ['no path', '- op: remove\n'],
    ['a path that is no text', '- {op: remove, path: 1}\n'],
    ['nothing', '[]\n'],
    ['brackets that are no JSON', '[{op: remove, path: /a}]\n'],
    ['another list', `${PATCH}---\n${PATCH}`],
    ['null before it', `null\n---\n${PATCH}`],
    ['an object before it', `${CONFIG}---\n${PATCH}`],
    ['a mistake', `${PATCH}- &a {op: remove, path: !x /a}\n`],
    ['a text', 'op\n'],
  ])('are refused with %s', (_name, text) => {
    expect(read(text)).toMatchObject({ kind: 'unreadable', manifests: [], value: null })
  })
})

describe('templates', () => {
  it.each([
    ['a value', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.n }}\n', ['manifest.template 4:9']],
    ['a line', '{{- if .Values.x }}\napiVersion: v1\n{{- end }}\n', ['manifest.template 1:1']],
    ['a list entry', 'apiVersion: v1\nargs:\n- {{ .x }}\n', ['manifest.template 3:3']],
    [
      'beside a mistake of another kind',
      'a: 1\na: 2\nb:\n  {{ .x }}: 1\n',
      ['yaml.duplicate-key 2:1', 'manifest.template 4:3'],
    ],
  ])('are named as what they are: %s', (_name, text, expected) => {
    const file = read(text, 'chart/templates/web.yaml')
    expect(file.kind).toBe('unreadable')
    expect(issues(file)).toEqual(expected)
  })

  it('are looked for in a long line of dashes, however it is read', () => {
    const dashes = '- '.repeat(400_000)
    expect(issues(read(`${dashes}\na: b: # {{\n`))[0]).toMatch(/^yaml/)
    expect(issues(read(`a: b: c\n${dashes}{{ x }}\n`))).toContain('manifest.template 2:800001')
  })

  it('are not seen in quoted text', () => {
    const file = read(`${CONFIG}data: {k: "{{ x }}"}\nz: 'it: {{ y }}'\n`)
    expect(file).toMatchObject({ kind: 'objects', manifests: [{ role: 'manifest' }] })
    expect(issues(read('a: "{{ x }}"\na: 1\n'))).toEqual(['yaml.duplicate-key 2:1'])
  })
})
