import { pointerKeys, type JsonPointer } from '../model/json-pointer.ts'

/** Order of two places as people read them: a parent before its members, entry 2 before entry 10. */
export function comparePointers(a: JsonPointer, b: JsonPointer): number {
  const [left, right] = [pointerKeys(a), pointerKeys(b)]
  for (const [index, key] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (key !== other) return compareKeys(key, other)
  }
  return left.length - right.length
}

function compareKeys(a: string, b: string): number {
  const isIndex = /^\d{1,9}$/
  if (isIndex.test(a) && isIndex.test(b)) return Number(a) - Number(b)
  return a < b ? -1 : 1
}
