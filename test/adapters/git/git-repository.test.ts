import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitRepository, openGitRepository } from '../../../src/adapters/git/git-repository.ts'
import type { ChangedFile } from '../../../src/core/model/changed-file.ts'
import { parseSha, type Sha } from '../../../src/core/model/ids.ts'
import { GitSandbox } from '../../support/git-sandbox.ts'
import { summary, text } from './changes-summary.ts'

let sandbox: GitSandbox
const opened: GitRepository[] = []
const folders: string[] = []

beforeEach(() => {
  sandbox = GitSandbox.create()
})

afterEach(() => {
  for (const repository of opened.splice(0)) repository.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  sandbox.remove()
})

const everything = (): boolean => true

async function open(base: string, head: string, merge = true, dir = sandbox.dir): Promise<GitRepository> {
  const result = await openGitRepository(dir, base, head, { merge })
  if (!result.ok) throw new Error(result.error.text)
  opened.push(result.value)
  return result.value
}

async function changes(
  repository: GitRepository,
  of: Sha | 'head' = 'head',
  wanted: (path: string) => boolean = everything,
): Promise<readonly ChangedFile[]> {
  const result = await repository.changes(of, wanted)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function sha(value: string): Sha {
  const parsed = parseSha(value)
  if (parsed === undefined) throw new Error(`not a sha: ${value}`)
  return parsed
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  folders.push(folder)
  return folder
}

async function refusal(dir: string, base: string, head: string): Promise<string> {
  const result = await openGitRepository(dir, base, head, { merge: true })
  if (result.ok) {
    result.value.close()
    return 'opened'
  }
  return `${result.error.code}: ${result.error.text}`
}

describe('what a merge changes', () => {
  it('is what the base becomes, when the base has moved on', async () => {
    sandbox.commit({ 'a.yaml': 'one\ntwo\nthree\n', 'gone.yaml': 'x\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'a.yaml': 'one\ntwo\nTHREE\n', 'new.yaml': 'n\n' })
    sandbox.checkout('main')
    sandbox.commit({ 'a.yaml': 'ONE\ntwo\nthree\n', 'gone.yaml': null, 'main.yaml': 'm\n' })
    const repository = await open('main', 'feature')
    expect(summary(await changes(repository))).toEqual({
      'a.yaml': ['ONE\ntwo\nthree\n', 'ONE\ntwo\nTHREE\n'],
      'new.yaml': ['-', 'n\n'],
    })
  })

  it('is not the branch as it is, unless asked for', async () => {
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'new.yaml': 'n\n' })
    sandbox.checkout('main')
    sandbox.commit({ 'main.yaml': 'm\n' })
    expect(summary(await changes(await open('main', 'feature', false)))).toEqual({
      'main.yaml': ['m\n', '-'],
      'new.yaml': ['-', 'n\n'],
    })
  })

  it('is nothing when the head is merged already, and nothing when both are one', async () => {
    const first = sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.commit({ 'b.yaml': 'b\n' })
    expect(await changes(await open('main', first))).toEqual([])
    expect(await changes(await open('main', 'main'))).toEqual([])
  })

  it('names the paths of a conflict', async () => {
    sandbox.commit({ 'a.yaml': 'a\n', 'ü b.yaml': 'b\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'a.yaml': 'mine\n', 'ü b.yaml': 'mine\n' })
    sandbox.checkout('main')
    sandbox.commit({ 'a.yaml': 'theirs\n', 'ü b.yaml': 'theirs\n' })
    const result = await (await open('main', 'feature')).changes('head', everything)
    expect(result).toEqual({ ok: false, error: { code: 'conflict', paths: ['a.yaml', 'ü b.yaml'] } })
  })

  it('shows a move as a deletion and a creation', async () => {
    sandbox.commit({ 'apps/a.yaml': 'same\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'apps/a.yaml': null, 'misc/a.yaml': 'same\n' })
    const files = await changes(await open('main', 'feature'))
    expect(summary(files)).toEqual({ 'apps/a.yaml': ['same\n', '-'], 'misc/a.yaml': ['-', 'same\n'] })
    expect(files[0]?.base?.id).toBe(files[1]?.head?.id)
  })

  it('can be asked for any other commit', async () => {
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.branch('feature')
    const earlier = sandbox.commit({ 'a.yaml': 'b\n' })
    sandbox.commit({ 'a.yaml': 'c\n' })
    const repository = await open('main', 'feature')
    expect(summary(await changes(repository, sha(earlier)))).toEqual({ 'a.yaml': ['a\n', 'b\n'] })
    const unknown = sha('0123456789'.repeat(4))
    expect(await repository.changes(unknown, everything)).toEqual({
      ok: false,
      error: { code: 'unknown-commit', commit: unknown },
    })
    const blob = sha(sandbox.git('rev-parse', 'main:a.yaml'))
    expect(await repository.changes(blob, everything)).toMatchObject({
      ok: false,
      error: { code: 'unknown-commit' },
    })
  })

  it('needs a common history', async () => {
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.git('checkout', '--quiet', '--orphan', 'other')
    sandbox.commit({ 'b.yaml': 'b\n' })
    const result = await (await open('main', 'other')).changes('head', everything)
    expect(result).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    expect(JSON.stringify(result)).toContain('they share no commit')
  })
})

describe('what stands at a path', () => {
  it('is a link, a submodule, a large file or bytes, never followed and never decoded', async () => {
    sandbox.commit({ 'link.yaml': 'was a file\n', 'big.yaml': 'small\n', 'plain.yaml': 'a\n' })
    sandbox.branch('feature')
    const commit = sandbox.commit({
      'link.yaml': { link: '../../etc/passwd' },
      'big.yaml': new Uint8Array(20 * 1024 * 1024).fill(97),
      'just.yaml': new Uint8Array(5 * 1024 * 1024).fill(97),
      'binary.bin': new Uint8Array([0, 255, 10, 13, 0]),
      'latin.yaml': new Uint8Array([0xe4, 10]),
    })
    sandbox.git('update-index', '--add', '--cacheinfo', `160000,${commit},vendor`)
    sandbox.git('commit', '--quiet', '-m', 'Submodule')
    const files = new Map((await changes(await open('main', 'feature'))).map((file) => [file.path, file]))
    expect(files.get('link.yaml')).toMatchObject({
      base: { kind: 'file' },
      head: { kind: 'symlink', target: '../../etc/passwd' },
    })
    expect(files.get('big.yaml')?.head).toMatchObject({ kind: 'too-large', size: 20 * 1024 * 1024 })
    expect(files.get('just.yaml')?.head?.kind).toBe('file')
    expect(files.get('vendor')).toEqual({
      path: 'vendor',
      base: null,
      head: { kind: 'submodule', id: commit },
    })
    expect(files.get('binary.bin')?.head).toMatchObject({
      kind: 'file',
      bytes: Buffer.from([0, 255, 10, 13, 0]),
    })
    expect(files.get('latin.yaml')?.head).toMatchObject({ kind: 'file', bytes: Buffer.from([0xe4, 10]) })
  })

  it('is listed unread when it is not wanted, links excepted', async () => {
    sandbox.commit({})
    sandbox.branch('feature')
    sandbox.commit({ 'a.txt': 'a\n', 'a.yaml': 'a\n', link: { link: 'a.yaml' } })
    const files = await changes(await open('main', 'feature'), 'head', (path) => path.endsWith('.yaml'))
    expect(summary(files)).toEqual({
      'a.txt': ['-', 'unread'],
      'a.yaml': ['-', 'a\n'],
      link: ['-', '-> a.yaml'],
    })
    expect(files[0]?.head?.id).toBe(files[1]?.head?.id)
  })

  it('has not changed when only its mode did', async () => {
    sandbox.commit({ 'run.sh': 'x\n' })
    sandbox.branch('feature')
    sandbox.git('update-index', '--chmod=+x', 'run.sh')
    sandbox.git('commit', '--quiet', '-m', 'Executable')
    expect(await changes(await open('main', 'feature'))).toEqual([])
  })

  it('may be named with spaces, quotes, line breaks, dashes and any script, and is sorted', async () => {
    const names = [
      '-rf',
      'a b.yaml',
      '"q".yaml',
      "it's.yaml",
      'new\nline.yaml',
      'tab\t.yaml',
      'ünï/日本.yaml',
      ':(top)x',
      '*.yaml',
      'back\\slash',
    ]
    sandbox.commit({})
    sandbox.branch('feature')
    sandbox.commit(Object.fromEntries(names.map((name) => [name, `${name}\n`])))
    const files = await changes(await open('main', 'feature'))
    expect(files.map((file) => file.path)).toEqual(names.toSorted())
    expect(files.every((file) => file.head?.kind === 'file')).toBe(true)
  })

  it('is refused when its name is not UTF-8', async () => {
    sandbox.commit({})
    sandbox.branch('feature')
    const blob = sandbox.git('hash-object', '-w', '--stdin')
    const name = Buffer.concat([
      Buffer.from(`100644 blob ${blob}\t`),
      Buffer.from([0x61, 0xff]),
      Buffer.from('.yaml\0'),
    ])
    writeFileSync(join(sandbox.dir, 'entries'), name)
    const tree = sandbox.git('-c', 'alias.t=!git mktree -z < entries', 't')
    const commit = sandbox.git('commit-tree', tree, '-p', 'main', '-m', 'Latin')
    const result = await (await open('main', commit)).changes('head', everything)
    expect(result).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    expect(JSON.stringify(result)).toContain('a\\\\xff.yaml is not UTF-8')
  })
})

describe('the files of the base', () => {
  it('are those of its tip', async () => {
    sandbox.commit({
      '.github/CODEOWNERS': '* @a\n',
      '.github/drawbridge/b.yaml': 'b',
      '.github/drawbridge/a.yaml': 'a',
      '.github/drawbridge/x/c.yaml': 'c',
    })
    sandbox.branch('feature')
    sandbox.commit({ '.github/CODEOWNERS': '* @evil\n', '.github/drawbridge/z.yaml': 'z' })
    const repository = await open('main', 'feature')
    expect(text(await repository.readBase('.github/CODEOWNERS'))).toBe('* @a\n')
    expect(await repository.listBase('.github/drawbridge')).toEqual([
      '.github/drawbridge/a.yaml',
      '.github/drawbridge/b.yaml',
    ])
    expect(await repository.listBase('')).toEqual([])
    expect(await repository.listBase('.github/CODEOWNERS')).toEqual([])
    expect(await repository.listBase('nowhere')).toEqual([])
    expect(await repository.readBase('.github')).toBeNull()
    expect(await repository.readBase('.github/CODEOWNERS/x')).toBeNull()
    expect(await repository.readBase('CODEOWNERS')).toBeNull()
  })

  it('are not found behind a link: the link is', async () => {
    sandbox.commit({ 'real/drawbridge.yaml': 'x', '.github': { link: 'real' } })
    const repository = await open('main', 'main')
    expect(await repository.readBase('.github/drawbridge.yaml')).toMatchObject({
      kind: 'symlink',
      target: 'real',
    })
    expect(await repository.listBase('')).toEqual(['.github'])
  })
})

describe('an automatic merge', () => {
  it.each([
    { name: 'as git made it', edit: {}, want: true },
    { name: 'with an edit', edit: { 'b.yaml': 'evil\n' }, want: false },
    { name: 'with another file', edit: { 'c.yaml': 'evil\n' }, want: false },
  ])('$name: $want', async ({ edit, want }) => {
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'b.yaml': 'b\n' })
    sandbox.checkout('main')
    sandbox.commit({ 'm.yaml': 'm\n' })
    sandbox.checkout('feature')
    sandbox.git('merge', '--quiet', '--no-commit', 'main')
    const merge = sandbox.commit(edit, 'Merge')
    expect(await (await open('main', 'feature')).isAutomaticMerge(sha(merge))).toBe(want)
  })

  it('is not a commit with one parent, and of one that is not there nobody knows', async () => {
    const commit = sandbox.commit({ 'a.yaml': 'a\n' })
    const repository = await open('main', 'main')
    expect(await repository.isAutomaticMerge(sha(commit))).toBe(false)
    expect(await repository.isAutomaticMerge(sha('0'.repeat(40)))).toBeNull()
  })

  it('has its parents in their order; a commit that is not there has none', async () => {
    const first = sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.branch('feature')
    const second = sandbox.commit({ 'b.yaml': 'b\n' })
    sandbox.git('checkout', '--quiet', first)
    const other = sandbox.commit({ 'c.yaml': 'c\n' })
    sandbox.git('merge', '--quiet', 'feature')
    const merge = sandbox.git('rev-parse', 'HEAD')
    const repository = await open('feature', 'feature')
    expect(await repository.parentsOf(sha(merge))).toEqual([other, second])
    expect(await repository.parentsOf(sha('0'.repeat(40)))).toEqual([])
  })
})

describe('a repository', () => {
  it('may be bare, a worktree, a folder inside, a path with quotes, or a clone that borrows objects', async () => {
    sandbox.commit({ 'sub/a.yaml': 'a\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'sub/a.yaml': 'b\n' })
    const want = { 'sub/a.yaml': ['a\n', 'b\n'] }
    const folder = temporary()
    sandbox.git('clone', '--quiet', '--bare', sandbox.dir, join(folder, 'bare'))
    sandbox.git('worktree', 'add', '--quiet', '--detach', join(folder, 'tree'))
    sandbox.git('clone', '--quiet', '--shared', '--bare', sandbox.dir, join(folder, 'shared'))
    const odd = join(folder, 'a "quoted"\n# \\ path:x')
    cpSync(sandbox.dir, odd, { recursive: true })
    for (const dir of [
      join(folder, 'bare'),
      join(folder, 'tree'),
      join(sandbox.dir, 'sub'),
      join(folder, 'shared'),
      odd,
    ])
      expect(summary(await changes(await open('main', 'feature', true, dir)))).toEqual(want)
  })

  it('may be shallow as long as the merge can be worked out', async () => {
    sandbox.commit({ 'old.yaml': 'o\n' })
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'a.yaml': 'b\n' })
    sandbox.checkout('main')
    sandbox.commit({ 'm.yaml': 'm\n' })
    const folder = temporary()
    const clone = (depth: string): string => {
      sandbox.git(
        'clone',
        '--quiet',
        `--depth=${depth}`,
        '--no-single-branch',
        `file://${sandbox.dir}`,
        join(folder, depth),
      )
      return join(folder, depth)
    }
    const enough = await open('main', 'origin/feature', true, clone('2'))
    expect(summary(await changes(enough))).toEqual({ 'a.yaml': ['a\n', 'b\n'] })
    const short = await open('main', 'origin/feature', true, clone('1'))
    const result = await short.changes('head', everything)
    expect(result).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    expect(JSON.stringify(result)).toContain('fetch-depth: 0')
    const trees = await open('main', 'origin/feature', false, join(folder, '1'))
    expect(summary(await changes(trees))).toEqual({ 'a.yaml': ['a\n', 'b\n'], 'm.yaml': ['m\n', '-'] })
  })

  it('may not be shallow so that an older ancestor would be taken for the common one', async () => {
    sandbox.commit({ 'a.yaml': '1\n' })
    sandbox.branch('side')
    sandbox.commit({ 'side.yaml': 's\n' })
    sandbox.checkout('main')
    sandbox.commit({ 'a.yaml': '2\n' })
    sandbox.branch('feature')
    const cut = sandbox.commit({ 'feature.yaml': 'f\n' })
    sandbox.git('merge', '--quiet', '--no-edit', 'side')
    sandbox.checkout('main')
    sandbox.commit({ 'a.yaml': '1\n' })
    const whole = await changes(await open('main', 'feature'))
    expect(whole.map(({ path }) => path)).toEqual(['feature.yaml', 'side.yaml'])
    writeFileSync(join(sandbox.dir, '.git', 'shallow'), `${cut}\n`)
    const result = await (await open('main', 'feature')).changes('head', everything)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unreadable', text: expect.stringContaining(`shallow clone that ends at ${cut}`) },
    })
  })

  it('may be a partial clone, which fetches what it needs once and not into itself', async () => {
    sandbox.commit(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`${String(index)}.yaml`, `${String(index)}\n`]),
      ),
    )
    sandbox.branch('feature')
    sandbox.commit(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`${String(index)}.yaml`, `new ${String(index)}\n`]),
      ),
    )
    sandbox.checkout('main')
    sandbox.git('config', 'uploadpack.allowFilter', 'true')
    sandbox.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const folder = join(temporary(), 'partial')
    sandbox.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${sandbox.dir}`, folder)
    const packs = (): readonly string[] => readdirSync(join(folder, 'objects/pack'))
    const before = packs()
    const files = await changes(await open('main', 'feature', true, folder))
    expect(files.map((file) => text(file.head)).toSorted()[0]).toBe('new 0\n')
    expect(files.every((file) => file.base?.kind === 'file' && file.head?.kind === 'file')).toBe(true)
    expect(packs()).toEqual(before)
  })

  it('that lacks an object says so', async () => {
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.branch('feature')
    sandbox.commit({ 'a.yaml': 'b\n', 'x.yaml': 'x\n' })
    const blob = sandbox.git('rev-parse', 'feature:x.yaml')
    rmSync(join(sandbox.dir, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    expect(summary(await changes(await open('main', 'feature')))).toEqual({
      'a.yaml': ['a\n', 'b\n'],
      'x.yaml': ['-', 'unread'],
    })
  })
})

describe('what cannot be opened', () => {
  it.each([
    {
      name: 'a missing directory',
      make: () => '/nonexistent/x',
      base: 'main',
      want: /^not-a-repository: .*\/nonexistent\/x is no git repository/,
    },
    { name: 'a directory without git', make: temporary, base: 'main', want: /^not-a-repository: / },
    {
      name: 'a missing revision',
      make: () => sandbox.dir,
      base: 'nowhere',
      want: /^unknown-revision: There is no commit "nowhere"/,
    },
    {
      name: 'a missing id',
      make: () => sandbox.dir,
      base: '1'.repeat(40),
      want: /^unknown-revision: There is no commit "1111/,
    },
    { name: 'an option', make: () => sandbox.dir, base: '--all', want: /^unknown-revision: / },
    { name: 'a negated revision', make: () => sandbox.dir, base: '^main', want: /^unknown-revision: / },
    { name: 'a range', make: () => sandbox.dir, base: 'main..main', want: /^unknown-revision: / },
    { name: 'nothing', make: () => sandbox.dir, base: '', want: /^unknown-revision: / },
    {
      name: 'a file',
      make: () => sandbox.dir,
      base: 'main:a.yaml',
      want: /^unknown-revision: "main:a.yaml" names no commit/,
    },
    {
      name: 'a name that a tag shares',
      make: () => sandbox.dir,
      base: 'twice',
      want: /^ambiguous-revision: /,
    },
  ])('$name', async ({ make, base, want }) => {
    sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.git('branch', 'twice')
    sandbox.git('tag', 'twice')
    expect(await refusal(make(), base, 'main')).toMatch(want)
    expect(temporaryGitFolders()).toEqual([])
  })

  it('an empty repository', async () => {
    expect(await refusal(sandbox.dir, 'main', 'HEAD')).toMatch(
      /^unknown-revision: There is no commit in .* yet/,
    )
  })

  it('ids of another kind', async () => {
    const folder = temporary()
    sandbox.git('init', '--quiet', '--object-format=sha256', folder)
    expect(await refusal(folder, 'main', 'HEAD')).toMatch(/^object-format: .*sha256/)
  })

  it('an annotated tag is the commit it names', async () => {
    const commit = sandbox.commit({ 'a.yaml': 'a\n' })
    sandbox.git('tag', '--annotate', '-m', 'One', 'v1')
    expect((await open('v1', 'main')).base).toBe(commit)
  })
})

function temporaryGitFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`drawbridge-git-${String(process.pid)}-`))
}
