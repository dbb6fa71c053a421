import { describe, expect, it } from 'vitest'
import { builtinPolicy } from '../../../src/adapters/files/builtin-policies.ts'
import { parseCodeowners } from '../../../src/core/approvals/codeowners.ts'
import { ownersOf } from '../../../src/core/approvals/owners-of.ts'
import { loadPolicy } from '../../../src/core/policy/load-policy.ts'
import { makeStarter, type Starter } from '../../../src/core/starter/starter.ts'

const WORKFLOWS = new Map([['drawbridge.yml', 'on:\n  push:\n    branches: [main]\n']])
const PLACES = ['clusters/prod-eu/web.yaml', 'envs/y/no.yaml', 'envs/dev/a.yaml', 'apps/stage/on.yaml']

function starter(
  files: Readonly<Record<string, string | null>>,
  owner: string | null = '@acme/platform',
): Starter {
  return makeStarter({
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    branch: 'trunk',
    owner,
    workflows: WORKFLOWS,
  })
}

function textOf({ files }: Starter, path: string): string {
  return files.find((file) => file.path === path)?.text ?? ''
}

const EMPTY = Object.fromEntries(PLACES.map((path) => [path, null]))

describe('the policy', () => {
  it.each([
    { name: 'of a repository with environments', files: EMPTY },
    { name: 'of one without', files: { 'web.yaml': null } },
    { name: 'of an empty one', files: {} },
    {
      name: 'of one with tools',
      files: {
        'kustomization.yaml': null,
        'charts/a/Chart.yaml': null,
        'a.yaml': 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {}\n',
        'broken.yaml': 'argoproj.io: [',
      },
    },
    {
      name: 'of names that YAML would read otherwise',
      files: { 'clusters/no-prod-1.0/a.yaml': null, 'a b/prod/x.yaml': null },
    },
  ])('$name loads without a mistake or a warning', ({ files }) => {
    const text = textOf(starter(files), '.github/drawbridge.yaml')
    const loaded = loadPolicy([{ path: 'policy.yaml', text, builtin: false }], builtinPolicy)
    expect(loaded.ok ? loaded.value.warnings : loaded.error).toEqual([])
  })

  it('loads with every line of it that is a comment for now', () => {
    const text = textOf(starter(EMPTY), '.github/drawbridge.yaml').replaceAll(
      /^ {2}# (?=(?:requirements|owners|windows|breakGlass):| {2})/gm,
      '  ',
    )
    const loaded = loadPolicy([{ path: 'policy.yaml', text, builtin: false }], builtinPolicy)
    expect(loaded.ok ? [] : loaded.error.map((issue) => `${String(issue.line)}: ${issue.text}`)).toEqual([])
    expect(loaded.ok && loaded.value.breakGlass?.label).toBe('break-glass')
  })
})

describe('CODEOWNERS', () => {
  it('gives every file an owner, the gate and production by name', () => {
    const text = textOf(starter(EMPTY), '.github/CODEOWNERS')
    const codeowners = parseCodeowners(text, '.github/CODEOWNERS')
    expect(codeowners.issues).toEqual([])
    for (const path of ['README.md', '.github/drawbridge.yaml', 'CODEOWNERS', 'clusters/prod-eu/web.yaml'])
      expect(ownersOf(codeowners, path).owners).toEqual(['@acme/platform'])
    expect(text).toContain('/clusters/prod-eu/ @acme/platform')
  })

  it('that is there is left, and told what it lacks', () => {
    const made = starter({ CODEOWNERS: '/apps/ @acme/shop\n' })
    expect(made.files.map(({ path }) => path)).not.toContain('.github/CODEOWNERS')
    expect(made.ownerLines).toEqual({
      path: 'CODEOWNERS',
      lines: ['/.github/ @acme/platform', '/CODEOWNERS @acme/platform', '/docs/CODEOWNERS @acme/platform'],
    })
    expect(starter({ CODEOWNERS: '* @acme/shop\n' }).ownerLines).toBeNull()
  })

  it('names a place to fill in where no owner is said', () => {
    expect(textOf(starter(EMPTY, null), '.github/CODEOWNERS')).toContain('* @OWNER')
  })
})

it('the workflows are for the branch that merges go to', () => {
  expect(textOf(starter(EMPTY), '.github/workflows/drawbridge.yml')).toContain('branches: ["trunk"]')
})

it('what is there is never written, nor a second policy beside one in a folder', () => {
  const made = starter({ '.github/workflows/drawbridge.yml': '', '.github/drawbridge/gate.yaml': '' })
  expect(made.files.filter(({ exists }) => exists).map(({ path }) => path)).toEqual([
    '.github/drawbridge.yaml',
    '.github/workflows/drawbridge.yml',
  ])
})
