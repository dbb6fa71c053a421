import { compileGlobList } from './compile-match.ts'
import { compileRequirements } from './compile-needs.ts'
import type { Environment } from '../policy.ts'
import type { WrittenEnvironment } from '../language/policy-document.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'

/** The environments of all documents, in their order; a name may be there once. */
export function mergeEnvironments(documents: readonly ReadDocument[]): readonly Environment[] {
  const environments: Environment[] = []
  for (const from of documents) {
    for (const [index, written] of (from.document.spec.environments ?? []).entries()) {
      const pointer = `/spec/environments/${String(index)}`
      if (environments.some((known) => known.name === written.name)) {
        const text = `The environment "${written.name}" is defined twice. Rename one, or join their paths.`
        from.report.add(`${pointer}/name`, { code: 'policy.duplicate-name', text })
        continue
      }
      environments.push(compileEnvironment(from, written, pointer))
    }
  }
  return environments
}

function compileEnvironment(from: ReadDocument, written: WrittenEnvironment, pointer: string): Environment {
  if (written.paths.length === 0) {
    const text = `The environment "${written.name}" has no paths, so no file is ever in it. Fill the list.`
    from.report.warn(`${pointer}/paths`, { code: 'policy.empty-match', text })
  }
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
