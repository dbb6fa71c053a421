import { didYouMean } from '../model/did-you-mean.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { pointerTo, type JsonPointer } from '../model/json-pointer.ts'
import { fieldName, isPlaceholder, shortened, type Fault, type Placed } from './fault.ts'
import { brokenLimit } from './limits.ts'
import { isUnlike } from './patterns.ts'
import { typeSentence } from './type-sentence.ts'
import { formatFault, isOfFormat } from './formats.ts'
import { isOfType } from './types.ts'
import { checkChoices } from './check-choices.ts'
import type { KindSchema, Schema } from './schema.ts'

/** How an object is held against its schema. */
export interface FormOptions {
  /** A patch or a template: what is missing may come from elsewhere, and what is there may be completed. */
  readonly piece: boolean
  /** The server reads null as absent, as it does for its own kinds. */
  readonly nullIsAbsent: boolean
  /** Words of the object may be told: it holds no secrets. */
  readonly telling: boolean
}

/** What comes of holding an object against its schema. */
export interface FormResult {
  readonly faults: readonly Fault[]
  /** The parts of the object that a named definition describes, by its name. */
  readonly parts: ReadonlyMap<string, readonly Placed<JsonObject>[]>
}

/** Holds an object against the schema of its kind. */
export function checkForm(value: JsonObject, kind: KindSchema, options: FormOptions): FormResult {
  const check = new FormCheck(kind.definitions, options)
  check.value(value, [kind.root], '')
  return { faults: check.faults, parts: check.parts }
}

/** Nobody reads more, and a hostile file may have millions. */
const MOST_FAULTS = 500

export const DIRECTIVE: RegExp = /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/
/** Fields that exist in many places and that the packages leave out everywhere. */
export const LEFT_OUT: RegExp = /^(?:description$|x-kubernetes-)/

class FormCheck {
  readonly faults: Fault[] = []
  readonly parts = new Map<string, Placed<JsonObject>[]>()
  readonly #definitions: KindSchema['definitions']
  readonly #options: FormOptions
  readonly #strict: boolean

  constructor(definitions: KindSchema['definitions'], options: FormOptions, strict = true) {
    this.#definitions = definitions
    this.#options = options
    this.#strict = strict
  }

