import {
  canonicalJson,
  emptyObject,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../model/json.ts'
import { pointerTo, type JsonPointer } from '../model/json-pointer.ts'
import { isSecretKey, isSecretName, maskText } from './secret-words.ts'
import { SECRET_STORES, secretText } from './secret-store.ts'

/** An object without its secrets, and where they were. */
export interface Redacted {
  readonly object: JsonObject
  /** Whether the value at a place was left out as a whole. */
  isSecret(at: JsonPointer): boolean
  /** Whether anything at a place, or below it, was left out. */
  holdsSecret(at: JsonPointer): boolean
}

/** Names secret values by number: the same value gets the same token. One is made for the two sides of a change. */
export class Tokens {
  readonly #numbers = new Map<string, number>()

  /** The token of a value; `text` is equal exactly when the value is. */
  of(text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1
    this.#numbers.set(text, number)
    return `redacted:${String(number)}`
  }
}

/**
 * The object with every secret replaced by a token: what a Secret stores (one inside another object too), values
 * that the name beside them or their key gives away, what kubectl wrote down, passwords in URLs. Keys stay, and so
 * does everything else.
 */
export function redact(object: JsonObject, tokens: Tokens): Redacted {
  const redaction = new Redaction(object['kind'] ?? null, tokens)
  return {
    object: redaction.readMap(object, ''),
    isSecret: (at) => ancestorsAndSelf(at).some((place) => redaction.masked.has(place)),
    holdsSecret: (at) =>
      redaction.holding.has(at) || ancestorsAndSelf(at).some((place) => redaction.masked.has(place)),
  }
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

class Redaction {
  readonly masked = new Set<JsonPointer>()
  readonly holding = new Set<JsonPointer>()
  readonly #tokens: Tokens
  readonly #hasUserKeys: boolean

  constructor(kind: Json, tokens: Tokens) {
    this.#tokens = tokens
    this.#hasUserKeys = kind === 'ConfigMap' || kind === 'HelmRelease' || kind === 'Application'
  }

  readMap(map: JsonObject, at: JsonPointer): JsonObject {
    const copy = emptyObject()
    for (const key of Object.keys(map)) {
      const value = map[key] ?? null
      const place = pointerTo(at, key)
      const store = map['kind'] === 'Secret' ? SECRET_STORES.find((name) => name === key) : undefined
      if (store !== undefined) copy[key] = this.#maskStore(value, place, (item) => secretText(store, item))
      else if (key === 'spec' && map['kind'] === 'SecretProviderClass')
        copy[key] = this.#maskParameters(value, place)
      else if (this.#isHidden(map, key, at)) copy[key] = this.#mask(canonicalJson(value), place)
      else copy[key] = this.#read(value, place)
    }
    return copy
  }

  #maskParameters(spec: Json, at: JsonPointer): Json {
    if (!isJsonObject(spec)) return this.#read(spec, at)
    const copy = emptyObject()
    for (const key of Object.keys(spec)) {
      const value = spec[key] ?? null
      const place = pointerTo(at, key)
      copy[key] =
        key === 'parameters' ? this.#maskStore(value, place, canonicalJson) : this.#read(value, place)
    }
    return copy
  }

  /** A map of which only the keys may be seen; anything else of which nothing may be. */
  #maskStore(value: Json, at: JsonPointer, textOf: (value: Json) => string): Json {
    if (value === null) return null
    if (!isJsonObject(value)) return this.#mask(textOf(value), at)
    const copy = emptyObject()
    for (const key of Object.keys(value))
      copy[key] = this.#mask(textOf(value[key] ?? null), pointerTo(at, key))
    return copy
  }

  #mask(text: string, at: JsonPointer): string {
    this.masked.add(at)
    this.#note(at)
    return this.#tokens.of(text)
  }

  #note(at: JsonPointer): void {
    for (const place of ancestorsAndSelf(at)) this.holding.add(place)
  }

  #read(value: Json, at: JsonPointer): Json {
    if (typeof value === 'string') return this.#readText(value, at)
    if (isJsonList(value)) return this.#readList(value, at)
    return isJsonObject(value) ? this.readMap(value, at) : value
  }

  #readText(text: string, at: JsonPointer): string {
    const masked = maskText(text, (secret) => this.#tokens.of(`text:${secret}`))
    if (masked !== text) this.#note(at)
    return masked
  }

  #readList(list: readonly Json[], at: JsonPointer): Json {
    return list.map((entry, index) => this.#read(entry, pointerTo(at, index)))
  }

  #isHidden(map: JsonObject, key: string, at: JsonPointer): boolean {
    const value = map[key] ?? null
    if (value === null || value === '' || typeof value === 'boolean') return false
    if (key === LAST_APPLIED) return true
    const name = map['name']
    if (key === 'value' && typeof name === 'string' && isSecretName(name)) return true
    const isUserValue = this.#hasUserKeys && !at.startsWith('/metadata') && typeof value !== 'object'
    return isUserValue && isSecretKey(key)
  }
}

function ancestorsAndSelf(at: JsonPointer): readonly JsonPointer[] {
  const places: JsonPointer[] = [at]
  for (let end = at.lastIndexOf('/'); end >= 0; end = at.lastIndexOf('/', end - 1)) {
    places.push(at.slice(0, end))
    if (end === 0) break
  }
  return places
}
