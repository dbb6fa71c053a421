import type { Schema } from '../../src/core/schema/schema.ts'

/** One schema that says what each of these says. */
export function mergeSchemas(schemas: readonly Schema[]): Schema {
  return schemas.reduce(merge, {})
}

/** What is said twice in the same word holds twice. */
function merge(said: Schema, more: Schema): Schema {
  if (Object.keys(more).some((keyword) => keyword in said && !ADDED.includes(keyword)))
    return { ...said, allOf: [...(said.allOf ?? []), more] }
  return {
    ...said,
    ...more,
    ...(said.required && { required: [...said.required, ...(more.required ?? [])] }),
    ...(said.properties && { properties: { ...said.properties, ...more.properties } }),
  }
}

const ADDED = ['required', 'properties', 'nullable']
