import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../src/action/main.ts'
import { type GateWorld, gateWorld, REPO } from '../support/gate-world.ts'
import { type FakeRunner, fakeRunner } from './fake-runner.ts'

const HOSTS = ['shop.example.com', 'admin.shop.example.com']

let world: GateWorld
let temp = ''
beforeEach(async () => {
  world = await gateWorld()
  temp = mkdtempSync(join(tmpdir(), 'action-'))
})
afterEach(async () => {
  rmSync(temp, { recursive: true, force: true })
  await world.close()
})

async function run(
  event: string,
  payload: unknown,
  inputs: Readonly<Record<string, string>> = {},
): Promise<FakeRunner> {
  const runner = fakeRunner()
  const path = join(temp, 'event.json')
  writeFileSync(path, JSON.stringify(payload))
  await main(
    {
      GITHUB_API_URL: world.github.apiUrl,
      GITHUB_GRAPHQL_URL: world.github.graphqlUrl,
      GITHUB_SERVER_URL: world.github.serverUrl,
      GITHUB_REPOSITORY: REPO,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      RUNNER_TEMP: temp,
      INPUT_TOKEN: world.token,
      ...inputs,
    },
    runner,
  )
  return runner
}

describe('the action', () => {
  it('holds a risky change and leaves nothing behind but the decision', async () => {
    const number = world.propose(HOSTS)
    const runner = await run('pull_request_target', { pull_request: { number } })
    expect(runner.failures).toEqual([])
    expect(runner.outputs).toMatchObject({ outcome: 'hold', severity: 'high' })
    expect(world.status(number)?.state).toBe('pending')
    expect(world.comments(number)).toHaveLength(1)
    expect(runner.secrets).toContain(world.token)
    expect(readdirSync(temp).toSorted()).toEqual([
      `drawbridge-decision-${String(number)}.json`,
      `drawbridge-facts-${String(number)}.json`,
      'event.json',
    ])
  })

  it('takes what a policy extends from another repository, and decides nothing without it', async () => {
    const shared = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: shared }
spec:
  rules:
    - { id: acme.admin, match: { kinds: ["*/Ingress"] }, severity: high, effect: deny, locked: true, message: no Ingress }
`
    world.github.createRepository('acme/policies', { files: { 'gate.yaml': shared } })
    const commit = world.github.repository('acme/policies').git.tip('refs/heads/main') ?? ''
    const policy = (sha: string): string =>
      `apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: acme }\nspec:\n  extends: ["github:acme/policies//gate.yaml@${sha}"]\n`
    const number = world.propose(HOSTS)
    for (const [sha, outcome] of [
      [commit, 'deny'],
      ['f'.repeat(40), 'error'],
    ] as const) {
      world.github.push({
        repo: REPO,
        branch: 'main',
        by: 'pat',
        author: 'pat',
        files: { '.github/drawbridge.yaml': policy(sha) },
      })
      const runner = await run('pull_request_target', { pull_request: { number } })
      expect(runner.outputs).toMatchObject({ outcome })
    }
    expect(world.status(number)?.description).toMatch(/Cannot decide: the policy has 1 mistake/)
  })

  it('finds the pull request of a relayed event by its head', async () => {
    const number = world.propose(HOSTS)
    const head_sha = world.github.pullRequest(REPO, number).headSha
    const runner = await run('workflow_run', { workflow_run: { head_sha, pull_requests: [] } })
    expect(runner.outputs).toMatchObject({ outcome: 'hold' })
  })

  it('says which permission is missing, in the status and as a failed step', async () => {
    const number = world.propose(HOSTS)
    const token = world.github.createToken({
      kind: 'app',
      permissions: {
        contents: 'read',
        metadata: 'read',
        pull_requests: 'write',
        issues: 'write',
        statuses: 'write',
      },
    })
    const runner = await run('pull_request_target', { pull_request: { number } }, { INPUT_TOKEN: token })
    expect(runner.failures).toEqual([])
    expect(runner.outputs).toMatchObject({ outcome: 'hold' })
    expect(world.status(number)?.description).toContain('"members: read"')
  })

  it('sweeps without anything to do', async () => {
    const runner = await run('schedule', {})
    expect(runner.log).toContain('Swept 0 of 0 open pull requests.')
    expect(runner.failures).toEqual([])
  })

  it('fails with every mistake of its inputs', async () => {
    const runner = await run('schedule', {}, { INPUT_MODE: 'x', INPUT_TOKEN: '' })
    expect(runner.failures.join('\n')).toMatch(/Input mode is "x"[^]*Input token is empty/)
  })

  it('fails on an event that it does not handle', async () => {
    const runner = await run('discussion', {})
    expect(runner.failures).toEqual([expect.stringContaining('discussion is not handled')])
  })
})
