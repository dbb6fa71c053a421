import * as v from 'valibot'
import { VERBS } from '../../model/change.ts'
import { SEVERITIES } from '../../model/severity.ts'
import type { PolicyTestExpectation } from './policy-test.ts'

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
  readonly facts?: unknown
  readonly expect: PolicyTestExpectation
}

export interface WrittenFiles {
  readonly before?: Readonly<Record<string, string>> | null | undefined
  readonly after?: Readonly<Record<string, string>> | null | undefined
}

const text = (about: string) => v.pipe(v.string(), v.description(about))
const files = (about: string) => v.pipe(v.record(v.string(), v.string()), v.description(about))

const FindingSchema = v.strictObject({
  rule: text('The id of the rule.'),
  severity: v.optional(v.pipe(v.picklist(SEVERITIES), v.description('Its severity; left out: any.'))),
})

const ExpectSchema = v.strictObject({
  outcome: v.optional(
    v.pipe(
      v.picklist(['allow', 'hold', 'deny', 'error']),
      v.description('The decision, with the facts of the case.'),
    ),
  ),
  verbs: v.optional(
    v.pipe(v.array(v.picklist(VERBS)), v.description('kubectl words of the changes, all of them.')),
  ),
  findings: v.optional(
    v.pipe(v.array(FindingSchema), v.description('Findings that must be there; more may be.')),
  ),
  not: v.optional(v.pipe(v.array(v.string()), v.description('Rules that must not be found.'))),
})

const CaseSchema = v.strictObject({
  name: text('What the case shows, as a sentence.'),
  before: v.optional(text('The YAML documents before; left out: nothing was there.')),
  after: v.optional(text('The YAML documents after; left out: nothing is there.')),
  path: v.optional(text('The file that before and after stand in. Default: apps/manifest.yaml.')),
  files: v.optional(
    v.pipe(
      v.strictObject({
        before: v.nullish(files('Texts by path, before.')),
        after: v.nullish(files('Texts by path, after.')),
      }),
      v.description('Several files, instead of before and after.'),
    ),
  ),
  environment: v.optional(text('The environment that the files are in. Default: as their paths say.')),
  facts: v.optional(
    v.pipe(v.any(), v.description('What is known about the pull request, as in a Facts document.')),
  ),
  expect: ExpectSchema,
})

/** A PolicyTest document. The JSON Schema that editors use is made from it. */
export const PolicyTestSchema: v.GenericSchema<unknown, WrittenPolicyTest> = v.pipe(
  v.strictObject({
    apiVersion: v.literal('drawbridge.dev/v1alpha1'),
    kind: v.literal('PolicyTest'),
    metadata: v.strictObject({ name: text('The name of this set of cases.') }),
    cases: v.pipe(v.array(CaseSchema), v.description('What the policy must say.')),
  }),
  v.title('Drawbridge policy tests'),
)
