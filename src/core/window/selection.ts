import type { Finding } from '../model/finding.ts'
import { groupKind } from '../model/object-ref.ts'
import type { Place, Selector } from '../model/sync-window.ts'

/**
 * Whether a finding is about something at a place. `unknown`: the place is told by kinds or namespaces, and the finding is about a
 * file, which may hold any.
 */
export function selection(place: Place, finding: Finding): 'yes' | 'no' | 'unknown' {
  const { object } = finding
  if (!allows(place.environments, finding.environment) || !allows(place.clusters, finding.cluster))
    return 'no'
  if (object === null) return place.kinds === null && place.namespaces === null ? 'yes' : 'unknown'
  const within = allows(place.kinds, groupKind(object)) && allows(place.namespaces, object.namespace)
  return within ? 'yes' : 'no'
}

function allows(selector: Selector | null, text: string | null): boolean {
  return selector === null || (text !== null && selector.matches(text))
}
