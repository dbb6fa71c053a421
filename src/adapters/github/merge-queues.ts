import * as v from 'valibot'
import { parseSha } from '../../core/model/ids.ts'
import { type Duration, MINUTE } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { MergeQueues, QueueEntry } from '../../gate/ports/merge-queues.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import { FORWARD } from './answer-page.ts'
import { readPages } from './read-pages.ts'

/** What waits in the merge queue of a branch. GitHub Enterprise Server has none, so this is no part of any other query. */
export const MERGE_QUEUE_QUERY: string = `
query MergeQueueEntries($owner: String!, $name: String!, $branch: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    mergeQueue(branch: $branch) {
      entries(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { position headCommit { oid } baseCommit { oid } pullRequest { number } }
      }
    }
  }
}`

/** Merge queues on GitHub. */
export function githubMergeQueues(github: GitHub): MergeQueues {
  return {
    entries: (branch) => entriesOf(github, branch),
    timeout: (branch) => timeoutOf(github, branch),
  }
}

const COMMIT = v.nullable(v.object({ oid: v.string() }))
const ENTRY = v.object({
  position: v.number(),
  headCommit: COMMIT,
  baseCommit: COMMIT,
  pullRequest: v.nullable(v.object({ number: v.number() })),
})
type EntryNode = v.InferOutput<typeof ENTRY>

const ANSWER = v.object({
  repository: v.object({
    mergeQueue: v.nullable(v.object({ entries: v.object({ pageInfo: FORWARD, nodes: v.array(ENTRY) }) })),
  }),
})

const PAGE_LIMIT = 20
const NO_QUEUE = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

async function entriesOf(github: GitHub, branch: string): Promise<Result<readonly QueueEntry[], Problem>> {
  if (!github.hasMergeQueues) return ok([])
  const what = `read the merge queue of ${branch}`
  const read = await readPages<EntryNode>(async (after) => {
    const variables = { owner: github.owner, name: github.name, branch, after }
    const operation = { what, needs: 'pull-requests: read' }
    const answer = await github.graphql(operation, ANSWER, { query: MERGE_QUEUE_QUERY, variables })
    return answer.ok ? ok(answer.value.data.repository.mergeQueue?.entries ?? NO_QUEUE) : answer
  }, PAGE_LIMIT)
  if (!read.ok) return read
  if (!read.value.complete) return err(unreadable(what, 'it is too long'))
  const entries: QueueEntry[] = []
  for (const node of read.value.nodes.toSorted((a, b) => a.position - b.position)) {
    // An entry that cannot be seen could be anywhere in between.
    if (!node.pullRequest) return err(unreadable(what, 'it has an entry without a pull request'))
    entries.push({
      number: node.pullRequest.number,
      commit: parseSha(node.headCommit?.oid ?? '') ?? null,
      base: parseSha(node.baseCommit?.oid ?? '') ?? null,
    })
  }
  return ok(entries)
}

function unreadable(what: string, why: string): Problem {
  return { code: 'invalid', text: `Cannot ${what}: ${why}.` }
}

const RULES = v.array(
  v.object({
    type: v.string(),
    parameters: v.optional(v.object({ check_response_timeout_minutes: v.optional(v.number()) })),
  }),
)

async function timeoutOf(github: GitHub, branch: string): Promise<Result<Duration | null, Problem>> {
  const operation = { what: `read the rules of ${branch}`, needs: 'metadata: read' }
  const read = await github.rest(operation, RULES, (client) =>
    client.paginate(client.rest.repos.getBranchRules, {
      owner: github.owner,
      repo: github.name,
      branch,
      per_page: 100,
    }),
  )
  if (!read.ok) return read
  const minutes = read.value.flatMap(({ type, parameters }) =>
    type === 'merge_queue' ? [parameters?.check_response_timeout_minutes ?? null] : [],
  )
  // Of several rules the longest counts.
  const known = minutes.filter((one) => one !== null)
  return ok(known.length === 0 || known.length < minutes.length ? null : Math.max(...known) * MINUTE)
}
