import type { KindSchemas } from '../../schema/kind-schemas.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { LoadedSuite } from './load-suite.ts'
import type { PreparedCase } from './prepare-case.ts'
import { type CaseRun, runCase } from './run-case.ts'

/** What became of the cases of some suites. */
export interface TestRun {
  /** By the path of the file; the cases in their order. */
  readonly files: readonly { readonly path: string; readonly runs: readonly CaseRun[] }[]
  /** Null: only some of the cases were run. */
  readonly coverage: Coverage | null
}

/** Runs the cases that are `wanted`; all of them when that is left out. The suites are those without mistakes. */
export function runSuites(
  suites: readonly LoadedSuite[],
  schemaOf: KindSchemas,
  wanted?: (prepared: PreparedCase) => boolean,
): TestRun {
  const files = new Map<string, CaseRun[]>()
  for (const { policy, cases } of suites) {
    for (const prepared of cases) {
      if (!policy || wanted?.(prepared) === false) continue
      const runs = files.get(prepared.path) ?? []
      files.set(prepared.path, runs)
      runs.push(runCase(policy, prepared, schemaOf))
    }
  }
  const all = suites.flatMap(({ cases }) => cases.map(({ policyCase }) => policyCase))
  return {
    files: [...files].map(([path, runs]) => ({ path, runs })).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    coverage: wanted ? null : coverageOf(rulesOf(suites), all),
  }
}

function rulesOf(suites: readonly LoadedSuite[]): readonly string[] {
  return suites.flatMap(({ ownRules }) =>
    ownRules.filter(({ enabled }) => enabled).map(({ written }) => written.id),
  )
}
