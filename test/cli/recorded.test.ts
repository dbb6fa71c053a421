import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { CODEOWNERS, deployment, POLICY } from './fixtures.ts'
import { type CliRun, runCli } from './run-cli.ts'

const PEOPLE = { amy: { id: 1, login: 'amy', type: 'User' }, ben: { id: 2, login: 'ben', type: 'User' } }
const BEN = { ...PEOPLE.ben, canWrite: true }

let folder: string
let sandbox: GitSandbox
let base: string
let head: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  sandbox = GitSandbox.create()
  base = sandbox.commit({
    '.github/drawbridge.yaml': POLICY,
    '.github/CODEOWNERS': CODEOWNERS,
    'prod/web.yaml': deployment(3),
  })
  sandbox.branch('feature')
  head = sandbox.commit({ 'prod/web.yaml': deployment(0) })
  writeFiles(folder, { 'facts.json': facts('APPROVED') })
  const run = await check('facts.json', '--format', 'json', '--output', file('decision.json'))
  expect(run.exit).toBe(0)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  sandbox.remove()
})

function file(name: string): string {
  return join(folder, name)
}

function facts(state: string): string {
  return JSON.stringify({
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Facts',
    now: '2026-11-22T10:00:00.123Z',
    pullRequest: {
      number: 42,
      title: 'Scale',
      author: PEOPLE.amy,
      draft: false,
      base: { ref: 'main', sha: base },
      head: { sha: head },
    },
    commits: [{ sha: 'f'.repeat(40), author: PEOPLE.amy, committer: PEOPLE.amy, automaticMerge: true }],
    reviews: [{ id: 7, by: BEN, state, commit: head, submittedAt: '2026-11-22T09:00:00Z' }],
  })
}

async function check(name: string, ...more: readonly string[]): Promise<CliRun> {
  return runCli(['check', base, head, '--repo', sandbox.dir, '--facts', file(name), ...more])
}

async function recompute(name = 'facts.json', ...more: readonly string[]): Promise<CliRun> {
  return check(name, '--recorded', file('decision.json'), ...more)
}

describe('a recorded decision', () => {
  it('comes out again, byte for byte', async () => {
    const again = await check('facts.json', '--format', 'json')
    expect(again.stdout).toBe(readFileSync(file('decision.json'), 'utf8'))
    expect(await recompute()).toEqual({
      exit: 0,
      stdout: 'same: the recorded decision comes out again.\n',
      stderr: '',
    })
  })

  it('comes out again when base and head moved on', async () => {
    sandbox.commit({ 'prod/web.yaml': deployment(1) })
    sandbox.checkout('main')
    sandbox.commit({ '.github/drawbridge.yaml': POLICY.replace('high', 'low') })
    expect((await recompute()).exit).toBe(0)
  })

  it('says that the facts are others', async () => {
    writeFiles(folder, { 'other.json': facts('DISMISSED') })
    const run = await recompute('other.json')
    expect(run.exit).toBe(1)
    expect(run.stdout).toMatch(/^differs in the facts: .*\n$/)
  })

  it('A67: is made again under the policy of its base, and both digests are told when that is another', async () => {
    writeFiles(folder, { 'policy.yaml': POLICY.replace('serve nobody', 'serve none'), owners: '* @amy\n' })
    for (const option of [
      ['--policy', file('policy.yaml')],
      ['--codeowners', file('owners')],
    ]) {
      const run = await recompute('facts.json', ...option)
      expect(run).toMatchObject({
        exit: 1,
        stdout: expect.stringMatching(/^differs in the policy: [^\n]*\n$/),
      })
    }
  })

  it('says that the comparison is another', async () => {
    sandbox.checkout('main')
    const moved = sandbox.commit({ 'prod/web.yaml': deployment(3).replace('1.0.0', '1.0.1') })
    const argv = ['check', moved, head, '--repo', sandbox.dir, '--facts', file('facts.json')]
    const run = await runCli([...argv, '--recorded', file('decision.json')])
    expect(run).toMatchObject({ exit: 1, stdout: expect.stringContaining('differs in the changes: ') })
  })

  it('says where the answer is another though all is the same', async () => {
    const text = readFileSync(file('decision.json'), 'utf8').replace(
      '"outcome": "allow"',
      '"outcome": "hold"',
    )
    writeFiles(folder, { 'decision.json': text })
    const run = await recompute('facts.json', '--format', 'json')
    expect(run.exit).toBe(1)
    expect(JSON.parse(run.stdout)).toEqual({
      kind: 'Recomputation',
      same: false,
      differences: [{ part: 'decision', pointer: '/outcome', recorded: 'hold', now: 'allow' }],
    })
  })

  it.each([
    { name: 'is another document', text: '{"kind":"Facts"}' },
    { name: 'is no mapping', text: '[]' },
    { name: 'is empty', text: '' },
    { name: 'cannot be read', text: '{"kind": "Decision", "kind": "Decision"' },
  ])('that $name decides nothing', async ({ text }) => {
    writeFiles(folder, { 'decision.json': text })
    expect(await recompute()).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('decision.json'),
    })
  })
})
