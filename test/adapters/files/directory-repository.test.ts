import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDirectories } from '../../../src/adapters/files/directory-repository.ts'
import type { ChangedFile, FileVersion } from '../../../src/core/model/changed-file.ts'
import { parseSha } from '../../../src/core/model/ids.ts'
import type { Repository } from '../../../src/gate/ports/repository.ts'
import { type FileContent, writeFiles } from '../../support/git-sandbox.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  for (const side of ['base', 'head']) mkdirSync(join(folder, side))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

type Files = Readonly<Record<string, FileContent>>

function open(base: Files, head: Files): Repository {
  writeFiles(join(folder, 'base'), base)
  writeFiles(join(folder, 'head'), head)
  const opened = openDirectories(join(folder, 'base'), join(folder, 'head'))
  if (!opened.ok) throw new Error(opened.error.text)
  return opened.value
}

async function changes(
  repository: Repository,
  wanted: (path: string) => boolean = () => true,
): Promise<readonly ChangedFile[]> {
  const result = await repository.changes('head', wanted)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function text(version: FileVersion | null): string {
  if (version === null) return '-'
  if (version.kind === 'file') return Buffer.from(version.bytes).toString('latin1')
  return version.kind === 'symlink' ? `-> ${version.target}` : version.kind
}

const big = (fill: number, size = 5 * 1024 * 1024 + 1): Uint8Array => new Uint8Array(size).fill(fill)

describe('what differs between two directories', () => {
  const cases: readonly {
    name: string
    base: Files
    head: Files
    want: Readonly<Record<string, readonly [string, string]>>
  }[] = [
    { name: 'nothing', base: { 'a.yaml': 'a' }, head: { 'a.yaml': 'a' }, want: {} },
    { name: 'content', base: { 'a.yaml': 'a' }, head: { 'a.yaml': 'b' }, want: { 'a.yaml': ['a', 'b'] } },
    {
      name: 'a new file in a new folder',
      base: {},
      head: { 'x/y/a.yaml': 'a' },
      want: { 'x/y/a.yaml': ['-', 'a'] },
    },
    { name: 'a file that is gone', base: { 'a.yaml': 'a' }, head: {}, want: { 'a.yaml': ['a', '-'] } },
    {
      name: 'a file that became a folder',
      base: { a: 'a' },
      head: { 'a/b': 'b' },
      want: { a: ['a', '-'], 'a/b': ['-', 'b'] },
    },
    {
      name: 'a file that became a link',
      base: { a: 'b' },
      head: { a: { link: 'b' } },
      want: { a: ['b', '-> b'] },
    },
    {
      name: 'a link to a folder, not followed',
      base: {},
      head: { l: { link: '..' } },
      want: { l: ['-', '-> ..'] },
    },
    { name: 'the same link', base: { l: { link: 'x' } }, head: { l: { link: 'x' } }, want: {} },
    {
      name: 'git itself, left out',
      base: { '.git/HEAD': 'a', 'x/.git': 'a' },
      head: { '.git/HEAD': 'b' },
      want: {},
    },
    { name: 'a hidden file', base: {}, head: { '.a': 'a' }, want: { '.a': ['-', 'a'] } },
    { name: 'a large file', base: {}, head: { a: big(1) }, want: { a: ['-', 'too-large'] } },
    { name: 'the same large file', base: { a: big(1) }, head: { a: big(1) }, want: {} },
    {
      name: 'a large file of the same size',
      base: { a: big(1) },
      head: { a: big(2) },
      want: { a: ['too-large', 'too-large'] },
    },
    { name: 'an empty file', base: {}, head: { a: '' }, want: { a: ['-', ''] } },
    {
      name: 'bytes that are no text',
      base: {},
      head: { a: new Uint8Array([0, 255]) },
      want: { a: ['-', '\0\xff'] },
    },
    {
      name: 'odd names',
      base: {},
      head: { '-rf': '1', 'new\nline': '2', '"q" ü': '3' },
      want: { '"q" ü': ['-', '3'], '-rf': ['-', '1'], 'new\nline': ['-', '2'] },
    },
  ]
  it.each(cases)('$name', async ({ base, head, want }) => {
    const files = await changes(open(base, head))
    expect(Object.fromEntries(files.map((file) => [file.path, [text(file.base), text(file.head)]]))).toEqual(
      want,
    )
    expect(files.map(({ path }) => path)).toEqual(Object.keys(want).toSorted())
  })

  it('has ids that are equal exactly when the content is', async () => {
    const [a, b, c] = await changes(open({ c: 'same' }, { a: 'same', b: 'other' }))
    expect(a?.head?.id).toBe(c?.base?.id)
    expect(b?.head?.id).not.toBe(a?.head?.id)
  })

  it('is listed unread when it is not wanted, links excepted', async () => {
    const files = await changes(open({}, { a: 'a', b: big(1), l: { link: 'a' } }), () => false)
    expect(files.map(({ head }) => text(head))).toEqual(['unread', 'unread', '-> a'])
  })

  it('cannot be said of a commit', async () => {
    const repository = open({}, { a: 'a' })
    const sha = parseSha('0123456789'.repeat(4))
    if (sha === undefined) throw new Error('no sha')
    expect(await repository.changes(sha, () => true)).toEqual({
      ok: false,
      error: { code: 'unknown-commit', commit: sha },
    })
    expect(await repository.isAutomaticMerge(sha)).toBeNull()
  })

  it('is refused when something is neither file nor directory', async () => {
    const repository = open({}, {})
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(folder, 'head', 'pipe.yaml'), resolve))
    expect(await repository.changes('head', () => true)).toMatchObject({
      ok: false,
      error: {
        code: 'unreadable',
        text: expect.stringContaining('pipe.yaml is a socket, a device or a pipe'),
      },
    })
    server.close()
  })

  it('is refused when a name is not UTF-8', async () => {
    const repository = open({}, {})
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/head/a`), Buffer.from([0xff])]), 'x')
    expect(await repository.changes('head', () => true)).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    })
  })

  it.skipIf(process.getuid?.() === 0)('is refused when a file may not be read', async () => {
    const repository = open({}, { a: 'a' })
    chmodSync(join(folder, 'head', 'a'), 0)
    expect(await repository.changes('head', () => true)).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    })
  })
})

describe('the files of the base', () => {
  it('are read without following links or leaving the directory', async () => {
    writeFileSync(join(folder, 'secret'), 's')
    const repository = open(
      {
        '.github/CODEOWNERS': '* @a',
        '.github/d/b.yaml': 'b',
        '.github/d/a.yaml': 'a',
        '.github/d/x/c': 'c',
        docs: { link: '.github' },
      },
      {},
    )
    expect(text(await repository.readBase('.github/CODEOWNERS'))).toBe('* @a')
    expect(await repository.listBase('.github/d')).toEqual(['.github/d/a.yaml', '.github/d/b.yaml'])
    expect(await repository.listBase('')).toEqual(['docs'])
    expect(text(await repository.readBase('docs/CODEOWNERS'))).toBe('-> .github')
    for (const path of ['../secret', '/secret', '.github', '.github/CODEOWNERS/x', 'nowhere', ''])
      expect(await repository.readBase(path)).toBeNull()
    for (const path of ['..', 'docs', 'nowhere', '.github/CODEOWNERS'])
      expect(await repository.listBase(path)).toEqual([])
  })
})

describe('what cannot be opened', () => {
  it.each([
    { name: 'a missing directory', dir: 'nowhere', code: 'file-missing' },
    { name: 'a file', dir: 'file', code: 'not-a-directory' },
  ])('$name', ({ dir, code }) => {
    writeFileSync(join(folder, 'file'), '')
    expect(openDirectories(join(folder, 'base'), join(folder, dir))).toMatchObject({
      ok: false,
      error: { code },
    })
    expect(openDirectories(join(folder, dir), join(folder, 'head'))).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  it('but a link to a directory can', () => {
    symlinkSync('base', join(folder, 'link'))
    expect(openDirectories(join(folder, 'link'), join(folder, 'head')).ok).toBe(true)
  })
})
