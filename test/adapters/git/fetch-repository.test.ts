import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type FetchedRepository,
  fetchRepository,
  type FetchRequest,
} from '../../../src/adapters/git/fetch-repository.ts'
import { openGitRepository } from '../../../src/adapters/git/git-repository.ts'
import { parseSha, type Sha } from '../../../src/core/model/ids.ts'
import { type GitHttpServer, startGitHttpServer } from '../../support/git-http-server.ts'
import { GitSandbox, sandboxEnvironment } from '../../support/git-sandbox.ts'

const TOKEN = 'ghs_0123456789abcdefABCDEF'
const BASIC = Buffer.from(`x-access-token:${TOKEN}`).toString('base64')
const HEADER = `basic ${BASIC}`
const GONE = sha('0123456789'.repeat(4))

let folder: string
let sandbox: GitSandbox
let server: GitHttpServer

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  sandbox = GitSandbox.create()
  sandbox.commit(files((index) => `1\n2\n3\n4\n5\n${String(index)}\n`))
  sandbox.branch('feature')
  sandbox.commit(files((index) => `1\n2\n3\n4\n5\nnew ${String(index)}\n`))
  sandbox.checkout('main')
  sandbox.commit({ '0.yaml': 'one\n2\n3\n4\n5\n0\n', 'main.yaml': 'm\n' })
  sandbox.git('clone', '--quiet', '--bare', sandbox.dir, join(folder, 'served.git'))
  server = await startGitHttpServer(folder, HEADER)
})

afterEach(async () => {
  await server.close()
  sandbox.remove()
  rmSync(folder, { recursive: true, force: true })
})

function files(content: (index: number) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`${String(index)}.yaml`, content(index)]),
  )
}

function sha(text: string): Sha {
  const parsed = parseSha(text)
  if (parsed === undefined) throw new Error(`not a sha: ${text}`)
  return parsed
}

function request(change: Partial<FetchRequest> = {}): FetchRequest {
  return {
    url: `${server.url}/served.git`,
    token: TOKEN,
    refs: ['refs/heads/main'],
    shas: [sha(sandbox.git('rev-parse', 'feature'))],
    dir: join(folder, 'fetched'),
    timeout: 30_000,
    ...change,
  }
}

async function fetched(change: Partial<FetchRequest> = {}): Promise<FetchedRepository> {
  const result = await fetchRepository(request(change))
  if (!result.ok) throw new Error(result.error.text)
  return result.value
}

/** All text below a directory, to look for what must not be there. */
function allText(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n')
}

describe('a fetched repository', () => {
  it('has commits and trees but no file contents', async () => {
    const { dir, missing } = await fetched()
    expect(missing).toEqual([])
    const listed = spawnSync(
      'git',
      ['rev-list', '--objects', '--missing=print', '--no-object-names', 'refs/heads/main'],
      {
        cwd: dir,
        env: sandboxEnvironment,
        encoding: 'utf8',
      },
    ).stdout
    expect(listed.split('\n').filter((line) => line.startsWith('?'))).toHaveLength(32)
  })

  it('gives what a merge changes, all contents in one more request', async () => {
    const { dir, credentials } = await fetched()
    const before = server.requests.length
    const repository = await openGitRepository(dir, 'refs/heads/main', request().shas[0] ?? '', {
      merge: true,
      credentials,
    })
    if (!repository.ok) throw new Error(repository.error.text)
    const changes = await repository.value.changes('head', () => true)
    repository.value.close()
    if (!changes.ok) throw new Error(JSON.stringify(changes.error))
    expect(changes.value).toHaveLength(30)
    expect(changes.value.every(({ base, head }) => base?.kind === 'file' && head?.kind === 'file')).toBe(true)
    const packs = server.requests
      .slice(before)
      .filter(({ method, url }) => method === 'POST' && url.endsWith('upload-pack'))
    expect(packs.length).toBeLessThanOrEqual(4)
  })

  it('lists commits that the server no longer has', async () => {
    const other = sha('abcdefabcd'.repeat(4))
    const { missing, dir } = await fetched({ shas: [GONE, ...request().shas, other] })
    expect(missing.toSorted()).toEqual([GONE, other].toSorted())
    const repository = await openGitRepository(dir, 'refs/heads/main', request().shas[0] ?? '', {
      merge: false,
    })
    if (!repository.ok) throw new Error(repository.error.text)
    expect(await repository.value.changes(GONE, () => false)).toMatchObject({
      ok: false,
      error: { code: 'unknown-commit' },
    })
    repository.value.close()
  })

  it('can be fetched into again, which brings only what is new', async () => {
    const { dir } = await fetched()
    const base = sandbox.git('rev-parse', 'main')
    const next = sha(sandbox.commit({ '1.yaml': 'later\n' }))
    sandbox.git('push', '--quiet', join(folder, 'served.git'), 'main')
    const { credentials, missing } = await fetched({ shas: [next] })
    expect(missing).toEqual([])
    const repository = await openGitRepository(dir, base, 'refs/heads/main', { merge: true, credentials })
    if (!repository.ok) throw new Error(repository.error.text)
    expect(repository.value.head).toBe(next)
    const changes = await repository.value.changes('head', () => true)
    repository.value.close()
    expect(changes).toMatchObject({ ok: true, value: [{ path: '1.yaml', head: { kind: 'file' } }] })
  })

  it('keeps the token out of files and addresses', async () => {
    const { dir } = await fetched()
    expect(allText(dir)).not.toContain(TOKEN)
    expect(allText(dir)).not.toContain(BASIC)
    expect(
      server.requests.every(({ url, authorization }) => !url.includes(TOKEN) && authorization === HEADER),
    ).toBe(true)
  })
})

