import { describe, expect, it } from 'vitest'

import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { compareFiles } from '../../../src/core/decision/compare.ts'
import type { ChangedFile, FileVersion } from '../../../src/core/model/changed-file.ts'
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

describe('what is not desired state', () => {
  it.each(['README.md', '.github/workflows/ci.yaml', 'logo.png'])('%s is listed and not read', (path) => {
    const changes = compare({ path, base: null, head: { kind: 'unread', id: '1' } })
    expect(changes.files).toEqual([{ path, operation: 'CREATE', content: 'file:1', rewritten: false }])
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
      name: 'in another order',
      head: 'namespace: shop\nresources: [api.yaml, web.yaml]\n',
      rewritten: false,
    },
    { name: 'that cannot be read', head: 'namespace: [\n', rewritten: false },
  ])('$name', ({ head, rewritten }) => {
    expect(compare({ path: 'kustomization.yaml', base: before, head: file(head) }).files[0]).toMatchObject({
      rewritten,
    })
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
