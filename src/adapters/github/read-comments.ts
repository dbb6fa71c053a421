import * as v from 'valibot'
import type { Comment } from '../../core/model/facts.ts'
import { parseInstant } from '../../core/model/instant.ts'
import { err, ok, type Result } from '../../core/model/result.ts'
import type { Listed } from '../../gate/ports/listed.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import { accountOf } from './account-of.ts'
import type { GitHub } from './github.ts'
import { FORWARD, type ForwardPage } from './answer-page.ts'
import { ACCOUNT, type AccountNode } from './pull-request-answer.ts'
import { readPages } from './read-pages.ts'

/** What people wrote on a pull request. `lastEditedAt` is of edits of the text only, where REST's `updated_at` moves for other reasons. */
export const WRITTEN_COMMENTS_QUERY: string = `
query WrittenComments($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId body createdAt lastEditedAt author { ...account } }
      }
    }
  }
}
fragment account on Actor {
  type: __typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
  ... on Organization { databaseId }
}`

interface CommentNode {
  readonly fullDatabaseId: string | number
  readonly body: string
  readonly createdAt: string
  readonly lastEditedAt: string | null
  readonly author: AccountNode | null
}

const NODE: v.GenericSchema<unknown, CommentNode> = v.object({
  fullDatabaseId: v.union([v.string(), v.number()]),
  body: v.string(),
  createdAt: v.string(),
  lastEditedAt: v.nullable(v.string()),
  author: ACCOUNT,
})

const ANSWER: v.GenericSchema<
  unknown,
  { readonly repository: { readonly pullRequest: { readonly comments: ForwardPage<CommentNode> } } }
> = v.object({
  repository: v.object({
    pullRequest: v.object({ comments: v.object({ pageInfo: FORWARD, nodes: v.array(NODE) }) }),
  }),
})

const PAGE_LIMIT = 50

/** The comments of a pull request, oldest first. */
export async function readComments(
  github: GitHub,
  number: number,
): Promise<Result<Listed<Comment>, Problem>> {
  const what = `read the comments of pull request #${String(number)}`
  const read = await readPages<CommentNode>(async (after) => {
    const variables = { owner: github.owner, name: github.name, number, after }
    const request = { query: WRITTEN_COMMENTS_QUERY, variables }
    const answer = await github.graphql({ what, needs: 'pull-requests: read' }, ANSWER, request)
    return answer.ok ? ok(answer.value.data.repository.pullRequest.comments) : answer
  }, PAGE_LIMIT)
  if (!read.ok) return read
  const items: Comment[] = []
  for (const node of read.value.nodes) {
    const comment = commentOf(node)
    if (comment === null) return err({ code: 'invalid', text: `Cannot ${what}: one has no readable time.` })
    items.push(comment)
  }
  return ok({ items, complete: read.value.complete })
}

function commentOf({ fullDatabaseId, body, createdAt, lastEditedAt, author }: CommentNode): Comment | null {
  const [created, edited] = [
    parseInstant(createdAt),
    lastEditedAt === null ? null : parseInstant(lastEditedAt),
  ]
  if (created === undefined || edited === undefined) return null
  return { id: Number(fullDatabaseId), by: accountOf(author), body, createdAt: created, editedAt: edited }
}