describe('what cannot be fetched', () => {
  it.each([
    { name: 'with a wrong token', change: { token: 'ghs_wrong' }, want: /^not-authorised: .*contents: read/ },
    { name: 'without a token', change: { token: null }, want: /^not-authorised: / },
    {
      name: 'a ref that is not there',
      change: { refs: ['refs/heads/nowhere'] },
      want: /^unknown-revision: .*refs\/heads\/nowhere/,
    },
    {
      name: 'a name that is no ref',
      change: { refs: ['main:refs/x'] },
      want: /^bad-request: "main:refs\/x" is no full ref name/,
    },
    { name: 'a second line', change: { refs: ['refs/heads/a\nrefs/heads/b'] }, want: /^bad-request: / },
    { name: 'a file address', change: { url: 'file:///tmp/x' }, want: /^bad-request: .*http or https/ },
    { name: 'a program', change: { url: 'ext::sh -c id' }, want: /^bad-request: / },
    {
      name: 'credentials in the address',
      change: { url: 'https://amy:s3cret@example.com/x' },
      want: /^bad-request: (?!.*s3cret)/,
    },
    { name: 'a token with a line break', change: { token: 'a\nb' }, want: /^bad-request: / },
  ])('$name', async ({ change, want }) => {
    const result = await fetchRepository(request(change))
    expect(result.ok ? 'fetched' : `${result.error.code}: ${result.error.text}`).toMatch(want)
    expect(JSON.stringify(result)).not.toContain(TOKEN)
  })

  it.each([
    { status: 404, want: /^not-authorised: .*no such repository/ },
    { status: 403, want: /^not-authorised: / },
    { status: 500, want: /^unreachable: .*500/ },
    { status: 301, want: /^unreachable: / },
  ])('a server that answers $status', async ({ status, want }) => {
    server.answerWith(status)
    const result = await fetchRepository(request())
    expect(result.ok ? 'fetched' : `${result.error.code}: ${result.error.text}`).toMatch(want)
  })

  it('a server that sends elsewhere, which is not asked', async () => {
    const other = await startGitHttpServer(folder)
    server.redirectTo(other.url)
    const result = await fetchRepository(request())
    await other.close()
    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } })
    expect(other.requests).toEqual([])
  })

  it('a server that never answers', async () => {
    server.answerWith(0)
    const result = await fetchRepository(request({ timeout: 500 }))
    expect(result).toMatchObject({ ok: false, error: { code: 'git-timeout' } })
  })

  it('a server that is not there', async () => {
    const result = await fetchRepository(request({ url: 'http://127.0.0.1:9/x.git' }))
    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  })

  it('contents, when the server goes away in between', async () => {
    const { dir, credentials } = await fetched()
    server.answerWith(500)
    const repository = await openGitRepository(dir, 'refs/heads/main', request().shas[0] ?? '', {
      merge: false,
      credentials,
    })
    if (!repository.ok) throw new Error(repository.error.text)
    const result = await repository.value.changes('head', () => true)
    repository.value.close()
    expect(result).toMatchObject({ ok: false, error: { code: 'unreadable' } })
    expect(JSON.stringify(result)).toContain('Cannot fetch')
    expect(JSON.stringify(result)).not.toContain(BASIC)
  })
})
