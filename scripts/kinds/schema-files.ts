import type { Schema, SchemaFile } from '../../src/core/schema/schema.ts'

/** One file for each API group, by the group's name: its kinds and the definitions that they need, no others. */
export function schemaFiles(definitions: ReadonlyMap<string, Schema>): ReadonlyMap<string, SchemaFile> {
  const groups = new Map<string, Map<string, string>>()
  for (const [name, schema] of definitions) {
    const kind = kindOf(schema)
    if (!kind) continue
    const kinds = groups.get(kind.group) ?? new Map<string, string>()
    if (kinds.has(kind.key)) throw new Error(`${kind.group}/${kind.key} is defined twice.`)
    groups.set(kind.group, kinds.set(kind.key, name))
  }
  return new Map([...groups].map(([group, kinds]) => [group, fileOf(kinds, definitions)]))
}

/** Group, version and kind of a whole object; undefined for parts of one, and for lists of them. */
function kindOf({ properties = {} }: Schema): { readonly group: string; readonly key: string } | undefined {
  const apiVersion = onlyText(properties['apiVersion'])
  const kind = onlyText(properties['kind'])
  if (apiVersion === undefined || kind === undefined) return undefined
  const isList = kind.endsWith('List') && 'items' in properties
  // A kind of which nothing but this is known keeps its fields as it likes.
  const isOpen = Object.keys(properties).every((name) => EVERY_KIND.includes(name))
  if (isList || isOpen) return undefined
  const [version = '', group = ''] = apiVersion.split('/').toReversed()
  return { group, key: `${version}/${kind}` }
}

function onlyText(schema: Schema | undefined): string | undefined {
  const [value, ...others] = schema?.enum ?? []
  return typeof value === 'string' && others.length === 0 ? value : undefined
}

function fileOf(kinds: ReadonlyMap<string, string>, definitions: ReadonlyMap<string, Schema>): SchemaFile {
  const needed = new Map<string, Schema>()
  const todo = [...kinds.values()]
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (needed.has(name)) continue
    const found = definitions.get(name)
    if (!found) throw new Error(`There is no definition ${name}.`)
    const schema = kindOf(found) ? asWritten(found) : found
    needed.set(name, schema)
    todo.push(...referencesOf(schema))
  }
  return { kinds: Object.fromEntries(kinds), definitions: Object.fromEntries(needed) }
}

const EVERY_KIND = ['apiVersion', 'kind', 'metadata', 'status']

/**
 * A kind as people write it. The status is the server's own, in whatever form. What version and kind it is has been
 * read before, and where the object stands inside another (a claim in a StatefulSet) the place says it.
 */
function asWritten(schema: Schema): Schema {
  const { required = [], properties = {}, ...rest } = schema
  const asked = required.filter((name) => !['apiVersion', 'kind', 'status'].includes(name))
  return {
    ...rest,
    ...(asked.length > 0 && { required: asked }),
    properties: { ...properties, ...('status' in properties && { status: {} }) },
  }
}

function referencesOf(schema: Schema): readonly string[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...[schema.items, schema.values, schema.not].filter((part) => part !== undefined),
    ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap((branches) => branches ?? []),
  ]
  return [...(schema.ref === undefined ? [] : [schema.ref]), ...inner.flatMap(referencesOf)]
}
