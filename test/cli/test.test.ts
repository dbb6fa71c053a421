import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policyTestText, policyText } from '../support/policy.ts'
import { type FileContent, writeFiles } from '../support/git-sandbox.ts'
import { aCase, aPolicyFile, cases } from './policy-fixtures.ts'
import { type CliRun, runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

type Files = Readonly<Record<string, FileContent>>

/** Words that name a file of the folder are its paths; in what is printed the folder is left out. */
async function test(files: Files, ...argv: readonly string[]): Promise<CliRun> {
  writeFiles(folder, files)
  const words = argv.map((word) => (/^(?:[\w./]+\.yaml|\.\/\w+)$/.test(word) ? join(folder, word) : word))
  const run = await runCli(['test', '--repo', folder, ...words])
  const short = (text: string): string => text.replaceAll(`${folder}/`, '')
  return { ...run, stdout: short(run.stdout), stderr: short(run.stderr) }
}

const COVERED = '1 rule, 0 without a positive case, 0 without a negative case\n'
const UNREADABLE = policyTestText(
  'name: x\nafter: "a: ["\nexpect: { findings: [{ rule: file.unparseable }] }',
)
const FAILING = policyTestText(
  aCase('goes through', '{ outcome: allow, findings: [{ rule: acme.down }], not: [acme.down] }'),
)

describe('a repository', () => {
  it.each<{ readonly name: string; readonly files: Files; readonly stdout: string }>([
    {
      name: 'of one policy',
      files: {
        '.github/drawbridge.yaml': aPolicyFile('acme'),
        '.github/drawbridge/tests/a.yaml': cases('acme'),
      },
      stdout: `.github/drawbridge/tests/a.yaml  2 cases\n\n2 cases, 0 failed; ${COVERED}`,
    },
    {
      name: 'whose cases stand beside its policy',
      files: { '.github/drawbridge/a.yaml': aPolicyFile('acme'), '.github/drawbridge/b.yaml': cases('acme') },
      stdout: `.github/drawbridge/b.yaml  2 cases\n\n2 cases, 0 failed; ${COVERED}`,
    },
    {
      name: 'whose cases stand in the file of its policy',
      files: { '.github/drawbridge.yaml': `${aPolicyFile('acme')}---\n${cases('acme')}` },
      stdout: `.github/drawbridge.yaml  2 cases\n\n2 cases, 0 failed; ${COVERED}`,
    },
    {
      name: 'whose cases stand in policies/',
      files: { '.github/drawbridge.yaml': aPolicyFile('acme'), 'policies/tests/a.yaml': cases('acme') },
      stdout: `policies/tests/a.yaml  2 cases\n\n2 cases, 0 failed; ${COVERED}`,
    },
    {
      name: 'with policies of an organisation that cannot be one',
      files: {
        'policies/a.yaml': aPolicyFile('a', 'requirements: { high: {}, low: {} }').replace(
          'severity: high',
          'severity: medium',
        ),
        'policies/b.yaml': aPolicyFile('b', 'requirements: { low: {} }'),
        'policies/tests/a.yaml': policyTestText(
          aCase('x', '{ findings: [{ rule: a.down, severity: medium }], not: [a.down] }'),
        ).replace(', not: [a.down]', ''),
        'policies/tests/b.yaml': cases('b'),
      },
      stdout:
        'policies/tests/a.yaml  1 case\npolicies/tests/b.yaml  2 cases\n\nRules without a negative case\n  a.down\n\n3 cases, 0 failed; 2 rules, 0 without a positive case, 1 without a negative case\n',
    },
    {
      name: 'without a policy, which is decided by what is recommended',
      files: {
        'policies/tests/a.yaml': UNREADABLE,
      },
      stdout:
        'policies/tests/a.yaml  1 case\n\n1 case, 0 failed; 0 rules, 0 without a positive case, 0 without a negative case\n',
    },
  ])('$name', async ({ files, stdout }) => {
    expect(await test(files)).toEqual({ exit: 0, stdout, stderr: '' })
  })

  it('whose cases fail is exit 1, and says why', async () => {
    const run = await test({ 'policies/acme.yaml': aPolicyFile('acme'), 'policies/tests/acme.yaml': FAILING })
    expect([run.exit, run.stderr]).toEqual([1, ''])
    expect(run.stdout).toContain('policies/tests/acme.yaml:8:24: Expected the outcome allow, seen hold.')
    expect(run.stdout).toMatch(/\n1 case, 1 failed; 1 rule, /)
  })

  it('is not written to', async () => {
    await test({ 'policies/acme.yaml': aPolicyFile('acme'), 'policies/tests/acme.yaml': cases('acme') })
    expect(readdirSync(folder)).toEqual(['policies'])
  })
})

describe('what is named', () => {
  const FILES = {
    'p/acme.yaml': aPolicyFile('acme'),
    'p/other.yaml': aPolicyFile('other'),
    'p/tests/acme.yaml': cases('acme'),
    'p/tests/other.yaml': FAILING.replaceAll('acme.down', 'other.down'),
    'spec/cases.yaml': cases('acme'),
  }
  it.each([
    {
      name: 'a policy brings its cases',
      argv: ['p/acme.yaml'],
      says: /^p\/tests\/acme\.yaml  2 cases\n\n2 cases, 0 failed; 1 rule,/,
    },
    {
      name: 'cases bring their policy',
      argv: ['p/tests/acme.yaml'],
      says: /^p\/tests\/acme\.yaml  2 cases\n\n2 cases, 0 failed; 1 rule,/,
    },
    {
      name: 'both are taken as they are',
      argv: ['p/acme.yaml', 'spec/cases.yaml'],
      says: /^spec\/cases\.yaml  2 cases\n\n2 cases, 0 failed; 1 rule,/,
    },
    {
      name: 'a directory is searched',
      argv: ['./p'],
      says: /^p\/tests\/acme\.yaml   2 cases\np\/tests\/other\.yaml  1 case, 1 failed\n/,
    },
  ])('$name', async ({ argv, says }) => {
    expect((await test(FILES, ...argv)).stdout).toMatch(says)
  })

  it('a pack that ships is tested with cases that are named', async () => {
    const run = await test({ 'c.yaml': UNREADABLE }, 'builtin:recommended', 'c.yaml')
    expect(run).toMatchObject({ exit: 0, stderr: '' })
  })
})

describe('what cannot be run is exit 2', () => {
  it.each<{
    readonly name: string
    readonly files: Files
    readonly argv?: readonly string[]
    readonly says: RegExp
  }>([
    { name: 'no case', files: { 'policies/a.yaml': aPolicyFile('a') }, says: /^There is no case to run in / },
    {
      name: 'an empty list of cases',
      files: {
        'policies/a.yaml': aPolicyFile('a'),
        'policies/tests/a.yaml': policyTestText().replace('cases:', 'cases: []'),
      },
      says: /^There is no case to run in /,
    },
    {
      name: 'no case beside a policy',
      files: { 'a.yaml': aPolicyFile('a') },
      argv: ['a.yaml'],
      says: /^There is no case to run in or beside /,
    },
    { name: 'a missing file', files: {}, argv: ['nowhere.yaml'], says: /^There is no file nowhere\.yaml/ },
    {
      name: 'no such pack',
      files: { 'c.yaml': cases('a') },
      argv: ['builtin:nope', 'c.yaml'],
      says: /^There is no builtin policy "nope"/,
    },
    {
      name: 'a policy and cases with mistakes, all of them',
      files: {
        'policies/a.yaml': aPolicyFile('a').replace('severity: high', 'severity: hihg'),
        'policies/tests/a.yaml': cases('a').replace('not: [a.down]', 'not: [a.dwn]'),
      },
      says: /^policies\/a\.yaml:6:\d+: Unknown severity.*\npolicies\/tests\/a\.yaml:\d+:\d+: There is no rule "a\.dwn".*"a\.down"\?\n$/,
    },
    {
      name: 'broken cases',
      files: { 'policies/a.yaml': aPolicyFile('a'), 'policies/tests/a.yaml': `${cases('a')}x: [\n` },
      says: /^policies\/tests\/a\.yaml:/,
    },
    {
      name: 'policies that are tested together and clash',
      files: {
        'policies/a.yaml': aPolicyFile('a', 'requirements: { low: {} }'),
        'policies/b.yaml': aPolicyFile('b', 'requirements: { low: {} }'),
        'policies/tests/all.yaml': cases('a'),
      },
      says: /What "low" needs is defined twice[^]*policies\/tests\/all\.yaml:1:1: These cases are about policies\/a\.yaml, policies\/b\.yaml together/,
    },
    {
      name: 'a filter that leaves nothing',
      files: { '.github/drawbridge.yaml': `${aPolicyFile('a')}---\n${cases('a')}` },
      argv: ['--filter', 'zzz'],
      says: /^No case has "zzz"/,
    },
    {
      name: 'a policy that is a link',
      files: { real: aPolicyFile('a'), '.github/drawbridge.yaml': { link: '../real' } },
      says: /symbolic link/,
    },
  ])('$name', async ({ files, argv = [], says }) => {
    const run = await test(files, ...argv)
    expect([run.exit, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toMatch(says)
  })
})

describe('options', () => {
  const FILES = {
    'policies/acme.yaml': aPolicyFile('acme'),
    'policies/tests/acme.yaml': policyTestText(
      aCase('alpha', '{ outcome: allow }'),
      aCase('beta', '{ not: [acme.down] }'),
      aCase('gamma', '{ outcome: hold }'),
    ),
  }
  const namesOf = ({ stdout }: CliRun): readonly string[] =>
    (JSON.parse(stdout) as { cases: { name: string }[] }).cases.map(({ name }) => name)

  it.each([
    { filter: 'ALPHA', names: ['alpha'] },
    { filter: 'acme.d', names: ['beta'] },
    { filter: 'tests/acme', names: ['alpha', 'beta', 'gamma'] },
  ])('--filter $filter', async ({ filter, names }) => {
    const run = await test(FILES, '--format', 'json', '--filter', filter)
    expect(namesOf(run)).toEqual(names)
    expect(JSON.parse(run.stdout)).toMatchObject({ coverage: null })
  })

  it('--format json, a case each', async () => {
    const run = await test(FILES, '--format', 'json')
    expect(run.exit).toBe(1)
    expect(JSON.parse(run.stdout)).toMatchObject({
      summary: { cases: 3, passed: 1, failed: 2 },
      coverage: { rules: 1, withoutPositive: ['acme.down'], withoutNegative: [] },
    })
  })

  it('--format junit --output', async () => {
    const output = join(folder, 'report.xml')
    writeFiles(folder, FILES)
    expect(await runCli(['test', '--repo', folder, '--format', 'junit', '--output', output])).toEqual({
      exit: 1,
      stdout: '',
      stderr: '',
    })
    expect(readFileSync(output, 'utf8')).toContain('<testsuites name="drawbridge" tests="3" failures="2"')
  })

  it('gives the same again, also to two at once', async () => {
    const runs = await Promise.all(
      ['text', 'junit', 'text', 'junit'].map((format) => test(FILES, '--format', format)),
    )
    expect(runs[2]).toEqual(runs[0])
    expect(runs[3]).toEqual(runs[1])
  })

  it('colours only a terminal that wants it', async () => {
    writeFiles(folder, FILES)
    const argv = ['test', '--repo', folder]
    expect((await runCli(argv)).stdout).not.toContain('\u001B')
    expect((await runCli(argv, { isTerminal: true })).stdout).toContain('\u001B[1;31m')
    expect((await runCli(argv, { isTerminal: true, environment: { NO_COLOR: '1' } })).stdout).not.toContain(
      '\u001B',
    )
  })
})

describe('the packs that ship', () => {
  it('pass their cases, and every rule has some', async () => {
    const run = await runCli(['test', 'policies', '--format', 'json'])
    const { summary, coverage } = JSON.parse(run.stdout) as {
      summary: { cases: number; failed: number }
      coverage: { rules: number; withoutPositive: readonly string[] }
    }
    expect([run.exit, summary.failed]).toEqual([0, 0])
    expect(summary.cases).toBeGreaterThan(300)
    expect(coverage.rules).toBeGreaterThan(190)
    expect(coverage.withoutPositive).toEqual([])
  })

  it('can be tested one by one, from their files', async () => {
    const run = await runCli(['test', 'policies/gate.yaml'])
    expect(run.exit).toBe(0)
    expect(run.stdout).toMatch(
      /^policies\/tests\/gate\.yaml  \d+ cases\n\n\d+ cases, 0 failed; 5 rules, 0 without a positive case/,
    )
  })
})

it('needs the whole of a policy of several files', async () => {
  const more = policyText('overrides: [{ rule: acme.down, severity: low }]', 'more')
  const run = await test({
    '.github/drawbridge.yaml': aPolicyFile('acme'),
    '.github/drawbridge/more.yaml': more,
    '.github/drawbridge/tests/a.yaml': policyTestText(
      aCase('x', '{ outcome: allow, findings: [{ rule: acme.down, severity: low }] }'),
    ),
  })
  expect(run.exit).toBe(0)
})

it('runs the example of docs/testing-policies.md, with nothing untested', async () => {
  const text = readFileSync('docs/testing-policies.md', 'utf8')
  const blocks = [...text.matchAll(/```yaml\n# (policies\/\S+)\n([^]*?)```/g)]
  const files = Object.fromEntries(blocks.map(([, path = '', content = '']) => [path, content]))
  expect(Object.keys(files)).toEqual(['policies/acme.yaml', 'policies/tests/acme.yaml'])
  expect(await test(files)).toEqual({
    exit: 0,
    stdout:
      'policies/tests/acme.yaml  4 cases\n\n4 cases, 0 failed; 1 rule, 0 without a positive case, 0 without a negative case\n',
    stderr: '',
  })
  expect(await runCli(['lint', '--strict', '--repo', folder])).toMatchObject({ exit: 0 })
})
