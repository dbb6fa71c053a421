/** What keeps a text from being well-formed XML, as far as elements, attributes and text go; null: nothing. */
export function xmlProblem(text: string): string | null {
  const start = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/
  if (!start.test(text)) return 'no declaration'
  const tokens = text.replace(start, '').match(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>|[^<]+|</g) ?? []
  const problem = tokens.map(tokenProblem).find((found) => found !== null)
  return problem ?? nestingProblem(tokens)
}

function tokenProblem(token: string): string | null {
  if (token === '<') return 'a < that starts nothing'
  if (/&(?!(?:amp|lt|gt|quot);)/.test(token)) return `a bare & in ${token}`
  const names = token.startsWith('<') ? [...token.matchAll(/ ([a-z]+)="/g)].map((match) => match[1]) : []
  return new Set(names).size === names.length ? null : `an attribute twice in ${token}`
}

/** One element around all others, each closed in its turn: an element that is empty is taken out of the one around it, until one is left. */
function nestingProblem(tokens: readonly string[]): string | null {
  const [first = '', last = ''] = [tokens[0], tokens.findLast((token) => token.trim() !== '')]
  if (!first.startsWith('<') || !last.startsWith('<')) return 'text outside'
  let tags = tokens
    .filter((token) => token.startsWith('<'))
    .map(bareTag)
    .join('')
  while (!/^<([a-z]+)><\/\1>$/.test(tags)) {
    const next = tags.replace(/(<[a-z]+>)<([a-z]+)><\/\2>/, '$1')
    if (next === tags) return `does not nest: ${tags}`
    tags = next
  }
  return null
}

function bareTag(tag: string): string {
  const name = /[a-z]+/.exec(tag)?.[0] ?? ''
  if (tag.startsWith('</')) return `</${name}>`
  return tag.endsWith('/>') ? `<${name}></${name}>` : `<${name}>`
}
