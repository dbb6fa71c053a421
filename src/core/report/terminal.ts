import type { Decision } from '../decision/decision.ts'
import type { ChangeSet } from '../model/change.ts'
import type { Issue } from '../model/issue.ts'
import type { Verdict } from '../model/verdict.ts'
import { changeHeadline, guardsOf, routeTitle } from './change-headline.ts'
import { fileHeadlines } from './file-headlines.ts'
import { dismissalText } from './dismissal-text.ts'
import { headline } from './headline.ts'
import { joinNeeds } from './join-needs.ts'
import { nextStep } from './next-step.ts'
import { type Color, paint, type TextStyle } from './paint.ts'
import { asSentence, count, lengthOf, listOf, timeOf } from './phrases.ts'
import { ownersText, reasonText } from './reason-text.ts'
import { type ReportRow, reportRows } from './report-rows.ts'
import { timeNeeded } from './sync-window-text.ts'
import { plain } from './untrusted.ts'

/** The decision for people at a terminal: outcome and next step, changes worst first, needs, what does not count. */
export function renderText(decision: Decision, style: TextStyle): string {
  const rows = reportRows(decision)
  return blocks([
    [paint(outcomeColor(decision), titleOf(decision), style), ...nextLines(decision)],
    rows.flatMap((row) => rowLines(row, style)),
    needLines(decision, style),
    decision.approvals.notCounted.map((approval) => `not counted: ${plain(dismissalText(approval))}`),
    issueLines(decision.issues.filter((issue) => !isSaid(issue, rows))),
    [closingLine(decision)],
  ])
}

/** The changes alone, without policy: what `diff` prints. */
export function renderChangesText(changes: ChangeSet, style: TextStyle): string {
  const lines = changes.changes.map((change) => {
    const { verbs, object, detail, where } = changeHeadline(change, changes)
    return `${verbs}  ${plain(object)} ${plain(detail)}  (${plain(where)})\n    ${plain(change.source.path)}:${String(change.source.line)}`
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
  return rows.some((row) => row.path === path && row.detail.includes(text))
}

function titleOf(decision: Decision): string {
  return plain(
    decision.outcome === 'hold' && decision.obstacles.length === 0
      ? nextStep(decision).heading
      : headline(decision),
  )
}

function nextLines(decision: Decision): readonly string[] {
  if (decision.outcome === 'hold' && decision.obstacles.length === 0) {
    const word = decision.pullRequest === null ? 'Needed' : 'Next'
    return [plain(`${word}: ${nextStep(decision).action}.`)]
  }
  return decision.expiresAt === null
    ? []
    : [
        `Merge before ${timeOf(decision.expiresAt, decision.decidedAt)}; after that the merge is blocked again.`,
      ]
}

function rowLines(row: ReportRow, style: TextStyle): readonly string[] {
  const risk = row.severity === null ? 'no risk' : row.severity
  const title = `${paint(row.severity ?? 'plain', risk.padEnd(8), style)}  ${row.verbs}  ${plain(row.object)} ${plain(row.detail)}`
  const place =
    `          ${plain(row.path)}:${String(row.line)}  ${plain(row.where === row.path ? '' : row.where)}`.trimEnd()
  const findings = row.findings.map((finding) => {
    const waived = finding.exception ? ` (excepted until ${finding.exception.until})` : ''
    const message = finding.message.endsWith(row.detail) ? '' : `: ${finding.message}`
    return `          ${plain(finding.rule + message + waived)}`
  })
  return [title, place, ...findings]
}

function needLines(decision: Decision, style: TextStyle): readonly string[] {
  const verdicts = joinNeeds(decision.verdicts)
  const needs = verdicts.map((verdict) => needText(verdict))
  const width = Math.min(60, Math.max(...needs.map(({ length }) => length)))
  return verdicts.map((verdict, index) => {
    const need = plain(needs[index] ?? '').padEnd(width)
    return `${paint(verdict.verdict === 'met' ? 'good' : 'bold', verdict.verdict.padEnd(8), style)}  ${need}  ${plain(answerText(verdict, decision))}`
  })
}

function needText({ requirement }: Verdict): string {
  if (requirement.kind === 'window')
    return `a window of at most ${lengthOf(requirement.max)} by ${ownersText(requirement)}`
  if (requirement.kind === 'sync-window') return timeNeeded(requirement)
  return requirement.from.length === 0
    ? 'an owner'
    : `${String(requirement.count)} of ${ownersText(requirement)}`
}

function answerText(verdict: Verdict, decision: Decision): string {
  return [verdict.reason, ...verdict.notes]
    .map((reason) => reasonText(verdict, reason, decision.decidedAt))
    .join(' ')
}

function closingLine(decision: Decision): string {
  const policies = listOf(decision.policies.map(plain))
  return `${decision.outcome}: ${asSentence(plain(headline(decision)))}${policies === '' ? '' : ` Decided by ${policies}.`}`
}

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
