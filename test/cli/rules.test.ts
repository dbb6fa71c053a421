import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadPolicy } from '../../src/core/policy/load-policy.ts'
import { builtinPolicy } from '../../src/adapters/files/builtin-policies.ts'
import { policyText } from '../support/policy.ts'
import { type FileContent, GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { aPolicyFile, cases } from './policy-fixtures.ts'
import { type CliRun, runCli } from './run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface RuleDocument {
  readonly id: string
  readonly severity: string
  readonly pack: string
  readonly needs?: readonly {
    readonly environment: string | null
    readonly severity: string
    readonly text: string
  }[]
  readonly example?: { readonly path: string; readonly message: string } | null
}

interface RulesDocument {
  readonly rules: readonly RuleDocument[]
  readonly disabled: readonly RuleDocument[]
}

async function rules(
  files: Readonly<Record<string, FileContent>>,
  ...argv: readonly string[]
): Promise<CliRun> {
  writeFiles(folder, files)
  return runCli(['rules', '--repo', folder, ...argv])
}

function documentOf({ stdout }: CliRun): RulesDocument {
  return JSON.parse(stdout) as RulesDocument
}

const GATE = '.github/drawbridge.yaml'

describe('the active rules', () => {
  it('are those of builtin:recommended where there is no policy', async () => {
    const run = await rules({}, '--format', 'json')
    const policy = loadPolicy(builtinPolicy('recommended') ?? [], builtinPolicy)
    expect([run.exit, run.stderr]).toEqual([0, ''])
    expect(documentOf(run).rules.map(({ id }) => id)).toEqual(
      policy.ok ? policy.value.rules.map(({ id }) => id) : [],
    )
    for (const rule of documentOf(run).rules)
      for (const key of [
        'id',
        'pack',
        'severity',
        'effect',
        'locked',
        'message',
        'why',
        'references',
        'match',
      ])
        expect(rule).toHaveProperty(key)
  })

  it('are those of the branch that merges go to, committed', async () => {
    const sandbox = GitSandbox.create()
    sandbox.commit({ [GATE]: aPolicyFile('acme') })
    sandbox.branch('feature')
    sandbox.commit({ [GATE]: aPolicyFile('evil') })
    const ids = documentOf(await runCli(['rules', '--repo', sandbox.dir, '--format', 'json'])).rules.map(
      ({ id }) => id,
    )
    sandbox.remove()
    expect(ids).toContain('acme.down')
    expect(ids).not.toContain('evil.down')
  })

  it('are those of --policy', async () => {
    writeFiles(folder, { 'p.yaml': aPolicyFile('acme') })
    const run = await rules(
      { [GATE]: aPolicyFile('other') },
      '--policy',
      join(folder, 'p.yaml'),
      '--pack',
      'acme',
    )
    expect(run.stdout).toMatch(
      /^acme\n  high      acme\.down  fewer replicas\n\n1 active rule: 1 high\. Policy: .*p\.yaml\.\n$/,
    )
  })

  it('have marks of what overrides made of them', async () => {
    const run = await rules({
      [GATE]: aPolicyFile(
        'acme',
        'extends: [builtin:secrets]\noverrides: [{ rule: acme.down, severity: critical }]',
      ),
    })
    expect(run.stdout).toMatch(
      /^acme\n  critical  acme\.down +fewer replicas  \(overridden from high by \.github\/drawbridge\.yaml\)\n\n/,
    )
    expect(run.stdout).toMatch(/gate\.policy-changed +Whoever .*\(locked\)/)
  })

  it('can be picked by pattern, severity and pack', async () => {
    const picked = async (...argv: readonly string[]): Promise<readonly RuleDocument[]> =>
      documentOf(await rules({}, '--format', 'json', ...argv)).rules
    const some = await picked('gate.*')
    expect(some.length).toBeGreaterThan(3)
    expect(some.filter(({ id }) => !id.startsWith('gate.'))).toEqual([])
    expect(await picked('gate.*', '--severity', 'critical')).toEqual(
      some.filter(({ severity }) => severity === 'critical'),
    )
    expect(await picked('--pack', 'gate')).toEqual(some)
  })
})

