import { compileGlobList } from './compile-match.ts'
import { compileRequirements } from './compile-needs.ts'
import { type PlacedEnvironment, reportCoveredEnvironments } from './report-covered-environments.ts'
import { reportPathGlobs } from './report-path-globs.ts'
import { compareSeverity, SEVERITIES } from '../../model/severity.ts'
import type { Report } from '../language/problem-report.ts'
import type { Environment } from '../policy.ts'
import type { WrittenEnvironment } from '../language/policy-document.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'

/** The environments of all documents, in their order; a name may be there once. */
export function mergeEnvironments(documents: readonly ReadDocument[]): readonly Environment[] {
  const placed: PlacedEnvironment[] = []
  for (const from of documents) {
    for (const [index, written] of (from.document.spec.environments ?? []).entries()) {
      const pointer = `/spec/environments/${String(index)}`
      if (placed.some(({ environment }) => environment.name === written.name)) {
        const text = `The environment "${written.name}" is defined twice. Rename one, or join their paths.`
        from.report.add(`${pointer}/name`, { code: 'policy.duplicate-name', text })
        continue
      }
      const environment = compileEnvironment(from, written, pointer)
      placed.push({ environment, pointer, report: from.report })
    }
  }
  reportCoveredEnvironments(placed)
  return placed.map(({ environment }) => environment)
}

function compileEnvironment(from: ReadDocument, written: WrittenEnvironment, pointer: string): Environment {
  if (written.paths.length === 0) {
    const text = `The environment "${written.name}" has no paths, so no file is ever in it. Fill the list.`
    from.report.warn(`${pointer}/paths`, { code: 'policy.empty-match', text })
  }
  if (written.name.trim() === '') {
    const text = 'The environment has no name. Write one: rules and windows choose it by that.'
    from.report.add(`${pointer}/name`, { code: 'policy.missing-key', text })
  }
  reportPathGlobs(written.paths, 'manifests', `${pointer}/paths`, from.report)
  reportBeyondCap(written, pointer, from.report)
  return {
    name: written.name,
    cluster: written.cluster ?? null,
    paths: compileGlobList(written.paths, `${pointer}/paths`, from.report),
    namespace: written.namespace ?? 'default',
    maxSeverity: written.maxSeverity ?? null,
    requirements: compileRequirements(written.requirements ?? {}, {
      pointer: `${pointer}/requirements`,
      name: `environments.${written.name}.requirements`,
      report: from.report,
    }),
  }
}

/** What a severity needs is never asked for where nothing is that severe. */
function reportBeyondCap(
  { name, maxSeverity, requirements }: WrittenEnvironment,
  pointer: string,
  report: Report,
): void {
  if (!maxSeverity) return
  for (const severity of SEVERITIES) {
    if (!requirements?.[severity] || compareSeverity(severity, maxSeverity) <= 0) continue
    const text = `Findings in "${name}" are at most ${maxSeverity}, so what ${severity} needs here is asked only by locked rules and by what cannot be evaluated.`
    report.warn(`${pointer}/requirements/${severity}`, { code: 'policy.beyond-cap', text })
  }
}
