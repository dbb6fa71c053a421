import type { Decision } from '../decision/decision.ts'
import type { Finding } from '../model/finding.ts'
import { objectTitle } from '../model/object-ref.ts'
import type { Verdict } from '../model/verdict.ts'
import { dismissalText } from './dismissal-text.ts'
import { joinNeeds } from './join-needs.ts'
import { count, lengthOf, listOf, timeOf } from './phrases.ts'
import { ownersText, reasonText } from './reason-text.ts'
import type { ReportRow } from './report-rows.ts'
import { timeNeeded } from './sync-window-text.ts'
import { code, markdown, shorten } from './untrusted.ts'

/** How many rows a table shows before the rest is only counted. */
export const TABLE_ROWS = 10

/** More requirements than this are counted only. */
const NEEDS_ROWS = 20

/** What would change, the worst ten, with a count of the rest by risk. */
export function changesTable(rows: readonly ReportRow[]): string | null {
  if (rows.length === 0) return null
  const lines = rows.slice(0, TABLE_ROWS).map((row) => {
    const what = `${markdown(row.object)} ${markdown(shorten(row.detail, 300))}`
    return `| ${row.verbs} | ${what} | ${markdown(row.where)} | ${row.severity ?? '-'} |`
  })
  const rest = rows.slice(TABLE_ROWS)
  const more = rest.length > 0 ? `\n\nAnd ${count(rest.length, 'more change')}${restByRule(rest)}.` : ''
  return ['| | would change | where | risk |', '|---|---|---|---|', ...lines].join('\n') + more
}

function restByRule(rows: readonly ReportRow[]): string {
  const counts = new Map<string, number>()
  for (const { findings } of rows)
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const rules = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const harmless = rows.filter(({ findings }) => findings.length === 0).length
  const others = harmless > 0 ? `; ${String(harmless)} without a finding` : ''
  return rules.length === 0
    ? ', nothing risky in them'
    : `: ${listOf(
        rules.map(([rule, times]) => `${String(times)} of ${code(rule)}`),
        'and',
        5,
      )}${others}`
}

/** What is needed, for what, and what has been given. */
export function needsTable(decision: Decision): string | null {
  const asked = joinNeeds(decision.verdicts)
  if (asked.length === 0) return null
  const lines = asked
    .slice(0, NEEDS_ROWS)
    .map(
      (verdict) =>
        `| ${needText(verdict)} | ${purposeText(verdict.requirement.findings)} | ${givenText(verdict, decision)} |`,
    )
  const rest = asked.length - lines.length
  const more = rest > 0 ? `\n\nAnd ${count(rest, 'more requirement')}.` : ''
  return ['| needs | for | given |', '|---|---|---|', ...lines].join('\n') + more
}

function needText(verdict: Verdict): string {
  const { requirement } = verdict
  if (requirement.kind === 'window')
    return `a window of at most ${lengthOf(requirement.max)}, opened by ${ownersText(requirement)}`
  if (requirement.kind === 'sync-window') return markdown(timeNeeded(requirement))
  if (requirement.from.length === 0) return 'an owner'
  const strict = requirement.strict ? ', on the present head' : ''
  return `${String(requirement.count)} of ${ownersText(requirement)}${strict}`
}

function purposeText(findings: readonly Finding[]): string {
  const subjects = [...new Set(findings.map(({ object, path }) => (object ? objectTitle(object) : path)))]
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  return `${markdown(listOf(subjects, 'and', 2))} (${listOf(rules.map(code), 'and', 3)})`
}

function givenText(verdict: Verdict, decision: Decision): string {
  const now = decision.decidedAt
  if (verdict.kind === 'window') {
    if (verdict.reason.code === 'window-missing') return 'not open'
    const by =
      verdict.grant && verdict.verdict === 'met'
        ? `@${verdict.grant.grantedBy.login}, until ${timeOf(verdict.grant.notAfter, now)}`
        : null
    return by ?? markdown(reasonText(verdict, verdict.reason, now))
  }
  if (verdict.kind === 'sync-window') return markdown(reasonText(verdict, verdict.reason, now))
  const people = listOf(verdict.by.map(({ login }) => `@${login}`))
  if (verdict.verdict === 'met') return people
  if (verdict.reason.code === 'approvals-missing') return people || '-'
  return markdown(reasonText(verdict, verdict.reason, now))
}

/** Approvals that do not count, each with its reason; null when all count. */
export function notCountedText(decision: Decision): string | null {
  const { notCounted } = decision.approvals
  if (notCounted.length === 0) return null
  return `**Not counted:** ${notCounted.map((approval) => markdown(dismissalText(approval))).join('; ')}.`
}
