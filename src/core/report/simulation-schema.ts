import * as v from 'valibot'
import { SEVERITIES } from '../model/severity.ts'

/*
 * The shape of a `Simulation`: what `simulate --format json` prints. Nothing at work reads it: the JSON Schema is generated
 * from it, and the tests hold what is printed against it.
 */

const count = (about: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.description(about))

const Totals = v.strictObject({
  held: count('Merges that would have been held or denied.'),
  passed: count('Merges that would have passed at once.'),
  unknown: count('Merges that could not be judged.'),
  severities: v.pipe(
    v.strictObject({
      critical: v.number(),
      high: v.number(),
      medium: v.number(),
      low: v.number(),
    }),
    v.description('Merges that would have been held, by the worst of what holds them.'),
  ),
  windows: count('Merges that would have needed a deploy window.'),
  unowned: count('Merges with a risky change to a path that nobody owns.'),
  rules: v.pipe(
    v.array(
      v.strictObject({
        rule: v.string(),
        severity: v.picklist(SEVERITIES),
        merges: count('Merges that it would have held.'),
        alone: count('Merges that nothing else would have held.'),
        findings: count('What it would have found in them.'),
        example: v.strictObject({ commit: v.string(), message: v.string() }),
      }),
    ),
    v.description('The noisiest first.'),
  ),
  owners: v.pipe(
    v.array(v.strictObject({ owner: v.string(), merges: v.number() })),
    v.description('Who would have been asked, the busiest first.'),
  ),
})

const Replay = {
  outcome: v.picklist(['allow', 'hold', 'deny', 'error']),
  class: v.picklist(['held', 'passed', 'unknown']),
  severity: v.nullable(v.picklist(SEVERITIES)),
  rules: v.pipe(v.array(v.string()), v.description('The rules that hold it, the worst first.')),
  ask: v.pipe(v.array(v.string()), v.description('A smallest set of owners to ask.')),
  unowned: v.array(v.string()),
  window: v.boolean(),
  problem: v.pipe(v.nullable(v.string()), v.description('Why it could not be judged.')),
}

/** A `Simulation`: merges of the past as a policy would have judged them. */
export const SimulationSchema: v.GenericSchema = v.pipe(
  v.strictObject({
    apiVersion: v.literal('drawbridge.dev/v1alpha1'),
    kind: v.literal('Simulation'),
    policies: v.array(v.string()),
    comparedWith: v.pipe(
      v.nullable(v.array(v.string())),
      v.description('The policies that they are compared with; null: none.'),
    ),
    totals: Totals,
    before: v.pipe(v.nullable(Totals), v.description('The same under the policies compared with.')),
    merges: v.array(
      v.strictObject({
        commit: v.string(),
        title: v.string(),
        at: v.string(),
        ...Replay,
        before: v.nullable(v.strictObject(Replay)),
      }),
    ),
  }),
  v.title('Drawbridge simulation'),
)
