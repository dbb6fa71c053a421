import type { Decision } from '../core/decision/decision.ts'
import { ok, type Result } from '../core/model/result.ts'
import { renderAllClear, renderComment } from '../core/report/markdown-report.ts'
import { COMMENT_MARKER, type Comments } from './comments.ts'
import type { Problem } from './problem.ts'

/** What became of the comment. */
export type CommentAction = 'created' | 'updated' | 'unchanged' | 'none'

/**
 * Keeps the one comment in step with a decision: nothing to say makes no comment, something said and no longer true is replaced,
 * and a comment that says the same stays untouched.
 */
export async function publishComment(
  comments: Comments,
  pullRequest: number,
  decision: Decision,
): Promise<Result<CommentAction, Problem>> {
  const existing = await comments.find(pullRequest)
  if (!existing.ok) return existing
  const text = renderComment(decision)
  if (existing.value === null) {
    if (text === null) return ok('none')
    const created = await comments.create(pullRequest, withMarker(text))
    return created.ok ? ok('created') : created
  }
  const body = withMarker(text ?? renderAllClear(decision))
  if (normal(existing.value.body) === normal(body)) return ok('unchanged')
  const updated = await comments.update(existing.value.id, body)
  return updated.ok ? ok('updated') : updated
}

function withMarker(text: string): string {
  return `${COMMENT_MARKER}\n${text}`
}

/** GitHub may store other line ends and no white space at the end. */
function normal(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd()
}
