import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { SimulationSchema } from '../../src/core/report/simulation-schema.ts'
import { GitSandbox } from '../support/git-sandbox.ts'
import { CODEOWNERS, deployment, POLICY } from './fixtures.ts'
import { type CliRun, runCli } from './run-cli.ts'

let sandbox: GitSandbox
let folder: string

beforeEach(() => {
  sandbox = GitSandbox.create()
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})

afterEach(() => {
  sandbox.remove()
  rmSync(folder, { recursive: true })
})

const FIRST = {
  '.github/drawbridge.yaml': POLICY,
  '.github/CODEOWNERS': CODEOWNERS,
  'prod/web.yaml': deployment(3),
}

/** Three steps after the first commit: up, to zero, up again. */
function history(): readonly string[] {
  sandbox.commit(FIRST, 'Start')
  return [
    sandbox.commit({ 'prod/web.yaml': deployment(4) }, 'More of web'),
    sandbox.commit({ 'prod/web.yaml': deployment(0) }, 'Switch web off (#7)'),
    sandbox.commit({ 'prod/web.yaml': deployment(2) }, 'Back again'),
  ]
}

const simulate = (...argv: readonly string[]): Promise<CliRun> =>
  runCli(['simulate', '--repo', sandbox.dir, ...argv])

interface Simulation {
  readonly policies: readonly string[]
  readonly comparedWith: readonly string[] | null
  readonly totals: { readonly held: number; readonly passed: number; readonly unknown: number }
  readonly before: Simulation['totals'] | null
  readonly merges: readonly {
    readonly commit: string
    readonly class: string
    readonly rules: readonly string[]
    readonly ask: readonly string[]
    readonly before: { readonly class: string } | null
  }[]
}

function read(run: CliRun): Simulation {
  const value: Simulation = JSON.parse(run.stdout)
  expect(v.safeParse(SimulationSchema, value).issues).toBeUndefined()
  return value
}

