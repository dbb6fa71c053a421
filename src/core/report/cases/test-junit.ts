import type { CaseRun } from '../../decision/cases/run-case.ts'
import type { TestRun } from '../../decision/cases/run-suites.ts'
import { failureText, foundText } from './failure-text.ts'
import { isFailed } from './test-text.ts'

/**
 * The run as JUnit XML, as CI systems read it: a `testsuite` for each file, a `testcase` for each case. Times are 0: nothing here
 * reads a clock, and the same run gives the same bytes.
 */
export function testJunit({ files }: TestRun): string {
  const all = files.flatMap(({ runs }) => runs)
  const suites = files.flatMap(({ path, runs }) => [
    `  <testsuite ${attributes({ name: path, file: path, ...counts(runs) })}>`,
    ...runs.flatMap(testcase),
    '  </testsuite>',
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: 'drawbridge', ...counts(all) })}>`,
    ...suites,
    '</testsuites>',
  ].join('\n')
}

function counts(runs: readonly CaseRun[]): Readonly<Record<string, string>> {
  return {
    tests: String(runs.length),
    failures: String(runs.filter(isFailed).length),
    errors: '0',
    skipped: '0',
    time: '0',
  }
}

function testcase(run: CaseRun): readonly string[] {
  const { policyCase, path } = run.prepared
  const given = attributes({
    classname: path,
    name: policyCase.name,
    file: path,
    line: String(policyCase.line),
    time: '0',
  })
  if (!isFailed(run)) return [`    <testcase ${given}/>`]
  return [`    <testcase ${given}>`, failureElement(run), '    </testcase>']
}

/** One element a case: some readers take no more than one. */
function failureElement({ prepared, decision, failures }: CaseRun): string {
  const texts = failures.map((failure) => ({ failure, ...failureText(failure, decision) }))
  const lines = texts.flatMap(({ failure, text, details }) => [
    `${prepared.path}:${String(failure.line)}:${String(failure.column)}: ${text}`,
    ...details.map((detail) => `  ${detail}`),
  ])
  const text = escaped([...lines, foundText(decision)].join('\n'))
  const given = attributes({ message: texts[0]?.text ?? '', type: failures[0]?.code ?? '' })
  return `      <failure ${given}>${text}</failure>`
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value).replaceAll(/[\t\n\r]/g, ' ')}"`)
    .join(' ')
}

/** Text for XML 1.0. Characters that it has no form for, and those that steer a terminal or the direction of text, become `?`. */
function escaped(text: string): string {
  return text
    .replaceAll(
      /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|[\p{Cf}\u2028\u2029]/gu,
      '?',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
