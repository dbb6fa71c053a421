import * as v from 'valibot'
import { err, ok, type Result } from '../../core/model/result.ts'
import { COMMENT_MARKER, type Comments, type StickyComment } from '../../gate/ports/comments.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { GitHub } from './github.ts'
import { readPages } from './read-pages.ts'

/** The sticky comment on GitHub, found by marker and by author: only what this token's account wrote is ours. */
export function githubComments(github: GitHub): Comments {
  return {
    find: (pullRequest) => find(github, pullRequest),
    create: (pullRequest, body) => create(github, pullRequest, body),
    update: (comment, body) => update(github, comment, body),
    remove: (comment) => remove(github, comment),
  }
}

/** The comments of a pull request; `viewerDidAuthor` says which are ours without knowing our own name. */
export const COMMENTS_QUERY: string = `
query Comments($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId viewerDidAuthor body }
      }
    }
  }
}`

/** A comment, and whether this token's account wrote it. */
export interface CommentNode {
  readonly fullDatabaseId: string | number
  readonly viewerDidAuthor: boolean
  readonly body: string
}

/** The shape of a comment. */
export const COMMENT_NODE: v.GenericSchema<unknown, CommentNode> = v.object({
  fullDatabaseId: v.union([v.string(), v.number()]),
  viewerDidAuthor: v.boolean(),
  body: v.string(),
})

const COMMENTS_ANSWER = v.object({
  repository: v.object({
    pullRequest: v.object({
      comments: v.object({
        pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) }),
        nodes: v.array(COMMENT_NODE),
      }),
    }),
  }),
})

const PAGE_LIMIT = 100

async function find(github: GitHub, pullRequest: number): Promise<Result<readonly StickyComment[], Problem>> {
  const what = `read the comments of pull request #${String(pullRequest)}`
  const read = await readPages<CommentNode>(async (after) => {
    const variables = { owner: github.owner, name: github.name, number: pullRequest, after }
    const request = { query: COMMENTS_QUERY, variables }
    const answer = await github.graphql({ what, needs: 'pull-requests: read' }, COMMENTS_ANSWER, request)
    return answer.ok ? ok(answer.value.data.repository.pullRequest.comments) : answer
  }, PAGE_LIMIT)
  if (!read.ok) return read
  const ours = ownComments(read.value.nodes)
  if (read.value.complete || ours.length > 0) return ok(ours)
  return err({ code: 'invalid', text: `Cannot ${what}: there are more than 10,000.` })
}

/** The sticky comments among some: by our marker and our account. */
export function ownComments(nodes: readonly CommentNode[]): readonly StickyComment[] {
  return nodes
    .filter((node) => node.viewerDidAuthor && node.body.startsWith(COMMENT_MARKER))
    .map(({ fullDatabaseId, body }) => ({ id: Number(fullDatabaseId), body }))
}

/** Not tried again: a fault after the comment was made would make a second one. */
async function create(github: GitHub, pullRequest: number, body: string): Promise<Result<null, Problem>> {
  const what = `comment on pull request #${String(pullRequest)}`
  const made = await github.rest({ what, needs: 'pull-requests: write' }, v.unknown(), (client) =>
    client.rest.issues.createComment({
      owner: github.owner,
      repo: github.name,
      issue_number: pullRequest,
      body,
      request: { retries: 0 },
    }),
  )
  return made.ok ? ok(null) : made
}

async function update(github: GitHub, comment: number, body: string): Promise<Result<null, Problem>> {
  const what = `update comment ${String(comment)}`
  const made = await github.rest({ what, needs: 'pull-requests: write' }, v.unknown(), (client) =>
    client.rest.issues.updateComment({ owner: github.owner, repo: github.name, comment_id: comment, body }),
  )
  return made.ok ? ok(null) : made
}

async function remove(github: GitHub, comment: number): Promise<Result<null, Problem>> {
  const what = `delete comment ${String(comment)}`
  const done = await github.rest({ what, needs: 'pull-requests: write' }, v.unknown(), (client) =>
    client.rest.issues.deleteComment({ owner: github.owner, repo: github.name, comment_id: comment }),
  )
  return done.ok || done.error.code === 'not-found' ? ok(null) : done
}
