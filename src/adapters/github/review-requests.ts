import * as v from 'valibot'
import type { Owner } from '../../core/model/requirement.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { AskedReviewers, ReviewRequests } from '../../gate/ports/review-requests.ts'
import type { GitHub } from './github.ts'
import { FORWARD, type ForwardPage } from './answer-page.ts'
import { readPages } from './read-pages.ts'

/** Requests for reviews on GitHub's pull requests, present ones and, by the timeline, past ones. */
export function githubReviewRequests(github: GitHub): ReviewRequests {
  return {
    organisation: github.owner,
    asked: (pullRequest) => readAsked(github, pullRequest),
    ask: (pullRequest, reviewers) => ask(github, pullRequest, reviewers),
  }
}

/** Who is asked for a review. */
export const REVIEWER_FRAGMENT = `fragment reviewer on RequestedReviewer {
  type: __typename
  ... on User { login }
  ... on Team { combinedSlug }
}`

/** Who is asked now, and every event by which somebody was asked or was taken off the list. */
export const REVIEW_REQUESTS_QUERY: string = `
query ReviewRequests($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewRequests(first: 100) { totalCount nodes { requestedReviewer { ...reviewer } } }
      timelineItems(first: 100, after: $after, itemTypes: [REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT]) {
        pageInfo { hasNextPage endCursor }
        nodes {
          ... on ReviewRequestedEvent { requestedReviewer { ...reviewer } }
          ... on ReviewRequestRemovedEvent { requestedReviewer { ...reviewer } }
        }
      }
    }
  }
}
${REVIEWER_FRAGMENT}`

/** One request for a review. */
export interface RequestNode {
  /** Null: a team that the token may not see, or one that is gone. */
  readonly requestedReviewer: ReviewerNode | null
}

type ReviewerNode =
  | { readonly type: 'User'; readonly login: string }
  | { readonly type: 'Team'; readonly combinedSlug: string }
  | { readonly type: 'Bot' | 'Mannequin' }

/** The shape of requests for reviews. */
export const REQUEST_NODES: v.GenericSchema<unknown, RequestNode[]> = v.array(
  v.object({
    requestedReviewer: v.nullable(
      v.variant('type', [
        v.object({ type: v.literal('User'), login: v.string() }),
        v.object({ type: v.literal('Team'), combinedSlug: v.string() }),
        v.object({ type: v.picklist(['Bot', 'Mannequin']) }),
      ]),
    ),
  }),
)

interface PullRequestNode {
  readonly reviewRequests: { readonly totalCount: number; readonly nodes: readonly RequestNode[] }
  readonly timelineItems: ForwardPage<RequestNode>
}

const ANSWER: v.GenericSchema<unknown, { readonly repository: { readonly pullRequest: PullRequestNode } }> =
  v.object({
    repository: v.object({
      pullRequest: v.object({
        reviewRequests: v.object({ totalCount: v.number(), nodes: REQUEST_NODES }),
        timelineItems: v.object({ pageInfo: FORWARD, nodes: REQUEST_NODES }),
      }),
    }),
  })

const PAGE_LIMIT = 5

/** Under these an error says that a team may not be seen; the list itself is never missing for it. */
const OPTIONAL = ['repository.pullRequest.reviewRequests.nodes', 'repository.pullRequest.timelineItems.nodes']

/** Ordinarily one request. A history that is too long to be read is a problem: who stands in the rest was asked too. */
async function readAsked(github: GitHub, pullRequest: number): Promise<Result<AskedReviewers, Problem>> {
  const what = `read whom pull request #${String(pullRequest)} asked for a review`
  let present: PullRequestNode['reviewRequests'] = { totalCount: 0, nodes: [] }
  const past = await readPages<RequestNode>(async (after) => {
    const variables = { owner: github.owner, name: github.name, number: pullRequest, after }
    const request = { query: REVIEW_REQUESTS_QUERY, variables, optional: OPTIONAL }
    const answer = await github.graphql({ what, needs: 'pull-requests: read' }, ANSWER, request)
    if (!answer.ok) return answer
    const { reviewRequests, timelineItems } = answer.value.data.repository.pullRequest
    present = reviewRequests
    return ok(timelineItems)
  }, PAGE_LIMIT)
  if (!past.ok) return past
  if (!past.value.complete) return err({ code: 'invalid', text: `Cannot ${what}: there are more than 500.` })
  const nodes = [...present.nodes, ...past.value.nodes]
  return ok({
    open: present.totalCount,
    ever: requestedOwners(nodes),
    hidden: nodes.some(({ requestedReviewer }) => requestedReviewer === null),
  })
}

/** Those of the requests that can be seen, as owners are written, in lower case. */
export function requestedOwners(nodes: readonly RequestNode[]): ReadonlySet<Owner> {
  return new Set(
    nodes.flatMap(({ requestedReviewer }) => (requestedReviewer ? namesOf(requestedReviewer) : [])),
  )
}

/** As owners are written, in lower case. Nobody else is ever asked here. */
function namesOf(reviewer: ReviewerNode): readonly Owner[] {
  switch (reviewer.type) {
    case 'User':
      return [`@${reviewer.login.toLowerCase()}`]
    case 'Team':
      return [`@${reviewer.combinedSlug.toLowerCase()}`]
    case 'Bot':
    case 'Mannequin':
      return []
    default:
      return reviewer satisfies never
  }
}

async function ask(
  github: GitHub,
  pullRequest: number,
  reviewers: readonly Owner[],
): Promise<Result<null, Problem>> {
  const teams = reviewers.filter(isTeam)
  const what = `ask ${reviewers.join(', ')} for a review of pull request #${String(pullRequest)}`
  const done = await github.rest({ what, needs: 'pull-requests: write' }, v.unknown(), (client) =>
    client.rest.pulls.requestReviewers({
      owner: github.owner,
      repo: github.name,
      pull_number: pullRequest,
      reviewers: reviewers.filter((owner) => !isTeam(owner)).map((owner) => owner.slice(1)),
      team_reviewers: teams.map((owner) => owner.slice(owner.indexOf('/') + 1).toLowerCase()),
    }),
  )
  if (done.ok) return ok(null)
  return err(teams.length > 0 ? withTeamRemedy(done.error) : done.error)
}

function isTeam(owner: Owner): boolean {
  return owner.includes('/')
}

/** To a token that may not see a team GitHub says only that an id resolves to nothing. */
function withTeamRemedy(problem: Problem): Problem {
  if (!problem.text.includes('Could not resolve to a node')) return problem
  return {
    ...problem,
    text: `${problem.text} To ask a team the token needs the organisation permission "members: read".`,
  }
}
