import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Option } from 'commander'
import { fileProblem } from '../adapters/files/file-problem.ts'
import { readText } from '../adapters/files/read-text.ts'
import { fileAt, walkDirectory, type WalkedEntry } from '../adapters/files/walk-directory.ts'
import { workflowTemplates } from '../adapters/files/workflow-templates.ts'
import { branchName, defaultBase } from '../adapters/git/default-base.ts'
import { CODEOWNERS_PATHS } from '../core/approvals/codeowners.ts'
import { type StarterLayout, starterText } from '../core/report/starter-text.ts'
import { makeStarter, type Starter, type StarterFile } from '../core/starter/starter.ts'
import type { SurveyedFile } from '../core/starter/survey.ts'
import { badInput, wrongUsage } from './cli-failure.ts'
import type { CliIo } from './cli-io.ts'
import { type CommandLine, formatOption, repoOption } from './command-line.ts'
import type { ExitCode } from './exit-code.ts'
import { jsonText } from './write-result.ts'

interface InitOptions {
  readonly repo: string
  readonly layout: StarterLayout
  readonly owner?: string
  readonly dryRun?: boolean
  readonly format: 'text' | 'json'
}

const WORKFLOWS: Readonly<Record<StarterLayout, ReadonlyMap<string, string>>> = {
  app: new Map([
    ['drawbridge.yml', 'drawbridge.yml'],
    ['drawbridge-relay.yml', 'drawbridge-relay.yml'],
  ]),
  zero: new Map([['drawbridge-zero-setup.yml', 'drawbridge.yml']]),
}

/** `init`: a policy, workflows and owners for this repository, after looking at it. */
export function addInit({ program, io, run }: CommandLine): void {
  program
    .command('init')
    .summary('write a starter policy and the workflows into this repository')
    .description(
      'Looks at the repository and writes what it needs to begin: a commented policy with the environments that its folders show, the ' +
        'workflows, a CODEOWNERS if there is none. What is there is never changed. Says what is left to do by hand.',
    )
    .addOption(repoOption())
    .option('--owner <owner>', 'who owns what nobody else does: @user or @org/team')
    .addOption(
      new Option('--layout <layout>', 'with a GitHub App of your own, or with nothing but a workflow')
        .choices(['app', 'zero'])
        .default('app'),
    )
    .option('--dry-run', 'write nothing, and say what would be written')
    .addOption(formatOption(['text', 'json']))
    .action((options: InitOptions) => run(() => init(options, io)))
}

async function init(options: InitOptions, io: CliIo): Promise<ExitCode> {
  const { repo, layout, owner = null, dryRun = false } = options
  if (owner !== null && !/^@[A-Za-z0-9][\w-]*(?:\/[\w-]+)?$/.test(owner))
    throw wrongUsage(`--owner is "${owner}"; write @user or @org/team.`)
  const starter = makeStarter({
    files: filesOf(repo),
    branch: await branchOf(repo),
    owner,
    workflows: workflowsFor(layout),
  })
  if (!dryRun) for (const file of starter.files) if (!file.exists) write(repo, file)
  io.print(
    options.format === 'json' ? `${jsonText(starterJson(starter))}\n` : starterText(starter, layout, !dryRun),
  )
  return 0
}

/** Texts are read where they tell something: desired state of Argo CD and Flux, and CODEOWNERS. */
function filesOf(repo: string): readonly SurveyedFile[] {
  try {
    return walkDirectory(repo).map((entry) => ({ path: entry.path, text: textOf(repo, entry) }))
  } catch (error) {
    throw badInput(fileProblem(repo, error).text)
  }
}

function textOf(repo: string, { path, kind }: WalkedEntry): string | null {
  if (kind !== 'file' || !(/\.ya?ml$/.test(path) || CODEOWNERS_PATHS.includes(path))) return null
  const text = readText(fileAt(repo, path))
  return text.ok ? text.value : null
}

async function branchOf(repo: string): Promise<string> {
  const base = await defaultBase(repo)
  const ref = base.ok ? await branchName(repo, base.value) : await branchName(repo, 'HEAD')
  return ref?.replace(/^refs\/(?:heads|remotes\/origin)\//, '') ?? 'main'
}

function workflowsFor(layout: StarterLayout): ReadonlyMap<string, string> {
  const templates = workflowTemplates()
  return new Map(
    [...WORKFLOWS[layout]].flatMap(([template, name]) => {
      const text = templates.get(template)
      return text === undefined ? [] : [[name, text] as const]
    }),
  )
}

/** Made anew or not at all: what appeared since is not overwritten. */
function write(repo: string, { path, text }: StarterFile): void {
  const target = join(repo, path)
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text, { flag: 'wx' })
  } catch (error) {
    throw badInput(`Cannot write ${path}: ${fileProblem(path, error).code.replaceAll('-', ' ')}.`)
  }
}

function starterJson({ environments, files, ownerLines, labels }: Starter): Parameters<typeof jsonText>[0] {
  return {
    environments: environments.map((environment) => ({ ...environment })),
    files: files.map(({ path, exists }) => ({ path, exists })),
    ownerLines: ownerLines && { ...ownerLines },
    labels: labels.map((label) => ({ ...label })),
  }
}
