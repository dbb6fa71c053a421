import * as v from 'valibot'
import { isJsonList, isJsonObject, type Json } from '../model/json.ts'
import { type JsonPointer, pointerTo } from '../model/json-pointer.ts'
import { didYouMean } from '../model/did-you-mean.ts'

/** What is wrong with a value, and where. */
export interface ShapeMistake {
  readonly code: 'facts.unknown-key' | 'facts.missing-key' | 'facts.wrong-value'
  readonly pointer: JsonPointer
  /** The key is what is wrong, not its value. */
  readonly onKey: boolean
  readonly text: string
  readonly suggestion?: string
}

/** A value in its shape, or every mistake in it. */
export type CheckedShape<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: readonly ShapeMistake[] }

type Keys = readonly (string | number)[]

interface Node {
  readonly type: string
}

/** Checks a value against a schema whose messages end the sentence "... must be". */
export function checkFactsShape<T>(schema: v.GenericSchema<unknown, T>, value: Json): CheckedShape<T> {
  const form = mistakesOfForm(schema, value, [])
  const result = v.safeParse(schema, plain(value))
  if (result.success && form.length === 0) return { ok: true, value: result.output }
  const lists = form.filter(({ onKey }) => !onKey)
  const wrong = (result.issues ?? [])
    .filter((issue) => !isUnknownKey(issue))
    .map(mistakeOf)
    .filter(({ pointer }) => !lists.some((list) => isAtOrBelow(pointer, list.pointer)))
  // Several checks of one value end in one sentence: it is said once.
  const once = new Map(wrong.map((mistake) => [`${mistake.pointer} ${mistake.text}`, mistake]))
  return { ok: false, mistakes: [...form, ...once.values()] }
}

/** Schemas know no bigint. What a number cannot hold is out of every range here. */
function plain(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (isJsonList(value)) return value.map(plain)
  if (!isJsonObject(value)) return value
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, member] of Object.entries(value)) object[key] = plain(member)
  return object
}

/** The schema stops at the first unknown key of an object; {@link mistakesOfForm} finds them all. */
function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never'
}

function mistakeOf(issue: v.BaseIssue<unknown>): ShapeMistake {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const pointer = pointerOf(keys)
  const onKey = issue.path?.at(-1)?.origin === 'key'
  if (onKey && issue.type === 'strict_object') {
    const text = `The key ${JSON.stringify(keys.at(-1))} is missing in ${nameOf(keys.slice(0, -1))}.`
    return { code: 'facts.missing-key', pointer, onKey: false, text }
  }
  const text = `${onKey ? 'The key ' : ''}${nameOf(keys)} must be ${issue.message}, not ${shown(issue.input)}.`
  return { code: 'facts.wrong-value', pointer, onKey, text, ...suggestionFor(issue) }
}

function suggestionFor(issue: v.BaseIssue<unknown>): { readonly suggestion?: string } {
  if (typeof issue.input !== 'string') return {}
  if (issue.type === 'picklist' || issue.type === 'literal') {
    const words = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map((word) => word[1] ?? '')
    const suggestion = didYouMean(issue.input, words)
    return suggestion === undefined ? {} : { suggestion }
  }
  return issue.message.includes('without @') && issue.input.startsWith('@')
    ? { suggestion: issue.input.slice(1) }
    : {}
}

/**
 * What the schema does not tell: every unknown key, and lists where mappings have to stand. It takes an empty list for a
 * mapping without keys.
 */
function mistakesOfForm(schema: Node, value: Json, keys: Keys): readonly ShapeMistake[] {
  const wrapped = nodeAt(schema, 'wrapped')
  if (wrapped !== undefined) return mistakesOfForm(wrapped, value, keys)
  if (isJsonList(value)) {
    if (schema.type === 'strict_object' || schema.type === 'record') return [listForMapping(schema, keys)]
    const item = nodeAt(schema, 'item')
    return item ? value.flatMap((entry, index) => mistakesOfForm(item, entry, [...keys, index])) : []
  }
  const entries: unknown = Reflect.get(schema, 'entries')
  if (typeof entries !== 'object' || entries === null || !isJsonObject(value)) return []
  const known = Object.keys(entries)
  return Object.entries(value).flatMap(([key, member]) => {
    const child = nodeAt(entries, key)
    const place = [...keys, key]
    return child ? mistakesOfForm(child, member, place) : [unknownKey(key, known, place)]
  })
}

function listForMapping(schema: Node, keys: Keys): ShapeMistake {
  const text = `${nameOf(keys)} must be ${String(Reflect.get(schema, 'message'))}, not a list.`
  return { code: 'facts.wrong-value', pointer: pointerOf(keys), onKey: false, text }
}

function isAtOrBelow(pointer: JsonPointer, place: JsonPointer): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
}

function unknownKey(key: string, known: readonly string[], keys: Keys): ShapeMistake {
  const suggestion = didYouMean(key, known)
  const hint = suggestion === undefined ? `known here: ${known.join(', ')}.` : `did you mean "${suggestion}"?`
  const text = `Unknown key ${JSON.stringify(key)}; ${hint}`
  const mistake = { code: 'facts.unknown-key', pointer: pointerOf(keys), onKey: true, text } as const
  return suggestion === undefined ? mistake : { ...mistake, suggestion }
}

function nodeAt(holder: object, key: string): Node | undefined {
  const node: unknown = Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
  return isNode(node) ? node : undefined
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function pointerOf(keys: Keys): JsonPointer {
  return keys.reduce<JsonPointer>(pointerTo, '')
}

function nameOf(keys: Keys): string {
  if (keys.length === 0) return 'the document'
  return keys
    .map((key, at) => (typeof key === 'number' ? `[${String(key)}]` : `${at > 0 ? '.' : ''}${key}`))
    .join('')
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a mapping'
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 60) : value)
}
