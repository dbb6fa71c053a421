import { canonicalJson, isJsonList, isJsonObject, type Json } from '../../model/json.ts'
import type { ListRule } from './facts/list-rule.ts'
import { meaningText } from './meaning-text.ts'
import type { Entry, Meaning } from './meaning-tree.ts'
import { scalarText } from './scalar-text.ts'

/** What a list means by its rule, once its entries are read. */
export function listMeaning(
  list: readonly Json[],
  entries: readonly Meaning[],
  rule: ListRule | undefined,
): Meaning {
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
    key += `${isJsonList(part) ? canonicalJson(part) : scalarText(part)},`
  }
  return key
}
