import * as v from 'valibot'

/*
 * The shape of a `Diagnosis`: what `doctor --format json` prints. Nothing at work reads it: the JSON Schema is generated from it, and the
 * tests hold what is printed against it.
 */

const Check = v.strictObject({
  id: v.string(),
  verdict: v.picklist(['ok', 'fix', 'note', 'unknown']),
  code: v.pipe(v.string(), v.description('What was seen; `unread` when it could not be read.')),
  seen: v.string(),
  todo: v.pipe(v.nullable(v.string()), v.description('Null: nothing.')),
})

/** A `Diagnosis`: whether a repository is set up so that the gate holds. */
export const DiagnosisSchema: v.GenericSchema = v.strictObject({
  apiVersion: v.literal('drawbridge.dev/v1alpha1'),
  kind: v.literal('Diagnosis'),
  repository: v.string(),
  branch: v.string(),
  context: v.string(),
  setup: v.pipe(
    v.picklist(['app', 'zero', 'unknown']),
    v.description('With an app of its own, with the token of the job, or not known.'),
  ),
  mostUrgent: v.pipe(v.nullable(v.string()), v.description('The check to look at first; null: none.')),
  checks: v.pipe(v.array(Check), v.description('The most urgent first; what does not apply is left out.')),
})
