import type { FactList } from '../../core/model/facts.ts'
import type { Instant } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import {
  type CommitNode,
  type LabelEventNode,
  PULL_REQUEST_ANSWER,
  type PullRequestNode,
  type ReviewNode,
} from './pull-request-answer.ts'
import { PULL_REQUEST_QUERY, SERVER_PULL_REQUEST_QUERY } from './pull-request-query.ts'

/** A pull request with its lists read to their ends. */
export interface PagedPullRequest {
  readonly node: PullRequestNode
  /** The login of this token's account. */
  readonly viewer: string
  /** GitHub's time of the last page. */
  readonly at: Instant
  readonly labels: readonly string[]
  /** Oldest first. */
  readonly labelEvents: readonly LabelEventNode[]
  readonly reviews: readonly ReviewNode[]
  readonly commits: readonly CommitNode[]
  /** Lists that were longer than this reads. */
  readonly incomplete: readonly FactList[]
}

const PAGE_LIMIT = 30
const FIRST_PAGES: Cursors = { labels: null, labelEvents: null, reviews: null, commits: null }

/**
 * Reads a pull request, ordinarily with one request. A push between two pages is a problem: half of the lists would belong to
 * another head.
 */
export async function pagePullRequest(
  github: GitHub,
  number: number,
  context: string,
): Promise<Result<PagedPullRequest, Problem>> {
  const what = `read pull request #${String(number)}`
  const variables = { owner: github.owner, name: github.name, number, context }
  let paged: PagedPullRequest | null = null
  let cursors: Cursors = FIRST_PAGES
  for (let page = 0; page < PAGE_LIMIT && Object.keys(cursors).length > 0; page += 1) {
    const answer = await github.graphql({ what, needs: 'pull-requests: read' }, PULL_REQUEST_ANSWER, {
      query: github.hasMergeQueues ? PULL_REQUEST_QUERY : SERVER_PULL_REQUEST_QUERY,
      variables: { ...variables, ...pageVariables(cursors) },
      optional: ['repository.pullRequest.headRepository', 'repository.pullRequest.reviewRequests.nodes'],
    })
    if (!answer.ok) return answer
    const { viewer, repository } = answer.value.data
    const node = repository.pullRequest
    if (paged && paged.node.headRefOid !== node.headRefOid)
      return err({ code: 'invalid', text: `Cannot ${what}: its head moved between two pages. Run again.` })
    paged = append(paged, { node, viewer: viewer.login, at: answer.value.at })
    cursors = nextPages(node)
  }
  if (!paged) return err({ code: 'invalid', text: `Cannot ${what}: no page was read.` })
  return ok({ ...paged, incomplete: LISTS.filter((list) => list in cursors) })
}

const LISTS = ['labels', 'labelEvents', 'reviews', 'commits'] as const satisfies readonly FactList[]

/** Where to go on, by list; a list that is not in it is at its end. */
type Cursors = { readonly [list in (typeof LISTS)[number]]?: string | null }

function pageVariables(cursors: Cursors): Readonly<Record<string, unknown>> {
  return {
    labels: 'labels' in cursors,
    labelsAfter: cursors.labels ?? null,
    labelEvents: 'labelEvents' in cursors,
    labelEventsBefore: cursors.labelEvents ?? null,
    reviews: 'reviews' in cursors,
    reviewsAfter: cursors.reviews ?? null,
    commits: 'commits' in cursors,
    commitsAfter: cursors.commits ?? null,
  }
}

function append(
  before: PagedPullRequest | null,
  read: Pick<PagedPullRequest, 'node' | 'viewer' | 'at'>,
): PagedPullRequest {
  const { node, at } = read
  const page = {
    ...read,
    labels: node.labels?.nodes.map(({ name }) => name) ?? [],
    labelEvents: node.labelEvents?.nodes ?? [],
    reviews: node.reviews?.nodes ?? [],
    commits: node.commits?.nodes ?? [],
    incomplete: [],
  }
  if (!before) return page
  return {
    ...before,
    at,
    labels: [...before.labels, ...page.labels],
    labelEvents: [...page.labelEvents, ...before.labelEvents],
    reviews: [...before.reviews, ...page.reviews],
    commits: [...before.commits, ...page.commits],
  }
}

function nextPages(node: PullRequestNode): Cursors {
  const { labels, labelEvents, reviews, commits } = node
  return {
    ...(labels?.pageInfo.hasNextPage ? { labels: labels.pageInfo.endCursor } : {}),
    ...(labelEvents?.pageInfo.hasPreviousPage ? { labelEvents: labelEvents.pageInfo.startCursor } : {}),
    ...(reviews?.pageInfo.hasNextPage ? { reviews: reviews.pageInfo.endCursor } : {}),
    ...(commits?.pageInfo.hasNextPage ? { commits: commits.pageInfo.endCursor } : {}),
  }
}
