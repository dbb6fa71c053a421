import { diffArrays } from 'diff'
import type { CaseRun } from '../../decision/cases/run-case.ts'

/** A change that makes a rule fire, from the cases of its pack. */
export interface RuleExample {
  readonly name: string
  readonly path: string
  readonly line: number
  /** What the rule says of it; null: not under this policy. */
  readonly message: string | null
  /** The change by line: ` ` the same, `-` before, `+` after; files with a line of their path before them. */
  readonly lines: readonly string[]
}

const MOST_LINES = 40
const CONTEXT = 2

/** One run of a case as an example of a rule. */
export function exampleOf({ prepared, decision }: CaseRun, rule: string): RuleExample {
  const { name, line, before, after } = prepared.policyCase
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
  const lines = paths.flatMap((path) => [
    ...(paths.length > 1 ? [`${path}:`] : []),
    ...changedLines(before.get(path) ?? '', after.get(path) ?? ''),
  ])
  const left = lines.length - MOST_LINES
  return {
    name,
    path: prepared.path,
    line,
    message: decision.findings.find((finding) => finding.rule === rule)?.message ?? null,
    lines: left > 0 ? [...lines.slice(0, MOST_LINES), `... ${String(left)} more lines`] : lines,
  }
}

/** What differs, with a little around it. */
function changedLines(before: string, after: string): readonly string[] {
  const parts = diffArrays(linesOf(before), linesOf(after))
  return parts.flatMap(({ value, added, removed }, index) => {
    if (added) return value.map((line) => `+ ${line}`)
    if (removed) return value.map((line) => `- ${line}`)
    return around(value, index > 0, index < parts.length - 1).map((line) => `  ${line}`)
  })
}

/** The first two lines say which object it is. */
function around(lines: readonly string[], after: boolean, before: boolean): readonly string[] {
  if (lines.length <= 3 * CONTEXT) return lines
  const start = lines.slice(0, after ? CONTEXT : 2 * CONTEXT)
  return [...start, '...', ...(before ? lines.slice(-CONTEXT) : [])]
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
