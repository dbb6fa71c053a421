import { isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { ListRule } from './facts/list-rule.ts'
import { parseGoDuration } from './duration.ts'
import type { Entry, Meaning, Member } from './meaning-tree.ts'
import { parseQuantity } from '../model/quantity.ts'
import { readSecretStore } from './secret-store.ts'
import { memberShape, type Reading, type Shape } from './shape.ts'
import type { KindShape } from './shape-of.ts'

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
  if (meaning.kind === 'set') return `<${sorted(meaning.entries.map((entry) => entry.text))}>`
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
  const dropsBelow = nullIsAbsent && !shape?.fact.opaque
  const dropsHere = dropsBelow && !shape?.others
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null
    if (value === null && dropsHere) continue
    const below = memberShape(shape, key)
    const meaning = read(value, below, dropsBelow)
    if (below && meansNothing(meaning, value, below)) continue
    members.set(nameOf(object, key, below), { key, meaning })
  }
  return { kind: 'map', members }
}

function nameOf(object: JsonObject, key: string, shape: Shape | undefined): string {
  const alias = shape?.fact.aliasOf
  return alias !== undefined && !Object.hasOwn(object, alias) ? alias : key
}

/** Whether a written value says what its absence says. */
function meansNothing(meaning: Meaning, value: Json, { fact }: Shape): boolean {
  if (fact.ignored || (fact.emptyIsAbsent && (value === '' || isEmpty(meaning)))) return true
  return (
    fact.fallback !== undefined && meaning.kind === 'scalar' && meaning.text === readScalar(fact.fallback)
  )
}

function isEmpty(meaning: Meaning): boolean {
  if (meaning.kind === 'scalar') return false
  if (meaning.kind === 'map') return meaning.members.size === 0
  return meaning.kind === 'keyed' ? meaning.entries.size === 0 : meaning.entries.length === 0
}

function readList(list: readonly Json[], shape: Shape | undefined, nullIsAbsent: boolean): Meaning {
  const entries = list.map((value) => read(value, shape?.items, nullIsAbsent))
  const rule = shape?.fact.list
  if (!rule) return { kind: 'list', entries, whole: false }
  if (rule.kind === 'set') {
    const texts = entries.map((meaning, index) => ({ index, meaning, text: meaningText(meaning) }))
    return { kind: 'set', entries: texts }
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
    if (!isJsonObject(entry) || part === undefined || part === null || typeof part === 'object')
      return undefined
    key += `${readScalar(part)},`
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
    case 'comma-set':
      if (typeof value === 'string') return `c${JSON.stringify(commaSet(value))}`
      break
    case undefined:
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
}

function commaSet(text: string): readonly string[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].toSorted()
}
