import * as v from 'valibot'
import { BreakGlass } from './shapes/break-glass-shape.ts'
import { CHANGE_MEMBERS } from './shapes/change-shapes.ts'
import { Requirement } from './shapes/requirement-shapes.ts'
import { Instant, Issue, Line, ObjectReference } from './shapes/shared-shapes.ts'

const Finding = v.strictObject({
  rule: v.string(),
  severity: v.picklist(['low', 'medium', 'high', 'critical']),
  effect: v.picklist(['require', 'deny', 'notice']),
  message: v.string(),
  why: v.string(),
  references: v.array(v.string()),
  object: v.pipe(v.nullable(ObjectReference), v.description('Null when the finding is about a file.')),
  environment: v.nullable(v.string()),
  cluster: v.nullable(v.string()),
  path: v.string(),
  line: v.nullable(Line),
  pointer: v.nullable(v.string()),
  narrows: v.pipe(v.boolean(), v.description('The change only takes access away.')),
  exception: v.nullable(v.strictObject({ owner: v.string(), until: v.string(), reason: v.string() })),
})

const Commit = v.pipe(v.nullable(v.string()), v.description('head: directories were compared.'))

/** A `Decision`: what `check --format json` prints and the Action writes. */
export const DecisionSchema: v.GenericSchema = v.strictObject({
  apiVersion: v.literal('drawbridge.dev/v1alpha1'),
  kind: v.literal('Decision'),
  outcome: v.picklist(['allow', 'hold', 'deny', 'error']),
  summary: v.string(),
  decidedAt: Instant,
  expiresAt: v.pipe(v.nullable(Instant), v.description('When an allow ends by itself.')),
  nextChangeAt: v.pipe(v.nullable(Instant), v.description('When time alone will change the answer.')),
  digests: v.strictObject({
    policy: v.nullable(v.string()),
    facts: v.string(),
    changes: v.nullable(v.string()),
  }),
  policies: v.array(v.string()),
  ...CHANGE_MEMBERS,
  findings: v.array(Finding),
  requirements: v.array(Requirement),
  breakGlass: v.pipe(v.nullable(BreakGlass), v.description('Null: nobody asks for it, or nothing holds.')),
  approvals: v.strictObject({
    counted: v.array(
      v.strictObject({
        login: v.string(),
        id: v.number(),
        review: v.number(),
        commit: Commit,
        covers: v.array(v.string()),
      }),
    ),
    notCounted: v.array(
      v.strictObject({
        login: v.nullable(v.string()),
        id: v.nullable(v.number()),
        review: v.number(),
        commit: Commit,
        code: v.string(),
        text: v.string(),
      }),
    ),
  }),
  ask: v.pipe(
    v.array(v.string()),
    v.description('A smallest set of owners whose approvals would meet what is unmet.'),
  ),
  obstacles: v.pipe(
    v.array(
      v.strictObject({
        code: v.picklist(['policy-invalid', 'conflict', 'unreadable']),
        paths: v.array(v.string()),
        text: v.nullable(v.string()),
      }),
    ),
    v.description('What kept a decision from being made.'),
  ),
  issues: v.array(Issue),
})

/** A `Changes` document: what `diff --format json` prints. */
export const ChangesSchema: v.GenericSchema = v.strictObject({
  kind: v.literal('Changes'),
  ...CHANGE_MEMBERS,
  issues: v.array(Issue),
})
