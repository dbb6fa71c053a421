import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import type { ChangedFile, FileVersion } from '../../core/model/changed-file.ts'
import type { Sha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { ComparisonProblem, Repository } from '../../gate/ports/repository.ts'
import { fileProblem, type FileProblem } from './file-problem.ts'
import { readVersion } from './read-version.ts'
import { fileAt, type WalkedEntry, walkDirectory } from './walk-directory.ts'

/**
 * Two directories, compared as they are. They hold no commits: any commit is unknown. Files are read when they are asked
 * for; `.git` is left out.
 */
export function openDirectories(base: string, head: string): Result<Repository, FileProblem> {
  for (const dir of [base, head]) {
    const problem = directoryProblem(dir)
    if (problem) return err(problem)
  }
  return ok(new DirectoryRepository(realpathSync(base), realpathSync(head)))
}

class DirectoryRepository implements Repository {
  readonly #base: string
  readonly #head: string

  constructor(base: string, head: string) {
    this.#base = base
    this.#head = head
  }

  async readBase(path: string): Promise<FileVersion | null> {
    const found = findEntry(this.#base, path)
    return found && found.kind !== 'directory' ? readVersion(found.file, found.kind) : null
  }

  async readBaseFiles(paths: readonly string[]): Promise<ReadonlyMap<string, FileVersion>> {
    const found = await Promise.all(paths.map(async (path) => [path, await this.readBase(path)] as const))
    return new Map(found.flatMap(([path, version]) => (version ? [[path, version]] : [])))
  }

  async listBase(directory: string): Promise<readonly string[]> {
    const found = findEntry(this.#base, directory)
    if (found?.kind !== 'directory') return []
    return readdirSync(found.file, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && entry.name !== '.git')
      .map(({ name }) => (directory === '' ? name : `${directory}/${name}`))
      .toSorted(byText)
  }

  async listAllBase(): Promise<readonly string[]> {
    return walkDirectory(this.#base).map(({ path }) => path)
  }

  async changes(
    of: Sha | 'head',
    wanted: (path: string) => boolean,
  ): Promise<Result<readonly ChangedFile[], ComparisonProblem>> {
    if (of !== 'head') return err({ code: 'unknown-commit', commit: of })
    try {
      return ok(compareDirectories(this.#base, this.#head, wanted))
    } catch (error) {
      return err({ code: 'unreadable', text: fileProblem(pathOf(error) ?? this.#head, error).text })
    }
  }

  async isAutomaticMerge(): Promise<null> {
    return null
  }
}

function compareDirectories(
  base: string,
  head: string,
  wanted: (path: string) => boolean,
): readonly ChangedFile[] {
  const before = new Map(walkDirectory(base).map((entry) => [entry.path, entry]))
  const after = new Map(walkDirectory(head).map((entry) => [entry.path, entry]))
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted(byText)
  const changed: ChangedFile[] = []
  for (const path of paths) {
    const [was, is] = [before.get(path), after.get(path)]
    const old = was ? readVersion(fileAt(base, path), was.kind) : null
    const now = is ? readVersion(fileAt(head, path), is.kind) : null
    if (old?.kind === now?.kind && old?.id === now?.id) continue
    const content = wanted(path)
    changed.push({ path, base: shown(old, content), head: shown(now, content) })
  }
  return changed
}

function shown(version: FileVersion | null, content: boolean): FileVersion | null {
  if (!version || content) return version
  return version.kind === 'file' || version.kind === 'too-large'
    ? { kind: 'unread', id: version.id }
    : version
}

type Found = { readonly file: string; readonly kind: WalkedEntry['kind'] | 'directory' }

/** What stands at a path. No link is followed: a path that leads through one is that link. */
function findEntry(root: string, path: string): Found | null {
  const names = path === '' ? [] : path.split('/')
  if (names.some((name) => ['', '.', '..', '.git'].includes(name))) return null
  for (let depth = 1; depth <= names.length; depth += 1) {
    const file = fileAt(root, names.slice(0, depth).join('/'))
    const status = lstatSync(file, { throwIfNoEntry: false })
    if (status?.isSymbolicLink()) return { file, kind: 'symlink' }
    if (status?.isDirectory()) continue
    return status?.isFile() && depth === names.length ? { file, kind: 'file' } : null
  }
  return { file: fileAt(root, path), kind: 'directory' }
}

function directoryProblem(dir: string): FileProblem | null {
  try {
    if (statSync(dir).isDirectory()) return null
    return { code: 'not-a-directory', text: `${dir} is no directory.` }
  } catch (error) {
    return fileProblem(dir, error)
  }
}

/** The path that an error of the file system names. */
function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
