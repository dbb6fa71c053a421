import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** A key that a merge brought, and the map it comes from. */
export interface MergedKey {
  readonly key: string
  readonly from: JsonObject
}

/** Why a merge is refused: nothing to merge, a second one, or one that would replace a key written before it. */
export type MergeRefusal = 'not-a-map' | 'twice' | 'late'

/** The codes and sentences of {@link MergeRefusal}. */
export const MERGE_REFUSALS: Record<MergeRefusal, { readonly code: string; readonly text: string }> = {
  'not-a-map': {
    code: 'yaml.merge-value',
    text: 'The merge key << needs a map, an alias of one, or a list of these. Correct its value.',
  },
  twice: {
    code: 'yaml.merge-twice',
    text: 'A second merge key << stands in this map; readers differ in what they do. Write one << with a list.',
  },
  late: {
    code: 'yaml.merge-after-key',
    text: 'The merge key << brings a key that is written above it; Kubernetes takes the merged value, other tools the written one. Put << first.',
  },
}

/** Whether a key is `<<` without quotes, tag or anchor. */
export function isMergeKey(source: string, event: Event): event is ScalarEvent {
  return (
    event.type === EVENT_ID.SCALAR &&
    event.style === SCALAR_STYLE.PLAIN &&
    event.tagStart === -1 &&
    event.anchorStart === -1 &&
    event.valueEnd - event.valueStart === 2 &&
    source.startsWith('<<', event.valueStart)
  )
}

/** A map in the making, with YAML's merge key: what is written wins over what is merged. */
export class MergedMap {
  readonly value: { [key: string]: Json }
  #merged: Set<string> | null = null

  constructor(value: { [key: string]: Json }) {
    this.value = value
  }

  /** Sets a written key; false when it is written already. */
  set(key: string, value: Json): boolean {
    const fresh = !(key in this.value) || this.#merged?.delete(key) === true
    this.value[key] = value
    return fresh
  }

  /** Merges a map, or the maps of a written list, of which the first wins. */
  merge(written: Json, isWrittenList: boolean): readonly MergedKey[] | MergeRefusal {
    if (this.#merged !== null) return 'twice'
    const sources = isWrittenList && isJsonList(written) ? written : [written]
    const merged = new Set<string>()
    const keys: MergedKey[] = []
    for (const from of sources) {
      if (!isJsonObject(from)) return 'not-a-map'
      for (const key of Object.keys(from)) {
        if (merged.has(key)) continue
        if (key in this.value) return 'late'
        merged.add(key)
        keys.push({ key, from })
      }
    }
    for (const { key, from } of keys) this.value[key] = from[key] ?? null
    this.#merged = merged
    return keys
  }
}
