import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'

/** The text of a scalar, or what makes Kubernetes read it otherwise. */
export type StringReading =
  | { readonly text: string }
  | { readonly refused: string; readonly sentence: string; readonly offset: number }

/** The decoded text of a scalar event. In JSON all escapes of JSON are fine. */
export function readString(source: string, event: ScalarEvent, json: boolean): StringReading {
  const text = getScalarValue(source, event)
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) {
    const offset = json ? -1 : foreignEscape(source.slice(event.valueStart, event.valueEnd))
    if (offset !== -1) {
      return {
        refused: 'yaml.escape',
        sentence:
          'Kubernetes does not read this escape as other YAML readers do. Write the character itself.',
        offset: event.valueStart + offset,
      }
    }
    if (!text.isWellFormed()) {
      return {
        refused: 'yaml.surrogate',
        sentence: 'An escape stands for half of a character. Write the whole character.',
        offset: event.valueStart,
      }
    }
  }
  return { text }
}

// Go knows neither \/ nor surrogates, and keeps empty lines after an escaped line break.
function foreignEscape(raw: string): number {
  for (const match of raw.matchAll(ESCAPE)) {
    const escape = match[0]
    if (escape === '\\/' || /^\\\r?\n[ \t]*\r?\n/.test(escape)) return match.index
    if (/^\\[uU]/.test(escape)) {
      const point = Number.parseInt(escape.slice(2), 16)
      if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return match.index
    }
  }
  return -1
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*\r?\n|[^])/g
