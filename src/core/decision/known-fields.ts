import { ANYTHING, type FieldPlace, joinPlaces, type KnownFields } from '../policy/known-fields.ts'
import { DIRECTIVE, LEFT_OUT } from '../schema/check-form.ts'
import { isServersOwn } from '../schema/check-object.ts'
import type { Schema, SchemaFile } from '../schema/schema.ts'

/** The schemas that there are, by group; the core group is the empty text. */
export interface SchemaCatalogue {
  groups(): readonly string[]
  /** Undefined: there are no schemas of the group. */
  fileOf(group: string): SchemaFile | undefined
}

/** What schemas say about the fields of kinds. A file is read when one of its kinds is asked for. */
export function knownFields(catalogue: SchemaCatalogue): KnownFields {
  return {
    *kinds() {
      for (const group of catalogue.groups()) {
        const names = Object.keys(catalogue.fileOf(group)?.kinds ?? {}).map((name) =>
          name.slice(name.indexOf('/') + 1),
        )
        for (const kind of new Set(names)) yield `${group === '' ? 'core' : group}/${kind}`
      }
    },
    rootOf(kind) {
      const slash = kind.lastIndexOf('/')
      const group = kind.slice(0, slash)
      const file = catalogue.fileOf(group === 'core' ? '' : group)
      if (!file) return undefined
      const names = Object.entries(file.kinds).filter(([name]) => name.endsWith(`/${kind.slice(slash + 1)}`))
      const root = joinPlaces(names.map(([, definition]) => placeOf([{ ref: definition }], file)))
      return root && withSops(root)
    },
    isFixed: (kind) => isServersOwn(kind.slice(0, kind.lastIndexOf('/')).replace(/^core$/, '')),
  }
}

/** An object that is encrypted with SOPS has one field more. */
function withSops(root: FieldPlace): FieldPlace {
  return { ...root, field: (name) => (name === 'sops' ? ANYTHING : root.field(name)) }
}

/** Where all of some schemas hold. A place without a word about its fields, lists or type is open. */
function placeOf(schemas: readonly Schema[], file: SchemaFile): FieldPlace {
  const all = schemas.flatMap((schema) => resolved(schema, file))
  const properties = all.flatMap((schema) => (schema.properties ? [schema.properties] : []))
  const values = all.flatMap((schema) => (schema.values ? [schema.values] : []))
  const items = all.flatMap((schema) => (schema.items ? [schema.items] : []))
  const types = all.flatMap(({ type }) => (type === undefined ? [] : [type]))
  if (types.length === 0 && properties.length + values.length + items.length === 0) return ANYTHING
  if (types.includes('array') || items.length > 0) {
    const entries = items.length > 0 ? placeOf(items, file) : ANYTHING
    return { names: [], field: () => undefined, items: () => entries }
  }
  if (types.length > 0 && !types.includes('object')) return NOTHING
  if (properties.length === 0 && values.length === 0) return OPEN
  return {
    names: values.length > 0 ? null : [...new Set(properties.flatMap(Object.keys))],
    field(name) {
      const own = properties.flatMap((known) => (Object.hasOwn(known, name) ? [known[name] ?? {}] : []))
      if (own.length + values.length === 0)
        return LEFT_OUT.test(name) || DIRECTIVE.test(name) ? ANYTHING : undefined
      return placeOf([...own, ...values], file)
    },
    items: () => undefined,
  }
}

/** A text, number or boolean has neither fields nor elements. */
const NOTHING: FieldPlace = { names: [], field: () => undefined, items: () => undefined }
/** An object with any fields. */
const OPEN: FieldPlace = { names: null, field: () => ANYTHING, items: () => undefined }

function resolved(schema: Schema, file: SchemaFile): readonly Schema[] {
  const { ref, allOf = [] } = schema
  const named = ref === undefined ? undefined : file.definitions[ref]
  return [schema, ...(named ? [named] : []), ...allOf].flatMap((part) =>
    part === schema ? [part] : resolved(part, file),
  )
}
