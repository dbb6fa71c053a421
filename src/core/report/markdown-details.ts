import type { Decision } from '../decision/decision.ts'
import { changeTitle, type FieldChange, type LineChange } from '../model/change.ts'
import type { Finding } from '../model/finding.ts'
import { formatInstant } from '../model/instant.ts'
import { type Json, stringifyJson } from '../model/json.ts'
import type { Route } from '../model/route.ts'
import { guardsOf, routeTitle } from './change-headline.ts'
import { isShownAsObject } from './file-headlines.ts'
import type { Section } from './fit-sections.ts'
import { asSentence, count, listOf } from './phrases.ts'
import { code, markdown, shorten } from './untrusted.ts'

/** The folded parts of a report, in order of importance. */
export function detailSections(decision: Decision): readonly Section[] {
  return [
    routesSection(decision),
    issuesSection(decision),
    rulesSection(decision),
    fieldsSection(decision),
    evidenceSection(decision),
  ]
}

function routesSection(decision: Decision): Section {
  const { added, changed, removed } = decision.changes.routes
  const lines = [
    ...added.map((route) => `- opened: ${routeLine(route)}`),
    ...changed.map(
      ({ old, new: now }) =>
        `- changed: ${routeLine(now)}; before: ${markdown(`${old.backend}, ${guardsOf(old)}`)}`,
    ),
    ...removed.map((route) => `- closed: ${routeLine(route)}`),
  ]
  const counts = [
    [added.length, 'opened'],
    [changed.length, 'changed'],
    [removed.length, 'closed'],
  ] as const
  const said = counts.filter(([number]) => number > 0).map(([number, word]) => `${String(number)} ${word}`)
  return folded(`Routes: ${said.join(', ')}`, lines)
}

function routeLine(route: Route): string {
  const place = route.environment === null ? '' : `, ${markdown(route.environment)}`
  return `${code(routeTitle(route))} to ${code(route.backend)} (${markdown(guardsOf(route))}${place})`
}

function issuesSection({ issues, outcome }: Decision): Section {
  const lines = issues.map(
    ({ path, line, column, text }) =>
      `- ${code(`${path}:${String(line)}:${String(column)}`)} ${markdown(text)}`,
  )
  // Where nothing could be decided the mistakes are all there is to say.
  return { title: count(issues.length, 'mistake'), lines, folded: outcome !== 'error' }
}

/** Each rule with what it found, worst first, and why that matters. */
function rulesSection({ findings }: Decision): Section {
  const rules = new Map<string, Finding[]>()
  for (const finding of findings) {
    const same = rules.get(finding.rule)
    if (same) same.push(finding)
    else rules.set(finding.rule, [finding])
  }
  return folded(`Why this is risky: ${count(rules.size, 'rule')}`, [...rules.values()].map(ruleLine))
}

function ruleLine(findings: readonly Finding[]): string {
  const [first] = findings
  if (!first) return ''
  const { rule, severity, message, why, references } = first
  const links = references
    .filter((reference) => /^https:\/\/[^\s<>()]+$/.test(reference))
    .map((link) => ` <${link}>`)
  const more = findings.length > 1 ? ` (and ${String(findings.length - 1)} more)` : ''
  return `- ${code(rule)} (${severity}): ${asSentence(markdown(message) + more)} ${markdown(why)}${links.join('')}`
}

function fieldsSection(decision: Decision): Section {
  const fields = decision.changes.changes.flatMap((change) =>
    change.fields.map((field) => fieldLine(change.source.path, changeTitle(change), field)),
  )
  for (const file of decision.changes.files) {
    if (!isShownAsObject(file)) fields.push(...file.fields.map((field) => fieldLine(file.path, '', field)))
  }
  return folded(count(fields.length, 'changed field'), fields)
}

function fieldLine(path: string, title: string, field: FieldChange): string {
  const place = `${path}${field.line === null ? '' : `:${String(field.line)}`}`
  return `- ${code(place)} ${markdown(`${title} `.trimStart())}${code(field.path)}: ${valuesText(field)}`
}

function valuesText(field: FieldChange): string {
  if (field.redacted) return REDACTED[field.op]
  return field.lines ? linesText(field.lines) : `${value(field.old)} to ${value(field.new)}`
}

/** What is known of a secret value: whether there was one, and whether there is one. */
const REDACTED: Readonly<Record<FieldChange['op'], string>> = {
  add: 'absent to `*** (after)`, a secret value',
  remove: '`*** (before)`, a secret value, to absent',
  replace: '`*** (before)` to `*** (after)`, a secret value',
}

const LINES = 12

/** The lines of a text that differ, as people know them from a diff. */
function linesText(lines: readonly LineChange[]): string {
  const shown = lines
    .slice(0, LINES)
    .map(
      ({ op, line, text }) =>
        `  - ${code(`${op === 'add' ? '+' : '-'}${String(line)} ${shorten(text, 120)}`)}`,
    )
  const more = lines.length > LINES ? [`  - and ${String(lines.length - LINES)} more`] : []
  return [`${count(lines.length, 'line')} of the text`, ...shown, ...more].join('\n')
}

function value(json: Json | undefined): string {
  return json === undefined ? 'absent' : code(shorten(stringifyJson(json), 120))
}

function evidenceSection(decision: Decision): Section {
  const { digests, changes } = decision
  return folded('Evidence', [
    `- decided at ${formatInstant(decision.decidedAt)} by ${listOf(decision.policies.map(code)) || 'no policy'}`,
    `- read ${count(changes.analysed.files, 'file')}: ${count(changes.analysed.objects, 'object')}, ${String(changes.analysed.notManifests)} not manifests, ${String(changes.analysed.unreadable)} unreadable`,
    `- the same in meaning: ${String(changes.unchanged.moved)} moved, ${String(changes.unchanged.reformatted)} reformatted`,
    ...Object.entries(digests).map(([name, digest]) => `- ${name} ${code(digest || 'none')}`),
  ])
}

function folded(title: string, lines: readonly string[]): Section {
  return { title, lines, folded: true }
}
