import type { Facts, Head } from '../core/model/facts.ts'
import type { Sha } from '../core/model/ids.ts'

/** The parents that a commit names; none when it is not there. */
export type ParentsOf = (commit: Sha) => Promise<readonly Sha[]>

/**
 * Names the pusher of commits that came in beneath an automatic merge. Whoever pushes such a merge wrote nothing by it, but what
 * arrived in the same push is theirs whatever author it names. Each such commit stands before the merge, as a head of that moment.
 */
export async function attributePushes(facts: Facts, parentsOf: ParentsOf): Promise<readonly Head[]> {
  const merges = new Set(facts.commits.filter(({ automaticMerge }) => automaticMerge).map(({ sha }) => sha))
  const commits = new Set(facts.commits.map(({ sha }) => sha))
  const arrived = new Set<Sha>()
  const heads: Head[] = []
  for (const head of facts.heads) {
    const waiting = [head.sha]
    for (let merge = waiting.pop(); merge !== undefined; merge = waiting.pop()) {
      if (!merges.has(merge)) continue
      const brought = (await parentsOf(merge)).filter((parent) => commits.has(parent) && !arrived.has(parent))
      for (const sha of brought) {
        arrived.add(sha)
        heads.push({ ...head, sha })
      }
      waiting.push(...brought)
    }
    arrived.add(head.sha)
    heads.push(head)
  }
  return heads
}
