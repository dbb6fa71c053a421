import type { Json, JsonObject } from '../../model/json.ts'
import type { JsonPointer } from '../../model/json-pointer.ts'
import { upwards } from './place.ts'
import { Redaction } from './redaction.ts'
import type { SecretOptions } from './secret-places.ts'
import type { Tokens } from './tokens.ts'

/** An object without its secrets, and where they were. */
export interface Redacted {
  readonly object: JsonObject
  /** What was left out as a whole: the place itself, or one that it is in; null when it can be seen. */
  hiddenPlace(at: JsonPointer): JsonPointer | null
  /** Whether anything at a place, or below it, was left out. */
  holdsSecret(at: JsonPointer): boolean
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

const USER_KEYED: ReadonlySet<Json> = new Set(['ConfigMap', 'HelmRelease', 'Application', 'ApplicationSet'])

/** Kinds that make Secrets of what stands under `template`. */
const TEMPLATE_KINDS: ReadonlySet<Json> = new Set(['SealedSecret', 'ExternalSecret', 'ClusterExternalSecret'])
