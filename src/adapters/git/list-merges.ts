import { parseSha, type Sha } from '../../core/model/ids.ts'
import { type Instant, instantFromMilliseconds } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import { visitorEnvironment } from './git-environment.ts'
import type { GitProblem } from './git-problem.ts'
import { runGit } from './run-git.ts'

/** One step of a branch: a merge, or a pull request that was squashed or rebased into one commit. */
export interface Merge {
  readonly commit: Sha
  /** What the branch was before it; `first`: it is the first commit; `missing`: a shallow clone ends with it. */
  readonly parent: Sha | 'first' | 'missing'
  readonly at: Instant
  /** The first line of the message. */
  readonly title: string
}

/** Whatever a configuration says: to show a signature git would run a program that the repository names. */
const FORMAT = ['--no-show-signature', '--encoding=UTF-8', '--format=%H%x00%P%x00%ct%x00%s%x00']

/** The last steps of a branch along its first parents, newest first. The title is whatever somebody wrote. */
export async function listMerges(
  dir: string,
  tip: Sha,
  last: number,
): Promise<Result<readonly Merge[], GitProblem>> {
  const answer = await runGit(
    ['-C', dir, 'log', '--first-parent', `--max-count=${String(last)}`, ...FORMAT, '--end-of-options', tip],
    { environment: visitorEnvironment() },
  )
  if (answer.exit !== 0)
    return err({
      code: 'git-failed',
      text: `git log of ${tip} in ${dir} failed: ${answer.stderr.trim().slice(0, 300)}`,
    })
  const end = (await isShallow(dir)) ? 'missing' : 'first'
  const fields = answer.stdout.toString('utf8').split('\0')
  const merges: Merge[] = []
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const merge = mergeOf(fields.slice(at, at + 4), end)
    if (!merge) return err(unreadable(dir, fields[at] ?? ''))
    merges.push(merge)
  }
  return ok(merges)
}

/** A merge that is passed over would look like one that nobody asked about. */
function unreadable(dir: string, id: string): GitProblem {
  const text = `What git log of ${dir} says of the commit ${id.trim().slice(0, 40)} cannot be read, so it cannot be replayed. Replay fewer merges with --last.`
  return { code: 'git-failed', text }
}

/** In a shallow clone git shows the last commit it has as one without parents. */
async function isShallow(dir: string): Promise<boolean> {
  const answer = await runGit(['-C', dir, 'rev-parse', '--is-shallow-repository'], {
    environment: visitorEnvironment(),
  })
  return answer.stdout.toString('latin1').trim() !== 'false'
}

function mergeOf(
  [id = '', parents = '', seconds = '', title = '']: readonly string[],
  end: 'first' | 'missing',
): Merge | undefined {
  const commit = parseSha(id.trim())
  const at = instantFromMilliseconds(Number(seconds) * 1000)
  if (commit === undefined || at === undefined) return undefined
  return { commit, parent: parseSha(parents.split(' ')[0] ?? '') ?? end, at, title }
}
