import type { Json } from '../../model/json.ts'
import type { ChangeTest } from '../rule.ts'
import type { Place, Side } from './find-places.ts'
import { EVERYTHING, NOTHING, valueSet, type ValueSet } from './value-set.ts'

/** Numbers that Kubernetes fills in. */
const NUMBERS = new Map<string, bigint>([
  ['replicas', 1n],
  ['minReplicas', 1n],
  ['parallelism', 1n],
  ['backoffLimit', 6n],
  ['terminationGracePeriodSeconds', 30n],
  ['revisionHistoryLimit', 10n],
  ['progressDeadlineSeconds', 600n],
  ['minReadySeconds', 0n],
  ['partition', 0n],
  ['initialDelaySeconds', 0n],
  ['timeoutSeconds', 1n],
  ['periodSeconds', 10n],
  ['successThreshold', 1n],
  ['failureThreshold', 3n],
])

/** Booleans that are true unless somebody says no. */
const TRUE_UNLESS_SAID = new Set([
  'allowPrivilegeEscalation',
  'automountServiceAccountToken',
  'enableServiceLinks',
])

/** Lists that grant or name nothing when they are not there; any other list restricts, so without it all is let in. */
const NOTHING_UNLESS_SAID =
  /^(?:rules|verbs|resources|apiGroups|nonResourceURLs|subjects|add|externalIPs|tolerations|tls)$|deny|black|block|exclude|except/i

/**
 * What stands at a side: what is written, else what its absence means, else undefined. Where the object or the list
 * element itself is missing, nothing stands there.
 */
export function effectiveValue(side: Side, place: Place, test: Pick<ChangeTest, 'absent'>): Json | undefined {
  if (side.value !== undefined || !side.scope) return side.value
  return test.absent ?? knownDefault(place)
}

/** The set at a side, for `widened` and `narrowed`. An empty list counts as absent. */
export function setAt(side: Side, place: Place, test: Pick<ChangeTest, 'absent'>): ValueSet {
  if (!side.scope) return NOTHING
  if (!isEmpty(side.value)) return valueSet(side.value ?? null)
  if (test.absent !== undefined) return isEmpty(test.absent) ? NOTHING : valueSet(test.absent)
  return NOTHING_UNLESS_SAID.test(place.keys.at(-1) ?? '') ? NOTHING : EVERYTHING
}

/** Whether a value says as little as none: an empty text or list. An empty map says something (`emptyDir: {}`). */
export function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function knownDefault(place: Place): Json | undefined {
  const key = place.keys.at(-1) ?? ''
  if (TRUE_UNLESS_SAID.has(key)) return true
  if ([place.old.value, place.new.value].some((value) => typeof value === 'boolean')) return false
  return NUMBERS.get(key)
}
