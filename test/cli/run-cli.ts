import type { CliIo } from '../../src/cli/cli-io.ts'
import type { ExitCode } from '../../src/cli/exit-code.ts'
import { main } from '../../src/cli/main.ts'

/** What a command line gave. */
export interface CliRun {
  readonly exit: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** 2026-11-22T10:00:00Z. */
const NOW = Date.UTC(2026, 10, 22, 10)

/** Runs a command line in this process, at a fixed moment and without a terminal. */
export async function runCli(argv: readonly string[], io: Partial<CliIo> = {}): Promise<CliRun> {
  let stdout = ''
  let stderr = ''
  const exit = await main(argv, {
    print: (text) => {
      stdout += text
    },
    tell: (text) => {
      stderr += text
    },
    isTerminal: false,
    tellsTerminal: false,
    environment: {},
    clock: () => NOW,
    ...io,
  })
  return { exit, stdout, stderr }
}
