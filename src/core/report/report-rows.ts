import type { Decision } from '../decision/decision.ts'
import type { Change } from '../model/change.ts'
import { type Finding, subjectKey } from '../model/finding.ts'
import { compareSeverity, type Severity, worstSeverity } from '../model/severity.ts'
import { changeHeadline } from './change-headline.ts'
import { settingDetails } from './file-headlines.ts'

/** One line of "what would change": an object or a file, with what is risky about it. Plain text, not yet made harmless. */
export interface ReportRow {
  readonly verbs: string
  /** The object, or the file's path. */
  readonly object: string
  readonly detail: string
  readonly where: string
  readonly path: string
  readonly line: number
  /** It is a file as a whole that changes, such as a kustomization. */
  readonly isFile: boolean
  /** The worst of its findings; null when there is none. */
  readonly severity: Severity | null
  readonly findings: readonly Finding[]
}

/** What would change, worst first, then by place. Files appear when something is risky about them. */
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
  return [...objects.filter((row) => !(row.isFile && told.has(row.path))), ...files].toSorted(byRisk)
}

function objectRow(change: Change, decision: Decision, findings: readonly Finding[]): ReportRow {
  const { verbs, object, where, ...headline } = changeHeadline(change, decision.changes)
  const [first] = findings
  const detail = headline.plain && first ? withoutName(first.message, object) : headline.detail
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
    severity: worstSeverity(findings.map(({ severity }) => severity)),
    findings,
  }
}

/** A file about which something is risky. What its settings say, or a kustomization, is told with it. */
function fileRow(findings: readonly Finding[], decision: Decision): ReportRow {
  const path = findings[0]?.path ?? ''
  const { changes, files } = decision.changes
  const file = files.find((candidate) => candidate.path === path)
  const change = changes.find(({ source }) => source.path === path && source.role === 'kustomization')
  const headline = change && changeHeadline(change, decision.changes)
  const said = [...new Set(findings.map(({ message }) => withoutName(message, path)))]
  const settings = headline ? [headline.detail] : file ? settingDetails(file) : []
  return {
    verbs: headline?.verbs ?? FILE_VERBS[file?.operation ?? 'UPDATE'],
    object: path,
    detail: [...settings, ...said].join('; '),
    where: 'this repository',
    path,
    line: findings[0]?.line ?? 1,
    isFile: true,
    severity: worstSeverity(findings.map(({ severity }) => severity)),
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

function byRisk(a: ReportRow, b: ReportRow): number {
  if (a.severity !== b.severity) {
    if (a.severity === null) return 1
    if (b.severity === null) return -1
    return compareSeverity(b.severity, a.severity)
  }
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line
}
