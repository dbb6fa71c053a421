import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FileContent, GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { CODEOWNERS, deployment, POLICY } from './fixtures.ts'
import { type CliRun, runCli } from './run-cli.ts'

interface DecisionDocument {
  readonly outcome: string
  readonly summary: string
  readonly decidedAt: string
  readonly policies: readonly string[]
  readonly changes: readonly {
    readonly operation: string
    readonly verbs: readonly string[]
    readonly source: { readonly path: string }
  }[]
  readonly findings: readonly { readonly rule: string }[]
  readonly requirements: readonly { readonly verdict: string; readonly from: readonly string[] }[]
  readonly issues: readonly { readonly path: string; readonly line: number; readonly column: number }[]
}

let folder: string
let sandbox: GitSandbox
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
  sandbox = GitSandbox.create()
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  sandbox.remove()
})

type Files = Readonly<Record<string, FileContent>>

const GITHUB = { '.github/drawbridge.yaml': POLICY, '.github/CODEOWNERS': CODEOWNERS }

/** Two directories; the policy and CODEOWNERS are in both. */
function directories(base: Files, head: Files): readonly [string, string] {
  const paths = [join(folder, 'base'), join(folder, 'head')] as const
  for (const [index, files] of [base, head].entries()) writeFiles(paths[index] ?? '', { ...GITHUB, ...files })
  return paths
}

function scaledToZero(): readonly [string, string] {
  return directories({ 'prod/web.yaml': deployment(3) }, { 'prod/web.yaml': deployment(0) })
}

function decisionOf({ stdout }: CliRun): DecisionDocument {
  return JSON.parse(stdout) as DecisionDocument
}

async function check(...argv: readonly string[]): Promise<CliRun> {
  return runCli(['check', '--format', 'json', ...argv])
}

function approvedBy(login: string, id: number): string {
  return JSON.stringify({
    apiVersion: 'drawbridge.dev/v1alpha1',
    kind: 'Facts',
    now: '2026-11-22T10:00:00Z',
    pullRequest: {
      number: 1,
      title: 'Scale',
      author: { id: 1, login: 'amy', type: 'User' },
      draft: false,
      base: { ref: 'main' },
      head: {},
    },
    commits: [],
    heads: [],
    reviews: [
      {
        id: 7,
        by: { id, login, type: 'User', canWrite: true },
        state: 'APPROVED',
        submittedAt: '2026-11-22T09:00:00Z',
      },
    ],
    labels: [],
    labelEvents: [],
    comments: [],
    incomplete: [],
    teams: {},
  })
}

/** The same by ben, on a commit that is the head. */
function approvedOn(sha: string): string {
  return approvedBy('ben', 2)
    .replace('"head":{}', `"head":{"sha":"${sha}"}`)
    .replace('"state"', `"commit":"${sha}","state"`)
}

/** The same, the commit being written by ben. */
function approvedWriting(sha: string): string {
  const ben = '{"id":2,"login":"ben","type":"User"}'
  return approvedOn(sha).replace(
    '"commits":[]',
    `"commits":[{"sha":"${sha}","author":${ben},"committer":${ben}}]`,
  )
}

describe('two directories', () => {
  it('are allowed when nothing is risky', async () => {
    const run = await check(
      ...directories({ 'prod/web.yaml': deployment(3) }, { 'prod/web.yaml': deployment(4) }),
    )
    expect(run).toMatchObject({ exit: 0, stderr: '' })
    expect(decisionOf(run)).toMatchObject({
      outcome: 'allow',
      decidedAt: '2026-11-22T10:00:00Z',
      changes: [{ verbs: ['scale'] }],
    })
  })

  it('are allowed when they are equal', async () => {
    expect(decisionOf(await check(...directories({}, {})))).toMatchObject({ outcome: 'allow', changes: [] })
  })

  it('are held for an owner, and allowed once the owner has approved', async () => {
    const paths = directories({ 'prod/web.yaml': deployment(3) }, { 'prod/web.yaml': deployment(0) })
    const held = await check(...paths)
    expect(held).toMatchObject({ exit: 1, stderr: '' })
    expect(decisionOf(held)).toMatchObject({
      outcome: 'hold',
      findings: [{ rule: 'acme.scale.to-zero' }],
      requirements: [{ verdict: 'unmet', from: ['@ben'] }],
    })
    writeFiles(folder, { 'ben.json': approvedBy('ben', 2), 'cleo.json': approvedBy('cleo', 3) })
    expect((await check(...paths, '--facts', join(folder, 'ben.json'))).exit).toBe(0)
    expect((await check(...paths, '--facts', join(folder, 'cleo.json'))).exit).toBe(1)
  })

  it('take policy and CODEOWNERS from the base side, never from the head', async () => {
    const paths = directories(
      { 'prod/web.yaml': deployment(3) },
      {
        'prod/web.yaml': deployment(0),
        '.github/drawbridge.yaml': POLICY.replace('to-zero }', 'removed }'),
        '.github/CODEOWNERS': '* @amy\n',
      },
    )
    const decision = decisionOf(await check(...paths))
    expect(decision.findings.map(({ rule }) => rule)).toContain('acme.scale.to-zero')
    expect(decision.requirements.flatMap(({ from }) => from)).not.toContain('@amy')
  })

  it('take what the command line names instead', async () => {
    writeFiles(folder, { 'policy.yaml': POLICY, owners: '* @dan\n' })
    const paths = directories(
      { 'prod/web.yaml': deployment(3), '.github/drawbridge.yaml': null, '.github/CODEOWNERS': null },
      { 'prod/web.yaml': deployment(0) },
    )
    const run = await check(
      ...paths,
      '--policy',
      join(folder, 'policy.yaml'),
      '--codeowners',
      join(folder, 'owners'),
    )
    expect(decisionOf(run)).toMatchObject({
      outcome: 'hold',
      requirements: expect.arrayContaining([expect.objectContaining({ from: ['@dan'] })]),
    })
  })
})

