import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FileContent, GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const TEXT = '* @acme/all\n/prod/ @ben @acme/net\n/prod/free.yaml\n'

async function owners(...argv: readonly string[]): Promise<unknown> {
  const { exit, stdout, stderr } = await runCli(['owners', '--format', 'json', ...argv])
  return exit === 0 ? JSON.parse(stdout) : { exit, stdout, stderr }
}

it('names the owners of the last line that matches', async () => {
  writeFiles(folder, { CODEOWNERS: TEXT, none: '/docs/ @amy\n' })
  const file = join(folder, 'CODEOWNERS')
  expect(
    await owners('--codeowners', file, 'a b.yaml', './prod/x/web.yaml', '/prod/web.yaml', 'prod/free.yaml'),
  ).toEqual([
    { path: 'a b.yaml', owners: ['@acme/all'], matched: true, line: 1 },
    { path: 'prod/x/web.yaml', owners: ['@ben', '@acme/net'], matched: true, line: 2 },
    { path: 'prod/web.yaml', owners: ['@ben', '@acme/net'], matched: true, line: 2 },
    { path: 'prod/free.yaml', owners: [], matched: true, line: 3 },
  ])
  expect(await owners('--codeowners', join(folder, 'none'), 'a')).toEqual([
    { path: 'a', owners: [], matched: false, line: null },
  ])
})

it('is readable as text', async () => {
  writeFiles(folder, { CODEOWNERS: TEXT })
  const { stdout } = await runCli(['owners', '--repo', folder, 'prod/web.yaml', 'prod/free.yaml', 'a'])
  expect(stdout).toBe(
    'prod/web.yaml   @ben @acme/net  (CODEOWNERS:2)\nprod/free.yaml  no owner  (CODEOWNERS:3)\na               @acme/all  (CODEOWNERS:1)\n',
  )
})

it.each([
  {
    name: '.github first',
    files: { '.github/CODEOWNERS': '* @a', CODEOWNERS: '* @b', 'docs/CODEOWNERS': '* @c' },
    want: ['@a'],
  },
  { name: 'then the root', files: { CODEOWNERS: '* @b', 'docs/CODEOWNERS': '* @c' }, want: ['@b'] },
  { name: 'then docs', files: { 'docs/CODEOWNERS': '* @c' }, want: ['@c'] },
  {
    name: 'a directory does not count',
    files: { 'CODEOWNERS/x': '', 'docs/CODEOWNERS': '* @c' },
    want: ['@c'],
  },
] satisfies readonly { name: string; files: Record<string, FileContent>; want: string[] }[])(
  'takes the file that GitHub would: $name',
  async ({ files, want }) => {
    writeFiles(folder, files)
    expect(await owners('--repo', folder, 'a')).toMatchObject([{ owners: want }])
  },
)

it('takes the branch that merges go to, not the one that is checked out', async () => {
  const sandbox = GitSandbox.create()
  sandbox.commit({ CODEOWNERS: '* @a\n' })
  sandbox.branch('feature')
  sandbox.commit({ CODEOWNERS: '* @evil\n' })
  expect(await owners('--repo', sandbox.dir, 'a')).toMatchObject([{ owners: ['@a'] }])
  sandbox.git('branch', '-D', 'main')
  expect(await owners('--repo', sandbox.dir, 'a')).toMatchObject([{ owners: ['@evil'] }])
  sandbox.remove()
})

it('says which lines GitHub skips', async () => {
  writeFiles(folder, { CODEOWNERS: '* @a\n!/prod/ @b\n' })
  const { exit, stderr } = await runCli(['owners', '--repo', folder, 'prod/x'])
  expect(exit).toBe(0)
  expect(stderr).toMatch(/^CODEOWNERS:2:\d+: /)
})

it.each([
  {
    name: 'no CODEOWNERS',
    argv: ['--repo', '.', 'a'],
    says: 'looked for .github/CODEOWNERS, CODEOWNERS, docs/CODEOWNERS',
  },
  { name: 'a missing file', argv: ['--codeowners', 'nowhere', 'a'], says: 'There is no file ' },
  { name: 'a missing directory', argv: ['--repo', 'nowhere', 'a'], says: 'nowhere' },
])('cannot say: $name', async ({ argv, says }) => {
  const at = argv.map((word) => (word === '.' ? folder : word === 'nowhere' ? join(folder, word) : word))
  expect(await owners(...at)).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining(says) })
})

it('refuses a CODEOWNERS that is a link', async () => {
  writeFiles(folder, { real: '* @a\n', CODEOWNERS: { link: 'real' } })
  expect(await owners('--repo', folder, 'a')).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('symbolic link'),
  })
})
