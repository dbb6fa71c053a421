import { builtinPolicy } from '../adapters/files/builtin-policies.ts'
import { builtinFields } from '../adapters/files/kind-schemas.ts'
import { connectSettings } from '../adapters/github/connect-commands.ts'
import { type Diagnosis, examine } from '../core/doctor/examine.ts'
import { doctorJson, doctorMarkdown, doctorText } from '../core/report/doctor-text.ts'
import type { TextStyle } from '../core/report/paint.ts'
import { observeRepository } from '../gate/set-up/observe-repository.ts'
import { badInput, wrongUsage } from './cli-failure.ts'
import { type CliIo, wantsColor } from './cli-io.ts'
import { type CommandLine, formatOption, outputOption } from './command-line.ts'
import type { ExitCode } from './exit-code.ts'
import { githubAccess } from './github-access.ts'
import { sharedPolicies } from './shared-policies.ts'
import { jsonText, writeResult } from './write-result.ts'

interface DoctorOptions {
  readonly branch?: string
  readonly context: string
  readonly app?: string
  readonly format: 'text' | 'json' | 'markdown'
  readonly output?: string
}

/** `doctor OWNER/NAME`: whether a repository is set up so that the gate holds. */
export function addDoctor({ program, io, run }: CommandLine): void {
  program
    .command('doctor')
    .summary('whether a repository on GitHub is set up so that the gate holds')
    .description(
      'Reads the rules, workflows, owners and environments of a repository on GitHub, and lists what is wrong with what to do. Changes nothing. ' +
        'Needs a token in GITHUB_TOKEN or GH_TOKEN; what it may not read is said, with the permission that is missing. On GitHub Enterprise ' +
        'Server set GITHUB_API_URL to https://HOST/api/v3.\n\nExit 0 when there is nothing to fix, 1 for something to fix, 2 when something could not be read.',
    )
    .argument('<OWNER/NAME>', 'the repository')
    .option('--branch <branch>', 'the branch that merges go to (default: the default branch)')
    .option('--context <context>', 'the name of the commit status', 'drawbridge')
    .option('--app <slug>', 'the GitHub App that is meant to give the status')
    .addOption(formatOption(['text', 'json', 'markdown']))
    .addOption(outputOption())
    .action((repository: string, options: DoctorOptions) => run(() => doctor(repository, options, io)))
}

async function doctor(repository: string, options: DoctorOptions, io: CliIo): Promise<ExitCode> {
  const form = /^(?<owner>[\w.-]+)\/(?<name>[\w.-]+)$/.exec(repository)
  const { owner, name } = form?.groups ?? {}
  if (owner === undefined || name === undefined)
    throw wrongUsage(`"${repository}" is no repository; write OWNER/NAME.`)
  const access = githubAccess(io)
  if (access.token === '') throw badInput(NO_TOKEN)
  const observation = await observeRepository(
    connectSettings({ ...access, owner, name }),
    { branch: options.branch ?? null, context: options.context, app: options.app ?? null },
    { builtin: builtinPolicy, shared: sharedPolicies(io), fields: builtinFields },
  )
  if (!observation.ok) throw badInput(observation.error)
  const diagnosis = examine(observation.value)
  const style = { color: wantsColor(io) && options.output === undefined }
  writeResult(io, textOf(diagnosis, options.format, style), options.output)
  return exitOf(diagnosis)
}

const NO_TOKEN =
  'There is no token to read the repository with. Set GITHUB_TOKEN or GH_TOKEN to one that may read it; "gh auth token" prints one.'

function textOf(diagnosis: Diagnosis, format: DoctorOptions['format'], style: TextStyle): string {
  switch (format) {
    case 'text':
      return doctorText(diagnosis, style)
    case 'json':
      return jsonText(doctorJson(diagnosis))
    case 'markdown':
      return doctorMarkdown(diagnosis)
    default:
      return format satisfies never
  }
}

/** What could not be read comes first, as everywhere: more may be wrong there. */
function exitOf({ checks }: Diagnosis): ExitCode {
  if (checks.some(({ verdict }) => verdict === 'unknown')) return 2
  return checks.some(({ verdict }) => verdict === 'fix') ? 1 : 0
}
