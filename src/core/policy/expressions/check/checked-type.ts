import type { FieldPlace } from '../../known-fields.ts'

/** What is known about the value of a part of an expression before it runs. */
export type CheckedType =
  | PresentType
  /** That, or null. */
  | { readonly kind: 'nullable'; readonly type: PresentType }

/** A type that says nothing about null. */
export type PresentType =
  /** Nothing. */
  | { readonly kind: 'any' }
  /** A value that is never there: an element of an empty list. */
  | { readonly kind: 'none' }
  /** A type by its name in the language: `int`, `string`, `kubernetes.Quantity`. */
  | { readonly kind: 'plain'; readonly name: string }
  /** A text that is one of some; `noun` says what they are. */
  | { readonly kind: 'words'; readonly noun: string; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly element: CheckedType }
  /** A map with any keys. */
  | { readonly kind: 'map'; readonly value: CheckedType }
  /** A map with these keys; `noun` says what it is. */
  | { readonly kind: 'record'; readonly noun: string; readonly fields: Readonly<Record<string, CheckedType>> }
  /** A value inside of objects of known kinds. */
  | { readonly kind: 'place'; readonly place: FieldPlace; readonly path: string }

export const ANY: CheckedType = { kind: 'any' }
export const BOOL: CheckedType = { kind: 'plain', name: 'bool' }
export const INT: CheckedType = { kind: 'plain', name: 'int' }
export const STRING: CheckedType = { kind: 'plain', name: 'string' }
export const NULL: CheckedType = { kind: 'plain', name: 'null_type' }

/** A list of a type. */
export function listOf(element: CheckedType): CheckedType {
  return { kind: 'list', element }
}

/** A type or null. */
export function nullable(type: CheckedType): CheckedType {
  return type.kind === 'any' || type.kind === 'nullable' ? type : { kind: 'nullable', type }
}

/** A type without null. */
export function present(type: CheckedType): PresentType {
  return type.kind === 'nullable' ? type.type : type
}

/** The names of the types that a value can have when it runs; null: any. */
export function namesOf(type: CheckedType): readonly string[] | null {
  switch (type.kind) {
    case 'any':
    case 'none':
    case 'place':
      return null
    case 'plain':
      return [type.name]
    case 'words':
      return ['string']
    case 'list':
      return ['list']
    case 'map':
    case 'record':
      return ['map']
    case 'nullable': {
      const names = namesOf(type.type)
      return names && [...names, 'null_type']
    }
    default:
      return type satisfies never
  }
}

/** What a value is that may be of one type or of another. */
export function join(a: CheckedType, b: CheckedType): CheckedType {
  if (a.kind === 'none') return b
  if (b.kind === 'none' || a === b) return a
  if (isNull(a)) return nullable(b)
  if (isNull(b)) return nullable(a)
  const type = joinPresent(present(a), present(b))
  return a.kind === 'nullable' || b.kind === 'nullable' ? nullable(type) : type
}

function joinPresent(a: PresentType, b: PresentType): CheckedType {
  if (a.kind === 'list' && b.kind === 'list') return listOf(join(a.element, b.element))
  const [name] = namesOf(a) ?? []
  const [other] = namesOf(b) ?? []
  if (name === undefined || name !== other) return ANY
  return name === 'map' ? { kind: 'map', value: ANY } : { kind: 'plain', name }
}

/** A type as people say it. */
export function typeText(type: CheckedType): string {
  if (type.kind === 'record') return type.noun
  if (type.kind === 'nullable') return `${typeText(type.type)} or null`
  const [name] = namesOf(type) ?? ['value']
  return TYPE_WORDS[name ?? ''] ?? `a ${name ?? 'value'}`
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  null_type: 'null',
  string: 'a text',
  int: 'a whole number',
  uint: 'a whole number',
  double: 'a number',
  bool: 'a boolean',
  list: 'a list',
  map: 'a map',
  type: 'a type',
}

function isNull(type: CheckedType): boolean {
  return type.kind === 'plain' && type.name === 'null_type'
}
