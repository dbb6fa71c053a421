import type { FormRefusal } from './check-form.ts'

/** An entry of a block map: where the map starts, where the key is written, and whether it is the map's first. */
export interface BlockEntry {
  readonly map: number
  readonly keyStart: number
  readonly keyEnd: number
  readonly isFirst: boolean
}

/**
 * Whether a key of a block map stands alone at its map's column. The parser also takes one that follows other text on
 * its line; Kubernetes does not.
 */
export function refuseEntry(source: string, entry: BlockEntry): FormRefusal | null {
  const mark = explicitMark(source, entry.keyStart)
  if (mark !== null && !isExplicitForm(source, mark, entry.keyEnd)) return EXPLICIT
  const start = mark ?? entry.keyStart
  if (column(source, start) !== column(source, entry.map)) return MISPLACED
  return standsAlone(source, start, entry.isFirst) ? null : MISPLACED
}

const MISPLACED: FormRefusal = {
  code: 'yaml.indentation',
  text: 'A key must begin a line, under the first key of its map. Put it there.',
}
const EXPLICIT: FormRefusal = {
  code: 'yaml.explicit-key',
  text: 'A key is written with "?". Write "key: value".',
}

// The offset of the `?` in front of a key, when there is one on its line.
function explicitMark(source: string, keyStart: number): number | null {
  let at = keyStart - 1
  while (source.charCodeAt(at) === BLANK) at -= 1
  return source.charCodeAt(at) === QUESTION_MARK && at < keyStart - 1 ? at : null
}

// Only `? key`, and `:` under the `?` on the next line.
function isExplicitForm(source: string, mark: number, keyEnd: number): boolean {
  const indent = ' '.repeat(column(source, mark))
  const lineFeed = source.startsWith('\r\n', keyEnd) ? '\r\n' : '\n'
  const next = `${lineFeed}${indent}:`
  return source.startsWith(next, keyEnd) && ' \r\n'.includes(source[keyEnd + next.length] ?? '\n')
}

// What stands before a key is a few blanks, so a loop over codes is faster than any search; it is run for every key.
function column(source: string, offset: number): number {
  let at = offset
  while (at > 0 && source.charCodeAt(at - 1) !== LINE_FEED) at -= 1
  return offset - at
}

function standsAlone(source: string, start: number, isFirst: boolean): boolean {
  for (let at = start - 1; at >= 0 && source.charCodeAt(at) !== LINE_FEED; at -= 1) {
    if (source.charCodeAt(at) === BLANK) continue
    const isSign = isFirst && '-?:'.includes(source.charAt(at)) && source.charCodeAt(at + 1) === BLANK
    if (!isSign) return false
  }
  return true
}

const LINE_FEED = 0x0a
const BLANK = 0x20
const QUESTION_MARK = 0x3f
