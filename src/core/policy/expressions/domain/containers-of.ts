import type { Json, JsonObject } from '../../../model/json.ts'
import { CONTAINER_LISTS, podPath } from '../../patterns/pod-path.ts'
import { kindOf, objectsAt, valueAt } from './members.ts'

/** Every container, init container and ephemeral container of a workload, whatever its kind; none of anything else. */
export function containersOf(object: Json): readonly JsonObject[] {
  const pod = podPath(kindOf(object))
  return CONTAINER_LISTS.flatMap((list) => objectsAt(object, ...pod, list))
}

/** The container of this name, or null. */
export function containerNamed(object: Json, name: string): JsonObject | null {
  return containersOf(object).find((container) => valueAt(container, 'name') === name) ?? null
}
