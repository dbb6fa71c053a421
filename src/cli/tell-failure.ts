import { FileFailure } from '../adapters/files/file-problem.ts'
import { GitFailure } from '../adapters/git/git-problem.ts'
import { plain } from '../core/report/untrusted.ts'
import { CliFailure } from './cli-failure.ts'
import type { CliIo } from './cli-io.ts'
import type { ExitCode } from './exit-code.ts'

/** Says in a sentence why a command could not do its work, and gives the exit status. The stack only with DRAWBRIDGE_DEBUG. */
export function tellFailure(error: unknown, io: CliIo): ExitCode {
  if (error instanceof CliFailure) {
    for (const line of error.lines) io.tell(`${plain(line)}\n`)
    return error.exit
  }
  io.tell(`${plain(sentenceOf(error))}\n`)
  if (io.environment['DRAWBRIDGE_DEBUG']) io.tell(`${stackOf(error)}\n`)
  return 2
}

function sentenceOf(error: unknown): string {
  if (error instanceof GitFailure || error instanceof FileFailure) return error.problem.text
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && 'syscall' in error) return `Cannot go on: ${message}`
  const [first] = message.split('\n')
  return `Drawbridge failed: ${first ?? ''}. This is a fault of its own; DRAWBRIDGE_DEBUG=1 shows where.`
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
