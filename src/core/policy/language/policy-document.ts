import type { Operation, Verb } from '../../model/change.ts'
import type { Effect } from '../../model/finding.ts'
import type { Severity } from '../../model/severity.ts'
import type { Rendering } from '../policy.ts'
import type { ChangeOp } from '../rule.ts'

/** A policy document as it is written, once its shape is right. What the members mean: `policy-schema.ts`. */
export interface PolicyDocument {
  readonly apiVersion: 'drawbridge.dev/v1alpha1'
  readonly kind: 'Policy'
  readonly metadata: { readonly name: string }
  readonly spec: PolicySpec
}

export interface PolicySpec {
  readonly extends?: readonly string[] | undefined
  readonly manifests?: WrittenManifests | undefined
  readonly environments?: readonly WrittenEnvironment[] | undefined
  readonly rules?: readonly WrittenRule[] | undefined
  readonly overrides?: readonly WrittenOverride[] | undefined
  readonly requirements?: WrittenRequirements | undefined
  readonly owners?: { readonly fallback?: readonly string[] | undefined } | undefined
  readonly exceptions?: readonly WrittenException[] | undefined
  readonly windows?: readonly WrittenSyncWindow[] | undefined
  readonly breakGlass?: WrittenBreakGlass | undefined
}

export interface WrittenManifests {
  readonly include?: readonly string[] | undefined
  readonly exclude?: readonly string[] | undefined
  readonly secrets?: readonly string[] | undefined
  readonly render?:
    | { readonly kustomize?: Rendering | undefined; readonly helm?: Rendering | undefined }
    | undefined
}

export interface WrittenEnvironment {
  readonly name: string
  readonly cluster?: string | undefined
  readonly paths: readonly string[]
  readonly namespace?: string | undefined
  readonly maxSeverity?: Severity | undefined
  readonly requirements?: WrittenRequirements | undefined
}

export interface WrittenRule {
  readonly id: string
  readonly match?: WrittenMatch | undefined
  readonly change?: readonly WrittenChange[] | undefined
  readonly when?: string | undefined
  readonly severity: Severity
  readonly effect?: Effect | undefined
  readonly message?: string | undefined
  readonly messageExpression?: string | undefined
  readonly why?: string | undefined
  readonly references?: readonly string[] | undefined
  readonly narrows?: boolean | undefined
  readonly locked?: boolean | undefined
}

export interface WrittenMatch {
  readonly kinds?: readonly string[] | undefined
  readonly namespaces?: readonly string[] | undefined
  readonly names?: readonly string[] | undefined
  readonly environments?: readonly string[] | undefined
  readonly clusters?: readonly string[] | undefined
  readonly operations?: readonly Operation[] | undefined
  readonly verbs?: readonly Verb[] | undefined
  readonly files?: readonly string[] | undefined
  readonly issues?: readonly string[] | undefined
}

export interface WrittenTest {
  readonly path?: string | readonly string[] | undefined
  readonly op?: ChangeOp | undefined
  readonly pattern?: string | undefined
  readonly values?: readonly string[] | undefined
  readonly absent?: string | number | boolean | readonly string[] | undefined
}

export interface WrittenChange extends WrittenTest {
  readonly any?: readonly WrittenTest[] | undefined
}

export interface WrittenOverride {
  readonly rule: string
  readonly severity?: Severity | undefined
  readonly effect?: Effect | undefined
  readonly enabled?: boolean | undefined
}

export interface WrittenException {
  readonly rule: string
  readonly match?: WrittenMatch | undefined
  readonly until: string
  readonly owner: string
  readonly reason: string
}

/** One entry of `windows`. */
export interface WrittenSyncWindow {
  readonly name: string
  readonly kind: 'allow' | 'deny'
  readonly schedule: string
  readonly duration: string
  readonly timeZone?: string | undefined
  readonly environments?: readonly string[] | undefined
  readonly clusters?: readonly string[] | undefined
  readonly namespaces?: readonly string[] | undefined
  readonly kinds?: readonly string[] | undefined
  readonly minSeverity?: Severity | undefined
  readonly reason?: string | undefined
}

export interface WrittenBreakGlass {
  readonly label: string
  readonly by: readonly string[]
  readonly approvals?: number | undefined
  readonly max: string
  readonly reviewWithin?: string | undefined
  readonly reviewedBy: readonly string[]
}

export type WrittenRequirements = { readonly [severity in Severity]?: WrittenNeeds | undefined }

export interface WrittenNeeds {
  readonly approvals?: readonly WrittenApproval[] | undefined
  readonly distinct?: boolean | undefined
  readonly window?: WrittenWindow | undefined
}

export interface WrittenApproval {
  readonly from: readonly string[]
  readonly count?: number | undefined
  readonly strict?: boolean | undefined
  readonly excludeCommitters?: boolean | undefined
}

export interface WrittenWindow {
  readonly max: string
  readonly openedBy?: readonly string[] | undefined
  readonly bookAhead?: string | undefined
}
