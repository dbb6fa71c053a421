import type { Decision } from '../decision/decision.ts'
import { headlines } from './headline.ts'
import { plain, shorten } from './untrusted.ts'
import { inPlain } from './wording.ts'

/** What GitHub accepts as the description of a commit status; longer is refused with 422. */
export const STATUS_LIMIT = 140

/**
 * The commit status: the fullest line with at most {@link STATUS_LIMIT} characters, ending with the expiry when there is one. Where even
 * the shortest is too long, a name in it is: it is cut, and what comes last is kept.
 */
export function renderStatus(decision: Decision): string {
  const lines = headlines(decision).map((line) => plain(inPlain(line)))
  const fitting = lines.find((line) => Array.from(line).length <= STATUS_LIMIT)
  return fitting ?? cutBeforeEnd(lines.at(-1) ?? '', decision.expiresAt === null ? '' : ' until ')
}

/** Cuts what stands before the last `mark`: what it begins is kept. */
function cutBeforeEnd(line: string, mark: string): string {
  const at = mark === '' ? -1 : line.lastIndexOf(mark)
  const end = at < 0 ? '' : line.slice(at)
  return shorten(line.slice(0, line.length - end.length), STATUS_LIMIT - Array.from(end).length) + end
}
