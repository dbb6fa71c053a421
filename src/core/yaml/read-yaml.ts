import { sortIssues, type Issue } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import { checkCharacters } from './check-characters.ts'
import { tooLarge } from './decode-text.ts'
import { DocumentSource } from './document-source.ts'
import { readDocument } from './read-document.ts'
import { splitDocuments, type DocumentText } from './split-documents.ts'
import { startsAsJson } from './strict-json.ts'
import type { YamlDocument } from './yaml-document.ts'
import { MOST_ISSUES, YAML_LIMITS, type YamlLimits } from './yaml-limits.ts'

/** How a text is read. */
export interface ReadOptions {
  readonly limits?: YamlLimits
  /** A byte order mark stood before the text: kubectl then never takes it for a stream of JSON. */
  readonly marked?: boolean
}

/**
 * Reads YAML or JSON exactly as kubectl does, or says why not: never another value. Each document is a map; empty ones
 * and `null` are left out. One mistake anywhere and there is no document at all.
 */
export function readYaml(
  text: string,
  path: string,
  options: ReadOptions = {},
): Result<readonly YamlDocument[], readonly Issue[]> {
  const limits = options.limits ?? YAML_LIMITS
  if (text.length > limits.maxBytes) return err([tooLarge(text.length, path)])
  const character = checkCharacters(text, path)
  if (character !== undefined) return err([character])
  const json = options.marked !== true && startsAsJson(text)
  const split = json ? ok([{ text, firstLine: 1 }]) : splitDocuments(text, path)
  return split.ok ? readAll(split.value, path, json, limits) : err(cutShort(split.error))
}

function readAll(
  texts: readonly DocumentText[],
  path: string,
  json: boolean,
  limits: YamlLimits,
): Result<readonly YamlDocument[], readonly Issue[]> {
  const documents: YamlDocument[] = []
  const issues: Issue[] = []
  for (const text of texts) {
    const read = readDocument(new DocumentSource(text, path, json), limits)
    if (!read.ok) for (const issue of read.error) issues.push(issue)
    else if (read.value !== null) documents.push(read.value)
    if (issues.length > MOST_ISSUES) break
  }
  return issues.length > 0 ? err(cutShort(sortIssues(issues))) : ok(documents)
}

function cutShort(issues: readonly Issue[]): readonly Issue[] {
  const next = issues[MOST_ISSUES]
  if (next === undefined) return issues
  const text = 'More mistakes may follow from here on. Correct those above first.'
  return [...issues.slice(0, MOST_ISSUES), { ...next, code: 'yaml.more-issues', text }]
}
