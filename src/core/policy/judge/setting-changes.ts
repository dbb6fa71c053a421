import type { Change, FieldChange, FileChange } from '../../model/change.ts'
import { emptyObject, isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import { type JsonPointer, pointerTo } from '../../model/json-pointer.ts'

/**
 * One value that comes, goes or becomes another: a scalar, or an empty map or list. Maps and lists that come or go as a
 * whole are told by what is in them, so that a rule finds a setting however much came with it.
 */
export interface SettingChange {
  readonly op: FieldChange['op']
  readonly path: JsonPointer
  /** Null where there is none; a mask for a secret. */
  readonly old: Json
  readonly new: Json
  /** Of the smallest part whose line is known. */
  readonly line: number | null
}

const MASK = '***'

/** The values in which a file of settings differs, or all of a file that comes or goes. None where that is not known. */
export function fileSettings({ fields, whole }: FileChange): readonly SettingChange[] {
  return [...fields, ...(whole ? [whole] : [])].flatMap(settingChanges)
}

/** The values in which an object differs; all of one that comes or goes. */
export function objectSettings({ fields, operation, object, oldObject }: Change): readonly SettingChange[] {
  const whole = { path: '', line: null, redacted: false }
  if (operation === 'CREATE' && object) return settingChanges({ ...whole, op: 'add', new: object })
  if (operation === 'DELETE' && oldObject) return settingChanges({ ...whole, op: 'remove', old: oldObject })
  return fields.flatMap(settingChanges)
}

/** The changes as conditions read them. */
export function settingsJson(settings: readonly SettingChange[]): Json {
  return settings.map((setting) =>
    Object.assign(emptyObject(), {
      op: setting.op,
      path: setting.path,
      old: setting.old,
      new: setting.new,
    }),
  )
}

function settingChanges(field: FieldChange): readonly SettingChange[] {
  const { op, path } = field
  const old = op === 'add' ? undefined : (field.old ?? (field.redacted ? MASK : null))
  const now = op === 'remove' ? undefined : (field.new ?? (field.redacted ? MASK : null))
  const at = (leaf: Leaf, side: 'add' | 'remove'): SettingChange => ({
    op: side,
    path: leaf.path,
    old: side === 'remove' ? leaf.value : null,
    new: side === 'add' ? leaf.value : null,
    get line() {
      return field.line
    },
  })
  if (old !== undefined && now !== undefined && !isFilled(old) && !isFilled(now)) {
    return [
      {
        op,
        path,
        old,
        new: now,
        get line() {
          return field.line
        },
      },
    ]
  }
  return [
    ...leavesOf(old, path).map((leaf) => at(leaf, 'remove')),
    ...leavesOf(now, path).map((leaf) => at(leaf, 'add')),
  ]
}

interface Leaf {
  readonly path: JsonPointer
  readonly value: Json
}

function leavesOf(value: Json | undefined, path: JsonPointer): readonly Leaf[] {
  if (value === undefined) return []
  if (!isFilled(value)) return [{ path, value }]
  const members: readonly (readonly [string | number, Json])[] = isJsonList(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value)
  return members.flatMap(([key, member]) => leavesOf(member, pointerTo(path, key)))
}

function isFilled(value: Json): value is readonly Json[] | { readonly [key: string]: Json } {
  if (isJsonList(value)) return value.length > 0
  return isJsonObject(value) && Object.keys(value).length > 0
}