describe('one rule', () => {
  it('is explained, with an example from the cases of its pack', async () => {
    const run = await rules({}, 'ingress.host.wildcard')
    expect([run.exit, run.stderr]).toEqual([0, ''])
    for (const title of [
      'It looks at',
      'It says',
      'Why it matters',
      'What it needs',
      'If it is wrong here',
      'Example: ',
      'Read more',
    ])
      expect(run.stdout).toContain(`\n\n${title}`)
    expect(run.stdout).toContain(
      '      extends: [builtin:recommended]\n      overrides:\n        - { rule: ingress.host.wildcard, severity: low }',
    )
    expect(run.stdout).toMatch(/\n  \+ .*\*\.example\.com/)
    expect(run.stdout).toMatch(/\(policies\/tests\/ingress\.yaml:\d+\)/)
  })

  it('needs what the policy of the repository says', async () => {
    const policy = policyText(
      'extends: [builtin:secrets]\nenvironments: [{ name: sandbox, paths: ["s/**"], maxSeverity: low }]\nrules: [{ id: acme.a, severity: high, message: m, match: { kinds: [core/Pod] } }]\nrequirements: { high: { approvals: [{ from: ["@acme/sre"] }] } }\nexceptions: [{ rule: acme.a, until: "2026-12-01", owner: "@amy", reason: moving }]',
    )
    const run = await rules({ [GATE]: policy }, 'acme.a', '--format', 'json')
    expect(documentOf(run).rules).toMatchObject([
      {
        id: 'acme.a',
        needs: [
          { environment: null, severity: 'high', text: '1 approval by @acme/sre who wrote none of it' },
          { environment: 'sandbox', severity: 'low', text: 'nothing' },
        ],
        exceptions: [{ until: '2026-12-01', owner: '@amy' }],
        example: null,
      },
    ])
    expect((await rules({}, 'acme.a')).stdout).toContain('Until 2026-12-01, by @amy: moving')
    expect((await rules({}, 'acme.a', '--now', '2026-12-02T00:00:00Z')).stdout).not.toContain('moving')
  })

  it('of the repository has an example from its cases', async () => {
    const run = await rules(
      { [GATE]: aPolicyFile('acme'), 'policies/tests/acme.yaml': cases('acme') },
      'acme.down',
    )
    expect(run.stdout).toContain(
      '\n  - spec: { replicas: 3 }\n  + spec: { replicas: 1 }\n  (policies/tests/acme.yaml:5)',
    )
  })

  it('that is switched off is explained too', async () => {
    const run = await rules(
      { [GATE]: aPolicyFile('acme', 'overrides: [{ rule: acme.down, enabled: false }]') },
      'acme.down',
    )
    expect(run).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('switched off by .github/drawbridge.yaml'),
    })
  })

  it.each([
    { id: 'ingress.host.wildcrd', says: 'did you mean "ingress.host.wildcard"?' },
    { id: 'zzzzzzzz', says: 'run drawbridge rules to see them' },
    { id: 'nope.*', says: 'has a name like "nope.*"' },
  ])('that does not exist is exit 2: $id', async ({ id, says }) => {
    const run = await rules({}, id)
    expect([run.exit, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(says)
  })

  it('of a pack that the policy does not extend is told as that', async () => {
    const run = await rules({ [GATE]: aPolicyFile('acme') }, 'ingress.created')
    expect(run).toMatchObject({ exit: 2, stderr: expect.stringContaining('It ships with builtin:ingress') })
  })
})

it.each([
  { name: 'no such pack', argv: ['--pack', 'ingres'], says: 'did you mean "ingress"?' },
  { name: 'no such policy', argv: ['--policy', 'nowhere.yaml'], says: 'There is no file nowhere.yaml' },
  { name: 'no such repository', argv: ['--repo', 'nowhere'], says: 'nowhere' },
])('cannot list rules: $name', async ({ argv, says }) => {
  const run = await rules({}, ...argv)
  expect([run.exit, run.stdout]).toEqual([2, ''])
  expect(run.stderr).toContain(says)
})

it('tells every mistake of the policy', async () => {
  const run = await rules({ [GATE]: policyText('rules: [{ id: a, severity: hihg }]') })
  expect([run.exit, run.stdout]).toEqual([2, ''])
  expect(run.stderr.split('\n')).toHaveLength(3)
})

it('colours only a terminal that wants it', async () => {
  expect((await runCli(['rules', '--repo', folder, 'gate.*'], { isTerminal: true })).stdout).toContain(
    '\u001B[',
  )
  expect((await rules({}, 'gate.*')).stdout).not.toContain('\u001B')
})
