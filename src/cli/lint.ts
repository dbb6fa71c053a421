import { builtinFields } from '../adapters/files/kind-schemas.ts'
import { CODEOWNERS_PATHS } from '../core/approvals/codeowners.ts'
import { loadSuite } from '../core/decision/cases/load-suite.ts'
import type { Instant } from '../core/model/instant.ts'
import { type Issue, sortIssues } from '../core/model/issue.ts'
import type { Json } from '../core/model/json.ts'
import type { LoadOptions } from '../core/policy/load-policy.ts'
import { readShared } from '../gate/load-whole-policy.ts'
import { issueJson } from '../core/report/issue-json.ts'
import { renderProblems } from '../core/report/problem-list.ts'
import { badInput } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import { type CommandLine, formatOption, nowOption, outputOption, repoOption } from './command-line.ts'
import { currentMoment } from './current-moment.ts'
import type { ExitCode } from './exit-code.ts'
import { isCodeowners, lintOwners, lintRepositoryOwners, type Linted } from './lint-owners.ts'
import { gatherSuites, type GatheredSuite, type GatheredSuites, joinSuites } from './policy-suites.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface LintOptions {
  readonly repo: string
  readonly together?: boolean
  readonly strict?: boolean
  readonly now?: Instant
  readonly format: 'text' | 'json'
  readonly output?: string
}

/** `lint [POLICY...]`: every mistake in policies, their cases and CODEOWNERS at once. */
export function addLint({ program, io, run }: CommandLine): void {
  program
    .command('lint')
    .summary('every mistake in policies, their tests and CODEOWNERS at once')
    .description(
      'Checks files as they are on disk, committed or not, and lists what is wrong by file, line and column. Exit 1 for mistakes, 0 for ' +
        'warnings alone, 2 when a file cannot be read.\n\n' +
        '.github/drawbridge.yaml and the files directly in .github/drawbridge/ are one policy. Every other file is a policy of its own, with ' +
        'the packs that it extends. Files of other tools are passed over, unless they are named.',
    )
    .argument(
      '[POLICY...]',
      'files and directories with policies, PolicyTests or a CODEOWNERS (default: .github/drawbridge.yaml, .github/drawbridge/, policies/ and CODEOWNERS)',
    )
    .option('--together', 'take all policies that are named for one, as check --policy A --policy B does')
    .option('--strict', 'exit 1 for warnings too')
    .addOption(repoOption())
    .addOption(
      nowOption('the moment at which exceptions may be over, such as 2026-11-22T10:00:00Z (default: now)'),
    )
    .addOption(formatOption(['text', 'json']))
    .addOption(outputOption())
    .action((paths: readonly string[], options: LintOptions) => run(() => lint(paths, options, io)))
}

async function lint(paths: readonly string[], options: LintOptions, io: CliIo): Promise<ExitCode> {
  const { files, problems } = await lintPaths(paths, options, io)
  const style = { color: wantsColor(io) && options.output === undefined }
  const text =
    options.format === 'json'
      ? jsonText(lintJson({ files, problems }))
      : renderProblems(problems, files, style)
  writeResult(io, text, options.output)
  if (problems.some(({ code, severity }) => severity !== 'low' && UNREAD.has(code))) return 2
  const isCounted = ({ severity }: Issue): boolean => severity !== 'low' || options.strict === true
  return problems.some(isCounted) ? 1 : 0
}

/** Mistakes that leave a file unread: more may be in it. */
const UNREAD = new Set(['file.too-large', 'file.unread', 'yaml.too-large', 'yaml.binary', 'yaml.encoding'])

async function lintPaths(paths: readonly string[], options: LintOptions, io: CliIo): Promise<Linted> {
  const policies = paths.filter((path) => !isCodeowners(path))
  const owners =
    paths.length === 0 ? await lintRepositoryOwners(options.repo) : lintOwners(paths.filter(isCodeowners))
  const gathered = paths.length > 0 && policies.length === 0 ? NOTHING : gatherPolicies(policies, options)
  const issues = [
    ...gathered.issues,
    ...(
      await Promise.all(gathered.suites.map((suite) => suiteIssues(suite, gathered.meant, options, io)))
    ).flat(),
    ...owners.problems,
  ]
  const once = new Map(sortIssues(issues).map((issue) => [keyOf(issue), issue]))
  const files = gathered.meant.size + owners.files
  if (files === 0) throw badInput(nothingFound(paths, options.repo))
  return { files, problems: [...once.values()] }
}

const NOTHING: GatheredSuites = { suites: [], issues: [], meant: new Set() }

function gatherPolicies(paths: readonly string[], { repo, together }: LintOptions): GatheredSuites {
  return together === true ? joinSuites({ paths, repo }) : gatherSuites({ paths, repo })
}

/** Policies that only stand together for their cases are not to blame for what they say twice. */
async function suiteIssues(
  suite: GatheredSuite,
  meant: ReadonlySet<string>,
  options: LintOptions,
  io: CliIo,
): Promise<readonly Issue[]> {
  const load: LoadOptions = {
    checkBuiltin: suite.shipped,
    fields: builtinFields,
    now: options.now ?? currentMoment(io),
    shared: await readShared(suite.policies, sharedPolicies(io)),
  }
  const { issues } = loadSuite(suite, suite.builtin, load)
  const own = new Set(suite.own)
  return issues.filter(({ path }) => meant.has(path) && !(suite.joined && own.has(path)))
}

function keyOf({ path, line, column, code, text }: Issue): string {
  return JSON.stringify([path, line, column, code, text])
}

function nothingFound(paths: readonly string[], repo: string): string {
  return paths.length === 0
    ? `There is no policy and no CODEOWNERS in ${repo}: looked for .github/drawbridge.yaml, .github/drawbridge/, policies/, ${CODEOWNERS_PATHS.join(', ')}.`
    : `There is no policy and no PolicyTest in ${paths.join(', ')}.`
}

function lintJson({ files, problems }: Linted): Json {
  return { problems: problems.map(issueJson), analysed: { files: BigInt(files) } }
}
