import type { Issue } from '../model/issue.ts'
import { paint, type TextStyle } from './paint.ts'
import { count } from './phrases.ts'
import { issueLines } from './terminal.ts'

/** Mistakes and warnings as `path:line:column: text`, one a line, and a closing line with counts. */
export function renderProblems(problems: readonly Issue[], files: number, style: TextStyle): string {
  const lines = problems.map((problem) => {
    const [line = ''] = issueLines([problem])
    if (problem.severity !== 'low') return line
    const place = `${problem.path}:${String(problem.line)}:${String(problem.column)}: `
    return line.startsWith(place)
      ? `${place}${paint('medium', 'warning:', style)} ${line.slice(place.length)}`
      : line
  })
  return [...lines, ...(lines.length > 0 ? [''] : []), closingLine(problems, files, style)].join('\n')
}

function closingLine(problems: readonly Issue[], files: number, style: TextStyle): string {
  const warnings = problems.filter(({ severity }) => severity === 'low').length
  const mistakes = problems.length - warnings
  const counts = `${count(mistakes, 'mistake')}, ${count(warnings, 'warning')} in ${count(files, 'file')}.`
  return paint(mistakes > 0 ? 'bad' : 'good', counts, style)
}
