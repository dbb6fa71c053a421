import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { listMeaning } from './list-meaning.ts'
import { meaningText } from './meaning-text.ts'
import type { Meaning, Member } from './meaning-tree.ts'
import { scalarText } from './scalar-text.ts'
import { readSecretStore } from '../secrets/secret-store.ts'
import { type KindShape, memberShape, type Shape } from './shape.ts'

/** What an object means, as far as that is certain; everything else stays as it is written. */
export function meaningOf(object: JsonObject, shape: KindShape, isSecret: boolean): Meaning {
  const meaning = readMap(object, shape.root, shape.nullIsAbsent)
  return isSecret ? { kind: 'map', members: readSecretStore(object, meaning.members) } : meaning
}

function read(value: Json, shape: Shape | undefined, nullIsAbsent: boolean): Meaning {
  if (isJsonObject(value)) return readMap(value, shape, nullIsAbsent)
  if (isJsonList(value)) {
    const entries = value.map((entry) => read(entry, shape?.items, nullIsAbsent))
    return listMeaning(value, entries, shape?.fact.list)
  }
  return { kind: 'scalar', text: scalarText(value, shape?.fact.reading) }
}

function readMap(
  object: JsonObject,
  shape: Shape | undefined,
  nullIsAbsent: boolean,
): Meaning & { readonly kind: 'map' } {
  const members = new Map<string, Member>()
  let defaults: Map<string, Member> | undefined
  const dropsBelow = nullIsAbsent && !shape?.fact.opaque
  for (const key of writtenKeys(object, dropsBelow && !shape?.others)) {
    const value = object[key] ?? null
    const below = memberShape(shape, key)
    const meaning = read(value, below, dropsBelow && !USER_KEYED.has(key))
    const weight = weightOf(meaning, object, value, below)
    if (weight === 'none') continue
    const place = weight === 'default' ? (defaults ??= new Map()) : members
    place.set(nameOf(object, key, below), { key, meaning })
  }
  return {
    kind: 'map',
    members,
    ...(defaults && { defaults }),
    ...impliedBy(object, shape, (key) => members.has(key) || defaults?.has(key) === true),
  }
}

/** Maps of texts under names of the user's own, in every kind: the server takes null in them for an empty text. */
const USER_KEYED: ReadonlySet<string> = new Set([
  'annotations',
  'deprecatedTopology',
  'labels',
  'matchLabels',
  'nodeSelector',
  'options',
  'volumeAttributes',
])

function writtenKeys(object: JsonObject, dropsNull: boolean): readonly string[] {
  const keys = Object.keys(object)
  return dropsNull ? keys.filter((key) => (object[key] ?? null) !== null) : keys
}

/** What absent members say on account of those beside them; mostly there are none of this kind. */
function impliedBy(
  object: JsonObject,
  shape: Shape | undefined,
  isSaid: (key: string) => boolean,
): { readonly implied?: ReadonlyMap<string, string> } {
  if (!shape?.implied.length) return {}
  const implied = new Map<string, string>()
  for (const key of shape.implied) {
    const below = memberShape(shape, key)
    const absent = below && !isSaid(key) ? fallbackOf(object, below) : undefined
    if (absent !== undefined) implied.set(key, absent)
  }
  return { implied }
}

function nameOf(object: JsonObject, key: string, shape: Shape | undefined): string {
  const alias = shape?.fact.aliasOf
  return alias !== undefined && !Object.hasOwn(object, alias) ? alias : key
}

/** Whether a written value counts, says what its absence says, or says nothing that counts. */
function weightOf(
  meaning: Meaning,
  holder: JsonObject,
  value: Json,
  shape: Shape | undefined,
): 'full' | 'default' | 'none' {
  if (!shape) return 'full'
  const { ignored, emptyIsAbsent, fallback } = shape.fact
  if (ignored) return 'none'
  if (emptyIsAbsent && isEmpty(meaning, value)) return holdsDefaults(meaning) ? 'default' : 'none'
  if (fallback === undefined) return 'full'
  return fallbackOf(holder, shape) === meaningText(meaning) ? 'default' : 'full'
}

function holdsDefaults(meaning: Meaning): boolean {
  return meaning.kind === 'map' && meaning.defaults !== undefined
}

/** What the absence of a member says, as a text. */
function fallbackOf(holder: JsonObject, shape: Shape): string | undefined {
  const { fallback } = shape.fact
  const absent = typeof fallback === 'function' ? fallback(holder) : fallback
  return absent === undefined ? undefined : meaningText(read(absent, shape, false))
}

function isEmpty(meaning: Meaning, value: Json): boolean {
  if (meaning.kind === 'scalar') return value === '' || value === null
  if (meaning.kind === 'map') return meaning.members.size === 0
  return meaning.kind === 'keyed' ? meaning.entries.size === 0 : meaning.entries.length === 0
}
