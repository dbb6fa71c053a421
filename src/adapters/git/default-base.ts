import { err, ok, type Result } from '../../core/model/result.ts'
import { visitorEnvironment } from './git-environment.ts'
import type { GitProblem } from './git-problem.ts'
import { runGit } from './run-git.ts'

/** Where a merge would go when nobody says: what `origin` calls its head, else `main`. */
const CANDIDATES = ['refs/remotes/origin/HEAD', 'refs/heads/main', 'refs/remotes/origin/main']

/** The full name of the branch that a name such as `HEAD` stands for; null: for none. */
export async function branchName(dir: string, name: string): Promise<string | null> {
  const answer = await runGit(['-C', dir, 'rev-parse', '--symbolic-full-name', '--end-of-options', name], {
    environment: visitorEnvironment(),
  })
  const [ref = ''] = answer.stdout.toString('utf8').trim().split('\n').toReversed()
  return answer.exit === 0 && ref.startsWith('refs/') ? ref : null
}

/** The full name of the ref that a repository merges into by default. */
export async function defaultBase(dir: string): Promise<Result<string, GitProblem>> {
  for (const ref of CANDIDATES) {
    const answer = await runGit(['-C', dir, 'rev-parse', '--verify', '--quiet', '--end-of-options', ref], {
      environment: visitorEnvironment(),
    })
    if (answer.exit === 0) return ok(ref)
  }
  return err({
    code: 'unknown-revision',
    text: `${dir} has neither origin/HEAD nor main, so what a merge would go into is not known. Name BASE.`,
  })
}
