import type { Issue } from '../model/issue.ts'
import type { DocumentSource } from './document-source.ts'

/** Whether kubectl takes a stream for JSON: its first character that is no blank is `{`. */
export function startsAsJson(text: string): boolean {
  return /^[ \t\r\n]*\{/.test(text)
}

/**
 * The issue when a text that starts with `{` is not one JSON value: kubectl versions differ on anything else. Undefined
 * when it is one.
 */
export function checkStrictJson(source: DocumentSource, from: number): Issue | undefined {
  try {
    JSON.parse(source.written.slice(from).trimEnd())
    return undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const at = / at position (\d+)/.exec(error.message)?.[1]
    const offset = at === undefined ? source.written.trimEnd().length : from + Number(at)
    const text =
      'A document that starts with { must be one JSON value with nothing after it. Correct the JSON here, or write it as YAML without braces.'
    return source.issue('yaml.json', offset, text)
  }
}
