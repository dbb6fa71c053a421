import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { pointerTo } from '../../model/json-pointer.ts'
import type { Member } from '../meaning/meaning-tree.ts'

/** The two members in which a Secret's values are written. */
export const SECRET_STORES = ['data', 'stringData'] as const

/** One of them. */
type SecretStore = (typeof SECRET_STORES)[number]

/**
 * The members of a Secret with `data` and `stringData` read as the one store that they are: per key the bytes that
 * the cluster will hold, `stringData` over `data`. Members of another form stay as they are written.
 */
export function readSecretStore(
  secret: JsonObject,
  members: ReadonlyMap<string, Member>,
): ReadonlyMap<string, Member> {
  const stored = new Map<string, Member>()
  for (const store of SECRET_STORES) {
    const values = secret[store] ?? null
    if (values === null || !members.has(store)) continue
    if (!isJsonObject(values)) return members
    for (const key of Object.keys(values)) {
      const text = secretText(store, values[key] ?? null)
      stored.set(key, { key, pointer: pointerTo(`/${store}`, key), meaning: { kind: 'scalar', text } })
    }
  }
  const merged = new Map(members)
  merged.delete('stringData')
  const unwritten = (secret['data'] ?? null) === null
  merged.set('data', { key: 'data', meaning: { kind: 'map', members: stored, unwritten } })
  return merged
}

/** A text for one written value, equal over both stores exactly when the bytes are. Never to be printed. */
export function secretText(store: SecretStore, value: Json): string {
  if (typeof value !== 'string') return `other:${canonicalJson(value)}`
  if (store === 'stringData') return `bytes:${encodeBase64(value)}`
  const written = value.replaceAll(/[\r\n]/g, '')
  const isBase64 = written.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(written)
  return isBase64 ? `bytes:${written}` : `raw:${JSON.stringify(value)}`
}

function encodeBase64(text: string): string {
  const bytes = utf8ToBytes(text)
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(binary)
}
