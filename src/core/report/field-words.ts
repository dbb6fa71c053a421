import type { FieldChange } from '../model/change.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject, stringifyJson } from '../model/json.ts'
import { pointerKeys } from '../model/json-pointer.ts'
import { count } from './phrases.ts'
import { shorten } from './untrusted.ts'

/**
 * One field in words: `replicas from 3 to 0`, `containers gains proxy`. Entries of lists are named as `object` names them:
 * the new object, the old one for what is removed; null when there is none to look at.
 */
export function fieldWords(object: JsonObject | null, field: FieldChange): string {
  if (field.path === '/spec/replicas')
    return `from ${said(field.old, '1')} to ${said(field.new, '1')} replicas`
  const keys = pointerKeys(field.path)
  const entry = entryOf(object, keys, field)
  if (entry !== null) return `${nameOf(object, keys.slice(0, -1))} ${entry}`
  const name = nameOf(object, keys)
  const tags = tagsOf(field)
  if (tags) return `${name} from ${tags.old} to ${tags.new}`
  if (field.redacted) return `${name} ${field.op === 'remove' ? 'is removed' : 'gets another value'}`
  if (field.lines) return `${name} in ${count(field.lines.length, 'line')}`
  return `${name} ${valueWords(field)}`
}

function valueWords({ op, old, new: now }: FieldChange): string {
  if (op === 'add') return `becomes ${said(now)}`
  if (op === 'remove') return `is removed (was ${said(old)})`
  return `from ${said(old)} to ${said(now)}`
}

/** What a list gains or loses; null for anything else than an entry that comes or goes. */
function entryOf(object: JsonObject | null, keys: readonly string[], field: FieldChange): string | null {
  if (field.op === 'replace' || keys.length < 2 || !isIndex(keys.at(-1) ?? '')) return null
  if (object && !isJsonList(childAt(object, keys.slice(0, -1)))) return null
  const value = field.op === 'add' ? field.new : field.old
  const entry = field.redacted ? 'a secret value' : (ownName(value) ?? said(value))
  return `${field.op === 'add' ? 'gains' : 'loses'} ${entry}`
}

/** The tags of an image that only changes its tag. */
function tagsOf(field: FieldChange): { readonly old: string; readonly new: string } | null {
  if (!field.path.endsWith('/image') || typeof field.old !== 'string' || typeof field.new !== 'string')
    return null
  const [old, now] = [imageParts(field.old), imageParts(field.new)]
  return old && now && old.repository === now.repository ? { old: old.tag, new: now.tag } : null
}

function imageParts(image: string): { readonly repository: string; readonly tag: string } | null {
  const parts = /^(?<repository>[^@]+?):(?<tag>[^/:@]+)$/.exec(image)?.groups
  return parts?.['repository'] !== undefined && parts['tag'] !== undefined
    ? { repository: parts['repository'], tag: parts['tag'] }
    : null
}

/** The last telling keys of a pointer, list entries by their name. */
function nameOf(object: JsonObject | null, keys: readonly string[]): string {
  const names = keys.map((key, index) =>
    isIndex(key) ? (ownName(childAt(object, keys.slice(0, index + 1))) ?? key) : key,
  )
  return names.slice(-2).join('.')
}

function childAt(object: JsonObject | null, keys: readonly string[]): Json | undefined {
  let value: Json | undefined = object ?? undefined
  for (const key of keys) value = childOf(value, key)
  return value
}

function childOf(value: Json | undefined, key: string): Json | undefined {
  if (isJsonList(value)) return value[Number(key)]
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function ownName(value: Json | undefined): string | undefined {
  const name = childOf(value, 'name') ?? childOf(value, 'host')
  return typeof name === 'string' ? name : undefined
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key)
}

function said(value: Json | undefined, absent = 'absent'): string {
  if (value === undefined || value === null) return absent
  return shorten(typeof value === 'string' ? value || '""' : stringifyJson(value), 60)
}
