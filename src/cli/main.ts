import { Command, CommanderError } from 'commander'
import { addCheck } from './check.ts'
import { CliFailure } from './cli-failure.ts'
import type { CliIo } from './cli-io.ts'
import type { CommandLine } from './command-line.ts'
import { addDiff } from './diff.ts'
import { addDoctor } from './doctor.ts'
import type { ExitCode } from './exit-code.ts'
import { addInit } from './init.ts'
import { addInspect } from './inspect.ts'
import { addLint } from './lint.ts'
import { addOwners } from './owners.ts'
import { PACKAGE_VERSION } from './package-version.ts'
import { addRules } from './rules.ts'
import { addSimulate } from './simulate.ts'
import { tellFailure } from './tell-failure.ts'
import { addTest } from './test.ts'

/** Every command, in the order of the help. */
const COMMANDS: readonly ((line: CommandLine) => void)[] = [
  addCheck,
  addDiff,
  addInspect,
  addOwners,
  addRules,
  addLint,
  addTest,
  addSimulate,
  addInit,
  addDoctor,
]

/**
 * Runs one command line, without the program's own name, and gives the exit status. Prints the result with `io.print` and everything
 * else with `io.tell`. Never throws and never exits.
 */
export async function main(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = createProgram(io)
  const run: CommandLine['run'] = async (work) => {
    exit = await work()
  }
  for (const add of COMMANDS) add({ program, io, run })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 64
    if (error instanceof CliFailure && error.exit === 64) io.tell(`${usageOf(program, argv)}\n\n`)
    return tellFailure(error, io)
  }
}

function createProgram(io: CliIo): Command {
  return new Command('drawbridge')
    .description(
      'Just-in-time approval for Kubernetes by GitOps: what would this merge do, and may it merge now?',
    )
    .version(PACKAGE_VERSION, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: io.print, writeErr: io.tell })
}

const EXIT_CODES = `
Exit status: 0 allow, or nothing wrong; 1 hold or deny, or something found; 2 could not decide; 64 wrong command line.`

function usageOf(program: Command, argv: readonly string[]): string {
  const command = program.commands.find((candidate) => candidate.name() === argv[0]) ?? program
  const name = command === program ? '' : ` ${command.name()}`
  return `Usage: drawbridge${name} ${command.usage()}`
}
