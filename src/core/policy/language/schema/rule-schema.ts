import * as v from 'valibot'
import { ChangeSchema } from './change-schema.ts'
import type { WrittenException, WrittenOverride, WrittenRule } from '../policy-document.ts'
import { type Described, flag, listOf, severity, text, textLike, texts, word } from './described.ts'
import { MatchSchema } from './match-schema.ts'

const EFFECTS = ['require', 'deny', 'notice'] as const

/** One entry of `rules`. */
export const RuleSchema: Described<WrittenRule> = v.strictObject({
  id: text('The name of the rule, such as acme.payments.never-below-three. Unique over all policies.'),
  match: v.optional(MatchSchema),
  change: v.optional(listOf(ChangeSchema, 'What must have changed in the object. All entries must hold.')),
  when: v.optional(
    text(
      'A CEL expression that must be true. Variables: object, oldObject, operation, verbs, fields, environment, cluster, routes, ' +
        'pullRequest, namespace, name, title, kind, group, path; with `change` also value, oldValue, values, pointer. A condition that ' +
        'uses value, oldValue or pointer is asked for each matched place. value and oldValue are what is written, else what absence means, else null.',
    ),
  ),
  severity: severity('How bad it is.'),
  effect: v.optional(
    word(
      EFFECTS,
      'What it leads to: the requirements of its severity (default), a refusal, or only a mention.',
    ),
  ),
  message: v.optional(text('What is seen, in one line.')),
  messageExpression: v.optional(text('A CEL expression that makes the message; same variables as `when`.')),
  why: v.optional(text('Why it is risky, for people who never heard of it.')),
  references: v.optional(texts('Where to read more.')),
  narrows: v.optional(flag('The change only takes access away, so no freeze holds it.')),
  locked: v.optional(
    flag(
      'No override, exception or cap touches this rule. Only in policies that ship with Drawbridge, and in those that a repository ' +
        'extends from another one.',
    ),
  ),
})

/** One entry of `overrides`. */
export const OverrideSchema: Described<WrittenOverride> = v.strictObject({
  rule: text('The id of a rule that is not locked.'),
  severity: v.optional(severity('Its severity from now on.')),
  effect: v.optional(word(EFFECTS, 'Its effect from now on.')),
  enabled: v.optional(flag('false switches the rule off.')),
})

/** One entry of `exceptions`. */
export const ExceptionSchema: Described<WrittenException> = v.strictObject({
  rule: text('The id of a rule that is not locked.'),
  match: v.optional(MatchSchema),
  until: textLike(
    'The last day (2026-12-31, in UTC) or the moment (2026-12-31T18:00:00Z) of the exception.',
    ['2026-12-31', '2026-12-31T18:00:00Z'],
  ),
  owner: text('Who answers for it.'),
  reason: text('Why it is needed.'),
})
