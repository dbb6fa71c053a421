import { canonicalJson, isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { parseGoDuration, parsePrometheusDuration } from './duration.ts'
import { coverageOf } from './facts/address-list.ts'
import type { ListRule } from './facts/list-rule.ts'
import type { Entry, Meaning, Member } from './meaning-tree.ts'
import { parseQuantity } from '../model/quantity.ts'
import { readSecretStore } from './secrets/secret-store.ts'
import { type KindShape, memberShape, type Reading, type Shape } from './shape.ts'

/** What an object means, as far as that is certain; everything else stays as it is written. */
export function meaningOf(object: JsonObject, shape: KindShape, isSecret: boolean): Meaning {
  const meaning = readMap(object, shape.root, shape.nullIsAbsent)
  return isSecret ? { kind: 'map', members: readSecretStore(object, meaning.members) } : meaning
}

/** A text that is equal exactly when the meanings are. */
export function meaningText(meaning: Meaning): string {
  if (meaning.kind === 'scalar') return meaning.text
  if (meaning.kind === 'map') {
    let text = ''
    for (const key of [...meaning.members.keys()].toSorted()) {
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${textOfMember(meaning.members, key)}`
    }
    return `{${text}}`
  }
  if (meaning.kind === 'list') return `[${meaning.entries.map(meaningText).join(',')}]`
  if (meaning.kind === 'set') {
    return meaning.together ?? `<${sorted(meaning.entries.map((entry) => entry.text))}>`
  }
  const texts = [...meaning.entries.values()].map((entry) => meaningText(entry.meaning))
  return meaning.ordered ? `(${texts.join(',')})` : `<${sorted(texts)}>`
}

function sorted(texts: readonly string[]): string {
  return texts.toSorted().join(',')
}

function textOfMember(members: ReadonlyMap<string, Member>, key: string): string {
  const member = members.get(key)
  return member ? meaningText(member.meaning) : ''
}

function read(value: Json, shape: Shape | undefined, nullIsAbsent: boolean): Meaning {
  if (isJsonObject(value)) return readMap(value, shape, nullIsAbsent)
  if (isJsonList(value)) return readList(value, shape, nullIsAbsent)
  return { kind: 'scalar', text: readScalar(value, shape?.fact.reading) }
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

function readList(list: readonly Json[], shape: Shape | undefined, nullIsAbsent: boolean): Meaning {
  const entries = list.map((value) => read(value, shape?.items, nullIsAbsent))
  const rule = shape?.fact.list
  if (!rule) return { kind: 'list', entries, whole: false }
  if (rule.kind === 'set' && rule.ordered?.(list) === true) return { kind: 'list', entries, whole: false }
  if (rule.kind === 'set') {
    const texts = entries.map((meaning, index) => ({ index, meaning, text: meaningText(meaning) }))
    const together = rule.together?.(list)
    return {
      kind: 'set',
      entries: texts,
      paired: rule.paired,
      ...(together !== undefined && { together: `<<${together}>>` }),
    }
  }
  const keyed = byKey(list, entries, rule)
  return keyed
    ? { kind: 'keyed', entries: keyed, ordered: rule.ordered(list) }
    : { kind: 'list', entries, whole: true }
}

/** The entries by key; undefined when one has no key or two have the same. */
function byKey(
  list: readonly Json[],
  meanings: readonly Meaning[],
  rule: ListRule & { readonly kind: 'keyed' },
): ReadonlyMap<string, Entry> | undefined {
  const entries = new Map<string, Entry>()
  for (const [index, meaning] of meanings.entries()) {
    const key = keyOf(list[index] ?? null, rule)
    if (key === undefined || entries.has(key)) return undefined
    entries.set(key, { index, meaning })
  }
  return entries
}

function keyOf(entry: Json, rule: ListRule & { readonly kind: 'keyed' }): string | undefined {
  let key = ''
  for (const [path, absent] of rule.keys) {
    let value: Json | undefined = entry
    for (const step of path.split('.')) value = isJsonObject(value) ? value[step] : undefined
    const part = value ?? absent
    if (!isJsonObject(entry) || part === undefined || part === null || isJsonObject(part)) return undefined
    key += `${isJsonList(part) ? canonicalJson(part) : readScalar(part)},`
  }
  return key
}

function readScalar(value: Json, reading?: Reading): string {
  switch (reading) {
    case 'quantity': {
      const quantity = parseQuantity(value)
      if (quantity) return `q${String(quantity.digits)}e${String(quantity.power)}`
      break
    }
    case 'duration': {
      const duration = parseGoDuration(value)
      if (duration !== undefined) return `d${String(duration)}`
      break
    }
    case 'prometheus-duration': {
      const duration = parsePrometheusDuration(value)
      if (duration !== undefined) return `d${String(duration)}`
      break
    }
    case 'addresses':
      if (typeof value === 'string') return `c${addressText(value)}`
      break
    case undefined:
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
}

/** Addresses between commas by what they cover together, as they are written where one is no address. */
function addressText(text: string): string {
  const parts = text.split(',').map((part) => part.trim())
  return coverageOf(parts) ?? JSON.stringify([...new Set(parts)].toSorted())
}
