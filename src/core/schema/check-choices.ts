import { isJsonObject, type Json } from '../model/json.ts'
import type { JsonPointer } from '../model/json-pointer.ts'
import { fieldName, type Fault } from './fault.ts'
import type { Schema, SchemaType } from './schema.ts'
import { typeSentence } from './type-sentence.ts'
import { isOfType } from './types.ts'

/** What is wrong with a value by one schema. */
export type FaultsOf = (schema: Schema) => readonly Fault[]

/** The faults of a value that is of none of the forms it may have, of several, or of one that is ruled out. */
export function checkChoices(
  value: Json,
  schema: Schema,
  pointer: JsonPointer,
  faultsOf: FaultsOf,
): readonly Fault[] {
  const { not, anyOf, oneOf } = schema
  const faults: Fault[] = []
  if (not && faultsOf(not).length === 0) faults.push(fault(pointer, 'has a form that is ruled out.'))
  if (anyOf && countHeld(anyOf, faultsOf) === 0) faults.push(...noneHolds(value, anyOf, pointer, faultsOf))
  if (!oneOf) return faults
  const held = countHeld(oneOf, faultsOf)
  if (held === 0) faults.push(...noneHolds(value, oneOf, pointer, faultsOf))
  if (held > 1) faults.push(fault(pointer, `may have only one of ${fieldsOf(oneOf).join(', ')}.`))
  return faults
}

function countHeld(branches: readonly Schema[], faultsOf: FaultsOf): number {
  return branches.filter((branch) => faultsOf(branch).length === 0).length
}

/** When the value is of the type of one alternative only, that one was meant. */
function noneHolds(
  value: Json,
  branches: readonly Schema[],
  pointer: JsonPointer,
  faultsOf: FaultsOf,
): readonly Fault[] {
  const types = branches.flatMap(({ type }): readonly SchemaType[] => (type === undefined ? [] : [type]))
  const [meant, ...others] = branches.filter(({ type }) => type !== undefined && isOfType(value, type))
  if (meant && others.length === 0) return faultsOf(meant)
  if (!meant && types.length === branches.length)
    return [{ code: 'schema.type', pointer, text: typeSentence(fieldName(pointer), value, types) }]
  const fields = fieldsOf(branches)
  const given = isJsonObject(value) ? fields.filter((field) => Object.hasOwn(value, field)) : []
  if (given.length > 1) return [fault(pointer, `may have only one of ${fields.join(', ')}.`)]
  const wanted = fields.length > 0 ? `one of ${fields.join(', ')}` : 'one of the forms that are allowed'
  return [fault(pointer, `must have ${wanted}.`)]
}

/** The fields that the alternatives are about. */
function fieldsOf(branches: readonly Schema[]): readonly string[] {
  const named = branches.flatMap((branch): readonly string[] => [
    ...(branch.required ?? []),
    ...fieldsOf(branch.anyOf ?? []),
    ...fieldsOf(branch.not ? [branch.not] : []),
  ])
  return [...new Set(named)]
}

function fault(pointer: JsonPointer, what: string): Fault {
  return { code: 'schema.choice', pointer, text: `${fieldName(pointer)} ${what}` }
}
