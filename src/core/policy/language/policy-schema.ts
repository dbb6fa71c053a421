import * as v from 'valibot'
import type { PolicyDocument } from './policy-document.ts'
import { BreakGlassSchema } from './schema/break-glass-schema.ts'
import { listOf, text, texts, textsLike } from './schema/described.ts'
import { EnvironmentSchema } from './schema/environment-schema.ts'
import { ManifestsSchema } from './schema/manifests-schema.ts'
import { RequirementsSchema } from './schema/requirements-schema.ts'
import { ExceptionSchema, OverrideSchema, RuleSchema } from './schema/rule-schema.ts'
import { SyncWindowSchema } from './schema/sync-window-schema.ts'

const OwnersSchema = v.pipe(
  v.strictObject({
    fallback: v.optional(texts('Who is asked for paths that CODEOWNERS leaves without an owner.')),
  }),
  v.description('Who stands in where CODEOWNERS says nothing.'),
)

const SpecSchema = v.pipe(
  v.strictObject({
    extends: v.optional(
      textsLike(
        'Policies that this one builds on: a pack that ships (builtin:recommended), or a file of another repository at one commit ' +
          '(github:OWNER/REPOSITORY//PATH@COMMIT, the commit with all of its 40 digits).',
        'builtin:recommended',
      ),
    ),
    manifests: v.optional(ManifestsSchema),
    environments: v.optional(
      listOf(EnvironmentSchema, 'Where files go. The first that matches a file has it.'),
    ),
    rules: v.optional(listOf(RuleSchema, 'What is risky.')),
    overrides: v.optional(listOf(OverrideSchema, 'Changes to rules of other policies.')),
    requirements: v.optional(RequirementsSchema),
    owners: v.optional(OwnersSchema),
    windows: v.optional(
      listOf(
        SyncWindowSchema,
        'Recurring windows with the fields of an AppProject of Argo CD: when merges are frozen, and the only times at which they are not.',
      ),
    ),
    exceptions: v.optional(
      listOf(ExceptionSchema, 'Findings that need nothing for a time. They are always shown.'),
    ),
    breakGlass: v.optional(BreakGlassSchema),
  }),
  v.description('What the policy says. Every key may be left out.'),
)

/** A policy document, as it is written. The JSON Schema that editors use is made from it. */
export const PolicySchema: v.GenericSchema<unknown, PolicyDocument> = v.pipe(
  v.strictObject({
    apiVersion: v.pipe(v.literal('drawbridge.dev/v1alpha1'), v.description('The version of this format.')),
    kind: v.pipe(v.literal('Policy'), v.description('What this document is.')),
    metadata: v.pipe(
      v.strictObject({ name: text('The name of this policy; its rules carry it as their pack.') }),
      v.description('How the policy is called.'),
    ),
    spec: SpecSchema,
  }),
  v.title('Drawbridge policy'),
)
