/** CEL reserves the word `namespace`. It is the natural name of a variable here, so it goes by another one inside. */
const SHIELD = '_ns_word_'

/** The text of an expression with the variable `namespace` under its other name, which is as long. */
export function shieldNamespace(text: string): string {
  return text.includes('namespace')
    ? text.replace(TOKENS, (token) => (token === 'namespace' ? SHIELD : token))
    : text
}

/** The name by which the evaluator knows a variable. */
export function shieldedName(name: string): string {
  return name === 'namespace' ? SHIELD : name
}

/** The name of a variable as it was written. */
export function writtenName(name: string): string {
  return name === SHIELD ? 'namespace' : name
}

/** Strings, comments, selected fields and other words: everything in which the word is not the variable. */
const TOKENS = new RegExp(
  [
    String.raw`(?:[bB]?[rR][bB]?)(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')`,
    String.raw`"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''`,
    String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`,
    String.raw`\/\/[^\n]*|\.\s*[A-Za-z_]\w*|[A-Za-z_]\w*`,
  ].join('|'),
  'g',
)