describe('two revisions', () => {
  it('are the base tip and what merging gives, not what the branch changed', async () => {
    sandbox.commit({ ...GITHUB, 'prod/web.yaml': deployment(3), 'prod/api.yaml': deployment(3, 'api') })
    sandbox.branch('feature')
    sandbox.commit({ 'prod/api.yaml': deployment(4, 'api') })
    sandbox.checkout('main')
    sandbox.commit({ 'prod/web.yaml': deployment(0) })
    const merged = await check('main', 'feature', '--repo', sandbox.dir)
    expect(decisionOf(merged).changes.map(({ source }) => source.path)).toEqual(['prod/api.yaml'])
    expect(merged.exit).toBe(0)
    const trees = await check('main', 'feature', '--repo', sandbox.dir, '--no-merge')
    expect(decisionOf(trees).changes.map(({ source }) => source.path)).toEqual([
      'prod/api.yaml',
      'prod/web.yaml',
    ])
  })

  it('default to main and HEAD', async () => {
    sandbox.commit({ ...GITHUB, 'prod/web.yaml': deployment(3) })
    sandbox.branch('feature')
    sandbox.commit({ 'prod/web.yaml': deployment(0) })
    expect(decisionOf(await check('--repo', sandbox.dir))).toMatchObject({ outcome: 'hold' })
    expect(decisionOf(await check('HEAD', '--repo', sandbox.dir))).toMatchObject({
      outcome: 'allow',
      changes: [],
    })
  })

  it('default to what origin calls its head before main', async () => {
    sandbox.commit({ ...GITHUB, 'prod/web.yaml': deployment(0) })
    sandbox.branch('trunk')
    sandbox.commit({ 'prod/web.yaml': deployment(3) })
    sandbox.git('clone', '--quiet', sandbox.dir, join(folder, 'clone'))
    sandbox.git('-C', join(folder, 'clone'), 'branch', 'main', 'origin/main')
    expect(decisionOf(await check('--repo', join(folder, 'clone')))).toMatchObject({
      outcome: 'allow',
      changes: [],
    })
  })

  it('hold when they conflict, naming the file', async () => {
    sandbox.commit({ ...GITHUB, 'prod/web.yaml': deployment(3) })
    sandbox.branch('feature')
    sandbox.commit({ 'prod/web.yaml': deployment(4) })
    sandbox.checkout('main')
    sandbox.commit({ 'prod/web.yaml': deployment(5) })
    const run = await check('main', 'feature', '--repo', sandbox.dir)
    expect(run.exit).toBe(1)
    expect(decisionOf(run).outcome).toBe('hold')
    const text = await runCli(['check', 'main', 'feature', '--repo', sandbox.dir])
    expect(text.stdout).toContain('prod/web.yaml')
  })

  it('may be named like a directory', async () => {
    sandbox.commit({ ...GITHUB, 'src/web.yaml': deployment(3) })
    sandbox.git('branch', 'src')
    const run = await check(join('src'), 'main', '--repo', sandbox.dir)
    expect(run.exit).toBe(0)
  })

  it('know themselves which merges nobody wrote', async () => {
    sandbox.commit({ ...GITHUB, 'prod/web.yaml': deployment(3) })
    sandbox.branch('feature')
    sandbox.commit({ 'prod/web.yaml': deployment(0) })
    sandbox.checkout('main')
    sandbox.commit({ 'prod/api.yaml': deployment(3, 'api') })
    sandbox.checkout('feature')
    sandbox.git('merge', '--quiet', '--no-edit', 'main')
    writeFiles(folder, { 'automatic.json': approvedWriting(sandbox.git('rev-parse', 'HEAD')) })
    const argv = ['main', 'feature', '--repo', sandbox.dir, '--facts']
    expect((await check(...argv, join(folder, 'automatic.json'))).exit).toBe(0)
    writeFiles(sandbox.dir, { 'prod/api.yaml': deployment(4, 'api') })
    sandbox.git('commit', '--quiet', '--all', '--amend', '--no-edit')
    const edited = approvedWriting(sandbox.git('rev-parse', 'HEAD')).replace(
      '"author":{"id":2',
      '"automaticMerge":true,"author":{"id":2',
    )
    writeFiles(folder, { 'edited.json': edited })
    expect((await check(...argv, join(folder, 'edited.json'))).exit).toBe(1)
  })

  it('refuse facts of another head', async () => {
    const base = sandbox.commit({ ...GITHUB, 'prod/web.yaml': deployment(3) })
    sandbox.branch('feature')
    const head = sandbox.commit({ 'prod/web.yaml': deployment(0) })
    writeFiles(folder, { 'right.json': approvedOn(head), 'wrong.json': approvedOn(base) })
    expect(
      (await check('main', 'feature', '--repo', sandbox.dir, '--facts', join(folder, 'right.json'))).exit,
    ).toBe(0)
    const wrong = await check('main', 'feature', '--repo', sandbox.dir, '--facts', join(folder, 'wrong.json'))
    expect(wrong).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining(`tells of the head ${base}`),
    })
  })
})

