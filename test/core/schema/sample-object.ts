import type { JsonObject, Json } from '../../../src/core/model/json.ts'
import type { KindSchema, Schema } from '../../../src/core/schema/schema.ts'

/** Draws a number from 0 to one less than `count`. */
export type Draw = (count: number) => number

/** An object that a schema allows, with as many of its optional fields as are drawn. */
export function sampleObject(kind: KindSchema, draw: Draw): JsonObject {
  const made = new Sampler(kind, draw).value(kind.root, 0)
  if (made === undefined || typeof made !== 'object' || made === null || Array.isArray(made))
    throw new Error('The schema of a kind is one of an object.')
  return made as JsonObject
}

/** Texts of the forms that patterns ask for. */
const TEXTS = [
  'a',
  'abc',
  '1s',
  '10',
  '0.5',
  '/a',
  'a/b',
  'a.example/b',
  'a.example',
  'http://a.example',
  'https://a.example',
  'ssh://a.example',
  'oci://a.example',
  'sha256:abc',
  '200',
  'Hostname',
  'IPAddress',
  'System',
  'b'.repeat(64),
  '/a/b',
  '*',
]

class Sampler {
  readonly #kind: KindSchema
  readonly #draw: Draw

  constructor(kind: KindSchema, draw: Draw) {
    this.#kind = kind
    this.#draw = draw
  }

  /** Undefined when none is found, which only happens to texts. */
  value(schema: Schema, depth: number): Json | undefined {
    const whole = this.#merged(schema)
    const { oneOf = [], anyOf = [], ...rest } = whole
    if (whole.enum) return json(this.#pick(whole.enum) ?? '')
    const typed =
      whole.type === undefined ? this.#pick([...oneOf, ...anyOf].filter(({ type }) => type)) : undefined
    return typed ? this.value({ ...rest, ...typed }, depth) : this.#typed(whole, depth)
  }

  #typed(whole: Schema, depth: number): Json | undefined {
    if (whole.type === 'object') return this.#object(whole, depth)
    if (whole.type === 'array') return this.#list(whole, depth)
    if (whole.type === 'string') return this.#text(whole)
    if (whole.type === 'boolean') return this.#draw(2) === 0
    if (whole.type === 'integer') return BigInt(this.#number(whole))
    if (whole.type === 'number') return BigInt(this.#number(whole))
    return { free: 'form' }
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[this.#draw(Math.max(1, list.length))]
  }

  #merged(schema: Schema): Schema {
    const { ref, allOf = [], ...own } = schema
    const named = ref === undefined ? undefined : this.#kind.definitions[ref]
    const parts = [own, ...[...(named ? [named] : []), ...allOf].map((part) => this.#merged(part))]
    return {
      ...Object.assign({}, ...parts.toReversed()),
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: parts.flatMap(({ required = [] }) => required),
    } as Schema
  }

  #object(schema: Schema, depth: number): Json {
    const { properties = {}, values, minProperties = 0 } = schema
    const wanted = this.#wanted(schema, depth)
    const named = Object.entries(properties).filter(([key]) => wanted.has(key))
    const count = values ? Math.max(minProperties, this.#draw(2)) : 0
    const free = Array.from({ length: count }, (_, index) => [`key${String(index)}`, values ?? {}] as const)
    const made = [...named, ...free].map(([key, inner]) => [key, this.value(inner, depth + 1)] as const)
    return Object.fromEntries(made.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  }

  #wanted(schema: Schema, depth: number): ReadonlySet<string> {
    const { properties = {}, required = [] } = schema
    const { fields, chosen } = this.#excluded(schema)
    const keys = Object.entries(properties).filter(([key, inner]) => {
      // A kind's status is open, and the packages know more of it.
      if (key === 'status' && Object.keys(inner).length === 0) return false
      if (fields.includes(key)) return key === chosen
      return required.includes(key) || isTypeMeta(key, inner) || this.#draw(3 + depth * 2) === 1
    })
    return new Set(keys.map(([key]) => key))
  }

  /** Of fields of which only one may be set, the one that is. */
  #excluded({ oneOf = [], anyOf = [], allOf = [] }: Schema): {
    readonly fields: readonly string[]
    readonly chosen: string | undefined
  } {
    const branches = [...oneOf, ...anyOf, ...allOf.flatMap((part) => part.oneOf ?? [])]
    const fields = branches.flatMap(({ required = [] }) => required)
    const isFree = [oneOf, anyOf].every(
      (choice) => choice.length === 0 || choice.some((branch) => branch.not),
    )
    return { fields, chosen: isFree ? undefined : fields[this.#draw(Math.max(1, fields.length))] }
  }

  #list({ items, minItems = 0, maxItems = Infinity }: Schema, depth: number): Json {
    const length = Math.min(maxItems, Math.max(minItems, this.#draw(3)))
    const made = Array.from({ length }, () => (items ? this.value(items, depth + 1) : 'x'))
    return made.filter((item) => item !== undefined)
  }

  #number({ minimum, maximum, exclusiveMaximum }: Schema): number {
    const least = minimum ?? Math.min(0, maximum ?? 0)
    const most = Math.min(maximum ?? least + 100, (exclusiveMaximum ?? Infinity) - 1, least + 100)
    return least + this.#draw(most - least + 1)
  }

  #text({ format, pattern = '', minLength = 0, maxLength = Infinity }: Schema): string | undefined {
    if (format === 'byte') return 'YQ=='
    if (format === 'date-time') return '2026-11-22T10:00:00Z'
    if (format === 'quantity') return ['100m', '1Gi', '0.5', '1e3'][this.#draw(4)]
    const fitting = TEXTS.filter(
      (text) => text.length >= minLength && text.length <= maxLength && new RegExp(pattern, 'u').test(text),
    )
    return fitting[this.#draw(Math.max(1, fitting.length))]
  }
}

/** What the schemas do not ask for, because an object that has none is not held against one. */
function isTypeMeta(key: string, schema: Schema): boolean {
  return (key === 'apiVersion' || key === 'kind') && schema.enum?.length === 1
}

function json(value: string | number): Json {
  return typeof value === 'number' ? BigInt(value) : value
}
