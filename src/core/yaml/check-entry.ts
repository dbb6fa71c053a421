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
  while (source[at] === ' ') at -= 1
  return source[at] === '?' && at < keyStart - 1 ? at : null
}

// Only `? key`, and `:` under the `?` on the next line.
function isExplicitForm(source: string, mark: number, keyEnd: number): boolean {
  const indent = ' '.repeat(column(source, mark))
  const lineFeed = source.startsWith('\r\n', keyEnd) ? '\r\n' : '\n'
  const next = `${lineFeed}${indent}:`
  return source.startsWith(next, keyEnd) && ' \r\n'.includes(source[keyEnd + next.length] ?? '\n')
}

function column(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1)
}

function standsAlone(source: string, start: number, isFirst: boolean): boolean {
  for (let at = start - 1; at >= 0 && source[at] !== '\n'; at -= 1) {
    const isSign = isFirst && '-?:'.includes(source[at] ?? '') && source[at + 1] === ' '
    if (source[at] !== ' ' && !isSign) return false
  }
  return true
}