  /** Checks a value against schemas that must all hold. */
  value(value: Json, schemas: readonly Schema[], pointer: JsonPointer): void {
    if (this.faults.length >= MOST_FAULTS || isPlaceholder(value)) return
    if (value === null && this.#takesNull(schemas)) return
    const all = schemas.flatMap((schema) => this.#resolved(schema, value, pointer))
    if (all.some(({ type }) => type !== undefined && !isOfType(value, type))) {
      const types = all.flatMap(({ type }) => (type === undefined ? [] : [type]))
      this.#fault('schema.type', pointer, typeSentence(fieldName(pointer), value, types.slice(0, 1)))
      return
    }
    for (const schema of all) this.#said(value, schema, pointer)
    if (isJsonList(value)) this.#list(value, all, pointer)
    else if (isJsonObject(value)) this.#object(value, all, pointer)
  }

  #takesNull(schemas: readonly Schema[]): boolean {
    const { nullIsAbsent, piece } = this.#options
    return nullIsAbsent || piece || schemas.some(({ nullable }) => nullable)
  }

  /** A schema, those that it refers to and those that must hold as well. */
  #resolved(schema: Schema, value: Json, pointer: JsonPointer): readonly Schema[] {
    const { ref, allOf } = schema
    if (ref === undefined && allOf === undefined) return [schema]
    const named = ref === undefined ? undefined : this.#definitions[ref]
    if (ref !== undefined && !named) throw new Error(`There is no definition ${ref}.`)
    if (ref !== undefined && isJsonObject(value)) {
      const parts = this.parts.get(ref) ?? []
      parts.push({ value, pointer })
      this.parts.set(ref, parts)
    }
    const further = [...(named ? [named] : []), ...(allOf ?? [])]
    return [schema, ...further.flatMap((other) => this.#resolved(other, value, pointer))]
  }

  #list(list: readonly Json[], schemas: readonly Schema[], pointer: JsonPointer): void {
    const items = schemas.flatMap((schema) => (schema.items ? [schema.items] : []))
    if (items.length === 0) return
    for (const [index, item] of list.entries()) this.value(item, items, pointerTo(pointer, index))
  }

  #object(object: JsonObject, schemas: readonly Schema[], pointer: JsonPointer): void {
    const known = schemas.flatMap(({ properties }) => (properties ? [properties] : []))
    const free = schemas.flatMap(({ values }) => (values ? [values] : []))
    for (const key of Object.keys(object)) {
      const schemasOf = membersOf(key, known, free)
      if (schemasOf.length > 0) this.value(object[key] ?? null, schemasOf, pointerTo(pointer, key))
      else if (known.length > 0 && this.#strict) this.#unknown(key, known, pointer)
    }
  }

  #unknown(key: string, known: readonly Readonly<Record<string, Schema>>[], pointer: JsonPointer): void {
    if (
      this.faults.length >= MOST_FAULTS ||
      LEFT_OUT.test(key) ||
      (this.#options.piece && DIRECTIVE.test(key))
    )
      return
    const near = didYouMean(key, known.flatMap(Object.keys))
    const hint = near === undefined ? 'Remove it, or move it to where it belongs.' : `Did you mean "${near}"?`
    const where = pointer === '' ? 'this kind' : fieldName(pointer)
    const text = `"${shortened(key)}" is no field of ${where}: the server drops or refuses it. ${hint}`
    this.faults.push({
      code: 'schema.unknown-field',
      pointer: pointerTo(pointer, key),
      text,
      ...(near !== undefined && { suggestion: near }),
    })
  }

  /** What a schema says of a value itself, not of what is in it. */
  #said(value: Json, schema: Schema, pointer: JsonPointer): void {
    if (schema.enum) this.#listed(value, schema.enum, pointer)
    if (this.#options.piece) return
    const limit = brokenLimit(value, schema)
    if (limit !== undefined) this.#fault('schema.range', pointer, `${fieldName(pointer)} ${limit}.`)
    if (schema.required && isJsonObject(value)) this.#required(value, schema.required, pointer)
    if (typeof value === 'string' && schema.pattern !== undefined && isUnlike(value, schema.pattern)) {
      this.#fault(
        'schema.pattern',
        pointer,
        `${fieldName(pointer)} must have the form ${shortened(schema.pattern)}.`,
      )
    }
    if (schema.format !== undefined && !isOfFormat(value, schema.format))
      this.#fault(...formatFault(schema.format, pointer))
    this.faults.push(
      ...checkChoices(value, schema, pointer, (branch) => this.#faultsOf(value, branch, pointer)),
    )
  }

  #required(object: JsonObject, required: readonly string[], pointer: JsonPointer): void {
    for (const key of required) {
      const value = object[key]
      if (value !== undefined && (value !== null || !this.#options.nullIsAbsent)) continue
      const field = pointerTo(pointer, key)
      this.#fault('schema.required', field, `${fieldName(field)} is missing, and the server asks for it.`)
    }
  }

  #listed(value: Json, listed: readonly (string | number)[], pointer: JsonPointer): void {
    const plain = typeof value === 'bigint' ? Number(value) : value
    if (listed.some((one) => one === plain)) return
    const near = typeof value === 'string' ? didYouMean(value, listed.map(String)) : undefined
    const seen = this.#options.telling && typeof value === 'string' ? `, not "${shortened(value)}"` : ''
    const text = `${fieldName(pointer)} must be ${listed.map((one) => JSON.stringify(one)).join(' or ')}${seen}.`
    this.faults.push({
      code: 'schema.enum',
      pointer,
      text,
      ...(near !== undefined && { suggestion: near }),
    })
  }

  /** What is wrong with a value in itself; whether it has more fields than are known was asked before. */
  #faultsOf(value: Json, schema: Schema, pointer: JsonPointer): readonly Fault[] {
    const check = new FormCheck(this.#definitions, this.#options, false)
    check.value(value, [schema], pointer)
    return check.faults
  }

  #fault(code: Fault['code'], pointer: JsonPointer, text: string): void {
    this.faults.push({ code, pointer, text })
  }
}

/** What holds for one member: its own schemas, and those of members of any name. */
function membersOf(
  key: string,
  known: readonly Readonly<Record<string, Schema>>[],
  free: readonly Schema[],
): readonly Schema[] {
  const found = [...free]
  for (const properties of known) if (Object.hasOwn(properties, key)) found.unshift(properties[key] ?? {})
  return found
}
