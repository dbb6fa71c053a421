import type { Decision } from '../decision/decision.ts'
import { notCountedTexts } from './dismissal-text.ts'
import { needRows, notesOf } from './need-rows.ts'
import { count, listOf } from './phrases.ts'
import type { ReportRow } from './report-rows.ts'
import { code, markdown } from './untrusted.ts'
import { inMarkdown, shortenWording } from './wording.ts'

/** How many rows a table shows before the rest is only counted. */
export const TABLE_ROWS = 10

/** More requirements than this are counted only. */
const NEEDS_ROWS = 20

/** What would change, the worst ten, with a count of the rest by risk. */
export function changesTable(rows: readonly ReportRow[]): string | null {
  if (rows.length === 0) return null
  const lines = rows.slice(0, TABLE_ROWS).map((row) => {
    const what = `${objectCell(row)} ${inMarkdown(shortenWording(row.detail, 300))}`
    return `| ${row.verbs} | ${what} | ${markdown(row.where)} | ${row.risk} |`
  })
  const rest = rows.slice(TABLE_ROWS)
  const more = rest.length > 0 ? `\n\nAnd ${count(rest.length, 'more change')}${restByRule(rest)}.` : ''
  return ['| | would change | where | risk |', '|---|---|---|---|', ...lines].join('\n') + more
}

/** The kind, and the name as code; of a file its path as code. */
function objectCell({ object, isFile }: ReportRow): string {
  const space = isFile ? -1 : object.indexOf(' ')
  return space < 0 ? code(object) : `${markdown(object.slice(0, space))} ${code(object.slice(space + 1))}`
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

/** What is needed, for what, who gave it and who can. */
export function needsTable(decision: Decision): string | null {
  const rows = needRows(decision)
  // Where something is denied it would say that approvals help.
  if (rows.length === 0 || decision.outcome === 'deny') return null
  const lines = rows.slice(0, NEEDS_ROWS).map(({ state, need, purpose, given, who }) => {
    const mark = given.length > 0 ? inMarkdown(given) : '-'
    const needed = state === 'met' || state === 'skipped' ? inMarkdown(need) : `**${inMarkdown(need)}**`
    return `| ${needed} | ${inMarkdown(purpose)} | ${mark} | ${inMarkdown(who)} |`
  })
  const rest = rows.length - lines.length
  const more = rest > 0 ? `\n\nAnd ${count(rest, 'more requirement')}.` : ''
  return ['| needs | for | given | who can |', '|---|---|---|---|', ...lines].join('\n') + more
}

/** Approvals that do not count, each with its reason; null when all count. */
export function notCountedText(decision: Decision): string | null {
  return labelled('Not counted', notCountedTexts(decision).map(markdown), '; ')
}

/** Doubts that hold nothing, labels that do not help, exceptions; null: there are none. */
export function notesText(decision: Decision): string | null {
  return labelled('Note', notesOf(decision).map(inMarkdown), ' ')
}

/** More than this does not read well in one line. */
const IN_LINE = 2
/** More than this is counted only. */
const LABELLED = 20

/** What belongs under a bold word: a few in its line, more as a list below it. */
function labelled(word: string, items: readonly string[], joint: string): string | null {
  if (items.length === 0) return null
  const rest = items.length - LABELLED
  const more = rest > 0 ? [`and ${String(rest)} more`] : []
  if (items.length > IN_LINE)
    return [`**${word}:**`, ...[...items.slice(0, LABELLED), ...more].map((item) => `- ${item}`)].join('\n')
  const line = items.join(joint)
  return `**${word}:** ${line.endsWith('.') ? line : `${line}.`}`
}
