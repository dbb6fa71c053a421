import * as v from 'valibot'
import { Instant, Person } from './shared-shapes.ts'

const Reason = v.strictObject({ code: v.string(), text: v.string() })
const Verdict = v.picklist(['met', 'unmet', 'not-applicable', 'indeterminate'])

const ANSWER = {
  for: v.pipe(v.array(v.string()), v.description('The rules that ask.')),
  paths: v.array(v.string()),
  verdict: Verdict,
  reason: Reason,
  notes: v.array(Reason),
}

const Approval = v.strictObject({
  kind: v.literal('approval'),
  from: v.array(v.string()),
  count: v.number(),
  strict: v.boolean(),
  excludeCommitters: v.boolean(),
  ...ANSWER,
  by: v.array(Person),
  candidates: v.pipe(v.array(v.string()), v.description('Owners who could still meet it.')),
})

const SyncWindow = v.strictObject({
  name: v.string(),
  kind: v.picklist(['allow', 'deny']),
  schedule: v.string(),
  duration: v.string(),
  timeZone: v.string(),
  reason: v.string(),
})

const Window = v.strictObject({
  kind: v.literal('window'),
  max: v.pipe(v.nullable(v.string()), v.description('Null for recurring windows, which nobody opens.')),
  openedBy: v.array(v.string()),
  windows: v.pipe(
    v.optional(v.array(SyncWindow)),
    v.description('The recurring windows of the policy that answer; absent: a label does.'),
  ),
  ...ANSWER,
  grant: v.nullable(
    v.strictObject({
      label: v.string(),
      grantedBy: v.string(),
      grantedById: v.number(),
      grantedAt: Instant,
      notBefore: Instant,
      notAfter: Instant,
    }),
  ),
})

/** A requirement with its answer. */
export const Requirement: v.GenericSchema = v.variant('kind', [Approval, Window])
