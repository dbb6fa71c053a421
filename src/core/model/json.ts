/**
 * A value as Kubernetes holds it after reading YAML or JSON.
 *
 * An integer within int64 is always a `bigint`, also when it was written `1.0` or `1e3` (kubectl prints
 * both as integers); a `number` is a float64 with a fractional part or beyond int64. Objects have no
 * prototype, so `__proto__` and `constructor` are ordinary keys.
 */
export type Json = null | boolean | bigint | number | string | readonly Json[] | JsonObject

/** A JSON object without prototype. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Whether a value is an object: neither a list nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The text at a key, or undefined when there is none or it is no string. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key]
  return typeof value === 'string' ? value : undefined
}

/** An empty object without prototype, to be filled by whoever makes it. */
export function emptyObject(): { [key: string]: Json } {
  // Not Object.create(null): its objects are hash tables, which take more than twice the memory and time of a shape.
  return Object.setPrototypeOf({}, null)
}

/** JSON text with integers exact, keys in the order they have, no white space unless `indent` is given. */
export function stringifyJson(value: Json, indent = 0): string {
  return write(value, indent, '', false)
}

/** JSON text with sorted keys and no white space: equal values give equal text. */
export function canonicalJson(value: Json): string {
  return write(value, 0, '', true)
}

function write(value: Json, indent: number, margin: string, sorted: boolean): string {
  if (typeof value === 'bigint') return value.toString()
  if (isJsonList(value)) {
    return bracket(
      '[',
      value.map((item) => write(item, indent, margin + ' '.repeat(indent), sorted)),
      ']',
      indent,
      margin,
    )
  }
  if (isJsonObject(value)) {
    const keys = sorted ? Object.keys(value).toSorted() : Object.keys(value)
    const colon = indent > 0 ? ': ' : ':'
    const members = keys.map(
      (key) =>
        JSON.stringify(key) + colon + write(value[key] ?? null, indent, margin + ' '.repeat(indent), sorted),
    )
    return bracket('{', members, '}', indent, margin)
  }
  return JSON.stringify(value)
}

function bracket(
  open: string,
  parts: readonly string[],
  close: string,
  indent: number,
  margin: string,
): string {
  if (parts.length === 0) return open + close
  if (indent === 0) return open + parts.join(',') + close
  const inner = `\n${margin}${' '.repeat(indent)}`
  return `${open}${inner}${parts.join(`,${inner}`)}\n${margin}${close}`
}
