import type { Issue } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import { MOST_ISSUES } from './yaml-limits.ts'

/** The text of one document and the line of the file on which it begins. */
export interface DocumentText {
  readonly text: string
  readonly firstLine: number
}

/**
 * Splits a stream as kubectl does: at every line that starts with `---`, whatever stands around it, before any YAML is
 * read; the last line always ends. Refuses lines on which Kubernetes' readers differ: text after `---`, `...` and directives.
 */
export function splitDocuments(
  text: string,
  path: string,
): Result<readonly DocumentText[], readonly Issue[]> {
  const documents: DocumentText[] = []
  const issues: Issue[] = []
  let begin = 0
  let firstLine = 1
  let line = 1
  for (let start = 0; start < text.length && issues.length <= MOST_ISSUES; line += 1) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const kind = lineKind(text, start, end)
    if (kind === 'separator') {
      documents.push({ text: text.slice(begin, start), firstLine })
      begin = Math.min(end + 1, text.length)
      firstLine = line + 1
    } else if (kind !== 'content') {
      issues.push({ code: kind, severity: 'high', path, line, column: 1, text: REFUSED[kind] })
    }
    start = end + 1
  }
  const rest = text.slice(begin)
  documents.push({ text: rest.endsWith('\n') ? rest : `${rest}\n`, firstLine })
  return issues.length > 0 ? err(issues) : ok(documents)
}

type RefusedLine = 'yaml.separator' | 'yaml.document-end' | 'yaml.directive'

const REFUSED: Record<RefusedLine, string> = {
  'yaml.separator':
    'A line that starts with --- holds more than a comment; Kubernetes refuses it or drops the text. Put the text on a line of its own.',
  'yaml.document-end':
    'A line starts with "..."; Kubernetes ignores what follows in this document. Remove it, and separate documents with ---.',
  'yaml.directive': 'A line starts with "%", a YAML directive, which Kubernetes refuses. Remove it.',
}

function lineKind(text: string, start: number, end: number): 'content' | 'separator' | RefusedLine {
  const first = text.charCodeAt(start)
  if (first === 0x25) return 'yaml.directive'
  if (first === 0x2e) return text.startsWith('...', start) ? 'yaml.document-end' : 'content'
  if (first !== 0x2d || !text.startsWith('---', start)) return 'content'
  return /^---[ \t]*(?:[ \t]#.*)?\r?$/.test(text.slice(start, end)) ? 'separator' : 'yaml.separator'
}
