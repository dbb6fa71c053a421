import { matchWildcards } from './match-wildcards.ts'

/** One character of a pattern: a literal, `?` for any one, or `*` for any number within a path segment. */
type Glyph = { readonly kind: 'char'; readonly char: string } | { readonly kind: 'any' | 'star' }

/** One segment of a pattern: `**` for any number of segments, or the characters that one segment must have. */
type Segment = { readonly kind: 'depth' } | { readonly kind: 'name'; readonly glyphs: readonly Glyph[] }

/** A CODEOWNERS pattern, ready to be matched. */
export interface PathPattern {
  readonly segments: readonly Segment[]
  /** What lies below a directory of that name is matched too. */
  readonly open: boolean
}

const DEPTH: Segment = { kind: 'depth' }
const ONE: Segment = { kind: 'name', glyphs: [{ kind: 'star' }] }

/**
 * Reads a CODEOWNERS pattern as GitHub does: not a gitignore pattern, and never a regular expression. Null when it
 * can match nothing, as `/` alone.
 */
export function compilePattern(pattern: string): PathPattern | null {
  const parts = pattern.split('/')
  const anchored = parts[0] === ''
  if (anchored) parts.shift()
  const directory = parts.length > 1 && parts.at(-1) === ''
  if (directory) parts.pop()
  if (parts.length === 0 || parts.includes('')) return null
  const segments = parts.map(compileSegment)
  if (!anchored && parts.length === 1) segments.unshift(DEPTH)
  // The inside of a directory is one more segment at any depth, so that a file of its name is not meant.
  if (directory || parts.at(-1) === '**') return { segments: [...segments, DEPTH, ONE], open: false }
  return { segments, open: parts.at(-1) !== '*' }
}

/** A path as its segments and their characters, ready to be matched. */
export type SplitPath = readonly (readonly string[])[]

/** Splits a path that is written with `/` and without a leading one. */
export function splitPath(path: string): SplitPath {
  return path.split('/').map((name) => Array.from(name))
}

/** Whether a pattern matches a path. Linear in the path's length. */
export function matchesPattern(pattern: PathPattern, names: SplitPath): boolean {
  return matchWildcards(
    pattern.segments,
    names.length,
    (segment) => segment.kind === 'depth',
    (segment, at) => segment.kind === 'name' && matchesName(segment.glyphs, names[at] ?? []),
    pattern.open,
  )
}

function compileSegment(text: string): Segment {
  if (text === '**') return DEPTH
  const glyphs: Glyph[] = []
  let literal = false
  for (const char of text) {
    if (literal) glyphs.push({ kind: 'char', char })
    else if (char === '*') glyphs.push({ kind: 'star' })
    else if (char === '?') glyphs.push({ kind: 'any' })
    else if (char !== '\\') glyphs.push({ kind: 'char', char })
    literal = !literal && char === '\\'
  }
  return { kind: 'name', glyphs }
}

function matchesName(glyphs: readonly Glyph[], chars: readonly string[]): boolean {
  return matchWildcards(
    glyphs,
    chars.length,
    (glyph) => glyph.kind === 'star',
    (glyph, at) => glyph.kind === 'any' || (glyph.kind === 'char' && glyph.char === chars[at]),
    false,
  )
}
