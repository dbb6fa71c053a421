import { builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { builtinFields, builtinSchemas } from '../adapters/files/kind-schemas.ts'
import type { ChangeSet } from '../core/model/change.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import { changesJson } from '../core/report/changes-json.ts'
import { renderChangesText } from '../core/report/terminal.ts'
import { basePolicy } from '../gate/base-files.ts'
import { compareRepository } from '../gate/compare-repository.ts'
import { loadWholePolicy } from '../gate/load-whole-policy.ts'
import type { ComparisonProblem, Repository } from '../gate/ports/repository.ts'
import { badInput } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import {
  type CommandLine,
  formatOption,
  mergeOption,
  outputOption,
  policyOption,
  repoOption,
} from './command-line.ts'
import { exitCodeOfIssues, type ExitCode } from './exit-code.ts'
import { openComparison } from './open-comparison.ts'
import { badIssues, readPolicies } from './read-option-files.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface DiffOptions {
  readonly repo: string
  readonly merge: boolean
  readonly policy?: readonly string[]
  readonly format: 'text' | 'json'
  readonly output?: string
}

/** `diff [BASE] [HEAD]`: the changes and the route table. */
export function addDiff({ program, io, run }: CommandLine): void {
  program
    .command('diff')
    .summary('what would this merge do, and nothing else')
    .description(
      'Prints the changes and the routes of merging HEAD into BASE. A policy only says which files count and where they go. Exit 1 when something cannot be read.',
    )
    .argument('[BASE]', 'where the merge goes (default: origin/HEAD, else main)')
    .argument('[HEAD]', 'what is merged (default: HEAD)')
    .addOption(repoOption())
    .addOption(mergeOption())
    .addOption(policyOption())
    .addOption(formatOption(['text', 'json']))
    .addOption(outputOption())
    .action((base: string | undefined, head: string | undefined, options: DiffOptions) =>
      run(() => diff(base, head, options, io)),
    )
}

async function diff(
  base: string | undefined,
  head: string | undefined,
  options: DiffOptions,
  io: CliIo,
): Promise<ExitCode> {
  const comparison = await openComparison({ ...options, base, head })
  try {
    const changes = await changesOf(comparison.repository, await policyOf(comparison.repository, options, io))
    const color = wantsColor(io) && options.output === undefined
    const text =
      options.format === 'json' ? jsonText(changesJson(changes)) : renderChangesText(changes, { color })
    writeResult(io, text, options.output)
    return exitCodeOfIssues(changes.issues)
  } finally {
    comparison.close()
  }
}

async function policyOf(repository: Repository, options: DiffOptions, io: CliIo): Promise<Policy> {
  const sources = readPolicies(options.policy) ?? (await policyOfBase(repository))
  const origins = { builtin: builtinPolicy, shared: sharedPolicies(io), fields: builtinFields }
  const policy = await loadWholePolicy(sources, origins)
  if (!policy.ok) throw badIssues(policy.error)
  return policy.value
}

async function policyOfBase(repository: Repository): Promise<readonly PolicySource[]> {
  const sources = await basePolicy(repository)
  if (!sources.ok) throw badIssues(sources.error)
  return sources.value.length > 0 ? sources.value : (builtinPolicy('recommended') ?? [])
}

async function changesOf(repository: Repository, policy: Policy): Promise<ChangeSet> {
  const changes = await compareRepository(repository, 'head', policy, builtinSchemas)
  if (!changes.ok) throw badInput(problemText(changes.error))
  return changes.value
}

function problemText(problem: ComparisonProblem): string {
  switch (problem.code) {
    case 'conflict':
      return `HEAD conflicts with BASE in ${problem.paths.join(', ')}, so there is no merge result. Resolve the conflict, or use --no-merge.`
    case 'unknown-commit':
      return `The commit ${problem.commit} is not in this repository. Fetch it and run again.`
    case 'unreadable':
      return problem.text
    default:
      return problem satisfies never
  }
}
