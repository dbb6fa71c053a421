import { realpathSync, statSync } from 'node:fs'
import { sep } from 'node:path'
import { FileFailure, fileProblem, type FileProblem } from '../adapters/files/file-problem.ts'
import { readVersion } from '../adapters/files/read-version.ts'
import { fileAt, walkDirectory } from '../adapters/files/walk-directory.ts'
import type { FileVersion } from '../core/model/changed-file.ts'
import { badInput } from './cli-failure.ts'

/** A file that the command line names, by itself or with a directory that it is in. */
export interface CollectedFile {
  /** As the user would name it, with `/`. */
  readonly path: string
  readonly version: FileVersion
}

/**
 * The files of a command line: files as they are, whatever their names; of directories every .yaml, .yml and .json.
 * Each once, sorted by path. Throws a {@link CliFailure} that lists all paths that are not there.
 */
export function collectFiles(paths: readonly string[]): readonly CollectedFile[] {
  const found = new Map<string, CollectedFile>()
  const problems: FileProblem[] = []
  for (const path of paths) {
    try {
      for (const file of filesAt(path)) found.set(file.path, file)
    } catch (error) {
      problems.push(fileProblem(path, error))
    }
  }
  if (problems.length > 0) throw badInput(...problems.map(({ text }) => text))
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function filesAt(path: string): readonly CollectedFile[] {
  const name = shownPath(path)
  const status = statSync(path)
  if (status.isDirectory())
    return walkDirectory(path)
      .filter((entry) => /\.(?:yaml|yml|json)$/.test(entry.path))
      .map((entry) => ({
        path: ['', '.'].includes(name) ? entry.path : `${name}/${entry.path}`,
        version: readVersion(fileAt(path, entry.path), entry.kind),
      }))
  if (!status.isFile())
    throw new FileFailure({
      code: 'special-file',
      text: `${path} is a socket, a device or a pipe, not a file.`,
    })
  // A link that the user names is meant; only those found on the way are not followed.
  return [{ path: name, version: readVersion(realpathSync(path), 'file') }]
}

/** How a path is named in results: with `/`, without `./` in front and `/` at the end. */
export function shownPath(path: string): string {
  const slashed = sep === '/' ? path : path.replaceAll(sep, '/')
  return slashed.replace(/^(?:\.\/+)+/, '').replace(/(?<=.)\/+$/, '')
}
