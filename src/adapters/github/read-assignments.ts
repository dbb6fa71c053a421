import * as v from 'valibot'
import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { Assignment, Assignments } from '../../gate/ports/pull-requests.ts'
import { accountOf } from './account-of.ts'
import type { GitHub } from './github.ts'
import { ACCOUNT, type AccountNode } from './pull-request-answer.ts'

/** Who was assigned to a pull request, and to the issues that it closes, by whom. */
export const ASSIGNMENTS_QUERY: string = `
query Assignments($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      timelineItems(last: 100, itemTypes: [ASSIGNED_EVENT]) { ...assigned }
      closingIssuesReferences(first: 20) {
        pageInfo { hasNextPage }
        nodes { timelineItems(last: 100, itemTypes: [ASSIGNED_EVENT]) { ...assignedToIssue } }
      }
    }
  }
}
fragment assigned on PullRequestTimelineItemsConnection {
  pageInfo { hasPreviousPage }
  nodes { ... on AssignedEvent { actor { ...account } assignee { ...assignee } } }
}
fragment assignedToIssue on IssueTimelineItemsConnection {
  pageInfo { hasPreviousPage }
  nodes { ... on AssignedEvent { actor { ...account } assignee { ...assignee } } }
}
fragment account on Actor {
  type: __typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
  ... on Organization { databaseId }
}
fragment assignee on Assignee {
  type: __typename
  ... on User { login databaseId }
  ... on Bot { login databaseId }
  ... on Mannequin { login databaseId }
  ... on Organization { login databaseId }
}`

interface EventsNode {
  readonly pageInfo: { readonly hasPreviousPage: boolean }
  readonly nodes: readonly { readonly actor: AccountNode | null; readonly assignee: AccountNode | null }[]
}

const EVENTS: v.GenericSchema<unknown, EventsNode> = v.object({
  pageInfo: v.object({ hasPreviousPage: v.boolean() }),
  nodes: v.array(v.object({ actor: ACCOUNT, assignee: ACCOUNT })),
})

interface PullRequestNode {
  readonly timelineItems: EventsNode
  readonly closingIssuesReferences: {
    readonly pageInfo: { readonly hasNextPage: boolean }
    readonly nodes: readonly { readonly timelineItems: EventsNode }[]
  }
}

const ANSWER: v.GenericSchema<unknown, { readonly repository: { readonly pullRequest: PullRequestNode } }> =
  v.object({
    repository: v.object({
      pullRequest: v.object({
        timelineItems: EVENTS,
        closingIssuesReferences: v.object({
          pageInfo: v.object({ hasNextPage: v.boolean() }),
          nodes: v.array(v.object({ timelineItems: EVENTS })),
        }),
      }),
    }),
  })

/** Reads it with one request; longer lists than that reads are said to be cut short. */
export async function readAssignments(github: GitHub, number: number): Promise<Result<Assignments, Problem>> {
  const operation = {
    what: `read who set the author of pull request #${String(number)} to work`,
    needs: 'issues: read and pull-requests: read',
  }
  const variables = { owner: github.owner, name: github.name, number }
  const read = await github.graphql(operation, ANSWER, { query: ASSIGNMENTS_QUERY, variables })
  if (!read.ok) return read
  const { timelineItems, closingIssuesReferences: issues } = read.value.data.repository.pullRequest
  const ofIssues = issues.nodes.map((issue) => issue.timelineItems)
  const isWhole = [timelineItems, ...ofIssues].every(({ pageInfo }) => !pageInfo.hasPreviousPage)
  return ok({
    onPullRequest: assignmentsOf(timelineItems),
    onIssues: ofIssues.flatMap(assignmentsOf),
    complete: isWhole && !issues.pageInfo.hasNextPage,
  })
}

function assignmentsOf({ nodes }: EventsNode): readonly Assignment[] {
  return nodes.map(({ actor, assignee }) => ({ by: accountOf(actor), assignee: accountOf(assignee) }))
}
