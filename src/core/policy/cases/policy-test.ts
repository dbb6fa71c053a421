import type { Verb } from '../../model/change.ts'
import type { Duration } from '../../model/instant.ts'
import type { Issue } from '../../model/issue.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import type { Owner } from '../../model/requirement.ts'
import type { Severity } from '../../model/severity.ts'
import type { Position } from '../../model/source-location.ts'
import type { VerdictKind } from '../../model/verdict.ts'
import type { YamlDocument } from '../../yaml/yaml-document.ts'

/** A document of kind PolicyTest: cases that a policy is held to. What the members mean: `policy-test-schema.ts`. */
export interface PolicyTest {
  readonly name: string
  readonly path: string
  readonly cases: readonly PolicyTestCase[]
  /** Mistakes that keep no case from running. Severity `low`. */
  readonly warnings: readonly Issue[]
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
  /** The text of the CODEOWNERS of the base; null: the one among the files before, else {@link DEFAULT_OWNER} owns all. */
  readonly codeowners: string | null
  readonly expect: PolicyTestExpectation
  /** The document that the case stands in, and where: `/cases/3`. Its facts are read from there. */
  readonly document: YamlDocument
  readonly pointer: JsonPointer
}

/** Who owns every file of a case that says nothing about owners. */
export const DEFAULT_OWNER: Owner = '@codeowner'

/** The file that `before` and `after` stand in when the case names none. */
export const DEFAULT_PATH = 'apps/manifest.yaml'

/** What has to be true; undefined: not asked. */
export interface PolicyTestExpectation {
  readonly outcome: 'allow' | 'hold' | 'deny' | 'error' | undefined
  readonly verbs: readonly Verb[] | undefined
  readonly findings: readonly ExpectedFinding[]
  /** Rules that must not be found. */
  readonly not: readonly string[]
  readonly requirements: readonly ExpectedRequirement[]
}

/** A finding that must be there. */
export interface ExpectedFinding {
  readonly rule: string
  readonly severity: Severity | undefined
  /** With `*` for any characters and `?` for one. */
  readonly message: string | undefined
}

/** A requirement that must be asked for; undefined: whatever it is. */
export type ExpectedRequirement =
  | {
      readonly kind: 'approval'
      /** Exactly these owners; `codeowners` stands for the owners of the files it is asked for. */
      readonly from: readonly Owner[] | undefined
      readonly count: number | undefined
      readonly verdict: VerdictKind | undefined
    }
  | {
      readonly kind: 'window'
      readonly max: Duration | undefined
      readonly openedBy: readonly Owner[] | undefined
      readonly verdict: VerdictKind | undefined
    }
  | {
      readonly kind: 'sync-window'
      /** Exactly these recurring windows, by name. */
      readonly windows: readonly string[]
      readonly verdict: VerdictKind | undefined
    }

/** Where a part of a case stands; `part` is a pointer below the case, such as `/expect/not/0`. */
export function placeInCase({ document, pointer }: PolicyTestCase, part: JsonPointer): Position {
  return document.locate(pointer + part)
}
