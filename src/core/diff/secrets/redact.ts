import {
  canonicalJson,
  emptyObject,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../model/json.ts'
import { pointerTo, type JsonPointer } from '../../model/json-pointer.ts'
import { SECRET_STORES, secretText } from './secret-store.ts'
import { announcesSecret, holdsSecretManifest, maskText } from './mask-text.ts'
import { isPlainSecret, isSecretKey, isSecretName, namesSecret } from './secret-words.ts'

/** An object without its secrets, and where they were. */
export interface Redacted {
  readonly object: JsonObject
  /** What was left out as a whole: the place itself, or one that it is in; null when it can be seen. */
  hiddenPlace(at: JsonPointer): JsonPointer | null
  /** Whether anything at a place, or below it, was left out. */
  holdsSecret(at: JsonPointer): boolean
}

/** What is secret besides what everybody knows to be. */
export interface SecretOptions {
  /** Whether a name is that of a secret, of an environment variable or a key. */
  readonly isSecretName?: ((name: string) => boolean) | undefined
  /** The keys of the object are a user's own, as in a values file. */
  readonly userKeys?: boolean | undefined
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
 * that the name beside them or their key gives away, what kubectl wrote down, passwords in URLs, what a kustomization
 * makes Secrets of. Keys stay, and so does everything else. `userKeys`: the keys are a user's own, as in a values file.
 */
export function redact(object: JsonObject, tokens: Tokens, options: SecretOptions = {}): Redacted {
  const userKeys = options.userKeys ?? USER_KEYED.has(object['kind'] ?? null)
  const makesSecrets = TEMPLATE_KINDS.has(object['kind'] ?? null)
  const redaction = new Redaction({ ...options, userKeys, makesSecrets }, tokens)
  const redacted = redaction.readMap(object, null)
  const { masked, holding } = redaction
  const hiddenPlace = (at: JsonPointer): JsonPointer | null =>
    masked.size > 0 ? (upwards(at).find((place) => masked.has(place)) ?? null) : null
  return { object: redacted, hiddenPlace, holdsSecret: (at) => holding.has(at) || hiddenPlace(at) !== null }
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'
const USER_KEYED: ReadonlySet<Json> = new Set(['ConfigMap', 'HelmRelease', 'Application', 'ApplicationSet'])

/** Kinds that make Secrets of what stands under `template`. */
const TEMPLATE_KINDS: ReadonlySet<Json> = new Set(['SealedSecret', 'ExternalSecret', 'ClusterExternalSecret'])

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

/** A place as a chain, because a pointer is only written for the few places that hold a secret. */
interface Place {
  readonly parent: Place | null
  readonly key: string | number
}

class Redaction {
  readonly masked = new Set<JsonPointer>()
  readonly holding = new Set<JsonPointer>()
  readonly #tokens: Tokens
  readonly #options: SecretOptions & { readonly makesSecrets: boolean }

  constructor(options: SecretOptions & { readonly makesSecrets: boolean }, tokens: Tokens) {
    this.#tokens = tokens
    this.#options = options
  }

  readMap(map: JsonObject, at: Place | null): JsonObject {
    const isSecret = map['kind'] === 'Secret' || map['kind'] === 'secret'
    const hasStores = isSecret || (this.#options.makesSecrets && at?.key === 'template')
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
    const isHidden = this.#isHidden(map, key, place.parent)
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
    return this.#copy(value, at, (_key, member, place) => this.#mask(textOf(member), place))
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
      const isSecret = this.#isSecretEntry(entry, value[index - 1], at)
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

  /** Whether the policy lists a name. */
  #isListed(name: string): boolean {
    return this.#options.isSecretName?.(name) === true
  }

  #isHidden(map: JsonObject, key: string, at: Place | null): boolean {
    const value = map[key] ?? null
    if (value === null || value === '' || typeof value === 'boolean') return false
    if (key === LAST_APPLIED || this.#isNamedSecret(map, key) || patchesSecret(map, key, value)) return true
    if (typeof value === 'object' || rootKey(at) === 'metadata') return false
    return this.#isListed(key) || this.#isUserSecret(key, at) || isSecretText(key, value, at)
  }

  /** Whether a key of the user's own is that of a secret, or one of several below it. */
  #isUserSecret(key: string, at: Place | null): boolean {
    if (this.#options.userKeys !== true) return false
    return isSecretKey(key) || (isSecretKey(nameOf(at)) && !namesSecret(key))
  }

  /** Whether an entry of a list is a secret: by the argument before it, or as one of several of the user's. */
  #isSecretEntry(entry: Json, before: Json | undefined, at: Place): boolean {
    if (typeof entry !== 'string') return false
    if (typeof before === 'string' && announcesSecret(before)) return true
    return this.#options.userKeys === true && isSecretKey(nameOf(at))
  }

  /** Whether the name that stands beside a value, as in an environment variable, is that of a secret. */
  #isNamedSecret(map: JsonObject, key: string): boolean {
    const name = map['name']
    return key === 'value' && typeof name === 'string' && (isSecretName(name) || this.#isListed(name))
  }
}

const MATCHES: ReadonlySet<string> = new Set(['exact', 'prefix', 'regex'])

/** Whether a text stands where in any object only a secret does: under its name, or as what a header must be. */
function isSecretText(key: string, value: Json, at: Place | null): boolean {
  if (typeof value !== 'string') return false
  return isPlainSecret(key) || (MATCHES.has(key) && isSecretName(nameOf(at)))
}

function nameOf(at: Place | null): string {
  return typeof at?.key === 'string' ? at.key : ''
}

/** Whether a text holds a Secret, or changes one as the patch of a kustomization. */
function patchesSecret(map: JsonObject, key: string, value: Json): boolean {
  if (typeof value !== 'string') return false
  const { target } = map
  return (
    (key === 'patch' && isJsonObject(target) && target['kind'] === 'Secret') || holdsSecretManifest(value)
  )
}

function rootKey(at: Place | null): string | number | undefined {
  let place = at
  while (place?.parent) place = place.parent
  return place?.key
}

function pointerOf(at: Place): JsonPointer {
  return pointerTo(at.parent ? pointerOf(at.parent) : '', at.key)
}

/** The place and everything that it is in. */
function upwards(at: JsonPointer): readonly JsonPointer[] {
  const places: JsonPointer[] = [at]
  let end = at.lastIndexOf('/')
  while (end > 0) {
    places.push(at.slice(0, end))
    end = at.lastIndexOf('/', end - 1)
  }
  if (at !== '') places.push('')
  return places
}
