import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import type { SchemaType } from './schema.ts'

/** Whether a value is of a type. */
export function isOfType(value: Json, type: SchemaType): boolean {
  switch (type) {
    case 'object':
      return isJsonObject(value)
    case 'array':
      return isJsonList(value)
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value)
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number'
    default:
      return typeof value === type
  }
}
