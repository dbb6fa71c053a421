import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { DiagnosisSchema } from '../../src/core/report/diagnosis-schema.ts'
import { ADMIN, doctorWorld, goodRepository, REPO } from '../support/doctor-world.ts'
import type { GitHub } from '../support/github/start-github.ts'
import { runCli, type CliRun } from './run-cli.ts'

let github: GitHub
let folder = ''
beforeEach(async () => {
  github = await doctorWorld()
  goodRepository(github)
  folder = mkdtempSync(join(tmpdir(), 'doctor-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await github.close()
})

function doctor(...argv: readonly string[]): Promise<CliRun> {
  const token = github.createToken({ kind: 'app', login: 'inspector[bot]', permissions: ADMIN })
  return runCli(['doctor', ...argv], {
    environment: { GH_TOKEN: token, GITHUB_API_URL: `${github.apiUrl}/` },
  })
}

it('writes what it found to a file', async () => {
  const output = join(folder, 'found.json')
  expect(await doctor(REPO, '--format', 'json', '--output', output)).toEqual({
    exit: 0,
    stdout: '',
    stderr: '',
  })
  const found: unknown = JSON.parse(readFileSync(output, 'utf8'))
  expect(v.is(DiagnosisSchema, found)).toBe(true)
  expect(found).toMatchObject({ repository: REPO, branch: 'main', setup: 'app', mostUrgent: null })
})

it('looks at another branch and another status', async () => {
  github.push({ repo: REPO, branch: 'release/1', by: 'amy', files: { 'a.yaml': 'a: 1\n' } })
  const { exit, stdout } = await doctor(REPO, '--branch', 'release/1', '--context', 'bridge')
  expect(exit).toBe(1)
  expect(stdout).toMatch(/^acme\/gitops, branch release\/1: with a GitHub App\.\n/)
  expect(stdout).toContain('Branch release/1 merges without the status "bridge"')
})

it('sends nothing but questions', async () => {
  await doctor(REPO, '--app', 'acme-gate')
  expect(github.requests.length).toBeGreaterThan(10)
  expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

it.each([
  { name: 'no repository', argv: [] },
  { name: 'a path', argv: ['acme/gitops/x'] },
  { name: 'an unknown format', argv: [REPO, '--format', 'sarif'] },
])('$name is a wrong command line', async ({ argv }) => {
  expect(await doctor(...argv)).toMatchObject({ exit: 64, stdout: '' })
})

it('without network says so', async () => {
  const environment = { GH_TOKEN: 'gho_x', GITHUB_API_URL: 'http://127.0.0.1:9' }
  const run = await runCli(['doctor', REPO], { environment })
  expect(run).toMatchObject({ exit: 2, stdout: '' })
  expect(run.stderr).toMatch(/^Cannot read repository acme\/gitops: GitHub did not answer/)
  expect(run.stderr).not.toContain('gho_x')
}, 20_000)
