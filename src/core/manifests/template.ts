import type { Issue } from '../model/issue.ts'

/**
 * The issues of a file that could not be read, with those on lines of template text told as what they are: nobody can
 * correct the YAML of a template, it has to be rendered.
 */
export function explainTemplate(text: string, path: string, issues: readonly Issue[]): readonly Issue[] {
  if (!text.includes('{{')) return issues
  const lines = text.split('\n')
  const first = lines.findIndex((line) => TEMPLATE_LINE.test(line))
  if (first === -1) return issues
  const template: Issue = {
    code: 'manifest.template',
    severity: 'high',
    path,
    line: first + 1,
    column: (lines[first] ?? '').indexOf('{{') + 1,
    text: 'A template expression {{ }} stands outside of quotes, so no object can be read. Render the chart and check the rendered files.',
  }
  return [template, ...issues.filter((issue) => !TEMPLATE_LINE.test(lines[issue.line - 1] ?? ''))]
}

// An expression that begins a line or a value: in front of anything else it is only a part of some text. No dash can be
// taken in two ways, or a long line of them would take for ever.
const TEMPLATE_LINE = /^\s*(?:-\s+)*(?:(?!-\s)[^\s#'"][^#'"]*:\s+(?:-\s+)*)?\{\{/
