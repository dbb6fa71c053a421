import type { Decision } from '../decision/decision.ts'
import type { ChangeSet } from '../model/change.ts'
import type { Issue } from '../model/issue.ts'
import { alignColumns } from './align-columns.ts'
import { changeHeadline, guardsOf, routeTitle } from './change-headline.ts'
import { notCountedTexts } from './dismissal-text.ts'
import { fileHeadlines } from './file-headlines.ts'
import { headline } from './headline.ts'
import { needRows, notesOf } from './need-rows.ts'
import { openingLines } from './opening-lines.ts'
import { type Color, paint, type TextStyle } from './paint.ts'
import { asSentence, count, listOf } from './phrases.ts'
import { type ReportRow, reportRows } from './report-rows.ts'
import { plain } from './untrusted.ts'
import { inPlain } from './wording.ts'

/** The decision for people at a terminal: outcome and next step, changes worst first, needs, what does not count. */
export function renderText(decision: Decision, style: TextStyle): string {
  const rows = reportRows(decision)
  return blocks([
    openingText(decision, style),
    changeLines(rows, style),
    needLines(decision, style),
    notesLines(decision),
    issueLines(decision.issues.filter((issue) => !isSaid(issue, rows))),
    [closingLine(decision)],
  ])
}

/** The changes alone, without policy: what `diff` prints. */
export function renderChangesText(changes: ChangeSet, style: TextStyle): string {
  const lines = changes.changes.map((change) => {
    const { verbs, object, detail, where } = changeHeadline(change, changes)
    return `${verbs}  ${plain(object)} ${plain(inPlain(detail))}  (${plain(where)})\n    ${plain(change.source.path)}:${String(change.source.line)}`
  })
  const { added, changed, removed } = changes.routes
  const routes = [
    ...added.map(
      (route) => `+ ${plain(routeTitle(route))} -> ${plain(route.backend)}  ${plain(guardsOf(route))}`,
    ),
    ...changed.map(
      ({ new: now }) => `~ ${plain(routeTitle(now))} -> ${plain(now.backend)}  ${plain(guardsOf(now))}`,
    ),
    ...removed.map((route) => `- ${plain(routeTitle(route))} -> ${plain(route.backend)}`),
  ]
  const files = fileHeadlines(changes).map(({ verb, path, detail }) => plain(`${verb}  ${path} ${detail}`))
  const same = changes.unchanged.moved + changes.unchanged.reformatted
  const summary = `${count(changes.changes.length, 'object')} changed, ${count(same, 'object')} only moved or reformatted, in ${count(changes.analysed.files, 'file')}.`
  return blocks([
    lines,
    files.length > 0 ? [paint('bold', 'Files that decide what is built', style), ...files] : [],
    routes.length > 0 ? [paint('bold', 'Routes', style), ...routes] : [],
    issueLines(changes.issues),
    [summary],
  ])
}

/** Mistakes as `path:line:column: sentence`, one a line. */
export function issueLines(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ path, line, column, text, suggestion }) => {
    const hint = suggestion === undefined || text.includes(suggestion) ? '' : ` (${suggestion})`
    return plain(`${path}:${String(line)}:${String(column)}: ${text}${hint}`)
  })
}

/** Whether a row says this mistake already. */
function isSaid({ path, text }: Issue, rows: readonly ReportRow[]): boolean {
  return rows.some((row) => row.path === path && inPlain(row.detail).includes(text))
}

function openingText(decision: Decision, style: TextStyle): readonly string[] {
  const { title, word, next, why } = openingLines(decision)
  return [
    paint(outcomeColor(decision), plain(inPlain(title)), style),
    ...(next === null ? [] : [plain(`${word}: ${inPlain(next)}.`)]),
    ...(why === null ? [] : [plain(`Why: ${inPlain(why)}`)]),
  ]
}

/** More changes than this are counted: what they need stands below them. */
const MOST_ROWS = 20

function changeLines(rows: readonly ReportRow[], style: TextStyle): readonly string[] {
  const lines = rows.slice(0, MOST_ROWS).flatMap((row) => rowLines(row, style))
  const rest = rows.slice(MOST_ROWS)
  if (rest.length === 0) return lines
  const risky = rest.filter(({ severity }) => severity !== null).length
  return [
    ...lines,
    `And ${count(rest.length, 'more change')}, ${shareOf(risky, rest.length)} of them risky; --format json lists all.`,
  ]
}

function shareOf(number: number, all: number): string {
  if (number === all) return 'all'
  return number === 0 ? 'none' : String(number)
}

function rowLines(row: ReportRow, style: TextStyle): readonly string[] {
  const risk = row.risk === 'denied' ? row.risk : (row.severity ?? 'no risk')
  const detail = inPlain(row.detail)
  const title = `${paint(row.severity ?? 'plain', risk.padEnd(8), style)}  ${row.verbs}  ${plain(row.object)} ${plain(detail)}`
  const place =
    `          ${plain(row.path)}:${String(row.line)}  ${plain(row.where === row.path ? '' : row.where)}`.trimEnd()
  const findings = row.findings.map((finding) => {
    const waived = finding.exception ? ` (excepted until ${finding.exception.until})` : ''
    const message = finding.message.endsWith(detail) ? '' : `: ${finding.message}`
    return `          ${plain(finding.rule + message + waived)}`
  })
  return [title, place, ...findings]
}

const NEED_HEADS = ['', 'needs', 'for', 'given', 'who can']

function needLines(decision: Decision, style: TextStyle): readonly string[] {
  const rows = needRows(decision)
  if (rows.length === 0 || decision.outcome === 'deny') return []
  const cells = rows.map(({ state, need, purpose, given, who }) => [
    state,
    ...[need, purpose, given.length > 0 ? given : ['-'], who].map((cell) => plain(inPlain(cell))),
  ])
  const [head = '', ...lines] = alignColumns([NEED_HEADS, ...cells])
  const colored = lines.map((line, index) => {
    const state = rows[index]?.state ?? 'unknown'
    return `${paint(state === 'met' ? 'good' : 'bold', state, style)}${line.slice(state.length)}`
  })
  return [paint('dim', head, style), ...colored]
}

function notesLines(decision: Decision): readonly string[] {
  return [
    ...notCountedTexts(decision).map((text) => `not counted: ${plain(text)}`),
    ...notesOf(decision).map((note) => `note: ${plain(inPlain(note))}`),
  ]
}

function closingLine(decision: Decision): string {
  const line = plain(inPlain(headline(decision))).replace(CLOSING_WORDS, '')
  const policies = listOf(decision.policies.map(plain), 'and', 3)
  return `${decision.outcome}: ${asSentence(line)}${policies === '' ? '' : ` Decided by ${policies}.`}`
}

/** Words of a headline that say the outcome, which stands before it here. */
const CLOSING_WORDS = /^(?:Waiting|Needs|Denied|Cannot decide): /

function outcomeColor(decision: Decision): Color {
  if (decision.outcome === 'allow') return 'good'
  return decision.outcome === 'hold' ? 'hold' : 'critical'
}

function blocks(parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
