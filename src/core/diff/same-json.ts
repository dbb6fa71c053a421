import { isJsonList, isJsonObject, type Json } from '../model/json.ts'

/** Whether two values are the same but for the order of keys. */
export function isSameJson(a: Json, b: Json): boolean {
  if (a === b) return true
  if (isJsonList(a)) {
    return (
      isJsonList(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index] ?? null))
    )
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key] ?? null, b[key] ?? null))
}