describe('the result', () => {
  it('has no colour unless printed on a terminal that wants it', async () => {
    const argv = ['check', ...scaledToZero()]
    expect((await runCli(argv)).stdout).not.toContain('\u001B')
    expect((await runCli(argv, { isTerminal: true })).stdout).toContain('\u001B')
    expect((await runCli(argv, { isTerminal: true, environment: { NO_COLOR: '1' } })).stdout).not.toContain(
      '\u001B',
    )
    expect((await runCli(argv, { isTerminal: true, environment: { TERM: 'dumb' } })).stdout).not.toContain(
      '\u001B',
    )
  })

  it('is Markdown when asked for', async () => {
    const { exit, stdout } = await runCli(['check', ...scaledToZero(), '--format', 'markdown'])
    expect(exit).toBe(1)
    expect(stdout).toMatch(/^### /)
  })

  it('goes to a file, and nothing to standard output', async () => {
    const file = join(folder, 'decision.json')
    expect(await check(...scaledToZero(), '--output', file)).toEqual({ exit: 1, stdout: '', stderr: '' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kind: 'Decision', outcome: 'hold' })
    const missing = await check(...scaledToZero(), '--output', join(folder, 'no', 'decision.json'))
    expect(missing).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('its directory does not exist'),
    })
    expect((await check(...scaledToZero(), '--output', folder)).exit).toBe(2)
  })

  it('is the same at the same moment, and follows --now', async () => {
    const both = scaledToZero()
    const run = await check(...both)
    expect(await check(...both)).toEqual(run)
    const later = decisionOf(await check(...both, '--now', '2026-12-01T00:00:00+01:00'))
    expect(later.decidedAt).toBe('2026-11-30T23:00:00Z')
  })

  it('cannot be dated inside GitHub Actions', async () => {
    const run = await runCli(['check', ...scaledToZero(), '--now', '2026-12-01T00:00:00Z'], {
      environment: { GITHUB_ACTIONS: 'true' },
    })
    expect(run).toMatchObject({
      exit: 64,
      stdout: '',
      stderr: expect.stringContaining('--now is refused in GitHub Actions'),
    })
  })
})

