import { createExpression, type Variables } from '../expressions/expression.ts'

/**
 * The parts of a condition between `&&` that are false by themselves, as written; none when it is one part, or when no part
 * can be told to be the one.
 */
export function falseParts(condition: string, variables: Variables): readonly string[] {
  const parts = splitParts(condition)
  if (parts.length < 2) return []
  return parts.filter((part) => {
    const answer = createExpression(part).ask(variables)
    return answer.ok && !answer.value
  })
}

/** Texts, comments, brackets and the two operators that decide what belongs together; any other character by itself. */
const TOKEN =
  /[bB]?[rR]?[bB]?(?:"""[\s\S]*?"""|'''[\s\S]*?''')|(?:[rR][bB]?|[bB][rR])(?:"[^"\n]*"|'[^'\n]*')|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|&&|\|\||[\s\S]/g

/** A condition with `||` or `?` outside of brackets is one part: there the `&&` do not split it. */
function splitParts(condition: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const [token] of condition.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth += 1
    else if (')]}'.includes(token)) depth -= 1
    else if (depth === 0 && (token === '||' || token === '?')) return []
    if (depth === 0 && token === '&&') parts.push('')
    else parts.push((parts.pop() ?? '') + token)
  }
  return parts.map((part) => part.trim())
}
