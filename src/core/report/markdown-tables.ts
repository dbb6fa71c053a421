import type { Decision } from '../decision/decision.ts'
import { notCountedTexts } from './dismissal-text.ts'
import { type NeedRow, needRows, notesOf } from './need-rows.ts'
import { count, listOf } from './phrases.ts'
import type { ReportRow } from './report-rows.ts'
import { code, markdown } from './untrusted.ts'
import { exactly, inCell, inMarkdown, shortenWording, type Wording } from './wording.ts'

/** How many rows a table shows before the rest is only counted. */
export const TABLE_ROWS = 10

/** More requirements than this are counted only. */
const NEEDS_ROWS = 20

/** What would change, the worst ten, with a count of the rest by risk. What is the same for all is said once: a phone is narrow. */
export function changesTable(rows: readonly ReportRow[]): string | null {
  const [first] = rows
  if (!first) return null
  const shown = rows.slice(0, TABLE_ROWS)
  const isOnePlace = shown.every(({ where }) => where === first.where)
  const lines = shown.map((row) => {
    const what = `**${row.verbs}** ${inCell(objectWording(row))} ${inCell(shortenWording(row.detail, 300))}`
    return [row.risk, what, ...(isOnePlace ? [] : [inCell([row.where])])]
  })
  const head = isOnePlace ? [`would change in ${inCell([first.where])}`] : ['would change', 'where']
  const rest = rows.slice(TABLE_ROWS)
  const more = rest.length > 0 ? `\n\nAnd ${count(rest.length, 'more change')}${restByRule(rest)}.` : ''
  return table(['risk', ...head], lines) + more
}

/** Cells are made by {@link inCell}, or are words of our own. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableLine(head), `|${'---|'.repeat(head.length)}`, ...rows.map(tableLine)].join('\n')
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The kind, and the name as code; of a file its path as code. */
function objectWording({ object, isFile }: ReportRow): Wording {
  const space = isFile ? -1 : object.indexOf(' ')
  return space < 0 ? [exactly(object)] : [object.slice(0, space), ' ', exactly(object.slice(space + 1))]
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

/** What is needed and who can give it, for what, and who gave it. */
export function needsTable(decision: Decision): string | null {
  const rows = needRows(decision)
  // Where something is denied it would say that approvals help.
  if (rows.length === 0 || decision.outcome === 'deny') return null
  const isAnyGiven = rows.some(({ given }) => given.length > 0)
  const lines = rows
    .slice(0, NEEDS_ROWS)
    .map((row) => [
      needCell(row),
      inCell(row.purpose),
      ...(isAnyGiven ? [row.given.length > 0 ? inCell(row.given) : '-'] : []),
    ])
  const rest = rows.length - lines.length
  const more = rest > 0 ? `\n\nAnd ${count(rest, 'more requirement')}.` : ''
  return table(['needs', 'for', ...(isAnyGiven ? ['given'] : [])], lines) + more
}

/** The need, bold while somebody has to give it, and who can unless it names them. */
function needCell({ state, need, who, isNamed }: NeedRow): string {
  const needed = state === 'met' || state === 'skipped' ? inCell(need) : `**${inCell(need)}**`
  return who.length === 0 || isNamed ? needed : `${needed} (${inCell(who)})`
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
