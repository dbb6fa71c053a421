import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeFiles } from '../support/git-sandbox.ts'
import { deployment } from './fixtures.ts'
import { runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('prints objects with their places, and files that are no manifests', async () => {
  writeFiles(folder, {
    'prod/web.yaml': `# web\n${deployment(3)}`,
    'prod/values.yaml': 'replicas: 3\n',
    'prod/notes.txt': 'not looked at\n',
    'prod/.git/x.yaml': 'not: looked-at\n',
  })
  const { exit, stdout, stderr } = await runCli(['inspect', join(folder, 'prod'), '--format', 'json'])
  expect([exit, stderr]).toEqual([0, ''])
  const result = JSON.parse(stdout) as { objects: { value: { spec: { replicas: number } } }[] }
  expect(result).toMatchObject({
    objects: [
      {
        object: { group: 'apps', version: 'v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
        path: join(folder, 'prod/web.yaml'),
        line: 2,
        value: { spec: { replicas: 3 } },
      },
    ],
    notManifests: [join(folder, 'prod/values.yaml')],
    issues: [],
  })
})

it('keeps integers beyond 2^53 exact', async () => {
  writeFiles(folder, {
    'a.yaml':
      'apiVersion: example.com/v1\nkind: Big\nmetadata: { name: a }\nspec: { big: 9007199254740993 }\n',
  })
  const { stdout } = await runCli(['inspect', folder, '--format', 'json'])
  expect(stdout).toContain('"big": 9007199254740993')
})

it('never shows what a Secret holds, and shows everything else as it is', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { key: hunter2-hunter2 }\n'
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: m }\ndata: { password-hint: blue }\n'
  writeFiles(folder, {
    'a.yaml': `${secret}---\n${map}`,
    'list.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${secret.replaceAll('\n', '\n  ')}`,
  })
  for (const format of ['json', 'text']) {
    const { stdout, stderr } = await runCli(['inspect', folder, '--format', format])
    expect(stdout + stderr).not.toContain('hunter2')
    if (format === 'json') expect(stdout).toContain('"password-hint": "blue"')
  }
})

it('says what cannot be read, and exits 1', async () => {
  writeFiles(folder, {
    'bad.yaml': 'apiVersion: v1\nkind: ConfigMap\nkind: Secret\n',
    'latin.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xe4, 10]),
    'link.yaml': { link: '/etc/hostname' },
    'big.yaml': new Uint8Array(20 * 1024 * 1024).fill(35),
    'good.yaml': deployment(1),
  })
  const { exit, stdout } = await runCli(['inspect', folder, '--format', 'json'])
  const result = JSON.parse(stdout) as {
    objects: unknown[]
    issues: { code: string; path: string; text: string }[]
  }
  expect(exit).toBe(1)
  expect(result.objects).toHaveLength(1)
  expect(result.issues.map(({ path, code }) => [path.slice(folder.length + 1), code])).toEqual(
    [
      ['bad.yaml', 'yaml.duplicate-key'],
      ['big.yaml', 'file.too-large'],
      ['latin.yaml', 'yaml.encoding'],
      ['link.yaml', 'file.symlink'],
    ].map(([path, code]) => [path, path === 'big.yaml' ? expect.stringMatching(/too-large$/) : code]),
  )
})

it('reads a named file whatever it is called, and each file once', async () => {
  writeFiles(folder, { 'web.txt': deployment(1), 'web.yaml': deployment(1, 'api') })
  const file = join(folder, 'web.yaml')
  const { exit, stdout } = await runCli([
    'inspect',
    join(folder, 'web.txt'),
    file,
    folder,
    file,
    '--format',
    'json',
  ])
  expect(exit).toBe(0)
  expect((JSON.parse(stdout) as { objects: unknown[] }).objects).toHaveLength(2)
})

it('follows a link that is named, to a file as to a directory', async () => {
  writeFiles(folder, {
    'real/web.yaml': deployment(1),
    'link.yaml': { link: 'real/web.yaml' },
    link: { link: 'real' },
  })
  for (const [named, path] of [
    ['link.yaml', 'link.yaml'],
    ['link', 'link/web.yaml'],
  ] as const) {
    const { exit, stdout } = await runCli(['inspect', join(folder, named), '--format', 'json'])
    expect(exit).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ objects: [{ path: join(folder, path) }], issues: [] })
  }
})

it('is readable as text', async () => {
  writeFiles(folder, {
    'prod/web.yaml': deployment(3),
    'prod/values.yaml': 'a: 1\n',
    'prod/bad.yaml': 'a: [\n',
  })
  const { exit, stdout } = await runCli(['inspect', folder])
  expect(exit).toBe(1)
  const lines = stdout.replaceAll(`${folder}/`, '').trimEnd().split('\n\n')
  expect(lines[0]).toBe('prod/web.yaml:1  Deployment shop/web  (apps/v1)')
  expect(lines[1]).toBe('prod/values.yaml: no manifest (helm-values)')
  expect(lines[2]).toMatch(/^prod\/bad\.yaml:\d+:\d+: /)
  expect(lines[3]).toBe('Objects: 1. Files without manifests: 1. Issues: 1.')
})

it('lists every path that is not there, and exits 2', async () => {
  mkdirSync(join(folder, 'empty'))
  const paths = ['a', 'b'].map((name) => join(folder, name))
  const { exit, stdout, stderr } = await runCli(['inspect', ...paths, join(folder, 'empty')])
  expect([exit, stdout]).toEqual([2, ''])
  expect(stderr).toBe(paths.map((path) => `There is no file ${path}. Check the path.\n`).join(''))
})

it('of an empty directory is nothing, said aloud', async () => {
  expect(await runCli(['inspect', folder])).toEqual({
    exit: 0,
    stdout: 'Objects: 0. Files without manifests: 0. Issues: 0.\n',
    stderr: '',
  })
})
