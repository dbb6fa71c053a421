import type { Issue } from '../model/issue.ts'
import { err, ok, type Result } from '../model/result.ts'
import { checkCharacters } from './check-characters.ts'
import { YAML_LIMITS } from './yaml-limits.ts'

/**
 * Bytes as text: UTF-8 without a byte order mark, without control characters, with LF or CRLF, at most 5 MiB. Anything
 * else is refused with its place; nothing is ever replaced.
 */
export function decodeText(bytes: Uint8Array, path: string): Result<string, Issue> {
  if (bytes.length > YAML_LIMITS.maxBytes) return err(tooLarge(bytes.length, path))
  const mark = foreignMark(bytes)
  if (mark !== null) return err(encodingIssue(path, 1, 1, `The file starts with the mark of ${mark}.`))
  const nul = bytes.indexOf(0)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return err(nul === -1 ? invalidUtf8(bytes, path) : binary(bytes, nul, path))
  }
  const issue = checkCharacters(text, path)
  return issue === undefined ? ok(text) : err(issue)
}

/** The issue of a file that is larger than anything that is read. */
export function tooLarge(size: number, path: string): Issue {
  const megabytes = YAML_LIMITS.maxBytes / 1024 / 1024
  return {
    code: 'yaml.too-large',
    severity: 'high',
    path,
    line: 1,
    column: 1,
    text: `The file has ${String(size)} bytes; at most ${String(megabytes)} MiB are read. Split it.`,
  }
}

function foreignMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32'
  return null
}

function encodingIssue(path: string, line: number, column: number, seen: string): Issue {
  return {
    code: 'yaml.encoding',
    severity: 'high',
    path,
    line,
    column,
    text: `${seen} Save the file as UTF-8.`,
  }
}

function binary(bytes: Uint8Array, at: number, path: string): Issue {
  const line = lineAround(bytes, at)
  const column = new TextDecoder().decode(bytes.subarray(line.start, at)).length + 1
  const text = 'A NUL byte stands here, so this is no text. Save the file as UTF-8 text.'
  return { code: 'yaml.binary', severity: 'high', path, line: line.number, column, text }
}

function invalidUtf8(bytes: Uint8Array, path: string): Issue {
  const at = firstInvalidByte(bytes)
  const line = lineAround(bytes, at)
  const column = new TextDecoder().decode(bytes.subarray(line.start, at)).length + 1
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return encodingIssue(path, line.number, column, `The byte 0x${byte} here is not UTF-8.`)
}

// The longest beginning that decodes ends there, less the sequence that it leaves open.
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(bytes.subarray(0, middle), true)) low = middle
    else high = middle - 1
  }
  while (!decodes(bytes.subarray(0, low), false)) low -= 1
  return low
}

function decodes(bytes: Uint8Array, mayStayOpen: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: mayStayOpen })
    return true
  } catch {
    return false
  }
}

function lineAround(bytes: Uint8Array, at: number): { readonly start: number; readonly number: number } {
  let start = 0
  let number = 1
  for (let next = bytes.indexOf(0x0a); next !== -1 && next < at; next = bytes.indexOf(0x0a, next + 1)) {
    start = next + 1
    number += 1
  }
  return { start, number }
}
