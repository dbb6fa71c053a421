import type { Position } from '../../model/source-location.ts'

/**
 * Where a character of a YAML scalar's value stands, given where the scalar starts; `offset` is of UTF-16. Undefined when
 * the text there is written in a way that cannot be followed, an alias for example.
 */
export function placeInScalar(
  text: string,
  start: Position,
  value: string,
  offset: number,
): Position | undefined {
  const from = offsetOf(text, start)
  if (from === undefined) return undefined
  const style = styleOf(text, from)
  let at = style.from
  let found = at
  for (let index = 0; index <= offset; index += 1) {
    const character = value[index] ?? ''
    // Folding turns line breaks and margins into other white space, so that is passed over on both sides.
    if (/\s/.test(character)) continue
    at = afterSpace(text, at, style.quote)
    if (text[at] === '\\' && style.quote === '"') at += 1
    if (text[at] !== character) return undefined
    found = at
    at += character === "'" && style.quote === "'" ? 2 : 1
  }
  return positionOf(text, found)
}

interface Style {
  readonly from: number
  readonly quote: '"' | "'" | null
}

function styleOf(text: string, from: number): Style {
  const first = text[from]
  if (first === '"' || first === "'") return { from: from + 1, quote: first }
  const header = /^[|>][-+\d]*[^\n]*\n/.exec(text.slice(from, from + 200))
  return { from: from + (header?.[0].length ?? 0), quote: null }
}

/** In double quotes some white space is written as an escape, also at the end of a line. */
function afterSpace(text: string, from: number, quote: Style['quote']): number {
  const space = quote === '"' ? /(?:\s|\\[ntr \n])*/y : /\s*/y
  space.lastIndex = from
  space.exec(text)
  return space.lastIndex
}

function offsetOf(text: string, { line, column }: Position): number | undefined {
  let at = 0
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', at)
    if (end < 0) return undefined
    at = end + 1
  }
  return at + column - 1
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
