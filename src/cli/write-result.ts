import { writeFileSync } from 'node:fs'
import { fileProblem } from '../adapters/files/file-problem.ts'
import { type Json, stringifyJson } from '../core/model/json.ts'
import { badInput } from './cli-failure.ts'
import type { CliIo } from './cli-io.ts'

/** Prints a result, or writes it to the file of `--output`. Throws a {@link CliFailure} when that file cannot be written. */
export function writeResult(io: CliIo, text: string, output: string | undefined): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`
  if (output === undefined) {
    io.print(whole)
    return
  }
  try {
    writeFileSync(output, whole)
  } catch (error) {
    const { code } = fileProblem(output, error)
    throw badInput(
      code === 'file-missing'
        ? `Cannot write ${output}: its directory does not exist. Make it first.`
        : `Cannot write ${output}: ${code.replaceAll('-', ' ')}.`,
    )
  }
}

/** JSON as commands print it. */
export function jsonText(value: Json): string {
  return stringifyJson(value, 2)
}
