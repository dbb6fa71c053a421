import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { deployment } from './fixtures.ts'

const INDEX = new URL('../../src/cli/index.ts', import.meta.url).pathname

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('ends with the status of the command, its result on standard output', () => {
  writeFiles(folder, { 'a.yaml': deployment(1), 'b.yaml': 'b: [\n' })
  const run = spawnSync(process.execPath, [INDEX, 'inspect', 'a.yaml'], { cwd: folder, encoding: 'utf8' })
  expect([run.status, run.stderr]).toEqual([0, ''])
  expect(run.stdout).toContain('a.yaml:1  Deployment shop/web')
  expect(spawnSync(process.execPath, [INDEX, 'inspect', '.'], { cwd: folder }).status).toBe(1)
  expect(spawnSync(process.execPath, [INDEX, 'nope'], { cwd: folder }).status).toBe(64)
})

it('keeps its status and stays quiet when the reader goes away', async () => {
  writeFiles(
    folder,
    Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `${String(index)}.yaml`,
        deployment(1, `web-${String(index)}`),
      ]),
    ),
  )
  writeFiles(folder, { 'bad.yaml': 'b: [\n' })
  const child = spawn(process.execPath, [INDEX, 'inspect', '.', '--format', 'json'], { cwd: folder })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const status = await new Promise((resolve) => child.once('close', resolve))
  expect([status, stderr]).toEqual([1, ''])
})

it('refuses names that are both directories and revisions', () => {
  const sandbox = GitSandbox.create()
  sandbox.commit({ 'staging/a.yaml': deployment(1), 'production/a.yaml': deployment(2) })
  const run = (...argv: readonly string[]): [number | null, string] => {
    const { status, stderr } = spawnSync(process.execPath, [INDEX, 'check', ...argv], {
      cwd: sandbox.dir,
      encoding: 'utf8',
    })
    return [status, stderr]
  }
  expect(run('staging', 'production')).toEqual([0, ''])
  sandbox.git('branch', 'staging')
  sandbox.git('branch', 'production')
  expect(run('staging', 'production')).toEqual([64, expect.stringContaining('are directories and revisions')])
  expect(run('./staging', './production')).toEqual([0, ''])
  expect(run('refs/heads/staging', 'refs/heads/production')).toEqual([0, ''])
  sandbox.remove()
})

it('leaves nothing behind', () => {
  const sandbox = GitSandbox.create()
  sandbox.commit({ 'a.yaml': deployment(1) })
  const run = spawnSync(process.execPath, [INDEX, 'check', '--repo', sandbox.dir], {
    env: { ...process.env, TMPDIR: folder },
    encoding: 'utf8',
  })
  expect([run.status, run.stderr]).toEqual([0, ''])
  expect(readdirSync(folder)).toEqual([])
  sandbox.remove()
})
