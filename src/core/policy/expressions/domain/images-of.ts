import type { Json } from '../../../model/json.ts'
import { podPath } from '../../patterns/pod-path.ts'
import { containersOf } from './containers-of.ts'
import { kindOf, objectsAt, textsAt } from './members.ts'

/** The images that a workload pulls: those of its containers and of its image volumes, as they are written. */
export function imagesOf(object: Json): readonly string[] {
  const volumes = objectsAt(object, ...podPath(kindOf(object)), 'volumes')
  return [
    ...containersOf(object).flatMap((container) => textsAt(container, 'image')),
    ...volumes.flatMap((volume) => textsAt(volume, 'image', 'reference')),
  ].filter((image) => image !== '')
}
