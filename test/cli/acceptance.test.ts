import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FileContent, GitSandbox, writeFiles } from '../support/git-sandbox.ts'
import { deployment } from './fixtures.ts'
import { type CliRun, runCli } from './run-cli.ts'

interface DecisionDocument {
  readonly outcome: string
  readonly summary: string
  readonly policies: readonly string[]
  readonly findings: readonly { readonly rule: string; readonly path: string }[]
  readonly requirements: readonly {
    readonly kind: string
    readonly verdict: string
    readonly from?: readonly string[]
    readonly paths: readonly string[]
    readonly reason: { readonly code: string; readonly text: string }
  }[]
  readonly approvals: {
    readonly counted: readonly { readonly login: string }[]
    readonly notCounted: readonly { readonly login: string; readonly code: string }[]
  }
  readonly issues: readonly { readonly code: string; readonly text: string }[]
  readonly analysed: { readonly files: number; readonly objects: number; readonly notManifests: number }
}

type Files = Readonly<Record<string, FileContent>>

const OWNERS = '* @ann\n'
const SCALED: readonly [Files, Files] = [
  { 'prod/web.yaml': deployment(3) },
  { 'prod/web.yaml': deployment(0) },
]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drawbridge-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A policy whose only rule asks for an approval of a scaled Deployment. */
function policy(more = '', needs = 'medium: { approvals: [ { from: [codeowners] } ] }'): string {
  return `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec:
  rules:
    - { id: acme.scaled, match: { kinds: [ apps/Deployment ], verbs: [ scale ] }, severity: medium, message: it is scaled }
  requirements:
    ${needs}
${more}`
}

async function check(base: Files, head: Files, known?: string): Promise<CliRun> {
  const [old, now] = [join(folder, 'base'), join(folder, 'head')]
  writeFiles(old, { 'README.md': 'x', ...base })
  writeFiles(now, { 'README.md': 'x', ...head })
  const given = known === undefined ? [] : ['--facts', join(folder, 'facts.yaml')]
  if (known !== undefined) writeFiles(folder, { 'facts.yaml': known })
  return runCli(['check', old, now, '--format', 'json', ...given])
}

function decisionOf({ stdout }: CliRun): DecisionDocument {
  return JSON.parse(stdout) as DecisionDocument
}

function facts(more: string, reviews = ''): string {
  return `apiVersion: drawbridge.dev/v1alpha1
kind: Facts
now: "2026-11-24T10:00:00Z"
pullRequest: { number: 1, title: t, author: { id: 1, login: amy, type: User } }
reviews: [ ${reviews} ]
${more}`
}

function approval(id: number, login: string, more = ''): string {
  return `{ id: ${String(id)}, by: { id: ${String(id)}, login: ${login}, type: User, canWrite: true }, state: APPROVED, submittedAt: "2026-11-24T09:00:00Z"${more} }`
}

const GUARDED = { '.github/CODEOWNERS': OWNERS, '.github/drawbridge.yaml': policy() }
const [BASE, HEAD]: readonly [Files, Files] = [
  { ...GUARDED, ...SCALED[0] },
  { ...GUARDED, ...SCALED[1] },
]

it('A24: an approval is its state, its commit, its person and its number; a body has no place in the facts', async () => {
  expect(decisionOf(await check(BASE, HEAD, facts('', approval(2, 'ann')))).outcome).toBe('allow')
  const edited = await check(BASE, HEAD, facts('', approval(2, 'ann', ', body: LGTM')))
  expect(edited).toMatchObject({ exit: 2, stderr: expect.stringContaining('Unknown key "body"') })
})

it('A25: what a comment says approves nothing', async () => {
  const comment =
    'comments: [ { id: 3, by: { id: 2, login: ann, type: User }, body: "approved, LGTM", createdAt: "2026-11-24T09:00:00Z" } ]'
  const decision = decisionOf(await check(BASE, HEAD, facts(comment)))
  expect(decision).toMatchObject({
    outcome: 'hold',
    requirements: [{ reason: { code: 'approvals-missing' } }],
  })
})

it.each(['statuses: [ build ]', 'checks: [ build ]'])(
  'A29, A30, A31, A32: a policy cannot ask for other checks, so none can be missing, foreign or skipped: %s',
  async (asked) => {
    const needs = `medium: { approvals: [ { from: [codeowners] } ], ${asked} }`
    const run = await check({ ...BASE, '.github/drawbridge.yaml': policy('', needs) }, HEAD)
    expect(run).toMatchObject({ exit: 2, stderr: expect.stringContaining('Unknown key') })
  },
)

it('A34: what does not apply is listed and holds nothing', async () => {
  const windows =
    '  windows: [ { name: friday, kind: deny, schedule: "0 17 * * 5", duration: 8h, timeZone: UTC, reason: late } ]\n'
  const frozen = { '.github/drawbridge.yaml': policy(windows) }
  const run = await check({ ...BASE, ...frozen }, { ...HEAD, ...frozen }, facts('', approval(2, 'ann')))
  expect(decisionOf(run)).toMatchObject({
    outcome: 'allow',
    requirements: [{ verdict: 'met' }, { verdict: 'not-applicable', reason: { code: 'window-not-frozen' } }],
  })
})

it('A40: without a policy the recommended one decides, and the text says so', async () => {
  const owned = { '.github/CODEOWNERS': OWNERS }
  const run = await check({ ...owned, ...SCALED[0] }, { ...owned, ...SCALED[1] })
  expect(decisionOf(run)).toMatchObject({ outcome: 'hold', policies: ['builtin:recommended'] })
  const text = await runCli(['check', join(folder, 'base'), join(folder, 'head')])
  expect(text.stdout).toContain('Decided by builtin:recommended')
})

