import * as v from 'valibot'
import { isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import {
  isMapping,
  isOptional,
  knownKeys,
  placeholder,
  type Plain,
  type PlainObject,
  schemaAt,
  type SchemaNode,
} from './schema-node.ts'
import { listForMapping, missingKey, type Mistake, unknownKey, wrongValue } from './shape-sentence.ts'

/** A mistake and where it stands. */
export interface PlacedMistake extends Mistake {
  readonly pointer: JsonPointer
  /** The key is what is wrong, not its value. */
  readonly onKey: boolean
}

/** A value in its shape, with everything that was wrong with it. */
export interface Shaped<T> {
  /** Wrong parts are left out or replaced, so that the rest can be checked too. Undefined: nothing is usable. */
  readonly value: T | undefined
  readonly mistakes: readonly PlacedMistake[]
}

type Schema<T> = v.GenericSchema<unknown, T>
type Keys = readonly (string | number)[]

const MAX_ROUNDS = 20

/** Checks a value against a schema and finds every mistake, not only the first of each kind. */
export function checkShape<T>(schema: Schema<T>, value: Json): Shaped<T> {
  const mistakes: PlacedMistake[] = []
  const said = new Set<string>()
  const holder: PlainObject = { root: plain(value) }
  for (const keys of listsForMappings(schema, holder['root'], [])) {
    mistakes.push(replace(schema, holder, keys, listForMapping(keys)))
  }
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = v.safeParse(schema, holder['root'])
    if (result.success) return { value: result.output, mistakes }
    for (const issue of result.issues) {
      const found = takeOut(schema, holder, issue)
      for (const mistake of found) {
        const place = `${String(mistake.onKey)} ${mistake.pointer}`
        // One that is half a number and too small is said once.
        if (!said.has(place)) mistakes.push(mistake)
        said.add(place)
      }
    }
  }
  return { value: undefined, mistakes: mistakes.length > 0 ? mistakes : [UNREADABLE] }
}

/** Nothing that cannot be read is ever passed over in silence. */
const UNREADABLE: PlacedMistake = {
  code: 'policy.wrong-type',
  text: 'This document cannot be read.',
  pointer: '',
  onKey: false,
}

/** Integers become numbers; a key without a value is no key, as in Kubernetes. */
function plain(value: Json): Plain {
  if (typeof value === 'bigint') return Number(value)
  if (isJsonList(value)) return value.map(plain)
  if (!isJsonObject(value)) return value
  const object: PlainObject = Object.create(null)
  for (const [key, member] of Object.entries(value)) if (member !== null) object[key] = plain(member)
  return object
}

/** Where a list stands for a mapping: an empty one would be taken for a mapping without keys. */
function listsForMappings(
  schema: SchemaNode | undefined,
  value: Plain | undefined,
  keys: Keys,
): readonly Keys[] {
  if (!schema || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    if (isMapping(schema)) return [keys]
    return value.flatMap((item, index) => listsForMappings(schemaAt(schema, [index]), item, [...keys, index]))
  }
  return knownKeys(schema).flatMap((key) =>
    listsForMappings(schemaAt(schema, [key]), memberOf(value, key), [...keys, key]),
  )
}

/** Says what is wrong, and mends the value there. */
function takeOut(
  schema: SchemaNode,
  holder: PlainObject,
  issue: v.BaseIssue<unknown>,
): readonly PlacedMistake[] {
  const keys = keysOf(issue)
  const last = issue.path?.at(-1)
  if (last?.origin !== 'key')
    return [replace(schema, holder, keys, wrongValue(issue, keys, schemaAt(schema, keys)))]
  return takeOutKey(schema, holder, keys, issue.expected === 'never')
}

function replace(schema: SchemaNode, holder: PlainObject, keys: Keys, mistake: Mistake): PlacedMistake {
  const node = schemaAt(schema, keys)
  put(holder, keys, isOptional(node) ? undefined : placeholder(node))
  return { ...mistake, pointer: pointerOf(keys), onKey: false }
}

function takeOutKey(
  schema: SchemaNode,
  holder: PlainObject,
  keys: Keys,
  unknown: boolean,
): readonly PlacedMistake[] {
  const parent = keys.slice(0, -1)
  if (!unknown) {
    put(holder, keys, placeholder(schemaAt(schema, keys)))
    return [{ ...missingKey(String(keys.at(-1))), pointer: pointerOf(keys), onKey: false }]
  }
  const known = knownKeys(schemaAt(schema, parent))
  const object = get(holder, parent)
  const seen = isPlainObject(object) ? Object.keys(object).filter((key) => !known.includes(key)) : []
  for (const key of seen) put(holder, [...parent, key], undefined)
  return seen.map((key) => ({
    ...unknownKey(key, known),
    pointer: pointerOf([...parent, key]),
    onKey: true,
  }))
}

function keysOf(issue: v.BaseIssue<unknown>): Keys {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
}

function pointerOf(keys: Keys): JsonPointer {
  return keys.reduce<JsonPointer>((pointer, key) => pointerTo(pointer, key), '')
}

function get(holder: PlainObject, keys: Keys): Plain | undefined {
  let value: Plain | undefined = holder['root']
  for (const key of keys) value = memberOf(value, key)
  return value
}

function memberOf(value: Plain | undefined, key: string | number): Plain | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isPlainObject(value) ? value[key] : undefined
}

function put(holder: PlainObject, keys: Keys, value: Plain | undefined): void {
  const target = keys.length === 0 ? holder : get(holder, keys.slice(0, -1))
  const key = keys.at(-1) ?? 'root'
  if (Array.isArray(target) && typeof key === 'number') target[key] = value ?? ''
  else if (isPlainObject(target)) {
    if (value === undefined) Reflect.deleteProperty(target, key)
    else target[key] = value
  }
}

function isPlainObject(value: Plain | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
