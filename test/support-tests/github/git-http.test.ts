import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isolatedGitEnvironment } from '../../support/github/git-repository.ts'
import { everything, openStory, repo, type Story } from './story.ts'

let story: Story
let folder: string
beforeEach(async () => {
  story = await openStory()
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-clone-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await story.github.close()
})

const env = { ...isolatedGitEnvironment, GIT_TERMINAL_PROMPT: '0' }
async function git(...args: string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd: folder, env })).stdout.trim()
}

it('is cloned over HTTP', async () => {
  const { github } = story
  await git('clone', '--quiet', `${github.serverUrl}/${repo}.git`, '.')
  expect(readFileSync(join(folder, 'app.yaml'), 'utf8')).toBe('replicas: 1\n')
  expect(await git('ls-tree', 'HEAD', 'link.yaml')).toContain('120000')
})

it('gives single commits by SHA without blobs, then blobs when they are needed', async () => {
  const { github, number, head } = story
  const merge = github.repository(repo).git.tip(`refs/pull/${number}/merge`) ?? ''
  await git('init', '--quiet')
  await git('remote', 'add', 'origin', `${github.serverUrl}/${repo}.git`)
  await git('config', 'remote.origin.promisor', 'true')
  await git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', merge, head)
  expect(await git('rev-list', '--objects', '--missing=print', '--no-walk', head)).toContain('?')
  expect(await git('cat-file', 'blob', `${merge}:app.yaml`)).toBe('replicas: 3')
  expect(await git('ls-remote', 'origin', 'refs/pull/1/*')).toContain(merge)
})

it('asks for a token where the repository is private, and takes none for a push', async () => {
  const { github } = story
  github.createRepository('acme/secret', { private: true })
  const token = github.createToken({ kind: 'app', permissions: everything })
  const url = `${github.serverUrl}/acme/secret.git`
  const header = `http.extraHeader=Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  await expect(git('ls-remote', url)).rejects.toThrow('terminal prompts disabled')
  expect(await git('-c', header, 'ls-remote', url)).toContain('refs/heads/main')
  await git('-c', header, 'clone', '--quiet', url, '.')
  await expect(git('-c', header, 'push', url, 'HEAD:refs/heads/mine')).rejects.toThrow('403')
})

it('makes the same commits on every machine', () => {
  expect(story.head).toBe('61362537a5efeec1a40c60fa8e7c804fbbae2880')
})
