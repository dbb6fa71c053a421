import { readFileSync, statSync } from 'node:fs'
import { err, ok, type Result } from '../../core/model/result.ts'
import { fileProblem, type FileProblem } from './file-problem.ts'

/** Options name small files; a larger one is a mistake. In bytes. */
const MOST_BYTES = 5 * 1024 * 1024

/** The text of a file that the user named, in UTF-8 and at most 5 MiB. Pipes are read to their end. */
export function readText(path: string): Result<string, FileProblem> {
  const bytes = readBytes(path)
  if (!bytes.ok) return bytes
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value))
  } catch {
    return err({ code: 'not-utf8', text: `${path} is not UTF-8 text. Save it as UTF-8.` })
  }
}

/** The bytes of a file that the user named, at most 5 MiB. */
export function readBytes(path: string): Result<Uint8Array, FileProblem> {
  try {
    if (statSync(path).size > MOST_BYTES) return err(tooLarge(path))
    const bytes = readFileSync(path)
    return bytes.length > MOST_BYTES ? err(tooLarge(path)) : ok(bytes)
  } catch (error) {
    return err(fileProblem(path, error))
  }
}

function tooLarge(path: string): FileProblem {
  return { code: 'too-large', text: `${path} is larger than 5 MiB; such a file is not read.` }
}
