import type { Issue } from '../model/issue.ts'
import { emptyObject, isJsonList, isJsonObject, textAt, type Json, type JsonObject } from '../model/json.ts'
import { pointerTo } from '../model/json-pointer.ts'
import { err, ok, type Result } from '../model/result.ts'
import type { PlacedObject } from './placed-object.ts'

/**
 * The objects that kubectl makes of one: the items of a list, else the object itself. Kubernetes takes anything with a
 * top-level `items` for a list, whatever its kind, so only what is plainly a list may have it.
 */
export function unpackList(object: PlacedObject): Result<readonly PlacedObject[], readonly Issue[]> {
  const { value } = object
  const isListKind = textAt(value, 'kind')?.endsWith('List') === true
  if (!('items' in value)) {
    if (!isListKind) return ok([object])
    const text = 'The kind ends in "List" but there is no "items". Write "items: []" for an empty list.'
    return err([object.issue('manifest.list-without-items', ['kind'], text)])
  }
  const items = value['items']
  if (!isListKind || !isJsonList(items)) {
    const text =
      'The object has a top-level "items": Kubernetes takes it for a list and applies only the items. Remove "items", or use a kind that ends in "List" with a list of objects.'
    return err([object.issue('manifest.items', ['items'], text)])
  }
  return unpackItems(object, items)
}

function unpackItems(
  list: PlacedObject,
  items: readonly Json[],
): Result<readonly PlacedObject[], readonly Issue[]> {
  const objects: PlacedObject[] = []
  const issues: Issue[] = []
  for (const [index, item] of items.entries()) {
    const completed = completeItem(list.value, item)
    if (typeof completed === 'string') {
      issues.push(list.issue(`manifest.${completed}`, ['items', index], ITEM_TEXTS[completed]))
    } else objects.push(list.item(pointerTo('/items', index), completed))
  }
  return issues.length > 0 ? err(issues) : ok(objects)
}

type ItemRefusal = 'list-item' | 'list-item-type' | 'list-in-list'

const ITEM_TEXTS: Record<ItemRefusal, string> = {
  'list-item': 'An item of the list is no object. Write a map, or remove the item.',
  'list-item-type':
    'An item of the list needs its own apiVersion and kind, both as text; a list of a certain kind may leave out both. Write both.',
  'list-in-list': 'A list stands inside a list; Kubernetes refuses it. Move its items up.',
}

function completeItem(list: JsonObject, item: Json): JsonObject | ItemRefusal {
  if (!isJsonObject(item)) return 'list-item'
  if ('items' in item) return 'list-in-list'
  const hasVersion = 'apiVersion' in item
  if (hasVersion !== 'kind' in item) return 'list-item-type'
  if (hasVersion) return textAt(item, 'kind')?.endsWith('List') === true ? 'list-in-list' : item
  return inheritType(list, item)
}

function inheritType(list: JsonObject, item: JsonObject): JsonObject | ItemRefusal {
  const listKind = textAt(list, 'kind') ?? ''
  if (listKind === 'List') return 'list-item-type'
  const completed = emptyObject()
  completed['apiVersion'] = list['apiVersion'] ?? null
  completed['kind'] = listKind.slice(0, -'List'.length)
  for (const key of Object.keys(item)) completed[key] = item[key] ?? null
  return completed
}
