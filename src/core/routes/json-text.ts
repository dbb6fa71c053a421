import { emptyObject, type Json } from '../model/json.ts'

/** No annotation of use nests deeper. */
const DEPTH = 16

/** The JSON value in an annotation; null for a text that is none. */
export function jsonIn(text: string): Json {
  try {
    return toJson(JSON.parse(text), 0)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

function toJson(value: unknown, depth: number): Json {
  if (depth > DEPTH) return null
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, depth + 1))
  if (typeof value !== 'object' || value === null) return null
  const object = emptyObject()
  for (const [key, member] of Object.entries(value)) object[key] = toJson(member, depth + 1)
  return object
}
