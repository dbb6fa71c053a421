/** Strings, and single characters. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|&&|\|\||[?\s\S]/g

/** The parts of a CEL condition that are joined by `&&` at its top; the whole where another operator stands there. */
export function conjuncts(text: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const [token] of text.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth += 1
    if (')]}'.includes(token)) depth -= 1
    if (depth === 0 && (token === '||' || token === '?')) return [text.trim()]
    if (depth === 0 && token === '&&') parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts.map((part) => part.trim())
}
