import { err, ok, type Result } from '../../core/model/result.ts'
import { debtIssue, debtOf } from '../../core/report/debt-issue.ts'
import type { Debts } from '../ports/debts.ts'
import type { Judged } from '../decide-head.ts'
import type { Problem } from '../ports/problem.ts'
import { keyOf, readDebts } from '../facts/read-debts.ts'

/**
 * Sees to it that for each broken glass there is an issue that asks for the review after the fact, once for each breaking. Says
 * which it opened. Without it there is no green.
 */
export async function recordDebts(
  debts: Debts,
  judged: readonly Judged[],
): Promise<Result<readonly string[], Problem>> {
  const owed = judged.flatMap(({ judgement: { decision } }) => {
    const [record, issue] = [debtOf(decision), debtIssue(decision)]
    return record && issue ? [{ record, issue }] : []
  })
  if (owed.length === 0) return ok([])
  const read = await debts.list()
  if (!read.ok) return read
  if (!read.value.complete) return err({ code: 'invalid', text: TOO_MANY })
  const known = new Set(readDebts(read.value.items).debts.map(({ record }) => keyOf(record)))
  const notes: string[] = []
  for (const { record, issue } of owed) {
    if (known.has(keyOf(record))) continue
    const opened = await debts.open(issue)
    if (!opened.ok) return opened
    notes.push(`Opened issue #${String(opened.value)} for the review after the fact.`)
  }
  return ok(notes)
}

const TOO_MANY =
  'Cannot open an issue for the review after the fact: there are too many to see whether it is there.'
