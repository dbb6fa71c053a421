/** A matcher of a Traefik rule: `` Host(`a`, `b`) ``. */
export interface Matcher {
  readonly name: string
  readonly values: readonly string[]
  readonly isNegated: boolean
}

/** More alternatives than this are shown as the rule is written. */
const ALTERNATIVES = 64

/**
 * The alternatives of a Traefik rule, each a list of matchers that must all be met: `&&`, `||`, `!` and parentheses
 * are worked out. Undefined: it is no such rule, or it has too many.
 */
export function parseTraefikRule(text: string): readonly (readonly Matcher[])[] | undefined {
  const tokens = tokensOf(text)
  if (!tokens) return undefined
  const parse = new RuleParser(tokens)
  const tree = parse.any()
  return tree && parse.isDone ? alternativesOf(tree, false) : undefined
}

type Token = { readonly sign: string } | { readonly text: string } | { readonly word: string }

type Node =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }
  | { readonly kind: 'matcher'; readonly name: string; readonly values: readonly string[] }

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const form = /\s*(?:(&&|\|\||[!(),])|`([^`]*)`|"((?:[^"\\]|\\.)*)"|([A-Za-z]+))\s*/y
  while (form.lastIndex < text.length) {
    const found = form.exec(text)
    if (!found) return undefined
    const [, sign, raw, quoted, word] = found
    if (sign !== undefined) tokens.push({ sign })
    else if (word !== undefined) tokens.push({ word })
    else tokens.push({ text: raw ?? (quoted ?? '').replaceAll(/\\(.)/g, '$1') })
  }
  return tokens
}

class RuleParser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  any(): Node | undefined {
    return this.#list('any', '||', () => this.#list('all', '&&', () => this.#one()))
  }

  #list(kind: 'all' | 'any', sign: string, next: () => Node | undefined): Node | undefined {
    const parts: Node[] = []
    do {
      const part = next()
      if (!part) return undefined
      parts.push(part)
    } while (this.#take(sign))
    return { kind, parts }
  }

  #one(): Node | undefined {
    if (this.#depth > ALTERNATIVES) return undefined
    this.#depth += 1
    const node = this.#oneAt()
    this.#depth -= 1
    return node
  }

  #oneAt(): Node | undefined {
    if (this.#take('!')) {
      const part = this.#one()
      return part && { kind: 'not', part }
    }
    if (!this.#take('(')) return this.#matcher()
    const node = this.any()
    return this.#take(')') ? node : undefined
  }

  #matcher(): Node | undefined {
    const token = this.#tokens[this.#at]
    if (!token || !('word' in token)) return undefined
    this.#at += 1
    if (!this.#take('(')) return undefined
    const values: string[] = []
    do {
      const value = this.#tokens[this.#at]
      if (!value || !('text' in value)) return undefined
      values.push(value.text)
      this.#at += 1
    } while (this.#take(','))
    return this.#take(')') ? { kind: 'matcher', name: token.word, values } : undefined
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at]
    if (!token || !('sign' in token) || token.sign !== sign) return false
    this.#at += 1
    return true
  }
}

/** By the laws of De Morgan: what is negated turns all into any. */
function alternativesOf(node: Node, isNegated: boolean): readonly (readonly Matcher[])[] | undefined {
  if (node.kind === 'matcher') return [[{ name: node.name, values: node.values, isNegated }]]
  if (node.kind === 'not') return alternativesOf(node.part, !isNegated)
  let found: readonly (readonly Matcher[])[] = (node.kind === 'all') === isNegated ? [] : [[]]
  for (const part of node.parts) {
    const more = alternativesOf(part, isNegated)
    if (!more) return undefined
    found =
      (node.kind === 'all') === isNegated
        ? [...found, ...more]
        : found.flatMap((left) => more.map((right) => [...left, ...right]))
    if (found.length > ALTERNATIVES) return undefined
  }
  return found
}
