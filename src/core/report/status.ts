import type { Decision } from '../decision/decision.ts'
import { headline } from './headline.ts'
import { plain, shorten } from './untrusted.ts'

/** What GitHub accepts as the description of a commit status; longer is refused with 422. */
export const STATUS_LIMIT = 140

/** The commit status: at most {@link STATUS_LIMIT} characters, ending with the expiry when there is one. */
export function renderStatus(decision: Decision): string {
  const text = plain(headline(decision))
  if (decision.expiresAt === null) return shorten(text, STATUS_LIMIT)
  const cut = text.lastIndexOf('; ')
  const expiry = cut < 0 ? '' : text.slice(cut)
  return shorten(cut < 0 ? text : text.slice(0, cut), STATUS_LIMIT - expiry.length) + expiry
}
