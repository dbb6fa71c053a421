import type { Issue } from '../model/issue.ts'
import { LineIndex } from './line-index.ts'

/**
 * The first character that must not stand in a file: Go's YAML reader breaks lines at some, refuses others, and removes
 * byte order marks, so what a person sees is not what a cluster gets. Undefined when there is none.
 */
export function checkCharacters(text: string, path: string): Issue | undefined {
  const at = text.search(FORBIDDEN)
  if (at === -1) return undefined
  const { code, seen } = describe(text.charCodeAt(at))
  const position = new LineIndex(text).position(at)
  return { code, severity: 'high', path, ...position, text: seen }
}

const FORBIDDEN =
  // Control characters are what this looks for.
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const LINE_BREAKS = new Set([0x0d, 0x85, 0x2028, 0x2029])

function describe(character: number): { readonly code: string; readonly seen: string } {
  const name = `U+${character.toString(16).toUpperCase().padStart(4, '0')}`
  if (character === 0xfeff) {
    return {
      code: 'yaml.bom',
      seen: 'A byte order mark (U+FEFF) stands here. Save the file as UTF-8 without one.',
    }
  }
  if (character === 0) {
    return {
      code: 'yaml.binary',
      seen: 'A NUL byte stands here, so this is no text. Save the file as UTF-8 text.',
    }
  }
  if (LINE_BREAKS.has(character)) {
    return {
      code: 'yaml.line-break',
      seen: `The character ${name} stands here; Kubernetes starts a new line at it, most editors do not. End lines with LF or CRLF.`,
    }
  }
  if (character >= 0xd800 && character <= 0xdfff) {
    return {
      code: 'yaml.surrogate',
      seen: `Half of a character (${name}) stands here. Write the whole character.`,
    }
  }
  return {
    code: 'yaml.control-character',
    seen: `The control character ${name} stands here. Remove it, or write it as an escape in double quotes.`,
  }
}
