import * as v from 'valibot'
import { Requirement } from './requirement-shapes.ts'
import { Instant, Person } from './shared-shapes.ts'

/** Whether the glass is broken for what holds, by whom, why, and whom that skips. */
export const BreakGlass: v.GenericSchema = v.strictObject({
  verdict: v.picklist(['met', 'unmet', 'indeterminate']),
  reason: v.strictObject({ code: v.string(), text: v.string() }),
  label: v.string(),
  grant: v.nullable(
    v.strictObject({
      brokenBy: Person,
      brokenAt: Instant,
      notAfter: Instant,
      reason: v.pipe(v.nullable(v.string()), v.description('As they wrote it; null: nowhere.')),
      reviewDue: v.pipe(Instant, v.description('When the review after the fact is due.')),
    }),
  ),
  approval: v.pipe(
    v.nullable(Requirement),
    v.description('The approvals by other people; null: the label counts for nothing, so nobody was asked.'),
  ),
  skipped: v.strictObject({
    requirements: v.pipe(v.array(Requirement), v.description('Everything that holds the merge.')),
    people: v.pipe(
      v.array(v.string()),
      v.description('The logins of all who would have had a say, as far as they are known.'),
    ),
  }),
  reviewedBy: v.array(v.string()),
})