describe('simulate', () => {
  it('says which merges the policy of the branch would have held, and whom it would have asked', async () => {
    const [up, zero, again] = history()
    const run = await simulate('--format', 'json')
    expect(run.exit).toBe(0)
    const { policies, comparedWith, totals, merges } = read(run)
    expect(policies).toEqual(['.github/drawbridge.yaml'])
    expect(comparedWith).toBeNull()
    expect(totals).toMatchObject({
      held: 1,
      passed: 2,
      unknown: 0,
      severities: { high: 1 },
      rules: [{ rule: 'acme.scale.to-zero', merges: 1, alone: 1 }],
      owners: [{ owner: '@ben', merges: 1 }],
    })
    expect(merges.map(({ commit, class: is, rules, ask }) => [commit, is, rules, ask])).toEqual([
      [again, 'passed', [], []],
      [zero, 'held', ['acme.scale.to-zero'], ['@ben']],
      [up, 'passed', [], []],
    ])
  })

  it('is written for people', async () => {
    history()
    const { stdout, exit } = await simulate('--last', '2')
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^\.github\/drawbridge\.yaml, over 2 merges of 2026-11-22\n/)
    expect(stdout).toContain('1 merge held (50 %): 1 high.')
    expect(stdout).toContain('nothing would run')
    expect(stdout).toContain('Switch web off (#7)')
    expect(stdout).toContain('@ben  1 merge')
    expect(stdout).toMatch(/\n1 held, 1 passed, 0 not judged\.\n$/)
  })

  it('shows what a new policy would change', async () => {
    history()
    const stricter = join(folder, 'new.yaml')
    writeFileSync(
      stricter,
      POLICY.replace('op: to-zero', 'op: increased').replace('acme.scale.to-zero', 'acme.scale.up'),
    )
    const run = await simulate('--policy', stricter, '--format', 'json')
    const { comparedWith, totals, before, merges } = read(run)
    expect(comparedWith).toEqual(['.github/drawbridge.yaml'])
    expect([totals.held, before?.held]).toEqual([2, 1])
    expect(merges.map((merge) => [merge.before?.class, merge.class])).toEqual([
      ['passed', 'held'],
      ['held', 'passed'],
      ['passed', 'held'],
    ])
    const { stdout } = await simulate('--policy', stricter)
    expect(stdout).toMatch(/Held from now on\n.*Back again.*\n.*More of web/)
    expect(stdout).toMatch(/No longer held\n.*Switch web off/)
    expect(stdout).toMatch(/acme\.scale\.to-zero {2}high {6}0 {7}1 {7}0/)
    expect(stdout).toMatch(/\n2 held, before 1, 1 passed, 0 not judged\.\n$/)
  })

  it('follows the first parents: a pull request of many commits is one merge', async () => {
    sandbox.commit(FIRST, 'Start')
    sandbox.branch('feature')
    sandbox.commit({ 'prod/web.yaml': deployment(0) }, 'Off')
    sandbox.commit({ 'prod/web.yaml': deployment(5) }, 'On')
    sandbox.checkout('main')
    sandbox.git('merge', '--quiet', '--no-ff', '-m', 'Merge it', 'feature')
    expect(read(await simulate('--format', 'json')).merges).toMatchObject([
      { title: 'Merge it', class: 'passed' },
    ])
  })

  it('takes the owners that stood before each merge', async () => {
    sandbox.commit({ ...FIRST, '.github/CODEOWNERS': '* @amy\n' }, 'Start')
    sandbox.commit({ 'prod/web.yaml': deployment(0) }, 'Off')
    sandbox.commit({ '.github/CODEOWNERS': '* @cleo\n' }, 'Other owners')
    expect(read(await simulate('--format', 'json')).merges.at(-1)?.ask).toEqual(['@amy'])
  })

  it('says when nobody owns what is held', async () => {
    sandbox.commit({ ...FIRST, '.github/CODEOWNERS': null }, 'Start')
    sandbox.commit({ 'prod/web.yaml': deployment(0) }, 'Off')
    const { stdout } = await simulate()
    expect(stdout).toContain('nobody can')
    expect(stdout).toContain('nobody owns what 1 merge would have changed')
  })

  it('holds back with its verdict where history is missing: exit 2, never passed', async () => {
    history()
    const shallow = join(folder, 'shallow')
    sandbox.git('clone', '--quiet', '--depth', '2', `file://${sandbox.dir}`, shallow)
    const run = await runCli(['simulate', '--repo', shallow, '--format', 'json'])
    expect(run.exit).toBe(2)
    expect(read(run).totals).toMatchObject({ held: 0, passed: 1, unknown: 1 })
    const { stdout } = await runCli(['simulate', '--repo', shallow])
    expect(stdout).toMatch(/Could not be judged\n.*fetch/)
  })

  it('counts up on a terminal, and only there', async () => {
    history()
    const shown = await runCli(['simulate', '--repo', sandbox.dir], { tellsTerminal: true })
    expect(shown.stderr).toContain('\r3 of 3 merges')
    expect((await simulate()).stderr).toBe('')
  })

  it('shows nothing of a title that could move the cursor', async () => {
    sandbox.commit(FIRST, 'Start')
    sandbox.commit({ 'prod/web.yaml': deployment(0) }, 'Off \u001B[2J now')
    expect((await simulate()).stdout).not.toContain('\u001B')
  })

  it.each([
    { name: 'no number', argv: ['--last', 'x'], exit: 64, says: 'whole number' },
    { name: 'nothing', argv: ['--last', '0'], exit: 64, says: 'whole number' },
    { name: 'an unknown branch', argv: ['nope'], exit: 2, says: 'There is no commit "nope"' },
    {
      name: 'an unknown pack',
      argv: ['--policy', 'builtin:nope'],
      exit: 2,
      says: 'no builtin policy "nope"',
    },
  ])('$name: exit $exit', async ({ argv, exit, says }) => {
    history()
    const run = await simulate(...argv)
    expect(run.exit).toBe(exit)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain(says)
  })

  it('ends with 2 when the policy of the branch is no policy', async () => {
    sandbox.commit({ ...FIRST, '.github/drawbridge.yaml': 'kind: Nothing\n' }, 'Start')
    const run = await simulate()
    expect(run.exit).toBe(2)
    expect(run.stderr).toContain('this is no policy'.slice(5))
  })

  it('has nothing to say of a first commit', async () => {
    sandbox.commit(FIRST, 'Start')
    const { stdout, exit } = await simulate()
    expect(exit).toBe(0)
    expect(stdout).toContain('over 0 merges')
  })
})
