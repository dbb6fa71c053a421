import type { Sha } from '../../core/model/ids.ts'
import type { GitHub } from './github.ts'
import type { PullRequestNode } from './pull-request-answer.ts'

/**
 * The other open pull requests of this repository that end with the head, from those GitHub associates with it. Null when it does not
 * name this one among them: of a commit that arrived in the default branch it shows only what brought it.
 */
export function sharingOf(
  { owner, name }: GitHub,
  node: PullRequestNode,
  head: Sha,
): readonly number[] | null {
  const last = node.headCommit.nodes.find(({ commit }) => commit.oid === head)
  const associated = last?.commit.associatedPullRequests
  if (!associated || associated.pageInfo.hasNextPage) return null
  const repository = `${owner}/${name}`.toLowerCase()
  const open = associated.nodes
    .filter(({ state, headRefOid }) => state === 'OPEN' && headRefOid === head)
    .filter(({ baseRepository }) => baseRepository?.nameWithOwner.toLowerCase() === repository)
    .map(({ number }) => number)
  if (!open.includes(node.number)) return null
  return open.filter((number) => number !== node.number).toSorted((a, b) => a - b)
}
