import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
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

async function lintRepo(files: Files, ...argv: readonly string[]): Promise<CliRun> {
  writeFiles(folder, files)
  return runCli(['lint', '--repo', folder, ...argv])
}

/** Lints paths below the folder; in what is printed the folder is left out. */
async function lintPaths(files: Files, ...argv: readonly string[]): Promise<CliRun> {
  writeFiles(folder, files)
  const run = await runCli([
    'lint',
    ...argv.map((word) => (word.startsWith('-') ? word : join(folder, word))),
  ])
  const short = (text: string): string => text.replaceAll(`${folder}/`, '')
  return { ...run, stdout: short(run.stdout), stderr: short(run.stderr) }
}

const OVERRIDE = policyText('overrides: [{ rule: acme.down, severity: low }]', 'more')
const BROKEN = policyText('rules: [{ id: a, severity: hihg, message: m }]')

describe('a repository', () => {
  it('has every mistake told at once, by file, line and column', async () => {
    const run = await lintRepo({
      '.github/drawbridge.yaml': policyText(
        'rules:\n  - { id: a.b, severity: hihg }\noverrides: [{ rule: a.c, severity: low }]',
      ),
      '.github/CODEOWNERS': '* nobody\n',
      'policies/p.yaml': policyText('extends: [builtin:nope]'),
      'policies/tests/p.yaml': policyTestText(aCase('x', '{ not: [a.b], outcom: hold }')),
    })
    expect([run.exit, run.stderr]).toEqual([1, ''])
    expect(run.stdout.replaceAll(/: [^\n]*\n/g, '\n').split('\n')).toEqual([
      '.github/CODEOWNERS:1:3',
      '.github/drawbridge.yaml:6:7',
      '.github/drawbridge.yaml:6:28',
      '.github/drawbridge.yaml:7:23',
      'policies/p.yaml:5:13',
      'policies/tests/p.yaml:8:27',
      '',
      '6 mistakes, 0 warnings in 4 files.',
      '',
    ])
    expect(run.stdout).toContain('Unknown severity "hihg"; did you mean "high"?')
  })

  it('with nothing wrong says so', async () => {
    const run = await lintRepo({
      '.github/drawbridge.yaml': aPolicyFile('acme'),
      '.github/drawbridge/more.yml': OVERRIDE,
      '.github/drawbridge/tests/acme.yaml': cases('acme'),
      CODEOWNERS: '* @amy\n',
      'prod/web.yaml': 'kind: [',
    })
    expect(run).toEqual({ exit: 0, stdout: '0 mistakes, 0 warnings in 4 files.\n', stderr: '' })
  })

  it('may have policies of an organisation that say the same, each by itself', async () => {
    const high = 'requirements: { high: { approvals: [] } }'
    const run = await lintRepo({
      'policies/a.yaml': aPolicyFile('a', high),
      'policies/b.yaml': aPolicyFile('b', high),
      'policies/tests/both.yaml': policyTestText(
        aCase('x', '{ findings: [{ rule: a.down }, { rule: b.down }, { rule: c.down }] }'),
      ),
    })
    expect(run.stdout).toMatch(
      /^policies\/tests\/both\.yaml:8:70: There is no rule "c\.down"[^\n]*\n\n1 mistake, 0 warnings/,
    )
  })

  it('may have policies of other tools', async () => {
    const run = await lintRepo({
      'policies/kyverno.yaml': 'apiVersion: kyverno.io/v1\nkind: Policy\nspec: { extends: [x] }\n',
      'policies/broken.yaml': 'a: [\n',
      'policies/picture.json': new Uint8Array([0, 1, 2]),
      'policies/facts.yaml': 'apiVersion: drawbridge.dev/v1alpha1\nkind: Facts\n',
      CODEOWNERS: '* @amy\n',
    })
    expect(run).toMatchObject({ exit: 0, stdout: '0 mistakes, 0 warnings in 1 file.\n' })
  })

  it.each<{ readonly name: string; readonly files: Files; readonly exit: number; readonly says: string }>([
    {
      name: 'a policy that the gate does not read',
      files: { '.github/drawbridge/old/a.yaml': aPolicyFile('a') },
      exit: 0,
      says: '.github/drawbridge/old/a.yaml:1:1: warning: The gate reads only',
    },
    {
      name: 'a policy of a name that is not read',
      files: { '.github/drawbridge.yml': aPolicyFile('a') },
      exit: 1,
      says: 'Rename the file to .github/drawbridge.yaml',
    },
    {
      name: 'a policy that is empty',
      files: { '.github/drawbridge.yaml': '' },
      exit: 1,
      says: '.github/drawbridge.yaml:1:1: This file holds no policy.',
    },
    {
      name: 'a policy that says nothing',
      files: {
        '.github/drawbridge.yaml':
          'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: a }\nspec: {}\n',
      },
      exit: 0,
      says: 'warning: This policy has no rules',
    },
    {
      name: 'another kind where a policy belongs',
      files: { '.github/drawbridge.yaml': 'kind: ConfigMap\n' },
      exit: 1,
      says: '.github/drawbridge.yaml:1:1: This is no policy',
    },
    {
      name: 'broken YAML',
      files: { '.github/drawbridge.yaml': 'a: [\n' },
      exit: 1,
      says: '.github/drawbridge.yaml:',
    },
    {
      name: 'two policies in one file',
      files: { '.github/drawbridge.yaml': `${aPolicyFile('a')}---\n${aPolicyFile('a')}` },
      exit: 1,
      says: 'The rule "a.down" is defined twice',
    },
    {
      name: 'a policy and cases in one file',
      files: {
        'policies/a.yaml': `${aPolicyFile('a')}---\n${policyTestText(aCase('x', '{ not: [a.dwn] }'))}`,
      },
      exit: 1,
      says: 'did you mean "a.down"?',
    },
    {
      name: 'a case that cannot fail',
      files: {
        'policies/a.yaml': aPolicyFile('a'),
        'policies/tests/a.yaml': policyTestText(aCase('x', '{}')),
      },
      exit: 0,
      says: 'policies/tests/a.yaml:8:13: warning: This case expects nothing',
    },
    {
      name: 'a CODEOWNERS in vain',
      files: { CODEOWNERS: '* @a\n', 'docs/CODEOWNERS': '* @b\n' },
      exit: 0,
      says: 'docs/CODEOWNERS:1:1: warning: GitHub does not read this file, because there is CODEOWNERS.',
    },
    {
      name: 'a CODEOWNERS that leaves the gate without an owner',
      files: { CODEOWNERS: '/apps/ @a\n' },
      exit: 0,
      says: 'CODEOWNERS:1:1: warning: Nobody owns CODEOWNERS, .github/drawbridge.yaml and .github/workflows/drawbridge.yml',
    },
    {
      name: 'a CODEOWNERS that clears the owner of its own',
      files: { CODEOWNERS: '* @a\nCODEOWNERS\n' },
      exit: 0,
      says: 'warning: Nobody owns CODEOWNERS, which decides about every merge',
    },
    {
      name: 'a link',
      files: { real: aPolicyFile('a'), '.github/drawbridge.yaml': { link: '../real' } },
      exit: 1,
      says: 'symbolic link',
    },
    {
      name: "a link for the gate's folder",
      files: { 'x/a.yaml': aPolicyFile('a'), '.github/drawbridge': { link: '../x' } },
      exit: 1,
      says: '.github/drawbridge:1:1: This path cannot be analysed',
    },
    {
      name: 'a link for a folder',
      files: { 'x/a.yaml': 'a: b', policies: { link: 'x' } },
      exit: 0,
      says: 'policies:1:1: warning: This path cannot be analysed',
    },
    {
      name: 'a binary',
      files: { '.github/drawbridge.yaml': new Uint8Array([65, 0, 66]) },
      exit: 2,
      says: 'A NUL byte stands here',
    },
    {
      name: 'bytes that are no text',
      files: { '.github/drawbridge.yaml': new Uint8Array([255]) },
      exit: 2,
      says: 'is not UTF-8',
    },
    {
      name: 'a huge file',
      files: { '.github/drawbridge.yaml': `# ${'x'.repeat(5_300_000)}\n` },
      exit: 2,
      says: 'files up to 5 MiB are read',
    },
    {
      name: 'a huge CODEOWNERS',
      files: { CODEOWNERS: `# ${'x'.repeat(3_100_000)}\n` },
      exit: 1,
      says: 'CODEOWNERS:1:1: The file has',
    },
  ])('with $name', async ({ files, exit, says }) => {
    const run = await lintRepo(files)
    expect([run.exit, run.stderr]).toEqual([exit, ''])
    expect(run.stdout).toContain(says)
  })

  it('with warnings alone fails only when that is asked', async () => {
    const files = { 'policies/a.yaml': policyText('environments: [{ name: x, paths: [] }]') }
    expect((await lintRepo(files)).exit).toBe(0)
    expect((await lintRepo(files, '--strict')).exit).toBe(1)
  })

  it.each([
    { name: 'nothing in it', argv: [], says: 'There is no policy and no CODEOWNERS in ' },
    { name: 'no such directory', argv: ['--repo', 'nowhere'], says: 'nowhere' },
  ])('with $name cannot be linted', async ({ argv, says }) => {
    const run = await lintRepo({}, ...argv)
    expect([run.exit, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(says)
  })
})

describe('named files', () => {
  it('are policies of their own', async () => {
    expect(
      await lintPaths({ 'a.yaml': aPolicyFile('acme'), 'b.yaml': aPolicyFile('acme') }, 'a.yaml', 'b.yaml'),
    ).toMatchObject({
      exit: 0,
      stdout: '0 mistakes, 0 warnings in 2 files.\n',
    })
  })

  it('are one policy when that is asked', async () => {
    const run = await lintPaths(
      { 'a.yaml': aPolicyFile('acme'), 'b.yaml': OVERRIDE, 'c.yaml': OVERRIDE },
      '--together',
      'a.yaml',
      'b.yaml',
      'c.yaml',
    )
    expect(run).toMatchObject({ exit: 1 })
    expect(run.stdout).toMatch(
      /^c\.yaml:5:23: The rule "acme\.down" is overridden twice[^\n]*\n\n1 mistake, 0 warnings in 3 files/,
    )
  })

  it('of a gate are told with the rest of its policy in mind, and nothing of the rest', async () => {
    const files = {
      '.github/drawbridge.yaml': aPolicyFile('acme', 'owners: { fallback: [nobody] }'),
      '.github/drawbridge/more.yaml': OVERRIDE,
    }
    expect(await lintPaths(files, '.github/drawbridge/more.yaml')).toMatchObject({ exit: 0 })
    expect((await lintPaths(files, '.github/drawbridge.yaml')).stdout).toContain('"nobody" is nobody')
  })

  it('of cases know the policy beside them', async () => {
    const files = {
      'p/acme.yaml': BROKEN.replace('id: a,', 'id: acme.down,'),
      'p/tests/acme.yaml': cases('acme').replace('not: [acme.down]', 'not: [acme.dwn]'),
    }
    const run = await lintPaths(files, 'p/tests/acme.yaml')
    expect(run.stdout).toMatch(
      /^p\/tests\/acme\.yaml:\d+:\d+: There is no rule "acme\.dwn"[^\n]*did you mean "acme\.down"\?\n\n1 mistake/,
    )
  })

  it('of cases know the policy of the repository', async () => {
    writeFiles(folder, { '.github/drawbridge.yaml': aPolicyFile('acme'), 'x/cases.yaml': cases('acme') })
    expect(await runCli(['lint', '--repo', folder, join(folder, 'x/cases.yaml')])).toMatchObject({ exit: 0 })
  })

  it('may be a CODEOWNERS or a directory', async () => {
    const files = { 'x/CODEOWNERS': '* nobody\n', 'p/a.yaml': BROKEN, 'p/other.yaml': 'kind: ConfigMap\n' }
    const run = await lintPaths(files, 'x/CODEOWNERS', 'p')
    expect(run.stdout).toMatch(
      /^p\/a\.yaml:5:30: [^\n]*\nx\/CODEOWNERS:1:3: [^\n]*\n\n2 mistakes, 0 warnings in 2 files\.\n$/,
    )
  })

  it.each([
    {
      name: 'that are missing, all of them',
      argv: ['nowhere.yaml', 'neither.yaml'],
      says: /nowhere\.yaml.*\n.*neither\.yaml/,
    },
    {
      name: 'of a directory without policies',
      argv: ['empty'],
      says: /There is no policy and no PolicyTest in empty\./,
    },
  ])('$name are no input', async ({ argv, says }) => {
    const run = await lintPaths({ 'empty/a.yaml': 'kind: ConfigMap\n' }, ...argv)
    expect([run.exit, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toMatch(says)
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read are no input', async () => {
    writeFiles(folder, { 'a.yaml': aPolicyFile('a') })
    chmodSync(join(folder, 'a.yaml'), 0)
    expect(await lintPaths({}, 'a.yaml')).toMatchObject({ exit: 2, stdout: '' })
  })
})

it('is data as JSON', async () => {
  const run = await lintRepo({ 'policies/a.yaml': BROKEN }, '--format', 'json')
  expect(run.exit).toBe(1)
  expect(JSON.parse(run.stdout)).toEqual({
    problems: [
      {
        code: 'policy.unknown-value',
        severity: 'high',
        path: 'policies/a.yaml',
        line: 5,
        column: 30,
        text: 'Unknown severity "hihg"; did you mean "high"?',
        suggestion: 'high',
      },
    ],
    analysed: { files: 1 },
  })
})

it('colours only a terminal that wants it', async () => {
  writeFiles(folder, { 'policies/a.yaml': BROKEN })
  const argv = ['lint', '--repo', folder]
  expect((await runCli(argv)).stdout).not.toContain('\u001B')
  expect((await runCli(argv, { isTerminal: true })).stdout).toContain('\u001B[1;31m1 mistake')
  expect((await runCli(argv, { isTerminal: true, environment: { NO_COLOR: '1' } })).stdout).not.toContain(
    '\u001B',
  )
})

it('finds nothing in what ships', async () => {
  expect(await runCli(['lint', 'policies'])).toMatchObject({
    exit: 0,
    stderr: '',
    stdout: expect.stringMatching(/^0 mistakes, 0 warnings/),
  })
  expect(await runCli(['lint', 'policies/ingress.yaml', 'policies/gate.yaml'])).toMatchObject({ exit: 0 })
})
