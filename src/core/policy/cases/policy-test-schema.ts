import * as v from 'valibot'
import { type Verb, VERBS } from '../../model/change.ts'
import { type Severity, SEVERITIES } from '../../model/severity.ts'
import type { VerdictKind } from '../../model/verdict.ts'

/** A PolicyTest document as it is written, once its shape is right. */
export interface WrittenPolicyTest {
  readonly metadata: { readonly name: string }
  readonly cases: readonly WrittenCase[]
}

export interface WrittenCase {
  readonly name: string
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly path?: string | undefined
  readonly files?: WrittenFiles | undefined
  readonly environment?: string | undefined
  readonly codeowners?: string | undefined
  readonly facts?: unknown
  readonly expect: WrittenExpectation
}

export interface WrittenFiles {
  readonly before?: Readonly<Record<string, string>> | null | undefined
  readonly after?: Readonly<Record<string, string>> | null | undefined
}

export interface WrittenExpectation {
  readonly outcome?: 'allow' | 'hold' | 'deny' | 'error' | undefined
  readonly verbs?: readonly Verb[] | undefined
  readonly findings?: readonly WrittenFinding[] | undefined
  readonly not?: readonly string[] | undefined
  readonly requirements?: readonly WrittenRequirement[] | undefined
}

interface WrittenFinding {
  readonly rule: string
  readonly severity?: Severity | undefined
  readonly message?: string | undefined
}

export interface WrittenRequirement {
  readonly kind: 'approval' | 'window'
  readonly from?: readonly string[] | undefined
  readonly count?: number | undefined
  readonly max?: string | undefined
  readonly openedBy?: readonly string[] | undefined
  readonly windows?: readonly string[] | undefined
  readonly verdict?: VerdictKind | undefined
}

const VERDICTS = ['met', 'unmet', 'not-applicable', 'indeterminate'] as const

const text = (about: string) => v.pipe(v.string(), v.description(about))
const texts = (about: string) => v.pipe(v.array(v.string()), v.description(about))
const files = (about: string) =>
  v.optional(v.pipe(v.nullable(v.record(v.string(), v.string())), v.description(about)))

const FindingSchema = v.strictObject({
  rule: text('The id of the rule.'),
  severity: v.optional(
    v.pipe(
      v.picklist(SEVERITIES),
      v.description('Its severity, after overrides and the cap of the environment; left out: any.'),
    ),
  ),
  message: v.optional(
    text(
      'Its whole message; * is any characters, ? is one, a backslash makes them literal. Left out: any but that the rule could not be evaluated.',
    ),
  ),
})

const RequirementSchema = v.strictObject({
  kind: v.pipe(
    v.picklist(['approval', 'window']),
    v.description(
      'An approval; or a deploy window that has to be open, with `windows` a time that recurring windows let through.',
    ),
  ),
  from: v.optional(
    texts(
      'approval: who may give it, exactly these, in any order. codeowners stands for the owners of the files it is asked for.',
    ),
  ),
  count: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(100),
      v.description('approval: how many people.'),
    ),
  ),
  max: v.optional(text('window: the longest that it may be open, such as 30m or 4h.')),
  openedBy: v.optional(texts('window: who may open it, exactly these, in any order.')),
  windows: v.optional(
    texts(
      'window: the names of the recurring windows of the policy that are asked, exactly these: one freeze, or all allow windows that apply.',
    ),
  ),
  verdict: v.optional(
    v.pipe(v.picklist(VERDICTS), v.description('The answer to it, with the facts of the case.')),
  ),
})

const ExpectSchema = v.pipe(
  v.strictObject({
    outcome: v.optional(
      v.pipe(
        v.picklist(['allow', 'hold', 'deny', 'error']),
        v.description('The decision, with the facts of the case.'),
      ),
    ),
    verbs: v.optional(
      v.pipe(
        v.array(v.picklist(VERBS)),
        v.description('kubectl words of the changes: all of them, each once, in any order.'),
      ),
    ),
    findings: v.optional(
      v.pipe(v.array(FindingSchema), v.description('Findings that must be there; more may be.')),
    ),
    not: v.optional(texts('Rules that must not be found.')),
    requirements: v.optional(
      v.pipe(
        v.array(RequirementSchema),
        v.description('What must be asked for; more may be. A key that is left out may have any value.'),
      ),
    ),
  }),
  v.description('What has to be true; a key that is left out is not asked.'),
)

const CaseSchema = v.strictObject({
  name: text('What the case shows, as a sentence.'),
  before: v.optional(text('The YAML documents before; left out: nothing was there.')),
  after: v.optional(text('The YAML documents after; left out: nothing is there.')),
  path: v.optional(
    text(
      'The file that before and after stand in. Default: apps/manifest.yaml, which is desired state whatever `manifests` says.',
    ),
  ),
  files: v.optional(
    v.pipe(
      v.strictObject({
        before: files('Texts by path, before.'),
        after: files('Texts by path, after.'),
      }),
      v.description('Several files, instead of before and after.'),
    ),
  ),
  environment: v.optional(
    text('The environment that all files of the case are in. Default: as their paths say.'),
  ),
  codeowners: v.optional(
    text(
      'The text of the CODEOWNERS at the base. Default: the one among the files before, else @codeowner owns every file.',
    ),
  ),
  facts: v.optional(
    v.pipe(
      v.any(),
      v.description(
        'What is known about the pull request, as in a Facts document; all of it may be left out. `now` is 2026-01-05T12:00:00Z, a Monday, ' +
          'unless it says otherwise. A review or label event without `commit` is one on the head. Default: nobody has approved anything.',
      ),
    ),
  ),
  expect: ExpectSchema,
})

/** A PolicyTest document. The JSON Schema that editors use is made from it. */
export const PolicyTestSchema: v.GenericSchema<unknown, WrittenPolicyTest> = v.pipe(
  v.strictObject({
    apiVersion: v.pipe(
      v.literal('drawbridge.dev/v1alpha1'),
      v.description('The version of this format: drawbridge.dev/v1alpha1.'),
    ),
    kind: v.pipe(v.literal('PolicyTest'), v.description('What this document is: PolicyTest.')),
    metadata: v.pipe(
      v.strictObject({ name: text('The name of this set of cases.') }),
      v.description('How this document is called.'),
    ),
    cases: v.pipe(v.array(CaseSchema), v.description('What the policy must say.')),
  }),
  v.title('Drawbridge policy tests'),
)
