import type { Position } from '../model/source-location.ts'

/** The places of a text's offsets: binary search over its line starts, which are looked for only when asked. */
export class LineIndex {
  readonly #text: string
  readonly #firstLine: number
  #starts: readonly number[] | null = null

  /** `firstLine` is the line of the file on which the text begins. */
  constructor(text: string, firstLine = 1) {
    this.#text = text
    this.#firstLine = firstLine
  }

  /** The line and column of an offset. */
  position(offset: number): Position {
    const starts = (this.#starts ??= lineStarts(this.#text))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: this.#firstLine + low, column: offset - (starts[low] ?? 0) + 1 }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
