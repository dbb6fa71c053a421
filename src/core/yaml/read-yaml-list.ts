import { isJsonList, type Json } from '../model/json.ts'
import { checkCharacters } from './check-characters.ts'
import { DocumentSource } from './document-source.ts'
import { readRoot } from './read-document.ts'
import { splitDocuments } from './split-documents.ts'
import { checkStrictJson } from './strict-json.ts'
import { YAML_LIMITS, type YamlLimits } from './yaml-limits.ts'

/** A list that is all of a text, and the line on which it starts. */
export interface YamlList {
  readonly value: readonly Json[]
  readonly line: number
}

/**
 * The list that a text is, read as {@link readYaml} reads maps; null when it is anything else, holds another document,
 * or cannot be read with certainty. kubectl refuses such a text.
 */
export function readYamlList(text: string, path: string, limits: YamlLimits = YAML_LIMITS): YamlList | null {
  if (text.length > limits.maxBytes || checkCharacters(text, path) !== undefined) return null
  const split = splitDocuments(text, path)
  if (!split.ok) return null
  let list: YamlList | null = null
  for (const document of split.value) {
    const source = new DocumentSource(document, path, false)
    const root = readRoot(source, limits)
    if (!root.ok) return null
    if (root.value === null) continue
    const { value, start } = root.value
    if (list !== null || !isJsonList(value)) return null
    if (source.text[start] === '[' && checkStrictJson(source, start) !== undefined) return null
    list = { value, line: source.lines.position(start).line }
  }
  return list
}
