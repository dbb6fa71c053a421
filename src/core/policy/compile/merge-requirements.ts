import { type Severity, SEVERITIES } from '../../model/severity.ts'
import { compileRequirements, reportOwners } from './compile-needs.ts'
import { DEFAULT_REQUIREMENTS } from './default-requirements.ts'
import type { Needs } from '../policy.ts'
import { TIERS, tierOf } from '../policy-source.ts'
import type { ReadDocument } from '../language/read-policy-documents.ts'

/**
 * What each severity needs: the defaults, then what builtin policies say, then those of other repositories, then the repository's
 * own. A severity that two documents on one of these steps define is a mistake.
 */
export function mergeRequirements(documents: readonly ReadDocument[]): ReadonlyMap<Severity, Needs> {
  const merged = new Map(DEFAULT_REQUIREMENTS)
  for (const tier of TIERS) {
    const here = new Set<Severity>()
    for (const from of documents.filter(({ source }) => tierOf(source) === tier)) {
      const place = { pointer: '/spec/requirements', name: 'requirements', report: from.report }
      for (const [severity, needs] of compileRequirements(from.document.spec.requirements ?? {}, place)) {
        if (here.has(severity)) reportTwice(from, severity)
        here.add(severity)
        merged.set(severity, needs)
      }
    }
  }
  return new Map(SEVERITIES.flatMap((severity) => withNeeds(severity, merged.get(severity))))
}

/** The fallback owners of all documents, once each. */
export function mergeFallbackOwners(documents: readonly ReadDocument[]): readonly string[] {
  const owners = new Set<string>()
  for (const from of documents) {
    const fallback = from.document.spec.owners?.fallback ?? []
    reportOwners(fallback, '/spec/owners/fallback', from.report)
    for (const [index, owner] of fallback.entries()) {
      if (owner !== 'codeowners') owners.add(owner)
      else reportCircular(from, `/spec/owners/fallback/${String(index)}`)
    }
  }
  return [...owners]
}

function withNeeds(severity: Severity, needs: Needs | undefined): readonly (readonly [Severity, Needs])[] {
  return needs ? [[severity, needs]] : []
}

function reportTwice(from: ReadDocument, severity: Severity): void {
  const text = `What "${severity}" needs is defined twice. Make one of both.`
  from.report.add(`/spec/requirements/${severity}`, { code: 'policy.duplicate-requirements', text })
}

function reportCircular(from: ReadDocument, pointer: string): void {
  const text = '"codeowners" cannot stand in for a missing code owner. Name a user or a team.'
  from.report.add(pointer, { code: 'policy.bad-owner', text })
}
