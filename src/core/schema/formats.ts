import { parseInstant } from '../model/instant.ts'
import type { Json } from '../model/json.ts'
import type { JsonPointer } from '../model/json-pointer.ts'
import { parseQuantity } from '../model/quantity.ts'
import { fieldName, type FaultCode } from './fault.ts'
import type { Format } from './schema.ts'

/** Whether a value has a form. A form of numbers says nothing of texts, and the other way round. */
export function isOfFormat(value: Json, format: Format): boolean {
  if (typeof value === 'string') return isText(value, format)
  if (typeof value !== 'bigint' && typeof value !== 'number') return true
  switch (format) {
    case 'int32':
      return Number.isInteger(Number(value)) && value >= -(2 ** 31) && value < 2 ** 31
    case 'int64':
      // An integer beyond int64 is no bigint.
      return typeof value === 'bigint'
    default:
      return true
  }
}

function isText(value: string, format: Format): boolean {
  switch (format) {
    case 'byte':
      // The server overlooks line breaks in Base64.
      return isBase64(value.replaceAll(/[\r\n]/g, ''))
    case 'date-time':
      return /:\d\d:/.test(value) && parseInstant(value) !== undefined
    case 'quantity':
      return parseQuantity(value) !== undefined
    default:
      return true
  }
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}

/** Code, place and text of the fault of a value that has not the form it should have. */
export function formatFault(format: Format, pointer: JsonPointer): readonly [FaultCode, JsonPointer, string] {
  const field = fieldName(pointer)
  switch (format) {
    case 'quantity':
      return ['schema.quantity', pointer, `${field} is no quantity. Write one such as 100m, 0.5 or 256Mi.`]
    case 'byte':
      return ['schema.format', pointer, `${field} must be Base64. Encode it.`]
    case 'date-time':
      return ['schema.format', pointer, `${field} must be a moment such as 2026-11-22T10:00:00Z.`]
    default:
      return ['schema.range', pointer, `${field} is too large or too small for an ${format}.`]
  }
}
