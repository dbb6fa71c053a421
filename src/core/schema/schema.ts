/** The types that JSON Schema knows; an integer is a number without a fractional part. */
export type SchemaType = 'object' | 'array' | 'string' | 'boolean' | 'integer' | 'number'

/**
 * What a value may be, in the words of JSON Schema. A limit speaks only about values of its own type, and all that is
 * said must hold. An object with neither `properties` nor `values` is open: nothing is known about its fields.
 */
export interface Schema extends Limits {
  /** The name of a definition that holds as well. */
  readonly ref?: string
  readonly type?: SchemaType
  /** Null is as good as a value. */
  readonly nullable?: true
  readonly required?: readonly string[]
  /** The fields that are known; any other is a mistake. */
  readonly properties?: Readonly<Record<string, Schema>>
  /** What every entry of a list is. */
  readonly items?: Schema
  /** What every value of a map with free keys is. */
  readonly values?: Schema
  readonly enum?: readonly (string | number)[]
  readonly pattern?: string
  readonly format?: Format
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
}

/** The forms of text and numbers that have a name; one that is not among them cannot be checked. */
export const FORMATS = ['int32', 'int64', 'double', 'byte', 'date-time', 'quantity'] as const

export type Format = (typeof FORMATS)[number]

/** How large a value may be. */
export interface Limits {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMaximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
}

/** The schemas of a group's kinds and of all that they refer to. */
export interface SchemaFile {
  /** The name of the definition of every kind, by `version/kind`. */
  readonly kinds: Readonly<Record<string, string>>
  readonly definitions: Readonly<Record<string, Schema>>
}

/** One kind's schema and what its references mean. */
export interface KindSchema {
  readonly root: Schema
  readonly definitions: Readonly<Record<string, Schema>>
}
