import type { Verb } from '../../model/change.ts'
import type { Json } from '../../model/json.ts'
import type { Severity } from '../../model/severity.ts'

/** A document of kind PolicyTest: cases that a policy is held to. What the members mean: `policy-test-schema.ts`. */
export interface PolicyTest {
  readonly name: string
  readonly path: string
  readonly cases: readonly PolicyTestCase[]
}

/** One case: files before and after, and what the policy must say about the change. */
export interface PolicyTestCase {
  readonly name: string
  /** Where the case stands in its file. */
  readonly line: number
  /** Texts by path; a path that is missing is a file that is not there. */
  readonly before: ReadonlyMap<string, string>
  readonly after: ReadonlyMap<string, string>
  /** The environment that all files of the case are in; null: as their paths say. */
  readonly environment: string | null
  /** As in a Facts document; null: nothing is known, nobody has approved. */
  readonly facts: Json | null
  readonly expect: PolicyTestExpectation
}

/** What has to be true; undefined: not asked. */
export interface PolicyTestExpectation {
  readonly outcome?: 'allow' | 'hold' | 'deny' | 'error' | undefined
  readonly verbs?: readonly Verb[] | undefined
  readonly findings?:
    | readonly { readonly rule: string; readonly severity?: Severity | undefined }[]
    | undefined
  /** Rules that must not be found. */
  readonly not?: readonly string[] | undefined
}
