import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import type { SchemaType } from './schema.ts'

const TYPES: Readonly<Record<SchemaType, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
}

/** What must be written and what is, with advice when the reason shows: never the value itself. */
export function typeSentence(field: string, value: Json, types: readonly SchemaType[]): string {
  const wanted = types.map((type) => TYPES[type]).join(' or ')
  return `${field} must be ${wanted}, and it is ${kindOfValue(value)}.${advice(value, types)}`
}

function kindOfValue(value: Json): string {
  if (value === null) return 'null'
  if (isJsonList(value)) return 'a list'
  if (isJsonObject(value)) return 'a map'
  if (typeof value === 'boolean') return 'true or false'
  if (typeof value === 'string') return 'text'
  return Number.isInteger(Number(value)) ? 'an integer' : 'a number'
}

function advice(value: Json, types: readonly SchemaType[]): string {
  const isScalar = typeof value !== 'object'
  if (typeof value === 'boolean' && types.includes('string'))
    return ' Quote it: unquoted yes, no, on and off are true and false.'
  if (isScalar && typeof value !== 'string' && types.includes('string')) return ' Quote it.'
  if (typeof value === 'string' && isUnquotable(value, types)) return ' Remove the quotes.'
  if (value === null) return ' Write a value, or remove the field.'
  return ` Write ${types.map((type) => TYPES[type]).join(' or ')}.`
}

function isUnquotable(value: string, types: readonly SchemaType[]): boolean {
  if (types.includes('boolean')) return value === 'true' || value === 'false'
  return (types.includes('integer') || types.includes('number')) && /^-?\d+$/.test(value)
}
