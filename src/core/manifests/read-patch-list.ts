import { isJsonObject, textAt, type Json } from '../model/json.ts'
import { readYamlList, type YamlList } from '../yaml/read-yaml-list.ts'

/**
 * The list that a file holds when all of its entries are JSON patches (RFC 6902), as kustomize takes them; else null.
 * Nothing in it is an object, and kubectl refuses it.
 */
export function readPatchList(text: string, path: string): YamlList | null {
  const list = readYamlList(text, path)
  return list !== null && list.value.length > 0 && list.value.every(isPatch) ? list : null
}

const OPERATIONS = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test'])
const KEYS = new Set(['op', 'path', 'from', 'value'])

function isPatch(entry: Json): boolean {
  return (
    isJsonObject(entry) &&
    OPERATIONS.has(textAt(entry, 'op') ?? '') &&
    textAt(entry, 'path') !== undefined &&
    Object.keys(entry).every((key) => KEYS.has(key))
  )
}
