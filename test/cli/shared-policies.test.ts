import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { type GitHub, startGitHub } from '../support/github/start-github.ts'
import { policyText } from '../support/policy.ts'
import { deployment, POLICY } from './fixtures.ts'
import { runCli, type CliRun } from './run-cli.ts'

let github: GitHub
let folder = ''
let commit = ''
beforeEach(async () => {
  github = await startGitHub({ now: '2026-11-22T10:00:00Z' })
  github.createUser({ login: 'amy' })
  github.createRepository('acme/policies', {
    files: { 'gate.yaml': POLICY },
    collaborators: { amy: 'write' },
  })
  commit = github.repository('acme/policies').git.tip('refs/heads/main') ?? ''
  folder = mkdtempSync(join(tmpdir(), 'shared-'))
  for (const [side, replicas] of [
    ['before', 3],
    ['after', 0],
  ] as const) {
    mkdirSync(join(folder, side, 'prod'), { recursive: true })
    writeFileSync(join(folder, side, 'prod/web.yaml'), deployment(replicas))
  }
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await github.close()
})

function run(command: 'check' | 'diff', environment: Readonly<Record<string, string>>): Promise<CliRun> {
  const policy = join(folder, 'policy.yaml')
  writeFileSync(policy, policyText(`extends: ["github:acme/policies//gate.yaml@${commit}"]`))
  const argv = [
    command,
    join(folder, 'before'),
    join(folder, 'after'),
    '--policy',
    policy,
    '--format',
    'json',
  ]
  return runCli(argv, { environment })
}

it.each(['GITHUB_TOKEN', 'GH_TOKEN'])(
  'check extends a policy of another repository with %s',
  async (name) => {
    const token = github.createToken({ kind: 'user', login: 'amy' })
    const { exit, stdout, stderr } = await run('check', {
      [name]: token,
      GITHUB_API_URL: `${github.apiUrl}/`,
    })
    expect(stderr).toBe('')
    expect(exit).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'hold',
      findings: [{ rule: 'acme.scale.to-zero', environment: 'production' }],
    })
  },
)

it('so does diff', async () => {
  const token = github.createToken({ kind: 'user', login: 'amy' })
  const { exit, stdout } = await run('diff', { GITHUB_TOKEN: token, GITHUB_API_URL: github.apiUrl })
  expect(exit).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ changes: [{ environment: 'production' }] })
})

it.each(['check', 'diff'] as const)('%s without a token says so and decides nothing', async (command) => {
  const { exit, stderr } = await run(command, { GITHUB_API_URL: github.apiUrl })
  expect(exit).toBe(2)
  expect(stderr).toMatch(
    /policy\.yaml:5:13: .*There is no token to read another repository with\. Set GITHUB_TOKEN or GH_TOKEN/,
  )
})

it('check without network says so and decides nothing', async () => {
  const { exit, stderr } = await run('check', { GITHUB_TOKEN: 'gho_x', GITHUB_API_URL: 'http://127.0.0.1:9' })
  expect(exit).toBe(2)
  expect(stderr).toMatch(/GitHub did not answer/)
  expect(stderr).not.toContain('gho_x')
}, 20_000)
