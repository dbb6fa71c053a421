import type { Issue } from '../model/issue.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { PlacedObject } from './placed-object.ts'

/** What Kubernetes refuses to read in an object's `metadata`. */
export function checkMetadata(object: PlacedObject): readonly Issue[] {
  const metadata = object.value['metadata'] ?? null
  if (metadata !== null && !isJsonObject(metadata)) {
    const text =
      'The key "metadata" must hold a map; Kubernetes refuses anything else. Write one, with a name.'
    return [object.issue('manifest.metadata', ['metadata'], text)]
  }
  const written: JsonObject = metadata ?? {}
  return [
    ...STRINGS.filter((key) => !isText(written[key])).map((key) => notText(object, ['metadata', key])),
    ...TEXT_MAPS.flatMap((key) => checkTextMap(object, key, written[key])),
  ]
}

/** The issue of an object that has no name and will not be given one: kubectl reads it, no cluster takes it. */
export function checkName(object: PlacedObject): readonly Issue[] {
  const metadata = object.value['metadata']
  const names = isJsonObject(metadata) ? [metadata['name'], metadata['generateName']] : []
  if (names.some((name) => typeof name === 'string' && name !== '')) return []
  const text =
    'The object has neither metadata.name nor metadata.generateName, so no cluster takes it. Name it.'
  return [object.issue('manifest.no-name', ['metadata', 'name'], text)]
}

const STRINGS = ['name', 'generateName', 'namespace'] as const
const TEXT_MAPS = ['labels', 'annotations'] as const

function isText(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

function notText(object: PlacedObject, keys: readonly string[]): Issue {
  const text = `The value of "${keys.join('.')}" is not text; Kubernetes refuses it. Quote it.`
  return object.issue('manifest.not-text', keys, text)
}

function checkTextMap(object: PlacedObject, key: string, map: Json | undefined): readonly Issue[] {
  if (map === undefined || map === null) return []
  if (!isJsonObject(map)) {
    const text = `The key "metadata.${key}" must hold a map of text; Kubernetes refuses anything else.`
    return [object.issue('manifest.metadata', ['metadata', key], text)]
  }
  return Object.keys(map)
    .filter((name) => !isText(map[name]))
    .map((name) => notText(object, ['metadata', key, name]))
}
