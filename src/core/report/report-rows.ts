import type { Decision } from '../decision/decision.ts'
import type { Change } from '../model/change.ts'
import { type Finding, subjectKey } from '../model/finding.ts'
import { compareSeverity, type Severity, worstSeverity } from '../model/severity.ts'
import { changeHeadline } from './change-headline.ts'
import { settingDetails } from './file-headlines.ts'
import { joined, type Wording } from './wording.ts'

/** One line of "what would change": an object or a file, with what is risky about it. Plain text, not yet made harmless. */
export interface ReportRow {
  readonly verbs: string
  /** The object, or the file's path. */
  readonly object: string
  readonly detail: Wording
  readonly where: string
  readonly path: string
  readonly line: number
  /** It is a file as a whole that changes, such as a kustomization. */
  readonly isFile: boolean
  /** The worst of its findings; null when there is none. */
  readonly severity: Severity | null
  /** `high`, `denied`, `high, excepted`; `-` for nothing. */
  readonly risk: string
  readonly findings: readonly Finding[]
}

/**
 * What would change, worst first; among those that are equally bad first what happens least often, so that one change of its own
 * kind is not lost among a hundred others; then by place. Files appear when something is risky about them.
 */
export function reportRows(decision: Decision): readonly ReportRow[] {
  const findings = bySubject(decision.findings)
  const objects = decision.changes.changes.map((change) =>
    objectRow(
      change,
      decision,
      findings.get(subjectKey({ kind: 'object', identity: change.identity })) ?? [],
    ),
  )
  const files = [...findings.values()]
    .filter(([first]) => first?.subject.kind === 'file')
    .map((group) => fileRow(group, decision))
  const told = new Set(files.map(({ path }) => path))
  return sortRows([...objects.filter((row) => !(row.isFile && told.has(row.path))), ...files])
}

function objectRow(change: Change, decision: Decision, findings: readonly Finding[]): ReportRow {
  const risky = findings.flatMap(({ pointer }) => (pointer === null ? [] : [pointer]))
  const { verbs, object, where, ...headline } = changeHeadline(change, decision.changes, risky)
  const [first] = findings
  const detail: Wording = headline.plain && first ? [withoutName(first.message, object)] : headline.detail
  const { path, line } = change.source
  const place = findings[0]?.line ?? line
  const isFile = change.source.role === 'kustomization'
  return {
    verbs,
    object,
    detail,
    where,
    path,
    line: place,
    isFile,
    ...riskOf(findings),
    findings,
  }
}

function riskOf(findings: readonly Finding[]): Pick<ReportRow, 'severity' | 'risk'> {
  const severity = worstSeverity(findings.map((finding) => finding.severity))
  if (severity === null) return { severity, risk: '-' }
  if (findings.some(({ effect, exception }) => effect === 'deny' && exception === null))
    return { severity, risk: 'denied' }
  const excepted = findings.every(({ exception }) => exception !== null)
  return { severity, risk: excepted ? `${severity}, excepted` : severity }
}

/** A file about which something is risky. What its settings say, or a kustomization, is told with it. */
function fileRow(findings: readonly Finding[], decision: Decision): ReportRow {
  const path = findings[0]?.path ?? ''
  const { changes, files } = decision.changes
  const file = files.find((candidate) => candidate.path === path)
  const change = changes.find(({ source }) => source.path === path && source.role === 'kustomization')
  const headline = change && changeHeadline(change, decision.changes)
  const said = [...new Set(findings.map(({ message }) => withoutName(message, path)))]
  const settings: readonly Wording[] = headline
    ? [headline.detail]
    : (file ? settingDetails(file) : []).map((text) => [text])
  return {
    verbs: headline?.verbs ?? FILE_VERBS[file?.operation ?? 'UPDATE'],
    object: path,
    detail: joined([...settings, ...said.map((text) => [text])], '; '),
    where: 'this repository',
    path,
    line: findings[0]?.line ?? 1,
    isFile: true,
    ...riskOf(findings),
    findings,
  }
}

const FILE_VERBS = { CREATE: 'create', UPDATE: 'edit', DELETE: 'delete' } as const

/** The message without the name it begins with, where that name stands before it anyway. */
function withoutName(message: string, name: string): string {
  return message.startsWith(`${name} `) || message.startsWith(`${name}:`)
    ? message.slice(name.length + 1).trimStart()
    : message
}

function bySubject(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = subjectKey(finding.subject)
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return groups
}

function sortRows(rows: readonly ReportRow[]): readonly ReportRow[] {
  const times = new Map<string, number>()
  for (const { findings } of rows)
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      times.set(rule, (times.get(rule) ?? 0) + 1)
  const rarity = new Map(
    rows.map((row) => [row, Math.min(...row.findings.map(({ rule }) => times.get(rule) ?? 0))]),
  )
  return rows.toSorted((a, b) => bySeverity(a, b) || compare(rarity.get(a), rarity.get(b)) || byPlace(a, b))
}

function compare(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function bySeverity(a: ReportRow, b: ReportRow): number {
  if (a.severity === b.severity) return 0
  if (a.severity === null) return 1
  return b.severity === null ? -1 : compareSeverity(b.severity, a.severity)
}

function byPlace(a: ReportRow, b: ReportRow): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line
}
