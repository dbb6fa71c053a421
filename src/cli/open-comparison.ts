import { existsSync, statSync } from 'node:fs'
import { openDirectories } from '../adapters/files/directory-repository.ts'
import { defaultBase } from '../adapters/git/default-base.ts'
import { GitFailure } from '../adapters/git/git-problem.ts'
import { openGitRepository } from '../adapters/git/git-repository.ts'
import { resolveRevision } from '../adapters/git/resolve-revision.ts'
import type { Sha } from '../core/model/ids.ts'
import type { Repository } from '../gate/ports/repository.ts'
import { badInput, type CliFailure, wrongUsage } from './cli-failure.ts'

/** What BASE, HEAD, `--repo` and `--no-merge` say. */
export interface ComparisonOptions {
  readonly base: string | undefined
  readonly head: string | undefined
  readonly repo: string
  readonly merge: boolean
}

/** Two states to compare. Close it when done. */
export interface Comparison {
  readonly repository: Repository
  /** The commit that HEAD names; null: directories are compared. */
  readonly head: Sha | null
  close(): void
}

/** Opens what a command line names: two directories, or two revisions of a repository. Throws a {@link CliFailure}. */
export async function openComparison(options: ComparisonOptions): Promise<Comparison> {
  const { base, head } = options
  const directories = [base, head].filter((name) => name !== undefined && isDirectory(name))
  if (base !== undefined && head !== undefined && directories.length === 2) {
    if (await areRevisionsToo(base, head, options.repo))
      throw wrongUsage(
        `${base} and ${head} are directories and revisions. Write ./${base} ./${head} for the directories, or refs/heads/${base} refs/heads/${head}.`,
      )
    return compareDirectories(base, head)
  }
  return compareRevisions(options, directories[0])
}

/** Branches are named like the folders of environments in some repositories. Only bare names can be both. */
async function areRevisionsToo(base: string, head: string, repo: string): Promise<boolean> {
  if (![base, head].every((name) => /^\w[\w-]*$/.test(name))) return false
  const found = await Promise.all([isRevision(base, repo), isRevision(head, repo)])
  return found.every((is) => is)
}

async function isRevision(name: string, repo: string): Promise<boolean> {
  try {
    return (await resolveRevision(repo, name)).ok
  } catch (error) {
    if (error instanceof GitFailure) return false
    throw error
  }
}

function compareDirectories(base: string, head: string): Comparison {
  const opened = openDirectories(base, head)
  if (!opened.ok) throw badInput(opened.error.text)
  return { repository: opened.value, head: null, close: () => {} }
}

/** A revision may be named like a directory; it is only a mistake when there is no such revision. */
async function compareRevisions(
  options: ComparisonOptions,
  directory: string | undefined,
): Promise<Comparison> {
  const { base, head = 'HEAD', repo, merge } = options
  const target = base ?? (await targetOf(repo))
  const opened = await openGitRepository(repo, target, head, { merge })
  if (opened.ok) {
    const repository = opened.value
    return {
      repository,
      head: repository.head,
      close: () => {
        repository.close()
      },
    }
  }
  if (directory !== undefined) throw await oneDirectory(directory, options)
  const isName = opened.error.code === 'unknown-revision' && base !== undefined
  throw badInput(isName ? `${opened.error.text} Nor is there a directory of that name.` : opened.error.text)
}

async function targetOf(repo: string): Promise<string> {
  const found = await defaultBase(repo)
  if (found.ok) return found.value
  const problem = await openGitRepository(repo, 'HEAD', 'HEAD', { merge: false })
  if (problem.ok) problem.value.close()
  throw badInput(problem.ok ? found.error.text : problem.error.text)
}

/** A directory beside a revision is a wrong command line; beside a name of nothing at all it is a missing directory. */
async function oneDirectory(directory: string, options: ComparisonOptions): Promise<CliFailure> {
  const other = directory === options.base ? options.head : options.base
  if (other !== undefined && !existsSync(other) && !(await isRevision(other, options.repo)))
    return badInput(`There is no directory ${other} to compare with ${directory}. Check the path.`)
  const name = other ?? (directory === options.base ? 'HEAD' : 'the default BASE')
  return wrongUsage(`${directory} is a directory, ${name} is none. Name two directories, or two revisions.`)
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
