import type { Decision } from '../../core/decision/decision.ts'
import { ok, type Result } from '../../core/model/result.ts'
import { renderAllClear, renderComment } from '../../core/report/markdown-report.ts'
import { COMMENT_MARKER, type Comments, type StickyComment } from '../ports/comments.ts'
import type { Problem } from '../ports/problem.ts'

/** What became of the comment. */
export type CommentAction = 'created' | 'updated' | 'unchanged' | 'none'

/**
 * Keeps the one comment in step with a decision: nothing to say makes no comment, something said and no longer true is replaced,
 * and a comment that says the same stays untouched. `known` is what was read with the pull request; undefined: it did not show.
 */
export async function publishComment(
  comments: Comments,
  pullRequest: number,
  decision: Decision,
  known: StickyComment | null | undefined,
): Promise<Result<CommentAction, Problem>> {
  const existing = known === undefined ? await onlyComment(comments, pullRequest) : ok(known)
  if (!existing.ok) return existing
  const text = renderComment(decision)
  if (existing.value === null) {
    if (text === null) return ok('none')
    const created = await comments.create(pullRequest, withMarker(text))
    if (!created.ok) return created
    // Another run may have done the same at the same time.
    const only = await onlyComment(comments, pullRequest)
    return only.ok ? ok('created') : only
  }
  const body = withMarker(text ?? renderAllClear(decision))
  if (normal(existing.value.body) === normal(body)) return ok('unchanged')
  const updated = await comments.update(existing.value.id, body)
  return updated.ok ? ok('updated') : updated
}

/** The oldest of our comments; the others are taken away. Whoever else does the same keeps the same one. */
async function onlyComment(
  comments: Comments,
  pullRequest: number,
): Promise<Result<StickyComment | null, Problem>> {
  const found = await comments.find(pullRequest)
  if (!found.ok) return found
  const [oldest, ...others] = found.value
  for (const { id } of others) {
    const removed = await comments.remove(id)
    if (!removed.ok) return removed
  }
  return ok(oldest ?? null)
}

function withMarker(text: string): string {
  return `${COMMENT_MARKER}\n${text}`
}

/** GitHub may store other line ends and no white space at the end. */
function normal(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd()
}
