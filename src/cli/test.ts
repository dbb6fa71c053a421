import { builtinFields, builtinSchemas } from '../adapters/files/kind-schemas.ts'
import { type LoadedSuite, loadSuite } from '../core/decision/cases/load-suite.ts'
import type { PreparedCase } from '../core/decision/cases/prepare-case.ts'
import { runSuites, type TestRun } from '../core/decision/cases/run-suites.ts'
import { type Issue, sortIssues } from '../core/model/issue.ts'
import { testJson } from '../core/report/cases/test-json.ts'
import { testJunit } from '../core/report/cases/test-junit.ts'
import { isFailed, renderTests } from '../core/report/cases/test-text.ts'
import { readShared } from '../gate/load-whole-policy.ts'
import { issueLines } from '../core/report/terminal.ts'
import { badInput } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import { type CommandLine, formatOption, outputOption, repoOption } from './command-line.ts'
import type { ExitCode } from './exit-code.ts'
import { gatherSuites, type GatheredSuites, joinSuites } from './policy-suites.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface TestOptions {
  readonly repo: string
  readonly filter?: string
  readonly coverage?: boolean
  readonly format: 'text' | 'json' | 'junit'
  readonly output?: string
}

/** `test [POLICY...]`: runs the policies' own test cases. */
export function addTest({ program, io, run }: CommandLine): void {
  program
    .command('test')
    .summary("run the policies' own test cases")
    .description(
      'Runs the cases of PolicyTest documents against their policies, as they are on disk. Exit 1 when a case fails, 2 when a policy or a ' +
        'case has mistakes or there is no case.\n\n' +
        'Cases in the file of a policy are about that policy. Cases in X/ or X/tests/ are about the policy in X with the name of their ' +
        'file (policies/tests/acme.yaml: policies/acme.yaml), else about all policies in X together, else about that of the repository. ' +
        'A policy that is named brings its cases, and cases that are named bring their policy.',
    )
    .argument(
      '[POLICY...]',
      'files and directories with policies and PolicyTests, or builtin:NAME with files of cases (default: .github/drawbridge.yaml, .github/drawbridge/ and policies/)',
    )
    .option('--filter <text>', 'run only cases with this text in their name, file or expected rules')
    .option(
      '--coverage',
      'name every rule without a positive or a negative case (default: when they are few)',
    )
    .addOption(repoOption())
    .addOption(formatOption(['text', 'json', 'junit']))
    .addOption(outputOption())
    .action((paths: readonly string[], options: TestOptions) => run(() => test(paths, options, io)))
}

async function test(paths: readonly string[], options: TestOptions, io: CliIo): Promise<ExitCode> {
  const suites = await loadSuites(gather(paths, options), paths, options.repo, io)
  const run = runSuites(suites, builtinSchemas, filterOf(options.filter))
  const runs = run.files.flatMap((file) => file.runs)
  if (runs.length === 0) throw badInput(`No case has "${options.filter ?? ''}" in its name, file or rules.`)
  writeResult(io, render(run, options, io), options.output)
  return runs.some(isFailed) ? 1 : 0
}

function gather(paths: readonly string[], { repo }: TestOptions): GatheredSuites {
  const request = { paths, repo }
  return paths.some((path) => path.startsWith('builtin:')) ? joinSuites(request) : gatherSuites(request)
}

/** The suites that have cases, or that count for what is not tested. Throws a {@link CliFailure} with every mistake. */
async function loadSuites(
  { suites, issues, meant }: GatheredSuites,
  paths: readonly string[],
  repo: string,
  io: CliIo,
): Promise<readonly LoadedSuite[]> {
  const namesCases = paths.length > 0 && suites.some(({ cases }) => cases.some(({ path }) => meant.has(path)))
  const loading = suites.map(async (suite) => {
    const cases = namesCases ? suite.cases.filter(({ path }) => meant.has(path)) : suite.cases
    const shared = await readShared(suite.policies, sharedPolicies(io))
    const read = loadSuite({ ...suite, cases }, suite.builtin, {
      checkBuiltin: suite.shipped,
      fields: builtinFields,
      shared,
    })
    return {
      ...read,
      issues: suite.joined ? [...read.issues, ...joinedHint(read.issues, suite.own, cases)] : read.issues,
    }
  })
  const loaded = await Promise.all(loading)
  const mistakes = sortIssues([...issues, ...loaded.flatMap((suite) => suite.issues)]).filter(
    ({ severity }) => severity !== 'low',
  )
  if (mistakes.length > 0) throw badInput(...new Set(issueLines(mistakes)))
  if (loaded.every(({ cases }) => cases.length === 0)) throw badInput(noCases(paths, repo))
  return loaded
}

/** Policies that clash are meant to be tested each by itself. */
function joinedHint(
  issues: readonly Issue[],
  own: readonly string[],
  cases: readonly { readonly path: string }[],
): readonly Issue[] {
  const [file] = cases
  if (!file || issues.every(({ severity, path }) => severity === 'low' || !own.includes(path))) return []
  const text = `These cases are about ${own.join(', ')} together, which have mistakes as one policy. For cases of one of them, give this file its name.`
  return [{ code: 'policy.joined', severity: 'high', path: file.path, line: 1, column: 1, text }]
}

function noCases(paths: readonly string[], repo: string): string {
  return paths.length === 0
    ? `There is no case to run in ${repo}: no document of kind PolicyTest in .github/drawbridge/ or policies/. docs/testing-policies.md shows how to write one.`
    : `There is no case to run in or beside ${paths.join(', ')}: no document of kind PolicyTest.`
}

function filterOf(text: string | undefined): ((prepared: PreparedCase) => boolean) | undefined {
  if (text === undefined) return undefined
  const wanted = text.toLowerCase()
  return ({ path, policyCase: { name, expect } }) =>
    [name, path, ...expect.findings.map(({ rule }) => rule), ...expect.not].some((words) =>
      words.toLowerCase().includes(wanted),
    )
}

function render(run: TestRun, options: TestOptions, io: CliIo): string {
  switch (options.format) {
    case 'json':
      return jsonText(testJson(run))
    case 'junit':
      return testJunit(run)
    case 'text':
      return renderTests(run, {
        color: wantsColor(io) && options.output === undefined,
        coverage: options.coverage === true,
      })
    default:
      return options.format satisfies never
  }
}
