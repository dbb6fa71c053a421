import { builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { builtinFields, builtinSchemas } from '../adapters/files/kind-schemas.ts'
import type { Decision } from '../core/decision/decision.ts'
import type { Commit } from '../core/model/facts.ts'
import type { Instant } from '../core/model/instant.ts'
import { decisionJson } from '../core/report/decision-json.ts'
import { renderMarkdown } from '../core/report/markdown-report.ts'
import { count } from '../core/report/phrases.ts'
import { issueLines, renderText } from '../core/report/terminal.ts'
import { assess } from '../gate/assess.ts'
import type { Repository } from '../gate/ports/repository.ts'
import { wrongUsage } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import {
  type CommandLine,
  formatOption,
  mergeOption,
  nowOption,
  outputOption,
  policyOption,
  repoOption,
} from './command-line.ts'
import { currentMoment } from './current-moment.ts'
import { type ExitCode, exitCodeOf } from './exit-code.ts'
import { openComparison } from './open-comparison.ts'
import { readFacts } from './read-facts.ts'
import { readOptionFile, readPolicies } from './read-option-files.ts'
import { publishComparison, readRecorded } from './recorded.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface CheckOptions {
  readonly repo: string
  readonly merge: boolean
  readonly policy?: readonly string[]
  readonly codeowners?: string
  readonly facts?: string
  readonly recorded?: string
  readonly now?: Instant
  readonly format: 'text' | 'json' | 'markdown'
  readonly output?: string
}

/** `check [BASE] [HEAD]`: what would this merge do, what is risky, may it merge now. */
export function addCheck({ program, io, run }: CommandLine): void {
  program
    .command('check')
    .summary('what would this merge do, what is risky, may it merge now')
    .description(
      'Decides on merging HEAD into BASE. Both are revisions, or both are directories. Uncommitted changes are not seen.',
    )
    .argument('[BASE]', 'where the merge goes (default: origin/HEAD, else main)')
    .argument('[HEAD]', 'what is merged (default: HEAD)')
    .addOption(repoOption())
    .addOption(mergeOption())
    .addOption(policyOption())
    .option('--codeowners <file>', 'the CODEOWNERS to ask by (default: that of BASE)')
    .option('--facts <file>', 'reviews, labels and teams, YAML or JSON (default: none)')
    .option(
      '--recorded <file>',
      'a decision as JSON: say whether it comes out again, or in which part it differs',
    )
    .addOption(nowOption())
    .addOption(formatOption(['text', 'json', 'markdown']))
    .addOption(outputOption())
    .action((base: string | undefined, head: string | undefined, options: CheckOptions) =>
      run(() => check(base, head, options, io)),
    )
}

async function check(
  base: string | undefined,
  head: string | undefined,
  options: CheckOptions,
  io: CliIo,
): Promise<ExitCode> {
  if (options.now !== undefined && io.environment['GITHUB_ACTIONS'] === 'true')
    throw wrongUsage('--now is refused in GitHub Actions: there the time is that of the decision.')
  const policy = readPolicies(options.policy)
  const recorded = options.recorded === undefined ? null : readRecorded(options.recorded)
  const codeowners = options.codeowners === undefined ? null : readOptionFile(options.codeowners)
  const now = options.now ?? currentMoment(io)
  const comparison = await openComparison({ ...options, base, head })
  try {
    const { repository, head: commit } = comparison
    const read = readFacts(options.facts, { now, head: commit })
    const commits = commit === null ? read.commits : await markAutomaticMerges(repository, read.commits)
    const facts = { ...read, commits, now: options.now ?? read.now }
    const decision = await assess({
      repository,
      facts,
      policy,
      codeowners,
      builtin: builtinPolicy,
      shared: sharedPolicies(io),
      schemaOf: builtinSchemas,
      fields: builtinFields,
    })
    return recorded === null
      ? publish(decision, options, io)
      : publishComparison(decision, recorded, options, io)
  } finally {
    comparison.close()
  }
}

/** Git knows which commits are merges that nobody wrote; of one that is gone by now the file tells. */
function markAutomaticMerges(repository: Repository, commits: readonly Commit[]): Promise<readonly Commit[]> {
  return Promise.all(
    commits.map(async (commit) => ({
      ...commit,
      automaticMerge: (await repository.isAutomaticMerge(commit.sha)) ?? commit.automaticMerge,
    })),
  )
}

/** Mistakes of a policy go to standard error; the text form only counts them. */
function publish(decision: Decision, options: CheckOptions, io: CliIo): ExitCode {
  if (isPolicyInvalid(decision)) for (const line of issueLines(decision.issues)) io.tell(`${line}\n`)
  const color = wantsColor(io) && options.output === undefined
  writeResult(io, render(decision, options.format, color), options.output)
  return exitCodeOf(decision.outcome)
}

function isPolicyInvalid({ obstacles }: Decision): boolean {
  return obstacles.some(({ code }) => code === 'policy-invalid')
}

function render(decision: Decision, format: CheckOptions['format'], color: boolean): string {
  switch (format) {
    case 'json':
      return jsonText(decisionJson(decision))
    case 'markdown':
      return renderMarkdown(decision)
    case 'text':
      return isPolicyInvalid(decision)
        ? `error: Cannot decide: the policy has ${count(decision.issues.length, 'mistake')}, listed on standard error.`
        : renderText(decision, { color })
    default:
      return format satisfies never
  }
}
