import { parseSha, type Sha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import { visitorEnvironment } from './git-environment.ts'
import type { GitProblem } from './git-problem.ts'
import { runGit } from './run-git.ts'

/**
 * The object id that a revision names in a repository (a branch, a tag, `HEAD~2`, an id). It may be a tag's; whether it is
 * there is not asked. A name that several refs share is refused: git would take the tag.
 */
export async function resolveRevision(dir: string, revision: string): Promise<Result<Sha, GitProblem>> {
  const given = parseSha(revision)
  if (given !== undefined) return ok(given)
  const answer = await runGit(['-C', dir, 'rev-parse', '--verify', '--end-of-options', revision], {
    environment: visitorEnvironment(),
  })
  if (/refname .* is ambiguous/.test(answer.stderr))
    return err({
      code: 'ambiguous-revision',
      text: `"${revision}" names more than one ref in ${dir}: write it in full, such as refs/heads/${revision}.`,
    })
  const sha = parseSha(answer.stdout.toString('latin1').trim())
  return answer.exit === 0 && sha !== undefined ? ok(sha) : err(await unknownRevision(dir, revision))
}

async function unknownRevision(dir: string, revision: string): Promise<GitProblem> {
  const commits = await runGit(['-C', dir, 'rev-list', '--all', '--max-count=1'], {
    environment: visitorEnvironment(),
  })
  const text =
    commits.exit === 0 && commits.stdout.length === 0
      ? `There is no commit in ${dir} yet, so "${revision}" names none.`
      : `There is no commit "${revision}" in ${dir}: fetch it, or correct the name.`
  return { code: 'unknown-revision', text }
}
