import type { Debts, OwnIssue } from '../ports/debts.ts'
import { type FactPart, unread } from './fact-part.ts'
import { listOf } from '../../core/report/phrases.ts'
import { COMMENT_MARKER } from '../ports/comments.ts'
import type { PullRequests, Snapshot } from '../ports/pull-requests.ts'
import { debtFact, readDebts } from './read-debts.ts'

/** What people wrote; without reports of ours, which change with each decision. */
export async function readComments(
  { number }: Snapshot,
  pullRequests: Pick<PullRequests, 'comments'>,
): Promise<FactPart> {
  const read = await pullRequests.comments(number)
  if (!read.ok) return unread('comments', read.error)
  const { items, complete } = read.value
  return {
    facts: { comments: items.filter(({ body }) => !body.startsWith(COMMENT_MARKER)) },
    incomplete: complete ? [] : ['comments'],
  }
}

/** The reviews that are owed, and those that were done. */
export async function readDebtFacts(debts: Pick<Debts, 'list'>): Promise<FactPart> {
  const read = await debts.list()
  if (!read.ok) return unread('debts', read.error)
  const { debts: known, spoiled } = readDebts(read.value.items)
  const facts = { debts: known.map(debtFact) }
  if (spoiled.length > 0) return unread('debts', { code: 'invalid', text: spoiledText(spoiled) }, facts)
  return { facts, incomplete: read.value.complete ? [] : ['debts'] }
}

function spoiledText(issues: readonly OwnIssue[]): string {
  const named = listOf(
    issues.map(({ number }) => `#${String(number)}`),
    'and',
    5,
  )
  return `Cannot read which reviews after the fact are owed: somebody took the record out of ${named}. Restore the first line of its text from the history of edits, or delete it.`
}
