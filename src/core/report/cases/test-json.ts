import type { CaseRun } from '../../decision/cases/run-case.ts'
import type { TestRun } from '../../decision/cases/run-suites.ts'
import type { Json } from '../../model/json.ts'
import { failureText } from './failure-text.ts'
import { isFailed } from './test-text.ts'

/** What became of each case, and which rules no case tests; `coverage` is null when only some cases were run. */
export function testJson({ files, coverage }: TestRun): Json {
  const runs = files.flatMap((file) => file.runs)
  const failed = runs.filter(isFailed).length
  return {
    summary: {
      cases: BigInt(runs.length),
      passed: BigInt(runs.length - failed),
      failed: BigInt(failed),
    },
    coverage: coverage && {
      rules: BigInt(coverage.rules),
      withoutPositive: coverage.withoutPositive,
      withoutNegative: coverage.withoutNegative,
    },
    cases: runs.map(caseJson),
  }
}

function caseJson(run: CaseRun): Json {
  const { prepared, decision, failures } = run
  return {
    name: prepared.policyCase.name,
    path: prepared.path,
    line: BigInt(prepared.policyCase.line),
    passed: !isFailed(run),
    outcome: decision.outcome,
    verbs: [...new Set(decision.changes.changes.flatMap(({ verbs }) => verbs))],
    findings: decision.findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
    failures: failures.map((failure) => ({
      code: failure.code,
      line: BigInt(failure.line),
      column: BigInt(failure.column),
      ...failureText(failure, decision),
    })),
  }
}
