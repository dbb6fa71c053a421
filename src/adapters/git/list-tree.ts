import { decodePath } from './diff-trees.ts'
import { gitFailure } from './git-problem.ts'
import { firstLine } from './locate-repository.ts'
import type { ObjectAccess } from './object-access.ts'

/** The paths of all files of a commit, sorted. Rejects with a {@link GitFailure} when its trees cannot be read. */
export async function listTree(access: ObjectAccess, commit: string): Promise<readonly string[]> {
  const answer = await access.store.run(
    ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit],
    await access.fetching(),
  )
  if (answer.exit !== 0)
    throw gitFailure('git-failed', `Cannot list the files of ${commit}: ${firstLine(answer.stderr)}`)
  return splitAtNul(answer.stdout)
    .map(decodePath)
    .toSorted((a, b) => (a < b ? -1 : 1))
}

function splitAtNul(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let start = 0, end = bytes.indexOf(0); end !== -1; start = end + 1, end = bytes.indexOf(0, start))
    parts.push(bytes.subarray(start, end))
  return parts
}
