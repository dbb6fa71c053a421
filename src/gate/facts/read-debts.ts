import type { Debt } from '../../core/model/facts.ts'
import type { Instant } from '../../core/model/instant.ts'
import { type DebtRecord, readDebtRecord } from '../../core/report/debt-issue.ts'
import type { OwnIssue } from '../ports/debts.ts'

/** A review after the fact and the issue that asks for it. */
export interface DebtIssue {
  readonly issue: OwnIssue
  readonly record: DebtRecord
}

/** What the issues say. */
export interface ReadDebts {
  readonly debts: readonly DebtIssue[]
  /** Issues whose record somebody took out: what they asked for is not known any more. */
  readonly spoiled: readonly OwnIssue[]
}

/** Reads the issues, oldest first. Of several about one breaking, as two runs at once may leave, the oldest is the one. */
export function readDebts(issues: readonly OwnIssue[]): ReadDebts {
  const debts = new Map<string, DebtIssue>()
  const spoiled: OwnIssue[] = []
  for (const issue of issues) {
    const record = readDebtRecord(issue.body)
    if (record !== null) {
      const key = keyOf(record)
      if (!debts.has(key)) debts.set(key, { issue, record })
    } else if (issue.edited) spoiled.push(issue)
  }
  return { debts: [...debts.values()], spoiled }
}

/** Equal for records of the same breaking of the glass. */
export function keyOf({ pullRequest, breaker, brokenAt }: DebtRecord): string {
  return [pullRequest, breaker.id, brokenAt].join(' ')
}

/** As a decision takes it. */
export function debtFact({ issue, record }: DebtIssue): Debt {
  const { pullRequest, breaker, dueAt } = record
  return { pullRequest, by: breaker, dueAt, closedBy: issue.open ? null : issue.closedBy }
}

/** Those that nobody but who broke the glass has closed by a moment after they were due. */
export function overdueOf(debts: readonly DebtIssue[], at: Instant): readonly DebtIssue[] {
  return debts.filter(
    ({ issue, record }) =>
      record.dueAt <= at &&
      (issue.open || issue.closedBy === null || issue.closedBy.id === record.breaker.id),
  )
}
