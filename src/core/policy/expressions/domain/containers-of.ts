import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts'
import { CONTAINER_LISTS, podPath } from '../../patterns/pod-path.ts'
import { kindOf, objectsAt, valueAt } from './members.ts'

/** The spec of the pod that a workload runs, whatever its kind; empty where there is none. */
export function podOf(object: Json): JsonObject {
  const pod = valueAt(object, ...podPath(kindOf(object)))
  return isJsonObject(pod) ? pod : {}
}

/** Every container, init container and ephemeral container of a workload, whatever its kind; none of anything else. */
export function containersOf(object: Json): readonly JsonObject[] {
  const pod = podPath(kindOf(object))
  return CONTAINER_LISTS.flatMap((list) => objectsAt(object, ...pod, list))
}

/** The container of this name, or null. */
export function containerNamed(object: Json, name: string): JsonObject | null {
  return containersOf(object).find((container) => valueAt(container, 'name') === name) ?? null
}
