import type { Json } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { createExpression, type Expression } from '../expressions/expression.ts'
import { type ChangePath, parseChangePath } from '../patterns/parse-change-path.ts'
import type { WrittenChange, WrittenTest } from '../language/policy-document.ts'
import type { Report } from '../language/problem-report.ts'
import type { Mistake } from '../language/shape-sentence.ts'
import { changePathProblem, type PathProblem } from './change-path-problem.ts'
import type { KnownFields } from '../known-fields.ts'
import type { PackedTrees } from '../policy-source.ts'
import type { ChangeCondition, ChangeTest } from '../rule.ts'
import { compileWildcards } from '../patterns/wildcards.ts'

/** What the `change` of a rule is checked against. */
export interface ChangeChecks {
  /** False leaves to their first use what is not needed to pick rules. */
  readonly checked: boolean
  /** The kinds that the rule looks at and what is known of their fields; null: nothing. */
  readonly known: {
    readonly kinds: readonly string[]
    readonly fields: KnownFields
    readonly isFixed: boolean
  } | null
  /** Trees of patterns that are known already, by the text of the expression. */
  readonly trees?: PackedTrees | undefined
}

/** Checks the `change` of a rule and makes it ready to run. */
export function compileChange(
  written: readonly WrittenChange[],
  pointer: JsonPointer,
  report: Report,
  checks: ChangeChecks,
): readonly ChangeCondition[] {
  if (written.length === 0) {
    const text = 'An empty "change" asks nothing. Remove the key or fill the list.'
    report.add(pointer, { code: 'policy.empty-change', text })
  }
  return written.map((entry, index) => {
    const at = `${pointer}/${String(index)}`
    if (entry.any === undefined) return { any: compileTests([entry], () => at, report, checks) }
    reportBesideAny(entry, at, report)
    if (entry.any.length === 0) {
      const text = 'An empty "any" never holds. Fill the list.'
      report.add(`${at}/any`, { code: 'policy.empty-change', text })
    }
    return {
      any: compileTests(entry.any, (alternative) => `${at}/any/${String(alternative)}`, report, checks),
    }
  })
}

function reportBesideAny(entry: WrittenChange, pointer: JsonPointer, report: Report): void {
  for (const key of ['path', 'op', 'pattern', 'values', 'absent']) {
    if (!(key in entry)) continue
    const text = `"${key}" cannot stand beside "any"; write it in each alternative.`
    report.add(`${pointer}/${key}`, { code: 'policy.mixed-change', text })
  }
}

function compileTests(
  written: readonly WrittenTest[],
  pointerOf: (index: number) => JsonPointer,
  report: Report,
  checks: ChangeChecks,
): readonly ChangeTest[] {
  return written.flatMap((test, index) => compileTest(test, pointerOf(index), report, checks) ?? [])
}

function compileTest(
  written: WrittenTest,
  pointer: JsonPointer,
  report: Report,
  checks: ChangeChecks,
): ChangeTest | undefined {
  for (const key of ['path', 'op'] as const) {
    if (written[key] !== undefined) continue
    report.add(`${pointer}/${key}`, { code: 'policy.missing-key', text: `The key "${key}" is missing.` })
  }
  if (written.path === undefined || written.op === undefined) return undefined
  reportMatchesKeys(written, pointer, report)
  return {
    op: written.op,
    paths: compilePaths(written.path, `${pointer}/path`, report, checks),
    absent: absentValue(written.absent),
    values: written.values === undefined ? null : compileWildcards(written.values),
    pattern:
      written.pattern === undefined
        ? null
        : compilePattern(written.pattern, `${pointer}/pattern`, report, checks),
  }
}

function reportMatchesKeys(written: WrittenTest, pointer: JsonPointer, report: Report): void {
  const given = (['pattern', 'values'] as const).filter((key) => written[key] !== undefined)
  if (written.op === 'matches' && given.length === 0) {
    const text = 'The operator "matches" needs "values" (globs) or "pattern" (a regular expression).'
    report.add(`${pointer}/op`, { code: 'policy.missing-key', text })
  }
  if (written.op === 'matches') return
  for (const key of given) {
    const text = `"${key}" belongs to the operator "matches", not to "${String(written.op)}".`
    report.add(`${pointer}/${key}`, { code: 'policy.mixed-change', text })
  }
}

function compilePaths(
  written: string | readonly string[],
  pointer: JsonPointer,
  report: Report,
  { known }: ChangeChecks,
): readonly ChangePath[] {
  const texts = typeof written === 'string' ? [written] : written
  if (texts.length === 0) {
    report.add(pointer, { code: 'policy.bad-path', text: 'An empty "path" leads nowhere. Fill the list.' })
  }
  return texts.flatMap((text, index) => {
    const path = parseChangePath(text)
    const at = typeof written === 'string' ? pointer : `${pointer}/${String(index)}`
    if (path.ok) {
      const problem = known && changePathProblem(path.value, known.kinds, known.fields)
      if (known && problem) report[known.isFixed ? 'add' : 'warn'](at, fieldMistake(problem))
      return [path.value]
    }
    const sentence = `The path "${text.slice(0, 100)}" cannot be used: ${path.error}.`
    report.add(at, { code: 'policy.bad-path', text: sentence })
    return []
  })
}

function fieldMistake({ text, suggestion }: PathProblem): Mistake {
  const code = 'policy.unknown-field'
  if (suggestion === undefined) return { code, text: `${text}.` }
  return { code, text: `${text}; did you mean "${suggestion}"?`, suggestion }
}

function absentValue(written: WrittenTest['absent']): Json | undefined {
  return typeof written === 'number' && Number.isSafeInteger(written) ? BigInt(written) : written
}

/** RE2 in linear time, through the engine of the expressions. */
function compilePattern(
  text: string,
  pointer: JsonPointer,
  report: Report,
  { checked, trees }: ChangeChecks,
): Expression {
  const asked = patternExpression(text)
  const expression = createExpression(asked, trees?.[asked])
  if (checked && !expression.ask({ value: () => '' }).ok) {
    const sentence = `The pattern "${text.slice(0, 100)}" is no regular expression in the syntax of RE2.`
    report.add(pointer, { code: 'policy.bad-pattern', text: sentence })
  }
  return expression
}

/** The expression by which a pattern is asked. */
export function patternExpression(pattern: string): string {
  return `value.matches(${JSON.stringify(pattern)})`
}
