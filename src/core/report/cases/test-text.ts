import type { Coverage } from '../../decision/cases/coverage.ts'
import type { CaseRun } from '../../decision/cases/run-case.ts'
import type { TestRun } from '../../decision/cases/run-suites.ts'
import { paint, type TextStyle } from '../paint.ts'
import { plain } from '../untrusted.ts'
import { failureText, foundText } from './failure-text.ts'

/** How much is said about rules that no case tests. */
export interface TestTextOptions extends TextStyle {
  /** Name them all; else only when they are few. */
  readonly coverage: boolean
}

/** A line for each file, every failure in full, rules without a case, and a closing line with the counts. */
export function renderTests(run: TestRun, options: TestTextOptions): string {
  const width = Math.min(60, Math.max(0, ...run.files.map(({ path }) => path.length)))
  const files = run.files.map(
    ({ path, runs }) => `${plain(path).padEnd(width)}  ${fileCounts(runs, options)}`,
  )
  const failures = run.files.flatMap(({ runs }) =>
    runs.filter(isFailed).map((one) => failedCase(one, options)),
  )
  const blocks = [files, ...failures, ...(run.coverage ? untested(run.coverage, options) : [])]
  return [
    ...blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')),
    closingLine(run, options),
  ].join('\n\n')
}

/** Whether a case failed. */
export function isFailed({ failures }: CaseRun): boolean {
  return failures.length > 0
}

function fileCounts(runs: readonly CaseRun[], style: TextStyle): string {
  const failed = runs.filter(isFailed).length
  const counts = amount(runs.length, 'case')
  return failed === 0 ? counts : `${counts}, ${paint('bad', `${grouped(failed)} failed`, style)}`
}

function failedCase({ prepared, decision, failures }: CaseRun, style: TextStyle): readonly string[] {
  const { policyCase, path } = prepared
  const title = `${plain(path)}:${String(policyCase.line)}: ${plain(policyCase.name)}`
  const lines = failures.flatMap((failure) => {
    const { text, details } = failureText(failure, decision)
    const place = `${plain(path)}:${String(failure.line)}:${String(failure.column)}`
    return [`  ${place}: ${plain(text)}`, ...details.map((detail) => `    ${plain(detail)}`)]
  })
  return [paint('bold', title, style), ...lines, `  ${plain(foundText(decision))}`]
}

const FEW = 10

function untested(
  { withoutPositive, withoutNegative }: Coverage,
  options: TestTextOptions,
): readonly string[][] {
  return [
    ['Rules without a positive case', withoutPositive] as const,
    ['Rules without a negative case', withoutNegative] as const,
  ].flatMap(([title, rules]) => {
    const shown = rules.length > 0 && (options.coverage || rules.length <= FEW)
    return shown ? [[paint('bold', title, options), ...rules.map((rule) => `  ${plain(rule)}`)]] : []
  })
}

/** `1,024 cases, 3 failed; 498 rules, 12 without a positive case, 20 without a negative case`. */
function closingLine({ files, coverage }: TestRun, style: TextStyle): string {
  const runs = files.flatMap((file) => file.runs)
  const failed = runs.filter(isFailed).length
  const cases = paint(
    failed > 0 ? 'bad' : 'good',
    `${amount(runs.length, 'case')}, ${grouped(failed)} failed`,
    style,
  )
  if (!coverage) return cases
  const { rules, withoutPositive, withoutNegative } = coverage
  return `${cases}; ${amount(rules, 'rule')}, ${grouped(withoutPositive.length)} without a positive case, ${grouped(withoutNegative.length)} without a negative case`
}

function amount(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
}

/** With a comma between thousands. */
function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}
