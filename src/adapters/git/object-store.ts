import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isolatedEnvironment, type GitSetting } from './git-environment.ts'
import type { RepositoryLocation } from './locate-repository.ts'
import { type GitAnswer, runGit, type RunOptions } from './run-git.ts'

/**
 * A git directory of our own that borrows the objects of a repository. New objects, such as the trees of a merge, are
 * written here; the repository's configuration, hooks, attributes and replacements are out of reach.
 */
export interface ObjectStore {
  readonly location: RepositoryLocation
  readonly gitDir: string
  /** Runs git on these objects. `settings` are passed in the environment. */
  run(args: readonly string[], options?: StoreRunOptions): Promise<GitAnswer>
  remove(): void
}

/** How git is run on a store. */
export interface StoreRunOptions extends Omit<RunOptions, 'environment'> {
  readonly settings?: readonly GitSetting[]
}

/** Makes a store in the system's directory for temporary files; it goes away with `remove`, at the latest with the process. */
export function createObjectStore(location: RepositoryLocation): ObjectStore {
  const gitDir = mkdtempSync(join(tmpdir(), `drawbridge-git-${String(process.pid)}-`))
  for (const folder of ['refs', 'objects', 'objects/info', 'objects/pack']) mkdirSync(join(gitDir, folder))
  writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/none\n')
  writeFileSync(join(gitDir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n')
  writeFileSync(join(gitDir, 'objects', 'info', 'alternates'), `${quotePath(location.objects)}\n`)
  if (location.shallow.size > 0)
    writeFileSync(join(gitDir, 'shallow'), [...location.shallow].map((sha) => `${sha}\n`).join(''))
  removeAtExit(gitDir)
  return {
    location,
    gitDir,
    run: (args, { settings, ...options } = {}) =>
      runGit(args, { ...options, environment: isolatedEnvironment(gitDir, settings) }),
    remove: () => {
      remove(gitDir)
    },
  }
}

const standing = new Set<string>()

function removeAtExit(gitDir: string): void {
  if (standing.size === 0) process.once('exit', removeStanding)
  standing.add(gitDir)
}

function remove(gitDir: string): void {
  rmSync(gitDir, { recursive: true, force: true })
  standing.delete(gitDir)
  if (standing.size === 0) process.off('exit', removeStanding)
}

function removeStanding(): void {
  for (const gitDir of standing) remove(gitDir)
}

/** In double quotes git reads a path with any character in it. */
function quotePath(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
