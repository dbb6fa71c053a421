import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const CLI = resolve('dist/cli.js')
const MANIFEST = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-bad-'))
  write('before/a.yaml', MANIFEST)
  write('after/a.yaml', MANIFEST)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

function check(...args: readonly string[]): {
  readonly status: number | null
  readonly stdout: string
  readonly said: string
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  const said = stdout + stderr
  expect(said, 'no stack trace').not.toMatch(/^\s+at .*[:(]\d+/m)
  return { status, stdout, said }
}

describe('a policy', () => {
  it('with three mistakes lists three, with line and column', () => {
    write(
      'policy.yaml',
      `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec:
  extends: [builtin:recomended]
  rules:
    - id: acme.one
      match: { verbs: [scael] }
      severity: hihg
      message: one
`,
    )
    const { status, said } = check('before', 'after', '--policy', 'policy.yaml')
    expect(status).toBe(2)
    const places = said
      .split('\n')
      .flatMap((line) => /^policy\.yaml:(?<place>\d+:\d+): /.exec(line)?.groups?.['place'] ?? [])
    expect(places).toEqual(['5:13', '8:24', '9:17'])
    expect(said).toContain('did you mean "builtin:recommended"')
    expect(said).toContain('did you mean "scale"')
    expect(said).toContain('did you mean "high"')
  })
})

describe('what cannot be opened gets a sentence and exit 2', () => {
  it.each([
    { name: 'a missing file', args: ['before', 'after', '--facts', 'nowhere.yaml'], says: /nowhere\.yaml/ },
    { name: 'a missing directory', args: ['before', 'nowhere'], says: /nowhere/ },
    { name: 'a non-repository', args: ['main', 'HEAD'], says: /repository/ },
  ])('$name', ({ args, says }) => {
    const { status, said } = check(...args)
    expect([2, 64]).toContain(status)
    expect(said).toMatch(says)
  })
})

describe('what cannot be read as a manifest holds', () => {
  const large = `${MANIFEST}data:\n  x: ${'y'.repeat(20_000_000)}\n`
  it.each([
    { name: 'a binary file', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]), code: 'yaml.' },
    { name: 'a file of 20 MB', content: large, code: 'file.too-large' },
    {
      name: 'invalid UTF-8',
      content: new Uint8Array([...Buffer.from(MANIFEST), 0xff, 0xfe]),
      code: 'yaml.encoding',
    },
  ])('$name', ({ content, code }) => {
    write('after/b.yaml', content)
    expectHeld('after', code)
  })

  it('a symbolic link', () => {
    symlinkSync('a.yaml', join(folder, 'after/b.yaml'))
    expectHeld('after', 'file.symlink')
  })

  it('a submodule', () => {
    git('init', '-q', '-b', 'main')
    git('add', 'before')
    git('commit', '-qm', 'one')
    git('checkout', '-qb', 'change')
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},charts`)
    git('commit', '-qm', 'two')
    const { status, stdout } = check('main', 'change', '--format', 'json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).issues[0]).toMatchObject({ code: 'file.submodule', path: 'charts' })
  })
})

function expectHeld(head: string, code: string): void {
  const { status, stdout } = check('before', head, '--format', 'json')
  expect(status).toBe(1)
  const decision = JSON.parse(stdout)
  expect(decision.outcome).toBe('hold')
  expect(decision.issues[0].code).toContain(code)
  expect(decision.issues[0].text).toMatch(/^[A-Z].{20,}\.$/)
  expect(decision.findings.length).toBeGreaterThan(0)
}

function git(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    },
  )
  expect(status, stderr).toBe(0)
}
