import { openDirectories } from '../adapters/files/directory-repository.ts'
import { defaultBase } from '../adapters/git/default-base.ts'
import { openGitRepository } from '../adapters/git/git-repository.ts'
import { badInput } from './cli-failure.ts'
import type { Comparison } from './open-comparison.ts'

/**
 * The branch of a repository that merges go to, else its HEAD; a directory that is no repository is taken as it is. Close it when
 * done. Throws a CliFailure.
 */
export async function openBase(dir: string): Promise<Pick<Comparison, 'repository' | 'close'>> {
  const base = await defaultBase(dir)
  const revision = base.ok ? base.value : 'HEAD'
  const opened = await openGitRepository(dir, revision, revision, { merge: false })
  if (opened.ok) {
    const repository = opened.value
    return {
      repository,
      close: () => {
        repository.close()
      },
    }
  }
  if (opened.error.code !== 'not-a-repository') throw badInput(opened.error.text)
  const directory = openDirectories(dir, dir)
  if (!directory.ok) throw badInput(directory.error.text)
  return { repository: directory.value, close: () => {} }
}
