/**
 * Text that comes from a pull request (names, labels, messages made from values), made harmless for one line of output:
 * control, bidirectional and line-separating characters become `?`.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === '\n' || character === '\t' ? ' ' : '?',
  )
}

/** The same for running Markdown: nothing of it formats, links, mentions or opens a tag. */
export function markdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>|#~]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replace(/@(?=\w)/g, '@\u200B')
    .replaceAll('://', ':\u200B//')
}

/** The same as a code span, also inside a table. */
export function code(text: string): string {
  const content = plain(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${content} ${fence}` : `${fence}${content || ' '}${fence}`
}

/**
 * At most so many characters, with `...` where something was cut: after a whole word where one ends nearby. Counts code points, as GitHub does.
 */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text)
  if (characters.length <= limit) return text
  const kept = characters.slice(0, Math.max(0, limit - 3))
  const space = characters[kept.length] === ' ' ? kept.length : kept.lastIndexOf(' ')
  const end = space > kept.length - LONGEST_WORD && space > 0 ? space : kept.length
  return `${kept
    .slice(0, end)
    .join('')
    .replace(/[ ,;:]+$/, '')}...`
}

/** How far back the end of a word is looked for. */
const LONGEST_WORD = 25
