import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { announcesSecret, holdsSecretManifest } from './mask-text.ts'
import { keyNameOf, type Place, rootKey } from './place.ts'
import { isPlainSecret, isSecretKey, isSecretName, namesSecret } from './secret-words.ts'

/** What is secret besides what everybody knows to be. */
export interface SecretOptions {
  /** Whether a name is that of a secret, of an environment variable or a key. */
  readonly isSecretName?: ((name: string) => boolean) | undefined
  /** The keys of the object are a user's own, as in a values file. */
  readonly userKeys?: boolean | undefined
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

/** Tells by names which values are secrets. */
export class SecretPlaces {
  readonly #options: SecretOptions

  constructor(options: SecretOptions) {
    this.#options = options
  }

  /** Whether the policy lists a name. */
  #isListed(name: string): boolean {
    return this.#options.isSecretName?.(name) === true
  }

  /** Whether the value at a key is a secret as a whole. */
  isHidden(map: JsonObject, key: string, at: Place | null): boolean {
    const value = map[key] ?? null
    if (value === null || value === '' || typeof value === 'boolean') return false
    if (key === LAST_APPLIED || this.#isNamedSecret(map, key) || patchesSecret(map, key, value)) return true
    if (typeof value === 'object' || rootKey(at) === 'metadata') return false
    return this.#isListed(key) || this.#isUserSecret(key, at) || isSecretText(key, value, at)
  }

  /** Whether a key of the user's own is that of a secret, or one of several below it. */
  #isUserSecret(key: string, at: Place | null): boolean {
    if (this.#options.userKeys !== true) return false
    return isSecretKey(key) || (isSecretKey(keyNameOf(at)) && !namesSecret(key))
  }

  /** Whether an entry of a list is a secret: by the argument before it, or as one of several of the user's. */
  isEntry(entry: Json, before: Json | undefined, at: Place): boolean {
    if (typeof entry !== 'string') return false
    if (typeof before === 'string' && announcesSecret(before)) return true
    return this.#options.userKeys === true && isSecretKey(keyNameOf(at))
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
  return isPlainSecret(key) || (MATCHES.has(key) && isSecretName(keyNameOf(at)))
}

/** Whether a text holds a Secret, or changes one as the patch of a kustomization. */
function patchesSecret(map: JsonObject, key: string, value: Json): boolean {
  if (typeof value !== 'string') return false
  const { target } = map
  return (
    (key === 'patch' && isJsonObject(target) && target['kind'] === 'Secret') || holdsSecretManifest(value)
  )
}
