import type { ComparisonProblem } from '../../gate/ports/repository.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import { decodePath } from './diff-trees.ts'
import { firstLine } from './locate-repository.ts'
import type { ObjectStore, StoreRunOptions } from './object-store.ts'

/**
 * The tree that merging a commit into another gives, with git's own merge and no configuration. Rejects with a
 * {@link GitFailure} when git cannot be run.
 */
export async function mergeTrees(
  store: ObjectStore,
  base: string,
  head: string,
  options: StoreRunOptions,
): Promise<Result<string, ComparisonProblem>> {
  const gap = await historyGap(store, base, head)
  if (gap !== null) return err({ code: 'unreadable', text: gap })
  const answer = await store.run(
    ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', base, head],
    options,
  )
  const [tree = '', ...paths] = splitNul(answer.stdout)
  if (answer.exit === 0 && /^[0-9a-f]{40}$/.test(tree)) return ok(tree)
  if (answer.exit === 1 && /^[0-9a-f]{40}$/.test(tree))
    return err({ code: 'conflict', paths: paths.toSorted() })
  return err({ code: 'unreadable', text: mergeProblem(store, base, head, answer.exit, answer.stderr) })
}

/**
 * In a shallow clone a merge may be worked out from the wrong ancestor. It is right when every commit that only one
 * side has is there with its parents.
 */
async function historyGap(store: ObjectStore, base: string, head: string): Promise<string | null> {
  const { shallow, dir } = store.location
  if (shallow.size === 0) return null
  const answer = await store.run(['rev-list', `${base}...${head}`])
  if (answer.exit !== 0) return `Cannot read the history of ${dir}: ${firstLine(answer.stderr)}`
  const cut = answer.stdout
    .toString('latin1')
    .split('\n')
    .find((sha) => shallow.has(sha))
  if (cut === undefined) return null
  return `${dir} is a shallow clone that ends at ${cut}, so the merge cannot be worked out. ${FETCH_ALL}`
}

const FETCH_ALL = 'Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 of actions/checkout).'

function mergeProblem(store: ObjectStore, base: string, head: string, exit: number, stderr: string): string {
  const what = `Cannot merge ${head} into ${base}`
  if (/refusing to merge unrelated histories/.test(stderr))
    return `${what}: they share no commit. ${store.location.shallow.size > 0 ? FETCH_ALL : 'Name a base that HEAD was branched from.'}`
  if (
    exit === 129 ||
    /not a (?:git command|valid object name: --write-tree)|usage: git merge-tree/.test(stderr)
  )
    return `${what}: this git has no merge-tree --write-tree. Install git 2.38 or newer.`
  return `${what}: ${firstLine(stderr)}`
}

function splitNul(bytes: Buffer): readonly string[] {
  const parts: string[] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at)
    const stop = end < 0 ? bytes.length : end
    parts.push(decodePath(bytes.subarray(at, stop)))
    at = stop + 1
  }
  return parts
}
