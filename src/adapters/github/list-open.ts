import * as v from 'valibot'
import type { Sha } from '../../core/model/ids.ts'
import { type Duration, HOUR, type Instant, parseInstant } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { OpenPullRequest } from '../../gate/ports/pull-requests.ts'
import type { GitHub } from './github.ts'
import { HEAD_COMMIT, type HeadCommitNode } from './pull-request-answer.ts'
import { readPages } from './read-pages.ts'
import { sourced } from './status-source.ts'
import { statusOf } from './statuses.ts'

/** Open pull requests with what tells a sweep whether to look at them: 50 with one request. */
export const OPEN_PULL_REQUESTS_QUERY: string = `
query OpenPullRequests($owner: String!, $name: String!, $context: String!, $after: String) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number headRefOid
        labels(first: 100) { nodes { name } }
        baseRef { target { ... on Commit { committedDate } } }
        retargets: timelineItems(last: 1, itemTypes: [BASE_REF_CHANGED_EVENT]) { nodes { ... on BaseRefChangedEvent { createdAt } } }
        headCommit: commits(last: 1) {
          nodes { commit { oid status { context(name: $context) { state description createdAt creator { type: __typename login } } } } }
        }
      }
    }
  }
}`

interface ListedNode {
  readonly number: number
  readonly headRefOid: string
  readonly labels: { readonly nodes: readonly { readonly name: string }[] } | null
  readonly baseRef: { readonly target: { readonly committedDate?: string | undefined } | null } | null
  /** When it was last retargeted. */
  readonly retargets: { readonly nodes: readonly { readonly createdAt: string }[] }
  readonly headCommit: { readonly nodes: readonly DatedHeadNode[] }
}

interface OpenNode extends ListedNode {
  /** The login of this token's account. */
  readonly viewer: string
  /** GitHub's time when it gave this. */
  readonly at: Instant
}

type DatedHeadNode = HeadCommitNode & {
  readonly commit: { readonly status: { readonly context: { readonly createdAt: string } | null } | null }
}

const DATED_STATUS = v.object({ context: v.nullable(v.object({ createdAt: v.string() })) })
const DATED_HEAD: v.GenericSchema<unknown, DatedHeadNode> = v.intersect([
  HEAD_COMMIT,
  v.object({ commit: v.object({ status: v.nullable(DATED_STATUS) }) }),
])

const LISTED_NODE: v.GenericSchema<unknown, ListedNode> = v.object({
  number: v.number(),
  headRefOid: v.string(),
  labels: v.nullable(v.object({ nodes: v.array(v.object({ name: v.string() })) })),
  baseRef: v.nullable(v.object({ target: v.nullable(v.object({ committedDate: v.optional(v.string()) })) })),
  retargets: v.object({ nodes: v.array(v.object({ createdAt: v.string() })) }),
  headCommit: v.object({ nodes: v.array(DATED_HEAD) }),
})

const OPEN_ANSWER = v.object({
  viewer: v.object({ login: v.string() }),
  repository: v.object({
    pullRequests: v.object({
      pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) }),
      nodes: v.array(LISTED_NODE),
    }),
  }),
})

const PAGE_LIMIT = 200

/** Every open pull request, ascending; more than 10,000 are a problem, not a shorter list. */
export async function listOpenPullRequests(
  github: GitHub,
  context: string,
): Promise<Result<readonly OpenPullRequest[], Problem>> {
  const read = await readOpen(github, context)
  return read.ok ? ok(read.value.map(openPullRequest)) : read
}

/** The open pull requests that end with a commit, found by looking at every one, ascending. */
export async function findOpenWithHead(
  github: GitHub,
  context: string,
  sha: Sha,
): Promise<Result<readonly number[], Problem>> {
  const read = await readOpen(github, context)
  if (!read.ok) return read
  return ok(read.value.filter(({ headRefOid }) => headRefOid === sha).map(({ number }) => number))
}

async function readOpen(github: GitHub, context: string): Promise<Result<readonly OpenNode[], Problem>> {
  const operation = { what: 'list the open pull requests', needs: 'pull-requests: read' }
  const read = await readPages<OpenNode>(async (after) => {
    const variables = { owner: github.owner, name: github.name, context, after }
    const answer = await github.graphql(operation, OPEN_ANSWER, {
      query: OPEN_PULL_REQUESTS_QUERY,
      variables,
    })
    if (!answer.ok) return answer
    const { data, at } = answer.value
    const { viewer, repository } = data
    const { pageInfo, nodes } = repository.pullRequests
    return ok({ pageInfo, nodes: nodes.map((node) => ({ ...node, viewer: viewer.login, at })) })
  }, PAGE_LIMIT)
  if (!read.ok) return read
  if (!read.value.complete)
    return err({ code: 'invalid', text: 'Cannot list the open pull requests: there are more than 10,000.' })
  return ok(read.value.nodes.toSorted((a, b) => a.number - b.number))
}

function openPullRequest(node: OpenNode): OpenPullRequest {
  const last = node.headCommit.nodes.find(({ commit }) => commit.oid === node.headRefOid)
  const standing = last?.commit.status?.context ?? null
  return {
    number: node.number,
    labels: node.labels?.nodes.map(({ name }) => name) ?? [],
    status: sourced(statusOf(standing), standing?.creator ?? null, node.viewer).ours,
    baseIsSettled: isSettled(node, standing?.createdAt),
  }
}

/** How long the sweep looks at what a moved base may have changed: it has come by several times then. */
const SETTLING: Duration = HOUR

/** Two moments within one second may have come in either order; what is not known is not settled. */
function isSettled({ baseRef, retargets, at }: OpenNode, posted: string | undefined): boolean {
  const status = parseInstant(posted ?? '')
  const base = parseInstant(baseRef?.target?.committedDate ?? '')
  if (base === undefined) return false
  const isBefore = (moment: Instant | undefined): boolean =>
    moment !== undefined && status !== undefined && moment < status
  const stays = retargets.nodes.every(({ createdAt }) => isBefore(parseInstant(createdAt)))
  return stays && (at - base > SETTLING || isBefore(base))
}
