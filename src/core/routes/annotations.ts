import type { JsonObject } from '../model/json.ts'
import { objectIn } from './members.ts'

/** The annotations of an object that are texts with something in them. */
export function annotationsOf(object: JsonObject): ReadonlyMap<string, string> {
  const annotations = new Map<string, string>()
  for (const [key, value] of Object.entries(objectIn(object, 'metadata', 'annotations'))) {
    if (typeof value === 'string' && value.trim() !== '') annotations.set(key, value.trim())
  }
  return annotations
}