it('A40: a policy that cannot be read is an error, with the places', async () => {
  const run = await check({ ...BASE, '.github/drawbridge.yaml': 'kind: [' }, HEAD)
  expect(run.exit).toBe(2)
  expect(decisionOf(run).outcome).toBe('error')
  expect(run.stderr).toMatch(/^\.github\/drawbridge\.yaml:\d+:\d+: /)
})

it('A40: under a policy without rules of its own the locked ones still hold, and it is told', async () => {
  const empty = 'apiVersion: drawbridge.dev/v1alpha1\nkind: Policy\nmetadata: { name: acme }\nspec: {}\n'
  const files = { '.github/CODEOWNERS': OWNERS, '.github/drawbridge.yaml': empty }
  const run = await check(
    { ...files },
    { ...files, '.github/drawbridge.yaml': `${empty}# more\n  `, '.github/workflows/gate.yml': 'on: push\n' },
  )
  const decision = decisionOf(run)
  expect(decision.outcome).toBe('hold')
  expect(decision.findings.map(({ rule }) => rule)).toContain('gate.workflow-changed')
  expect(decision.issues.map(({ code }) => code)).toContain('policy.no-rules')
  const lint = await runCli(['lint', '--repo', join(folder, 'base')])
  expect(lint.stdout).toContain('no rules')
})

it('A44: five mistakes are told in one pass, each with its place, sorted', async () => {
  const wrong = `apiVersion: drawbridge.dev/v1alpha1
kind: Policy
metadata: { name: acme }
spec:
  wibble: 1
  rules:
    - { id: acme.a, match: { verbs: [ scale ] }, severity: medium, message: a, when: "wobble == 1" }
    - { id: acme.a, match: { verbs: [ scale ] }, severity: medium, message: b }
  overrides:
    - { rule: no.such.rule, severity: low }
  owners: { fallback: 7 }
`
  const run = await check({ ...BASE, '.github/drawbridge.yaml': wrong }, HEAD)
  const places = run.stderr
    .trim()
    .split('\n')
    .map((line) => /^\.github\/drawbridge\.yaml:(\d+):(\d+): /.exec(line)?.slice(1, 3).map(Number))
  expect(run.exit).toBe(2)
  expect(places.map((place) => place?.[0])).toEqual([5, 7, 8, 10, 11])
  expect(places.toSorted((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0))).toEqual(
    places,
  )
})

it('A45: what is excluded is not analysed, though it is included as well', async () => {
  const excluding = policy('  manifests: { include: [ "prod/**" ], exclude: [ "prod/web.yaml" ] }\n')
  const files = { '.github/CODEOWNERS': OWNERS, '.github/drawbridge.yaml': excluding }
  const decision = decisionOf(await check({ ...files, ...SCALED[0] }, { ...files, ...SCALED[1] }))
  expect(decision).toMatchObject({ outcome: 'allow', findings: [], analysed: { objects: 0 } })
})

it('A45: what guards the gate cannot be excluded', async () => {
  const excluding = policy('  manifests: { exclude: [ ".github/**", "**/CODEOWNERS" ] }\n')
  const files = { '.github/CODEOWNERS': OWNERS, '.github/drawbridge.yaml': excluding }
  const run = await check(files, {
    ...files,
    '.github/CODEOWNERS': '* @bo\n',
    '.github/workflows/gate.yml': 'on: push\n',
  })
  const rules = decisionOf(run).findings.map(({ rule }) => rule)
  expect(rules).toContain('gate.codeowners-changed')
  expect(rules).toContain('gate.workflow-changed')
})

it('A46: where nothing differs there is nothing to analyse', async () => {
  const decision = decisionOf(await check(BASE, BASE))
  expect(decision).toMatchObject({ outcome: 'allow', summary: 'Nothing to analyse: no manifest differs.' })
})

it('A46: a conflict has no result, and holds', async () => {
  const sandbox = GitSandbox.create()
  try {
    sandbox.commit(BASE)
    sandbox.branch('feature')
    sandbox.commit({ 'prod/web.yaml': deployment(0) })
    sandbox.checkout('main')
    sandbox.commit({ 'prod/web.yaml': deployment(5) })
    const run = await runCli(['check', 'main', 'feature', '--repo', sandbox.dir, '--format', 'json'])
    expect(run.exit).toBe(1)
    expect(decisionOf(run).summary).toContain('merge conflict')
  } finally {
    sandbox.remove()
  }
})

it('A57: the owners of the base are asked, also about who owns what from now on', async () => {
  const head = { ...HEAD, '.github/CODEOWNERS': '* @bo\n' }
  const bo = decisionOf(await check(BASE, head, facts('', approval(3, 'bo'))))
  expect(bo.outcome).toBe('hold')
  expect(bo.findings.map(({ rule }) => rule)).toContain('gate.codeowners-changed')
  for (const { kind, from } of bo.requirements) if (kind === 'approval') expect(from).toEqual(['@ann'])
  const both = decisionOf(await check(BASE, head, facts('', `${approval(3, 'bo')}, ${approval(2, 'ann')}`)))
  expect(both.requirements).toContainEqual(
    expect.objectContaining({ verdict: 'met', by: [{ login: 'ann', id: 2 }], from: ['@ann'] }),
  )
  expect(both.approvals.counted.map(({ login }) => login)).toEqual(['ann'])
  expect(both.approvals.notCounted).toMatchObject([{ login: 'bo', code: 'not-in-group' }])
})
