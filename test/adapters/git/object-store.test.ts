import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type GitRepository, openGitRepository } from '../../../src/adapters/git/git-repository.ts'
import type { ChangedFile } from '../../../src/core/model/changed-file.ts'
import { GitSandbox } from '../../support/git-sandbox.ts'
import { summary } from './changes-summary.ts'

let sandbox: GitSandbox
let repository: GitRepository | null = null
const folders: string[] = []

beforeEach(() => {
  sandbox = GitSandbox.create()
})

afterEach(() => {
  repository?.close()
  sandbox.remove()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<GitRepository> {
  const opened = await openGitRepository(sandbox.dir, 'main', 'feature', { merge: true })
  if (!opened.ok) throw new Error(opened.error.text)
  repository = opened.value
  return opened.value
}

async function changes(opened: GitRepository): Promise<readonly ChangedFile[]> {
  const result = await opened.changes('head', () => true)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  folders.push(folder)
  return folder
}

function temporaryGitFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`drawbridge-git-${String(process.pid)}-`))
}

it('leaves the repository exactly as it was', async () => {
  sandbox.commit({ 'a.yaml': '1\n2\n3\n4\n5\n6\n' })
  sandbox.branch('feature')
  sandbox.commit({ 'a.yaml': '1\n2\n3\n4\n5\nsix\n' })
  sandbox.checkout('main')
  sandbox.commit({ 'a.yaml': 'one\n2\n3\n4\n5\n6\n' })
  const listing = (): unknown =>
    readdirSync(sandbox.dir, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => [name, statSync(join(sandbox.dir, name)).mtimeMs])
  const before = listing()
  const opened = await open()
  expect(summary(await changes(opened))).toEqual({
    'a.yaml': ['one\n2\n3\n4\n5\n6\n', 'one\n2\n3\n4\n5\nsix\n'],
  })
  opened.close()
  expect(listing()).toEqual(before)
  expect(temporaryGitFolders()).toEqual([])
})

it('gives the repository no say: drivers, filters, replacements, hooks and monitors do not run', async () => {
  sandbox.commit({
    'a.yaml': '1\n2\n3\n4\n5\n6\n',
    '.gitattributes': '*.yaml merge=evil diff=evil filter=evil\n',
  })
  sandbox.branch('feature')
  const head = sandbox.commit({ 'a.yaml': '1\n2\n3\n4\n5\nsix\n' })
  sandbox.checkout('main')
  const base = sandbox.commit({ 'a.yaml': 'one\n2\n3\n4\n5\n6\n' })
  const mark = join(temporary(), 'ran')
  const program = join(temporary(), 'evil.sh')
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\nexit 1\n`, { mode: 0o755 })
  for (const key of [
    'merge.evil.driver',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'filter.evil.smudge',
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'core.alternateRefsCommand',
  ])
    sandbox.git('config', key, program)
  mkdirSync(join(sandbox.dir, '.git/info'), { recursive: true })
  writeFileSync(join(sandbox.dir, '.git/info/attributes'), '*.yaml merge=evil diff=evil\n')
  mkdirSync(join(sandbox.dir, '.git/hooks'), { recursive: true })
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout'])
    cpSync(program, join(sandbox.dir, '.git/hooks', hook))
  const other = sandbox.git('commit-tree', `${base}^{tree}`, '-m', 'Other')
  mkdirSync(join(sandbox.dir, '.git', 'refs', 'replace'), { recursive: true })
  writeFileSync(join(sandbox.dir, '.git', 'refs', 'replace', head), `${other}\n`)
  rmSync(mark, { force: true })
  const opened = await open()
  expect(summary(await changes(opened))).toEqual({
    'a.yaml': ['one\n2\n3\n4\n5\n6\n', 'one\n2\n3\n4\n5\nsix\n'],
  })
  expect(existsSync(mark) ? readFileSync(mark, 'utf8') : '').toBe('')
})
