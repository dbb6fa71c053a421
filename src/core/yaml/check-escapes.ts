/**
 * Where the text between double quotes has an escape that Go does not read as the parser does: it knows neither `\/`
 * nor surrogates, and keeps empty lines after an escaped line break. -1 when there is none.
 */
export function findForeignEscape(raw: string): number {
  for (const match of raw.matchAll(ESCAPE)) {
    const escape = match[0]
    if (escape === '\\/' || /^\\\r?\n[ \t]*\r?\n/.test(escape)) return match.index
    if (/^\\[uU]/.test(escape) && !isCharacter(Number.parseInt(escape.slice(2), 16))) return match.index
  }
  return -1
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*\r?\n|[^])/g

function isCharacter(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
}
