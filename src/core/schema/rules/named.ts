import type { Json, JsonObject } from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import { fieldName, isPlaceholder, shortened, type Fault, type FaultCode, type Placed } from '../fault.ts'
import type { NameRule } from '../names.ts'

/** The fault of a name that is none, or nothing. What is no text is the schema's matter. */
export function checkName(
  code: FaultCode,
  value: Json | undefined,
  pointer: JsonPointer,
  rule: NameRule,
): readonly Fault[] {
  if (typeof value !== 'string' || isPlaceholder(value)) return []
  const wanted = rule(value)
  if (wanted === undefined) return []
  return [{ code, pointer, text: `${fieldName(pointer)} is "${shortened(value)}", and must be ${wanted}.` }]
}

/** The same for a field of an object. */
export function checkNameAt(
  code: FaultCode,
  { value, pointer }: Placed<JsonObject>,
  key: string,
  rule: NameRule,
): readonly Fault[] {
  return checkName(code, value[key], pointerTo(pointer, key), rule)
}

/** A fault for every entry of a list whose key another before it has; `what` says what comes of it. */
export function checkUnique<T>(
  entries: readonly Placed<T>[],
  keyOf: (entry: T) => string | undefined,
  field: string,
  what: string,
): readonly Fault[] {
  const seen = new Set<string>()
  return entries.flatMap(({ value, pointer }): readonly Fault[] => {
    const key = keyOf(value)
    if (key === undefined || isPlaceholder(key)) return []
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const at = field === '' ? pointer : pointerTo(pointer, field)
    return [{ code: 'schema.duplicate', pointer: at, text: `${fieldName(at)}: "${shortened(key)}" ${what}` }]
  })
}

/** The text in a field. */
export function textOf(key: string): (object: JsonObject) => string | undefined {
  return (object) => {
    const value = object[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
}
