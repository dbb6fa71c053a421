import {
  canonicalJson,
  emptyObject,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { maskText } from './mask-text.ts'
import { type Place, pointerOf, upwards } from './place.ts'
import { type SecretOptions, SecretPlaces } from './secret-places.ts'
import { isSecretReference } from './secret-reference.ts'
import { SECRET_STORES, secretText } from './secret-store.ts'
import type { Tokens } from './tokens.ts'

/**
 * What of a Secret may be read. Any other member is a slip of the pen, such as `stringdata`, and holds what was meant for the
 * store. What SOPS adds is about keys and recipients, and public.
 */
const OPEN_MEMBERS: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'type',
  'immutable',
  'sops',
])

/** One walk through an object, which replaces its secrets and notes where they were. */
export class Redaction {
  /** What is left out as a whole. */
  readonly masked: Set<JsonPointer> = new Set()
  /** What is left out, and everything around it. */
  readonly holding: Set<JsonPointer> = new Set()
  readonly #tokens: Tokens
  readonly #places: SecretPlaces
  readonly #makesSecrets: boolean

  constructor(options: SecretOptions & { readonly makesSecrets: boolean }, tokens: Tokens) {
    this.#tokens = tokens
    this.#places = new SecretPlaces(options)
    this.#makesSecrets = options.makesSecrets
  }

  /** The map without its secrets; the map itself when it has none. */
  readMap(map: JsonObject, at: Place | null): JsonObject {
    const isSecret = map['kind'] === 'Secret' || map['kind'] === 'secret'
    const hasStores = isSecret || (this.#makesSecrets && at?.key === 'template')
    // Without metadata it only names a Secret.
    const isWhole = isSecret && isJsonObject(map['metadata'])
    return this.#copy(map, at, (key, value, place) => {
      const store = hasStores ? SECRET_STORES.find((name) => name === key) : undefined
      if (store !== undefined) return this.#maskStore(value, place, (item) => secretText(store, item))
      if (isWhole && !OPEN_MEMBERS.has(key)) return this.#maskStore(value, place, canonicalJson)
      return this.#readMember(map, key, place)
    })
  }

  #readMember(map: JsonObject, key: string, place: Place): Json {
    const value = map[key] ?? null
    if (key === 'secretGenerator' && isJsonList(value)) return this.#readGenerators(value, place)
    const isProviderClass = map['kind'] === 'SecretProviderClass'
    if (isProviderClass && key === 'spec' && isJsonObject(value)) return this.#readProviderClass(value, place)
    const isHidden = !isSecretReference(value) && this.#places.isHidden(map, key, place.parent)
    return isHidden ? this.#mask(canonicalJson(value), place) : this.#read(value, place)
  }

  #readProviderClass(spec: JsonObject, at: Place): JsonObject {
    return this.#copy(spec, at, (key, value, place) =>
      key === 'parameters' ? this.#maskStore(value, place, canonicalJson) : this.#read(value, place),
    )
  }

  /** The generators of Secrets: of each literal only the name may be seen. */
  #readGenerators(generators: readonly Json[], at: Place): readonly Json[] {
    return generators.map((generator, index) => {
      const place = { parent: at, key: index }
      if (!isJsonObject(generator)) return this.#mask(canonicalJson(generator), place)
      return this.#copy(generator, place, (key, value, member) =>
        key === 'literals' && isJsonList(value)
          ? this.#readLiterals(value, member)
          : this.#read(value, member),
      )
    })
  }

  #readLiterals(literals: readonly Json[], at: Place): readonly Json[] {
    return literals.map((literal, index) => {
      const place = { parent: at, key: index }
      const end = typeof literal === 'string' ? literal.indexOf('=') + 1 : 0
      if (typeof literal !== 'string' || end === 0) return this.#mask(canonicalJson(literal), place)
      this.#note(pointerOf(place))
      return literal.slice(0, end) + this.#tokens.of(`text:${literal.slice(end)}`)
    })
  }

  /** A map of which only the keys may be seen; anything else of which nothing may be. */
  #maskStore(value: Json, at: Place, textOf: (value: Json) => string): Json {
    if (value === null) return null
    if (!isJsonObject(value)) return this.#mask(textOf(value), at)
    return this.#copy(value, at, (_key, member, place) =>
      isSecretReference(member) ? member : this.#mask(textOf(member), place),
    )
  }

  /** The map with each member replaced; the map itself when none is. */
  #copy(
    map: JsonObject,
    at: Place | null,
    replace: (key: string, value: Json, place: Place) => Json,
  ): JsonObject {
    let copy: { [key: string]: Json } | null = null
    for (const key of Object.keys(map)) {
      const value = map[key] ?? null
      const replaced = replace(key, value, { parent: at, key })
      if (replaced === value) continue
      copy ??= Object.assign(emptyObject(), map)
      copy[key] = replaced
    }
    return copy ?? map
  }

  #read(value: Json, at: Place): Json {
    if (typeof value === 'string') return this.#readText(value, at)
    if (isJsonObject(value)) return this.readMap(value, at)
    if (!isJsonList(value)) return value
    const list = value.map((entry, index) => {
      const place = { parent: at, key: index }
      const isSecret = this.#places.isEntry(entry, value[index - 1], at)
      return isSecret ? this.#mask(canonicalJson(entry), place) : this.#read(entry, place)
    })
    return list.every((entry, index) => entry === value[index]) ? value : list
  }

  #readText(text: string, at: Place): string {
    const masked = maskText(text, (secret) => this.#tokens.of(`text:${secret}`))
    if (masked !== text) this.#note(pointerOf(at))
    return masked
  }

  #mask(text: string, at: Place): string {
    const pointer = pointerOf(at)
    this.masked.add(pointer)
    this.#note(pointer)
    return this.#tokens.of(text)
  }

  #note(at: JsonPointer): void {
    for (const place of upwards(at)) this.holding.add(place)
  }
}
