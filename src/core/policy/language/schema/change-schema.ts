import * as v from 'valibot'
import { CHANGE_OPS } from '../../rule.ts'
import type { WrittenChange } from '../policy-document.ts'
import { type Described, listOf, text, texts, word } from './described.ts'

const testEntries = {
  path: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.description(
        "Where to look, one path or alternatives. Dots between keys; [] for each element of a list; ['a.b/c'] for one key, " +
          "['a.b/*'] for keys that start so; $pod, $podmeta, $podtemplate and $containers for a pod's places in every kind.",
      ),
      v.examples(['spec.replicas', 'spec.rules[].host', '$containers.image']),
    ),
  ),
  op: v.optional(
    word(
      CHANGE_OPS,
      'What happened there. added: nothing or empty before. removed: nothing or empty now. changed: any difference, so also ' +
        'added and removed. increased, decreased, to-zero: exact quantities, percentages and durations. widened, narrowed: ' +
        'sets of CIDRs, hosts, RBAC rules or words, where * is everything. set-true, set-false. matches: a value that is new or ' +
        'changed matches `values` or `pattern`.',
    ),
  ),
  pattern: v.optional(
    text('For matches: an RE2 regular expression, found anywhere in the value unless anchored.'),
  ),
  values: v.optional(
    texts(
      'For matches: patterns for the whole value; * is any characters, slashes too, ? is one, a backslash makes them literal.',
    ),
  ),
  absent: v.optional(
    v.pipe(
      v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]),
      v.description(
        'What it means when nothing is written there. Default: as Kubernetes has it (replicas 1, allowPrivilegeEscalation true, ' +
          'an allow-list of addresses "*", other booleans false). For widened and narrowed "*" is everything and [] nothing.',
      ),
    ),
  ),
}

/** One entry of `change`: a path with an operator, or alternatives of such. */
export const ChangeSchema: Described<WrittenChange> = v.strictObject({
  ...testEntries,
  any: v.optional(listOf(v.strictObject(testEntries), 'Alternatives instead of path and op.')),
})
