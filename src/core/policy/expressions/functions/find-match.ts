import type { RE2JS } from '@bufbuild/re2'

/** A compiled expression: a machine whose every state is a part with the parts that come after it. */
export type Program = ReturnType<RE2JS['re2']>['prog']

/** Where a match starts, and where it ends. */
export interface Match {
  readonly start: number
  readonly end: number
}

/** The kinds of parts, as the library numbers them. */
const ALTERNATIVES = new Set([1, 2])
const EMPTY_WIDTH = 4
const MATCH = 6
const PASSED = new Set([3, 7])

/**
 * The first match at or after a place, of those that start there the one that the expression prefers, as Go and
 * JavaScript have it. All states are followed at once, so the time grows with the text and the program, never beyond.
 * The library itself only says whether there is a match.
 */
export function findMatch(program: Program, text: string, from: number): Match | undefined {
  let found: Match | undefined
  let now = new Threads(program)
  let at = from
  let before = from === 0 ? -1 : runeAt(text, widthBefore(text, from))
  for (;;) {
    const rune = runeAt(text, at)
    const end = at + (rune > 0xffff ? 2 : 1)
    if (!found) now.add(program.start, at, contextOf(before, rune))
    const { next, start } = now.step(rune, contextOf(rune, runeAt(text, end)))
    if (start !== undefined) found = { start, end: at }
    if (rune < 0 || (found && next.isEmpty)) return found
    now = next
    before = rune
    at = end
  }
}

interface Thread {
  readonly part: number
  readonly start: number
}

/** The states that a match can be in at one place, the preferred ones first. */
class Threads {
  readonly #list: Thread[] = []
  readonly #seen = new Set<number>()
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  get isEmpty(): boolean {
    return this.#list.length === 0
  }

  /** The states behind a character, and where a match starts that ends before it; what is preferred less than that is left. */
  step(rune: number, context: number): { readonly next: Threads; readonly start: number | undefined } {
    const next = new Threads(this.#program)
    for (const { part, start } of this.#list) {
      const inst = this.#program.getInst(part)
      if (inst.op === MATCH) return { next, start }
      if (rune >= 0 && inst.matchRune(rune)) next.add(inst.out, start, context)
    }
    return { next, start: undefined }
  }

  /** Adds what a part leads to without a character. */
  add(first: number, start: number, context: number): void {
    const waiting = [first]
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (this.#seen.has(part)) continue
      this.#seen.add(part)
      const { op, out, arg } = this.#program.getInst(part)
      if (ALTERNATIVES.has(op)) waiting.push(arg, out)
      else if (PASSED.has(op) || (op === EMPTY_WIDTH && (arg & ~context) === 0)) waiting.push(out)
      else if (op >= MATCH) this.#list.push({ part, start })
    }
  }
}

/** What is true between two characters, in the bits of the library: line and text begin or end, word boundary or none. */
function contextOf(before: number, after: number): number {
  const begins = before < 0 ? 1 | 4 : before === 10 ? 1 : 0
  const ends = after < 0 ? 2 | 8 : after === 10 ? 2 : 0
  return begins | ends | (isWord(before) === isWord(after) ? 32 : 16)
}

/** The character at a place, or -1 where the text ends. */
function runeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? -1
}

function isWord(rune: number): boolean {
  return rune >= 0 && rune < 128 && /\w/.test(String.fromCharCode(rune))
}

function widthBefore(text: string, at: number): number {
  const isPair = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff
  return at - (isPair ? 2 : 1)
}
