import {
  canonicalJson,
  emptyObject,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../../src/core/model/json.ts'

/** What kubectl says to a file: whether it takes it, and the objects it reads. */
export interface KubectlAnswer {
  readonly accept: boolean
  readonly value: readonly JsonObject[]
}

/** Reads JSON that kubectl printed into our values: integers from their source text, so that none is rounded. */
export function parseExactJson(text: string): Json {
  return JSON.parse(text, exact)
}

/** Several objects as one text that is equal when kubectl means the same, whatever its way of printing adds or drops. */
export function comparable(objects: readonly JsonObject[]): string {
  return objects.map((object) => canonicalJson(withoutEmptyMetadata(object))).join('\n')
}

// TypeScript does not know the third argument of a reviver yet.
function exact(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value === 'number') return exactNumber(value, context?.source ?? String(value))
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.assign(emptyObject(), value)
}

function exactNumber(value: number, source: string): bigint | number {
  const isInteger = /^-?\d+$/.test(source)
  if (!isInteger && !Number.isInteger(value)) return value
  const integer = isInteger ? BigInt(source) : Math.abs(value) < 1e20 ? BigInt(String(value)) : 2n ** 64n
  return integer >= -(2n ** 63n) && integer < 2n ** 63n ? integer : value
}

function withoutEmptyMetadata(object: JsonObject): JsonObject {
  const metadata = isJsonObject(object['metadata']) ? { ...object['metadata'] } : {}
  const { labels, namespace } = { labels: metadata['labels'], namespace: metadata['namespace'] }
  // kubectl label drops all labels when one of them is null; kubectl itself keeps them.
  const texts = isJsonObject(labels) ? Object.values(labels) : [labels ?? null]
  const dropped = labels !== undefined && (texts.length === 0 || texts.includes(null))
  if (dropped) delete metadata['labels']
  if (namespace === null || namespace === '') delete metadata['namespace']
  const plain: { [key: string]: Json } = Object.assign(emptyObject(), object)
  delete plain['metadata']
  if (Object.keys(metadata).length > 0) plain['metadata'] = metadata
  return plain
}
