import type { Operation, Verb } from '../model/change.ts'
import type { Effect } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import type { Severity } from '../model/severity.ts'
import type { Expression } from './expressions/expression.ts'
import type { Globs } from './patterns/globs.ts'
import type { ChangePath } from './patterns/parse-change-path.ts'

/** The words for what happened to a value; absence is a value to all of them. */
export const CHANGE_OPS = [
  'added',
  'removed',
  'changed',
  'increased',
  'decreased',
  'widened',
  'narrowed',
  'set-true',
  'set-false',
  'to-zero',
  'matches',
] as const
export type ChangeOp = (typeof CHANGE_OPS)[number]

/** What a rule looks at: changed objects, changed files, or what was wrong when reading files. */
export type RuleTarget = 'objects' | 'files' | 'issues'

/** Where a rule or an exception applies. Null: anywhere; an empty list of globs matches nothing. */
export interface Match {
  /** `group/Kind`, the legacy group written `core`. */
  readonly kinds: Globs | null
  readonly namespaces: Globs | null
  readonly names: Globs | null
  readonly environments: Globs | null
  readonly clusters: Globs | null
  readonly operations: readonly Operation[] | null
  readonly verbs: readonly Verb[] | null
  readonly files: Globs | null
  readonly issues: Globs | null
}

/** What has to have happened at one of these paths of an object. */
export interface ChangeTest {
  readonly op: ChangeOp
  readonly paths: readonly ChangePath[]
  /** What it means when nothing is written there; undefined: as Kubernetes has it. */
  readonly absent: Json | undefined
  /** `matches` only: a new value matches one of these globs, or the regular expression. */
  readonly values: Globs | null
  readonly pattern: Expression | null
}

/** Alternatives: one of these tests has to hold. */
export interface ChangeCondition {
  readonly any: readonly ChangeTest[]
}

/** A rule of the policy, checked and ready to run. Overrides are applied; disabled rules are not there. */
export interface Rule {
  readonly id: string
  /** The name of the policy document that brought it. */
  readonly pack: string
  readonly severity: Severity
  readonly effect: Effect
  /** Neither overridden, excepted nor capped. */
  readonly locked: boolean
  /** The change only takes access away. */
  readonly narrows: boolean
  /** Empty when there is only a `messageExpression`. */
  readonly message: string
  readonly messageExpression: Expression | null
  readonly why: string
  readonly references: readonly string[]
  readonly target: RuleTarget
  readonly match: Match
  /** All must hold; empty: no question. */
  readonly change: readonly ChangeCondition[]
  readonly when: Expression | null
}
