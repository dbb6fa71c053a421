import { isJsonList, isJsonObject, type Json } from '../../../model/json.ts'
import { valueAt } from './members.ts'

/** The text of an annotation or label, or null. A number or boolean that somebody left without quotes is its text. */
export function markOf(object: Json, marks: 'annotations' | 'labels', name: string): string | null {
  const value = valueAt(object, 'metadata', marks, name)
  return value === null || isJsonList(value) || isJsonObject(value) ? null : String(value)
}
