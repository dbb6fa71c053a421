import type { Decision } from '../decision/decision.ts'
import { type Finding, subjectKey } from '../model/finding.ts'
import type { Issue } from '../model/issue.ts'
import { compareSeverity, type Severity } from '../model/severity.ts'
import { asSentence } from './phrases.ts'
import { reportRows } from './report-rows.ts'
import { plain, shorten } from './untrusted.ts'

/** A remark on a place in a file, for whoever reads the run or the files. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** The path as it is, not made harmless. Null: after the merge there is no such file, or it is not known; the message names it. */
  readonly file: string | null
  /** A line of the head; null: what it is about stands in none. */
  readonly line: number | null
  readonly title: string
  readonly message: string
}

/** GitHub shows ten errors and ten warnings of a step. */
const ANNOTATIONS = 10
const TITLE_LIMIT = 255
/** In code points, of which the longest take four bytes: together less than 4 KiB. */
const MESSAGE_LIMIT = 1000

/**
 * The ten worst findings and mistakes, each once, in the order in which the report tells them. An allow has none: it asks nobody for
 * anything, and what was approved stands in comment and summary. What is waived or only to be seen is a notice, however severe.
 */
export function annotations(decision: Decision): readonly Annotation[] {
  if (decision.outcome === 'allow') return []
  const remarks = [...findingRemarks(decision), ...issueRemarks(decision)].toSorted(compareRemarks)
  const once = new Map(remarks.map(({ annotation }) => [JSON.stringify(annotation), annotation]))
  return [...once.values()].slice(0, ANNOTATIONS)
}

interface Remark {
  readonly severity: Severity
  readonly annotation: Annotation
}

function compareRemarks(a: Remark, b: Remark): number {
  const byLevel = LOUDNESS[b.annotation.level] - LOUDNESS[a.annotation.level]
  return byLevel || compareSeverity(b.severity, a.severity)
}

const LOUDNESS: Readonly<Record<Annotation['level'], number>> = { notice: 0, warning: 1, error: 2 }

const LEVELS: Readonly<Record<Severity, Annotation['level']>> = {
  low: 'notice',
  medium: 'warning',
  high: 'error',
  critical: 'error',
}

function findingRemarks(decision: Decision): readonly Remark[] {
  const headOf = headPlaces(decision)
  return inOrder(decision).map((finding) => {
    const { severity, effect, exception, rule, message, why } = finding
    const level = effect === 'notice' || exception !== null ? 'notice' : LEVELS[severity]
    const text = why === '' ? asSentence(message) : `${asSentence(message)} ${why}`
    return remark(severity, level, rule, { text, path: finding.path, ...headOf(finding) })
  })
}

/** By importance: the rows of the report first, in their order, and what stands in no row behind them. */
function inOrder(decision: Decision): readonly Finding[] {
  const shown = reportRows(decision).flatMap(({ findings }) => findings)
  return [...new Set([...shown, ...decision.findings])]
}

/** What no finding says already. Mistakes in a policy are of the base branch, and nobody knows their lines at the head. */
function issueRemarks(decision: Decision): readonly Remark[] {
  const { changes, findings, issues } = decision
  const inFiles = new Set(changes.issues)
  const gone = deletedFiles(decision)
  return issues
    .filter((issue) => !findings.some((finding) => isToldBy(issue, finding)))
    .map((issue) => {
      const { severity, code, text, path, line, onBase } = issue
      if (!inFiles.has(issue))
        return remark(severity, LEVELS[severity], code, {
          text: `${path}:${String(line)}: ${text}`,
          path,
          file: null,
          line: null,
        })
      const file = gone.has(path) ? null : path
      return remark(severity, LEVELS[severity], code, {
        text,
        path,
        file,
        line: onBase || file === null ? null : line,
      })
    })
}

function isToldBy(issue: Issue, { subject, path, message }: Finding): boolean {
  return subject.kind === 'file' && path === issue.path && message.includes(issue.text)
}

interface Place {
  readonly file: string | null
  readonly line: number | null
}

interface Saying extends Place {
  readonly text: string
  readonly path: string
}

function remark(
  severity: Severity,
  level: Annotation['level'],
  name: string,
  { text, path, file, line }: Saying,
): Remark {
  const said = file === null && !text.includes(path) ? `${path}: ${text}` : text
  return {
    severity,
    annotation: {
      level,
      file,
      line,
      title: shorten(plain(`${severity}: ${name}`), TITLE_LIMIT),
      message: shorten(plain(said), MESSAGE_LIMIT),
    },
  }
}

/** Where a finding stands after the merge: what is only deleted has no line there, and with its last line its file is gone. */
function headPlaces(decision: Decision): (finding: Finding) => Place {
  const { changes, files, issues } = decision.changes
  const gone = deletedFiles(decision)
  const deleted = new Set(
    changes
      .filter(({ operation }) => operation === 'DELETE')
      .map(({ identity }) => subjectKey({ kind: 'object', identity })),
  )
  const fieldsOf = new Map(files.map(({ path, fields }) => [path, fields]))
  return (finding) => {
    const { path, line, pointer, subject } = finding
    if (gone.has(path)) return { file: null, line: null }
    const isRemoved =
      deleted.has(subjectKey(subject)) ||
      (subject.kind === 'file' && pointer !== null && isRemovedFrom(fieldsOf.get(path) ?? [], pointer)) ||
      issues.some((issue) => issue.onBase && isToldBy(issue, finding))
    return { file: path, line: isRemoved ? null : line }
  }
}

/** Whether the setting at a place is one that goes, alone or with what holds it: its line is one of the base. */
function isRemovedFrom(fields: Decision['changes']['files'][number]['fields'], pointer: string): boolean {
  return fields.some(
    ({ op, path }) => op === 'remove' && (pointer === path || pointer.startsWith(`${path}/`)),
  )
}

function deletedFiles({ changes }: Decision): ReadonlySet<string> {
  return new Set(changes.files.filter(({ operation }) => operation === 'DELETE').map(({ path }) => path))
}
