import { code, codeInTable, markdown, shorten, shortenWords } from './untrusted.ts'

/**
 * A piece of a sentence. A bare text is shown as it is and never formats or calls anybody, whoever wrote it; an owner is called by
 * `@name`, a pull request is linked, and what is to be copied (a label, a path) stands as code.
 */
export type Piece =
  | string
  | { readonly owner: string }
  | { readonly code: string }
  | { readonly pullRequest: number }

/** A sentence in the making: the same for a terminal, a status and Markdown. */
export type Wording = readonly Piece[]

/** Makes a wording from a template: ``say`for ${owner(login)}` ``. */
export function say(texts: TemplateStringsArray, ...values: readonly (Wording | Piece)[]): Wording {
  const pieces: Piece[] = []
  for (const [index, text] of texts.entries()) {
    if (text !== '') pieces.push(text)
    const value = values[index]
    if (value === undefined || value === '') continue
    if (isWording(value)) pieces.push(...value)
    else pieces.push(value)
  }
  return pieces
}

/** A person or a team that has something to do. */
export function owner(name: string): Piece {
  return { owner: name }
}

/** What is to be written exactly so. */
export function exactly(text: string): Piece {
  return { code: text }
}

/** Another pull request of this repository. */
export function pullRequestLink(number: number): Piece {
  return { pullRequest: number }
}

/** As one text, not yet made harmless. */
export function inPlain(wording: Wording): string {
  return wording.map(textOf).join('')
}

/** As running Markdown. */
export function inMarkdown(wording: Wording): string {
  return wording.map((piece) => markdownOf(piece, code)).join('')
}

/** The longest word of a cell: a column becomes as wide as its longest word, and all that stands beside it is pushed off the screen. */
const CELL_WORD = 60

/** As Markdown in a cell of a table, long words cut in their middle. */
export function inCell(wording: Wording): string {
  return wording.map((piece) => markdownOf(narrowed(piece), codeInTable)).join('')
}

function narrowed(piece: Piece): Piece {
  if (typeof piece === 'string') return shortenWords(piece, CELL_WORD)
  return 'code' in piece ? exactly(shortenWords(piece.code, CELL_WORD)) : piece
}

/** `a`, `a and b`, `a, b and c`; with a limit, `a, b and 7 more`. */
export function series(
  items: readonly Wording[],
  word: 'and' | 'or' = 'and',
  limit: number = Number.POSITIVE_INFINITY,
): Wording {
  const shown: readonly Wording[] =
    items.length > limit ? [...items.slice(0, limit), [`${String(items.length - limit)} more`]] : items
  const joint = items.length > limit ? 'and' : word
  return shown.flatMap((item, index) => {
    if (index === 0) return item
    return [index === shown.length - 1 ? ` ${joint} ` : ', ', ...item]
  })
}

/** At most so many characters, with `...` where something was cut. */
export function shortenWording(wording: Wording, limit: number): Wording {
  const kept: Piece[] = []
  let room = limit
  for (const piece of wording) {
    const length = Array.from(textOf(piece)).length
    if (length > room) return [...kept, shortenPiece(piece, room)]
    kept.push(piece)
    room -= length
  }
  return kept
}

function shortenPiece(piece: Piece, room: number): Piece {
  if (typeof piece === 'string') return shorten(piece, room)
  return 'code' in piece && room > 10 ? { code: shorten(piece.code, room) } : '...'
}

/** Joined by a text of our own. */
export function joined(items: readonly Wording[], joint: string): Wording {
  return items.flatMap((item, index) => (index === 0 ? item : [joint, ...item]))
}

/** Each wording once, in the order of its first time. */
export function eachOnce(items: readonly Wording[]): readonly Wording[] {
  const once = new Map<string, Wording>()
  for (const item of items) {
    const text = inPlain(item)
    if (!once.has(text)) once.set(text, item)
  }
  return [...once.values()]
}

function isWording(value: Wording | Piece): value is Wording {
  return Array.isArray(value)
}

function textOf(piece: Piece): string {
  if (typeof piece === 'string') return piece
  if ('owner' in piece) return piece.owner
  return 'code' in piece ? piece.code : `#${String(piece.pullRequest)}`
}

function markdownOf(piece: Piece, asCode: (text: string) => string): string {
  if (typeof piece === 'string') return markdown(piece)
  if ('code' in piece) return asCode(piece.code)
  if ('pullRequest' in piece) return textOf(piece)
  return /^@[\w-]+(?:\/[\w.-]+)?$/.test(piece.owner) ? piece.owner : markdown(piece.owner)
}
