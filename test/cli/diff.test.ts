import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FileContent, GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { deployment, POLICY } from './fixtures.ts'
import { runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

type Files = Readonly<Record<string, FileContent>>

function directories(base: Files, head: Files): readonly [string, string] {
  writeFiles(join(folder, 'base'), { 'readme.md': '', ...base })
  writeFiles(join(folder, 'head'), { 'readme.md': '', ...head })
  return [join(folder, 'base'), join(folder, 'head')]
}

it('prints the changes and no findings', async () => {
  const paths = directories({ 'prod/web.yaml': deployment(3) }, { 'prod/web.yaml': deployment(0) })
  const { exit, stdout, stderr } = await runCli(['diff', ...paths, '--format', 'json'])
  expect([exit, stderr]).toEqual([0, ''])
  const result = JSON.parse(stdout) as object
  expect(result).toMatchObject({
    kind: 'Changes',
    changes: [
      {
        operation: 'UPDATE',
        verbs: ['scale'],
        environment: null,
        fields: [{ op: 'replace', path: '/spec/replicas', old: 3, new: 0, line: 7 }],
      },
    ],
    issues: [],
  })
  expect(Object.keys(result).toSorted()).toEqual([
    'analysed',
    'changes',
    'files',
    'issues',
    'kind',
    'routes',
    'unchanged',
  ])
})

it('takes environments from the policy of the base', async () => {
  const paths = directories(
    { '.github/drawbridge.yaml': POLICY },
    { '.github/drawbridge.yaml': POLICY, 'prod/web.yaml': deployment(1) },
  )
  const { stdout } = await runCli(['diff', ...paths, '--format', 'json'])
  expect(JSON.parse(stdout)).toMatchObject({
    changes: [{ operation: 'CREATE', environment: 'production', cluster: 'prod-eu' }],
  })
})

it('is readable as text', async () => {
  const paths = directories({ 'prod/web.yaml': deployment(3) }, { 'prod/web.yaml': deployment(0) })
  const { exit, stdout } = await runCli(['diff', ...paths])
  expect(exit).toBe(0)
  expect(stdout).toMatch(/scale .*Deployment shop\/web/)
  expect(stdout).toContain('prod/web.yaml:1')
})

it('exits 1 when something cannot be read', async () => {
  const { exit, stdout } = await runCli([
    'diff',
    ...directories({}, { 'a.yaml': 'a: [\n' }),
    '--format',
    'json',
  ])
  expect(exit).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ issues: [{ path: 'a.yaml' }], analysed: { unreadable: 1 } })
})

it('shows what the files that decide what is built say otherwise', async () => {
  const paths = directories(
    { 'web/values.yaml': 'image: {tag: "1"}\nreplicas: 3\nport: 80\n' },
    { 'web/values.yaml': 'image: {tag: "2"}\nreplicas: 1\nport: 81\n', 'web/.helmignore': '*.bak\n' },
  )
  const { exit, stdout } = await runCli(['diff', ...paths])
  expect([exit, stdout.split('\n\n')[0]]).toEqual([
    0,
    'Files that decide what is built\ncreate  web/.helmignore is new\nedit  web/values.yaml image.tag from 1 to 2; port from 80 to 81; and 1 more',
  ])
})

it('exits 0 for what is only a remark', async () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'
  const paths = directories({ 'a.yaml': text }, { 'a.yaml': `# +argocd:skip-file-rendering\n${text}` })
  const { exit, stdout } = await runCli(['diff', ...paths, '--format', 'json'])
  expect(exit).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    changes: [{ operation: 'DELETE' }],
    issues: [{ code: 'argocd.skip-marker' }],
  })
})

it('exits 2 for a conflict and for a policy with mistakes', async () => {
  const sandbox = GitSandbox.create()
  sandbox.commit({ 'a.yaml': deployment(1) })
  sandbox.branch('feature')
  sandbox.commit({ 'a.yaml': deployment(2) })
  sandbox.checkout('main')
  sandbox.commit({ 'a.yaml': deployment(3) })
  const conflict = await runCli(['diff', 'main', 'feature', '--repo', sandbox.dir])
  expect(conflict).toMatchObject({
    exit: 2,
    stdout: '',
    stderr: expect.stringContaining('HEAD conflicts with BASE in a.yaml'),
  })
  sandbox.remove()
  const paths = directories({ '.github/drawbridge.yaml': 'kind: Policy\n' }, {})
  const policy = await runCli(['diff', ...paths])
  expect(policy).toMatchObject({
    exit: 2,
    stdout: '',
    stderr: expect.stringMatching(/^\.github\/drawbridge\.yaml:1:1: /),
  })
})
