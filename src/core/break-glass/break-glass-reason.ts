import type { Comment, Facts } from '../model/facts.ts'
import type { Instant } from '../model/instant.ts'

/** What somebody wrote about why they break the glass. */
export type WrittenReason =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'edited' | 'none' }

const COMMAND = /^\/break-glass[ \t]+(\S.*)/

/**
 * The newest `/break-glass <reason>` that a person wrote since a moment and that nobody changed afterwards. It is the first line of a comment:
 * who quotes the words, or says them in a review, gives no reason.
 */
export function breakGlassReason(person: number, since: Instant, facts: Facts): WrittenReason {
  const commands = facts.comments.filter(
    (comment) => comment.by?.id === person && comment.createdAt >= since && textOf(comment) !== null,
  )
  const unedited = commands.filter(({ editedAt }) => editedAt === null)
  const newest = unedited.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id).at(-1)
  if (newest !== undefined) return { kind: 'written', text: textOf(newest) ?? '' }
  return { kind: commands.length > 0 ? 'edited' : 'none' }
}

function textOf({ body }: Comment): string | null {
  return COMMAND.exec(body)?.[1]?.trim() ?? null
}
