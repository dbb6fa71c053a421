import type { Globs } from './globs.ts'

/** Patterns for values: `*` is any characters, slashes too, `?` is one, a backslash takes the meaning away. */
export function compileWildcards(patterns: readonly string[]): Globs {
  let compiled: readonly (readonly Token[])[] | undefined
  return {
    patterns,
    matches: (text) => {
      compiled ??= patterns.map(tokens)
      return compiled.some((pattern) => fits(pattern, Array.from(text)))
    },
  }
}

type Token = { readonly any: 'many' | 'one' } | { readonly character: string }

function tokens(pattern: string): readonly Token[] {
  const result: Token[] = []
  const characters = Array.from(pattern)
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? ''
    if (character === '\\' && at + 1 < characters.length) {
      at += 1
      result.push({ character: characters[at] ?? '' })
    } else if (character === '*') result.push({ any: 'many' })
    else result.push(character === '?' ? { any: 'one' } : { character })
  }
  return result
}

/** Goes back to the latest star only, so the time is at most the product of the lengths. */
function fits(pattern: readonly Token[], text: readonly string[]): boolean {
  let p = 0
  let star = -1
  let resume = 0
  let t = 0
  while (t < text.length) {
    const token = pattern[p]
    if (token && 'any' in token && token.any === 'many') {
      star = p
      resume = t
      p += 1
    } else if (token && ('any' in token || token.character === text[t])) {
      p += 1
      t += 1
    } else if (star >= 0) {
      resume += 1
      t = resume
      p = star + 1
    } else return false
  }
  return pattern.slice(p).every((token) => 'any' in token && token.any === 'many')
}
