import { builtinSchemas } from '../../src/adapters/files/kind-schemas.ts'
import { compareFiles } from '../../src/core/decision/compare.ts'
import type { ChangedFile, FileVersion } from '../../src/core/model/changed-file.ts'
import { digestText } from '../../src/core/model/digest.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import { instantFromMilliseconds } from '../../src/core/model/instant.ts'
import { findRisks } from '../../src/core/policy/judge/find-risks.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import type { PolicyTestCase } from '../../src/core/policy/cases/policy-test.ts'
import { requirementsOf } from '../../src/core/policy/requirements-of.ts'

/** What a case gave. */
export interface PolicyCaseResult {
  readonly outcome: 'allow' | 'hold' | 'deny'
  readonly verbs: readonly string[]
  readonly findings: readonly Finding[]
}

/** Runs one case against a policy: nobody has approved anything, and no window is open. */
export function runPolicyCase(policy: Policy, { before, after }: PolicyTestCase): PolicyCaseResult {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return runFiles(
    policy,
    paths
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => ({ path, base: textFile(before.get(path)), head: textFile(after.get(path)) })),
  )
}

/** What a policy says about files that differ. */
export function runFiles(policy: Policy, files: readonly ChangedFile[]): PolicyCaseResult {
  const changes = compareFiles(files, policy, { schemaOf: builtinSchemas })
  const now = instantFromMilliseconds(Date.UTC(2026, 0, 5))
  if (now === undefined) throw new Error('not a moment')
  const findings = findRisks(policy, changes, null, now)
  return {
    outcome: outcomeOf(policy, findings),
    verbs: changes.changes.flatMap((change) => change.verbs),
    findings,
  }
}

/** A file with this text; null: there is none. */
export function textFile(text: string | undefined): FileVersion | null {
  if (text === undefined) return null
  return { kind: 'file', id: digestText(text), bytes: new TextEncoder().encode(text) }
}

function outcomeOf(policy: Policy, findings: readonly Finding[]): 'allow' | 'hold' | 'deny' {
  if (findings.some((finding) => finding.effect === 'deny')) return 'deny'
  return requirementsOf(policy, findings, () => ['@acme/shop']).length > 0 ? 'hold' : 'allow'
}
