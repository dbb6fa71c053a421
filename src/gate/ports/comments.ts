import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'

/** The first line of our comment. Anyone can paste it, so the author is matched too. */
export const COMMENT_MARKER = '<!-- drawbridge:v1 -->'

export interface StickyComment {
  readonly id: number
  readonly body: string
}

/** The comments on pull requests that are ours; there is to be one on each. */
export interface Comments {
  /** The comments that this token's account wrote and that begin with {@link COMMENT_MARKER}, the oldest first. */
  find(pullRequest: number): Promise<Result<readonly StickyComment[], Problem>>
  create(pullRequest: number, body: string): Promise<Result<null, Problem>>
  update(comment: number, body: string): Promise<Result<null, Problem>>
  /** One that is gone already is as good. */
  remove(comment: number): Promise<Result<null, Problem>>
}
