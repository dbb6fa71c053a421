import { InvalidArgumentError, Option } from 'commander'
import { builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { builtinFields, builtinSchemas } from '../adapters/files/kind-schemas.ts'
import { openGitRepository, type GitRepository } from '../adapters/git/git-repository.ts'
import { listMerges, type Merge } from '../adapters/git/list-merges.ts'
import { err, ok, type Result } from '../core/model/result.ts'
import { classOf } from '../core/decision/replay.ts'
import type { SimulatedMerge } from '../core/decision/simulation.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { PolicySource } from '../core/policy/policy-source.ts'
import { simulationJson, type SimulationSubject } from '../core/report/simulation-json.ts'
import { renderSimulation } from '../core/report/simulation-text.ts'
import { basePolicy } from '../gate/base-files.ts'
import { loadWholePolicy } from '../gate/load-whole-policy.ts'
import { simulate } from '../gate/simulate.ts'
import { badInput } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import { type CommandLine, formatOption, outputOption, policyOption, repoOption } from './command-line.ts'
import type { ExitCode } from './exit-code.ts'
import { openComparison } from './open-comparison.ts'
import { badIssues, readPolicies } from './read-option-files.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface SimulateOptions {
  readonly repo: string
  readonly last: number
  readonly policy?: readonly string[]
  readonly format: 'text' | 'json'
  readonly output?: string
}

/** `simulate [BRANCH]`: what the policy would have done to the last merges. */
export function addSimulate({ program, io, run }: CommandLine): void {
  program
    .command('simulate')
    .summary('what the policy would have done to the last merges of this repository')
    .description(
      'Replays the last merges into BRANCH, along its first parents, as if nobody had approved anything: what would have been held, by which rules, and who would have been asked. With --policy, that policy against the one of BRANCH. Exit 2 when a merge could not be judged.',
    )
    .argument('[BRANCH]', 'the branch that merges went to (default: origin/HEAD, else main)')
    .addOption(repoOption())
    .addOption(
      new Option('--last <n>', 'how many merges, at most 10000').default(50).argParser(numberOfMerges),
    )
    .addOption(
      policyOption('a policy file, or builtin:NAME, to compare with the policy of BRANCH; may be repeated'),
    )
    .addOption(formatOption(['text', 'json']))
    .addOption(outputOption())
    .action((branch: string | undefined, options: SimulateOptions) =>
      run(() => simulateMerges(branch, options, io)),
    )
}

async function simulateMerges(
  branch: string | undefined,
  options: SimulateOptions,
  io: CliIo,
): Promise<ExitCode> {
  const given = readPolicies(options.policy)
  const { merges, standing } = await readBranch(branch, options)
  const current = await load(standing, io)
  const policy = given ? await load(given, io) : current
  const subject: SimulationSubject = {
    policies: policy.sources,
    comparedWith: given ? current.sources : null,
  }
  const progress = createProgress(io, merges.length)
  const simulated = await simulate({
    merges,
    open: (merge) => openMerge(options.repo, merge),
    policy,
    old: given ? current : null,
    schemaOf: builtinSchemas,
    onProgress: progress.show,
  })
  progress.clear()
  const color = wantsColor(io) && options.output === undefined
  writeResult(io, render(simulated, subject, options.format, color), options.output)
  return simulated.some(({ now, old }) => classOf(now) === 'unknown' || (old && classOf(old) === 'unknown'))
    ? 2
    : 0
}

/** The merges of a branch, and the policy that stands at its tip. */
async function readBranch(
  branch: string | undefined,
  { repo, last }: SimulateOptions,
): Promise<{ readonly merges: readonly Merge[]; readonly standing: readonly PolicySource[] }> {
  const tip = await openComparison({ base: branch, head: branch, repo, merge: false })
  try {
    const { repository, head } = tip
    const sources = await basePolicy(repository)
    if (!sources.ok) throw badIssues(sources.error)
    const standing = sources.value.length > 0 ? sources.value : (builtinPolicy('recommended') ?? [])
    if (head === null) throw badInput(`${branch ?? repo} is a directory; a branch has merges. Name a branch.`)
    const merges = await listMerges(repo, head, last)
    if (!merges.ok) throw badInput(merges.error.text)
    return { merges: merges.value.filter(({ parent }) => parent !== 'first'), standing }
  } finally {
    tip.close()
  }
}

async function load(sources: readonly PolicySource[], io: CliIo): Promise<Policy> {
  const origins = { builtin: builtinPolicy, shared: sharedPolicies(io), fields: builtinFields }
  const policy = await loadWholePolicy(sources, origins)
  if (!policy.ok) throw badIssues(policy.error)
  return policy.value
}

async function openMerge(
  repo: string,
  { commit, parent }: Merge,
): Promise<Result<{ readonly repository: GitRepository; close(): void }, string>> {
  if (parent === 'first') return err('It is the first commit: nothing was there before it.')
  if (parent === 'missing')
    return err('This clone is shallow and ends here: fetch the whole history (fetch-depth: 0) and run again.')
  const opened = await openGitRepository(repo, parent, commit, { merge: false })
  if (!opened.ok) return err(opened.error.text)
  const repository = opened.value
  return ok({
    repository,
    close: () => {
      repository.close()
    },
  })
}

function render(
  simulated: readonly SimulatedMerge[],
  subject: SimulationSubject,
  format: SimulateOptions['format'],
  color: boolean,
): string {
  return format === 'json'
    ? jsonText(simulationJson(simulated, subject))
    : renderSimulation(simulated, subject, { color })
}

function numberOfMerges(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= 10_000) return number
  throw new InvalidArgumentError('Write a whole number from 1 to 10000.')
}

/** One line on standard error that counts up, where that is a terminal. */
function createProgress(
  io: CliIo,
  total: number,
): { readonly show: (done: number) => void; readonly clear: () => void } {
  if (!io.tellsTerminal) return { show: () => {}, clear: () => {} }
  return {
    show: (done) => {
      io.tell(`\r${String(done)} of ${String(total)} merges`)
    },
    clear: () => {
      io.tell(`\r${' '.repeat(40)}\r`)
    },
  }
}
