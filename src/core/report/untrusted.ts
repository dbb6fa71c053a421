/**
 * Text that comes from a pull request (names, labels, messages made from values), made harmless for one line of output:
 * control, bidirectional and line-separating characters become `?`.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === '\n' || character === '\t' ? ' ' : '?',
  )
}

/**
 * The same for running Markdown: nothing of it formats, links, mentions, refers to an issue or opens a tag. Where a backslash would not
 * help, because GitHub looks at what is shown, something of no width stands between.
 */
export function markdown(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>|#~]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)|\bwww(?=\.)/gi, (start) => `${start}\u200B`)
    .replaceAll('://', ':\u200B//')
}

/** The same as a code span; in a table as {@link codeInTable}. */
export function code(text: string): string {
  const content = plain(text)
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${content} ${fence}` : `${fence}${content || ' '}${fence}`
}

/**
 * The same as a code span in a table, whose cells end at every pipe without a backslash. A backslash of the text is kept away from a pipe:
 * readers do not agree on what two of them mean.
 */
export function codeInTable(text: string): string {
  return code(text).replaceAll('\\|', '\\\u200B|').replaceAll('|', '\\|')
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

/** With no word of more than so many characters: of a longer one the middle is cut, because names differ at their ends. */
export function shortenWords(text: string, limit: number): string {
  return text.replaceAll(/\S+/g, (word) => {
    const characters = Array.from(word)
    if (characters.length <= limit) return word
    const kept = Math.max(0, limit - 3)
    const start = characters.slice(0, Math.ceil(kept / 2))
    return `${start.join('')}...${characters.slice(characters.length - Math.floor(kept / 2)).join('')}`
  })
}