describe('what cannot be decided is exit 2', () => {
  it('a policy with mistakes, each with its place', async () => {
    const wrong = POLICY.replace('severity: high', 'severity: hihg').replace('match:', 'mtach:')
    const paths = directories({ '.github/drawbridge.yaml': wrong }, {})
    const run = await check(...paths)
    expect(run.exit).toBe(2)
    const lines = run.stderr.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(2)
    for (const line of lines) expect(line).toMatch(/^\.github\/drawbridge\.yaml:\d+:\d+: \S/)
    expect(decisionOf(run)).toMatchObject({ outcome: 'error' })
    expect(decisionOf(run).issues).toHaveLength(lines.length)
    const text = await runCli(['check', ...paths])
    expect(text.stderr).toBe(run.stderr)
    expect(text.stdout).toBe(
      `error: Cannot decide: the policy has ${String(lines.length)} mistakes, listed on standard error.\n`,
    )
  })

  it.each([
    {
      name: 'a missing policy',
      argv: ['--policy', '/nonexistent/p.yaml'],
      says: 'There is no file /nonexistent/p.yaml',
    },
    { name: 'a directory as policy', argv: ['--policy', '/'], says: '/ is a directory' },
    {
      name: 'an unknown pack',
      argv: ['--policy', 'builtin:nope'],
      says: 'There is no builtin policy "nope". There are: admission, all, ',
    },
    {
      name: 'missing facts',
      argv: ['--facts', '/nonexistent/f.yaml'],
      says: 'There is no file /nonexistent/f.yaml',
    },
    {
      name: 'a missing CODEOWNERS',
      argv: ['--codeowners', '/nonexistent/o'],
      says: 'There is no file /nonexistent/o',
    },
    {
      name: 'facts that are no facts',
      argv: ['--facts', new URL('../../package.json', import.meta.url).pathname],
      says: 'package.json:',
    },
  ])('$name', async ({ argv, says }) => {
    const run = await check(...directories({}, {}), ...argv)
    expect(run).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining(says) })
    expect(run.stderr).not.toMatch(/^ {4}at /m)
  })

  it('two missing policies, both named', async () => {
    const { stderr } = await check(
      ...directories({}, {}),
      '--policy',
      '/nonexistent/a',
      '--policy',
      'builtin:b',
    )
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
  })

  it('what is not there', async () => {
    sandbox.commit({ 'a.yaml': deployment(1) })
    const unknown = await check('nowhere', 'HEAD', '--repo', sandbox.dir)
    expect(unknown).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringMatching(/There is no commit "nowhere" in .*: fetch it.*Nor is there a directory/),
    })
    expect(await check('--repo', folder)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('is no git repository'),
    })
    expect(await check('--repo', join(folder, 'nowhere'))).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('is no git repository'),
    })
    sandbox.git('branch', '-m', 'main', 'trunk')
    expect(await check('--repo', sandbox.dir)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Name BASE'),
    })
  })

  it.each([0, 1])('a directory that is not there, as argument %i', async (at) => {
    const missing = join(folder, 'nowhere')
    const names = at === 0 ? [missing, folder] : [folder, missing]
    for (const repo of [sandbox.dir, folder])
      expect(await check(...names, '--repo', repo)).toMatchObject({
        exit: 2,
        stdout: '',
        stderr: `There is no directory ${missing} to compare with ${folder}. Check the path.\n`,
      })
  })

  it('an empty repository', async () => {
    expect(await check('--repo', sandbox.dir)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('There is no commit in'),
    })
  })

  it('a shallow clone without the common history', async () => {
    sandbox.commit({ 'a.yaml': deployment(1) })
    sandbox.branch('feature')
    sandbox.commit({ 'a.yaml': deployment(2) })
    sandbox.checkout('main')
    sandbox.commit({ 'b.yaml': deployment(2, 'b') })
    const clone = join(folder, 'shallow')
    sandbox.git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${sandbox.dir}`, clone)
    const run = await check('main', 'origin/feature', '--repo', clone)
    expect(run.exit).toBe(2)
    expect(decisionOf(run)).toMatchObject({
      outcome: 'error',
      summary: expect.stringContaining('fetch-depth: 0'),
    })
  })
})

it('one directory and one revision is a wrong command line', async () => {
  sandbox.commit({ 'a.yaml': deployment(1) })
  const run = await check(folder, 'HEAD', '--repo', sandbox.dir)
  expect(run).toMatchObject({
    exit: 64,
    stdout: '',
    stderr: expect.stringContaining('Name two directories, or two revisions'),
  })
  expect(await check(folder, '--repo', sandbox.dir)).toMatchObject({ exit: 64 })
  expect(await check(folder, '--repo', folder)).toMatchObject({ exit: 64 })
})

it('tells a risky kustomization once, with what it does', async () => {
  const [base, head] = directories(
    { 'prod/kustomization.yaml': 'resources: [web.yaml, api.yaml]\n' },
    { 'prod/kustomization.yaml': 'resources: [web.yaml]\n' },
  )
  const { stdout } = await runCli(['check', '--policy', 'builtin:recommended', base, head])
  const rows = stdout.split('\n').filter((line) => /^(?:high|medium|no risk)/.test(line))
  expect(rows).toEqual(['high      delete  Kustomization in prod resources loses api.yaml'])
})

it('tells what a values file sets otherwise', async () => {
  const [base, head] = directories(
    { 'web/values.yaml': 'replicas: 3\n' },
    { 'web/values.yaml': 'replicas: 0\n' },
  )
  const { stdout } = await runCli(['check', '--policy', 'builtin:recommended', base, head])
  expect(stdout).toContain('edit  web/values.yaml replicas from 3 to 0; scales /replicas to 0 from 3')
})
