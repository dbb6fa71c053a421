import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { deployment } from './fixtures.ts'
import { runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  writeFiles(folder, { 'clusters/prod/web.yaml': deployment(3) })
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.yml$|\.yaml$|CODEOWNERS$/.test(path),
  )
}

describe('init', () => {
  it('writes what is needed, says so, and what is left to do by hand', async () => {
    const run = await runCli(['init', '--repo', folder, '--owner', '@acme/platform'])
    expect(run).toMatchObject({ exit: 0, stderr: '' })
    expect(filesIn(folder).toSorted()).toEqual([
      '.github/CODEOWNERS',
      '.github/drawbridge.yaml',
      '.github/workflows/drawbridge-relay.yml',
      '.github/workflows/drawbridge.yml',
      'clusters/prod/web.yaml',
    ])
    expect(run.stdout).toContain('production (clusters/prod/**)')
    for (const step of ['  1. ', '  2. ', '  3. ']) expect(run.stdout).toContain(step)
    expect((await runCli(['lint', '--repo', folder])).stdout).toBe('0 mistakes, 0 warnings in 2 files.\n')
  })

  it('changes nothing that is there, and says so', async () => {
    writeFiles(folder, { '.github/drawbridge.yaml': 'mine', '.github/workflows/drawbridge.yml': 'mine' })
    const run = await runCli(['init', '--repo', folder])
    expect(run.stdout).toContain('kept     .github/drawbridge.yaml')
    for (const path of ['.github/drawbridge.yaml', '.github/workflows/drawbridge.yml'])
      expect(readFileSync(join(folder, path), 'utf8')).toBe('mine')
  })

  it('writes nothing when it is only tried', async () => {
    const run = await runCli(['init', '--repo', folder, '--dry-run', '--format', 'json'])
    expect(JSON.parse(run.stdout)).toMatchObject({ environments: [{ name: 'production' }], ownerLines: null })
    expect(filesIn(folder)).toEqual(['clusters/prod/web.yaml'])
  })

  it('writes one workflow for the layout that needs nothing else', async () => {
    await runCli(['init', '--repo', folder, '--layout', 'zero'])
    expect(filesIn(folder)).toContain('.github/workflows/drawbridge.yml')
    expect(filesIn(folder)).not.toContain('.github/workflows/drawbridge-relay.yml')
  })

  it('takes the branch that is checked out where there is no main', async () => {
    const sandbox = GitSandbox.create()
    try {
      sandbox.commit({ 'prod/web.yaml': deployment(3) })
      sandbox.git('branch', '--move', 'trunk')
      await runCli(['init', '--repo', sandbox.dir])
      const workflow = readFileSync(join(sandbox.dir, '.github/workflows/drawbridge.yml'), 'utf8')
      expect(workflow).toContain('branches: ["trunk"]')
    } finally {
      sandbox.remove()
    }
  })

  it.each([
    { name: 'an owner that is none', argv: ['--owner', 'acme'], exit: 64 },
    { name: 'another layout', argv: ['--layout', 'b'], exit: 64 },
  ])('refuses $name', async ({ argv, exit }) => {
    expect(await runCli(['init', '--repo', folder, ...argv])).toMatchObject({ exit, stdout: '' })
  })

  it('refuses a directory that is not there', async () => {
    expect(await runCli(['init', '--repo', join(folder, 'none')])).toMatchObject({ exit: 2, stdout: '' })
  })
})
