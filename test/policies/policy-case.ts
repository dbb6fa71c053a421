import { compareFiles } from '../../src/core/decision/compare.ts'
import type { ChangedFile, FileVersion } from '../../src/core/model/changed-file.ts'
import { digestText } from '../../src/core/model/digest.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import { parseInstant } from '../../src/core/model/instant.ts'
import { findRisks } from '../../src/core/policy/find-risks.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { requirementsOf } from '../../src/core/policy/requirements-of.ts'

/** One case of a PolicyTest document, as the packs of this repository write them. */
export interface PolicyCase {
  readonly name: string
  readonly before?: string
  readonly after?: string
  readonly files?: {
    readonly before?: Readonly<Record<string, string>>
    readonly after?: Readonly<Record<string, string>>
  }
  readonly expect: {
    readonly outcome?: 'allow' | 'hold' | 'deny'
    readonly verbs?: readonly string[]
    readonly findings?: readonly { readonly rule: string; readonly severity: string }[]
    readonly not?: readonly string[]
  }
}

/** What a case gave. */
export interface PolicyCaseResult {
  readonly outcome: 'allow' | 'hold' | 'deny'
  readonly verbs: readonly string[]
  readonly findings: readonly Finding[]
}

/** Runs one case against a policy: nobody has approved anything, and no window is open. */
export function runPolicyCase(policy: Policy, policyCase: PolicyCase): PolicyCaseResult {
  const changes = compareFiles(changedFiles(policyCase), policy)
  const now = parseInstant('2026-01-05T12:00:00Z')
  if (now === undefined) throw new Error('not a moment')
  const findings = findRisks(policy, changes, null, now)
  return {
    outcome: outcomeOf(policy, findings),
    verbs: changes.changes.flatMap((change) => change.verbs),
    findings,
  }
}

function outcomeOf(policy: Policy, findings: readonly Finding[]): 'allow' | 'hold' | 'deny' {
  if (findings.some((finding) => finding.effect === 'deny')) return 'deny'
  return requirementsOf(policy, findings, () => ['@acme/shop']).length > 0 ? 'hold' : 'allow'
}

function changedFiles({ before, after, files }: PolicyCase): readonly ChangedFile[] {
  const base = files ? (files.before ?? {}) : before === undefined ? {} : { 'apps/manifest.yaml': before }
  const head = files ? (files.after ?? {}) : after === undefined ? {} : { 'apps/manifest.yaml': after }
  return [...new Set([...Object.keys(base), ...Object.keys(head)])]
    .toSorted()
    .filter((path) => base[path] !== head[path])
    .map((path) => ({ path, base: versionOf(base[path]), head: versionOf(head[path]) }))
}

function versionOf(text: string | undefined): FileVersion | null {
  if (text === undefined) return null
  const id = digestText(text)
  const [, kind, rest = ''] = /^(symlink|submodule|too-large|unread):(.*)\n?$/.exec(text) ?? []
  switch (kind) {
    case 'symlink':
      return { kind, id, target: rest }
    case 'submodule':
    case 'unread':
      return { kind, id }
    case 'too-large':
      return { kind, id, size: Number(rest) }
    default:
      return { kind: 'file', id, bytes: new TextEncoder().encode(text) }
  }
}
