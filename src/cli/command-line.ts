import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Instant, parseInstant } from '../core/model/instant.ts'
import type { CliIo } from './cli-io.ts'
import type { ExitCode } from './exit-code.ts'

/** What a command file needs to add its command. */
export interface CommandLine {
  readonly program: Command
  readonly io: CliIo
  /** Runs a command's work; what it gives is the exit status. */
  readonly run: (work: () => Promise<ExitCode>) => Promise<void>
}

/** `--format`, the first being the default. */
export function formatOption(formats: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', 'how to print the result').choices(formats).default(formats[0])
}

/** `--repo DIR`. */
export function repoOption(): Option {
  return new Option('--repo <dir>', 'the git repository that revisions are of').default(
    '.',
    'the current directory',
  )
}

/** `--policy`, as often as wanted. */
export function policyOption(
  meaning = 'a policy file, or builtin:NAME; may be repeated (default: the policy of BASE, else builtin:recommended)',
): Option {
  return new Option('--policy <policy>', meaning).argParser(
    (value: string, all: readonly string[] | undefined) => [...(all ?? []), value],
  )
}

/** `--no-merge`. */
export function mergeOption(): Option {
  return new Option('--no-merge', 'compare the two revisions as they are, not BASE with the merge result')
}

/** `--output FILE`. */
export function outputOption(): Option {
  return new Option('--output <file>', 'write the result to this file; its directory must exist')
}

/** `--now INSTANT`; `about` says what for. */
export function nowOption(
  about = 'decide as of this moment, such as 2026-11-22T10:00:00Z (default: that of --facts, else now)',
): Option {
  return new Option('--now <instant>', about).argParser((text: string): Instant => {
    const moment = parseInstant(text)
    if (moment !== undefined) return moment
    throw new InvalidArgumentError('Write a moment with its zone, such as 2026-11-22T10:00:00Z.')
  })
}
