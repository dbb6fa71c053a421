import * as v from 'valibot'

/*
 * The shapes of what Drawbridge prints. Nothing at work reads them: the JSON Schemas are generated from them, and the tests hold
 * every rendering against them.
 */

/** A moment. */
export const Instant: v.GenericSchema = v.pipe(
  v.string(),
  v.description('A moment in UTC, such as 2026-11-22T10:00:00Z.'),
)
/** A line of a file. */
export const Line: v.GenericSchema = v.pipe(v.number(), v.description('Counts from 1.'))

/** The names of an object. */
export const ObjectReference: v.GenericSchema = v.strictObject({
  group: v.pipe(v.string(), v.description('Empty for the core group.')),
  version: v.string(),
  kind: v.string(),
  namespace: v.pipe(v.nullable(v.string()), v.description('Null for cluster-scoped objects.')),
  name: v.string(),
})

/** A mistake and where it stands. */
export const Issue: v.GenericSchema = v.strictObject({
  code: v.string(),
  severity: v.picklist(['low', 'medium', 'high', 'critical']),
  path: v.string(),
  line: Line,
  column: Line,
  text: v.string(),
  suggestion: v.optional(v.string()),
})

/** Somebody, by name and number. */
export const Person: v.GenericSchema = v.strictObject({ login: v.string(), id: v.number() })
