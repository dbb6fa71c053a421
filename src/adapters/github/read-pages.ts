import { ok, type Result } from '../../core/model/result.ts'
import type { Problem } from '../../gate/ports/problem.ts'
import type { ForwardPage } from './answer-page.ts'

/** A list, and whether it was read to its end. */
export interface Pages<T> {
  readonly nodes: readonly T[]
  readonly complete: boolean
}

/** Reads a GraphQL list page by page to its end, or to `limit` pages. */
export async function readPages<T>(
  ask: (after: string | null) => Promise<Result<ForwardPage<T>, Problem>>,
  limit: number,
): Promise<Result<Pages<T>, Problem>> {
  const nodes: T[] = []
  let after: string | null = null
  for (let page = 0; page < limit; page += 1) {
    const answer: Result<ForwardPage<T>, Problem> = await ask(after)
    if (!answer.ok) return answer
    nodes.push(...answer.value.nodes)
    if (!answer.value.pageInfo.hasNextPage) return ok({ nodes, complete: true })
    after = answer.value.pageInfo.endCursor
  }
  return ok({ nodes, complete: false })
}
