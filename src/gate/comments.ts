import type { Result } from '../core/model/result.ts'
import type { Problem } from './problem.ts'

/** The first line of our comment. Anyone can paste it, so the author is matched too. */
export const COMMENT_MARKER = '<!-- drawbridge:v1 -->'

export interface StickyComment {
  readonly id: number
  readonly body: string
}

/** The one comment on a pull request that is ours. */
export interface Comments {
  /** The oldest comment that this token's account wrote and that begins with {@link COMMENT_MARKER}. */
  find(pullRequest: number): Promise<Result<StickyComment | null, Problem>>
  create(pullRequest: number, body: string): Promise<Result<null, Problem>>
  update(comment: number, body: string): Promise<Result<null, Problem>>
}
