import { existsSync, readFileSync } from 'node:fs'
import { err, ok, type Result } from '../../core/model/result.ts'
import { visitorEnvironment } from './git-environment.ts'
import type { GitProblem } from './git-problem.ts'
import { runGit } from './run-git.ts'

/** Where a repository keeps its objects. */
export interface RepositoryLocation {
  /** As the user named it. */
  readonly dir: string
  readonly objects: string
  /** Commits whose parents were not fetched. */
  readonly shallow: ReadonlySet<string>
}

/**
 * The repository that a directory is or belongs to: bare, a worktree, a submodule, or any folder inside.
 * Rejects only when git cannot be run.
 */
export async function locateRepository(dir: string): Promise<Result<RepositoryLocation, GitProblem>> {
  const answer = await runGit(
    [
      '-C',
      dir,
      'rev-parse',
      '--path-format=absolute',
      '--show-object-format',
      '--git-path',
      'objects',
      '--git-path',
      'shallow',
    ],
    { environment: visitorEnvironment() },
  )
  if (answer.exit !== 0) return err(locationProblem(dir, answer.stderr))
  const [format, objects, shallowFile] = splitAnswer(answer.stdout.toString('utf8'))
  if (format !== 'sha1')
    return err({
      code: 'object-format',
      text: `${dir} has ${format} object ids; Drawbridge reads repositories with SHA-1 ids.`,
    })
  return ok({ dir, objects, shallow: readShallow(shallowFile) })
}

/** The format, then two paths in one directory: they hold equally many line breaks, normally none. */
function splitAnswer(text: string): readonly [string, string, string] {
  const lines = text.replace(/\n$/, '').split('\n')
  const middle = 1 + (lines.length - 1) / 2
  return [lines[0] ?? '', lines.slice(1, middle).join('\n'), lines.slice(middle).join('\n')]
}

function readShallow(file: string): ReadonlySet<string> {
  if (!existsSync(file)) return new Set()
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  )
}

function locationProblem(dir: string, stderr: string): GitProblem {
  if (stderr.includes('dubious ownership'))
    return {
      code: 'repository-not-trusted',
      text: `Git does not trust ${dir}: it belongs to another user. Run: git config --global --add safe.directory ${dir}`,
    }
  if (/not a git repository|cannot change to/.test(stderr))
    return {
      code: 'not-a-repository',
      text: `${dir} is no git repository. Name one with --repo, or compare two directories.`,
    }
  return { code: 'git-failed', text: `Cannot open the repository ${dir}: ${firstLine(stderr)}` }
}

/** What git says, in one line. */
export function firstLine(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const line =
    lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines[0] ?? 'git said nothing'
  return line.replace(/^(?:fatal|error): /, '')
}
