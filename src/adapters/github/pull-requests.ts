import * as v from 'valibot'
import { parseSha, type Sha } from '../../core/model/ids.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { PullRequests, Standing } from '../../gate/ports/pull-requests.ts'
import type { GitHub } from './github.ts'
import { findOpenWithHead, listOpenPullRequests } from './list-open.ts'
import { readAssignments } from './read-assignments.ts'
import { readComments } from './read-comments.ts'
import { readLabelNames } from './read-label-names.ts'
import { readPullRequest } from './read-pull-request.ts'

/** Pull requests on GitHub, with the status of one context. */
export function githubPullRequests(github: GitHub, context: string): PullRequests {
  return {
    read: (number) => readPullRequest(github, number, context),
    headOf: (number) => headOf(github, number),
    openWithHead: (sha) => openWithHead(github, context, sha),
    open: () => listOpenPullRequests(github, context),
    labelNames: (number) => readLabelNames(github, number),
    assignments: (number) => readAssignments(github, number),
    comments: (number) => readComments(github, number),
  }
}

const HEAD = v.object({
  state: v.picklist(['open', 'closed']),
  merged: v.boolean(),
  head: v.object({ sha: v.string() }),
  base: v.object({ ref: v.string() }),
})

async function headOf(github: GitHub, number: number): Promise<Result<Standing, Problem>> {
  const what = `read the head of pull request #${String(number)}`
  const read = await github.rest({ what, needs: 'pull-requests: read' }, HEAD, async (client) => {
    const answer = await client.rest.pulls.get({
      owner: github.owner,
      repo: github.name,
      pull_number: number,
    })
    return answer.data
  })
  if (!read.ok) return read
  const sha = parseSha(read.value.head.sha)
  if (!sha) return err({ code: 'invalid', text: `Cannot ${what}: "${read.value.head.sha}" is no commit id.` })
  const { merged, state, base } = read.value
  return ok({ sha, state: merged ? 'merged' : state, base: base.ref })
}

const ASSOCIATED = v.array(
  v.object({
    number: v.number(),
    state: v.string(),
    head: v.object({ sha: v.string() }),
    base: v.object({ repo: v.object({ full_name: v.string() }) }),
  }),
)

/**
 * Of the pull requests that GitHub associates with a commit, those that are open here and end with it. Of a commit that arrived in
 * the default branch GitHub shows only what brought it: then every open one is looked at.
 */
async function openWithHead(
  github: GitHub,
  context: string,
  sha: Sha,
): Promise<Result<readonly number[], Problem>> {
  const operation = { what: `list the pull requests of ${sha}`, needs: 'pull-requests: read' }
  const read = await github.rest(operation, ASSOCIATED, (client) =>
    client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, {
      owner: github.owner,
      repo: github.name,
      commit_sha: sha,
      per_page: 100,
    }),
  )
  if (!read.ok) return read
  const repository = `${github.owner}/${github.name}`.toLowerCase()
  const numbers = read.value
    .filter(({ state, head }) => state === 'open' && head.sha === sha)
    .filter(({ base }) => base.repo.full_name.toLowerCase() === repository)
    .map(({ number }) => number)
  if (numbers.length === 0) return await findOpenWithHead(github, context, sha)
  return ok(numbers.toSorted((a, b) => a - b))
}
