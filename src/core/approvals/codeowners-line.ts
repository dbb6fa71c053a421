import type { Owner } from '../model/requirement.ts'
import type { Severity } from '../model/severity.ts'
import { compilePattern, type PathPattern } from './match-pattern.ts'

/** What is wrong with a line, at a column that counts from 1. */
export interface LineProblem {
  readonly code: string
  readonly severity: Severity
  readonly column: number
  readonly text: string
  readonly suggestion?: string
}

/** One line of CODEOWNERS that is neither empty nor a comment. */
export interface ParsedLine {
  readonly pattern: string
  /** Null: it can match nothing. Of an invalid line: what it would probably have matched. */
  readonly compiled: PathPattern | null
  /** None: the line clears the ownership of what it matches. */
  readonly owners: readonly Owner[]
  /** GitHub skips the line. */
  readonly invalid: boolean
  readonly problems: readonly LineProblem[]
}

interface Token {
  readonly text: string
  readonly column: number
}

const USER = /^@[A-Za-z0-9][A-Za-z0-9_-]*$/
const TEAM = /^@[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_-]+$/
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

/** Reads one line of CODEOWNERS; null when it is empty or a comment. */
export function parseCodeownersLine(text: string): ParsedLine | null {
  const { tokens, comment } = splitTokens(text)
  const [first, ...owners] = tokens
  if (first === undefined) return null
  const wrong = [...wrongPattern(first), ...owners.flatMap(wrongOwner)]
  const compiled = compilePattern(wrong.length === 0 ? first.text : likelyPattern(first.text))
  const invalid = wrong.length > 0
  return {
    pattern: first.text,
    compiled,
    owners: invalid ? [] : owners.map((owner) => owner.text),
    invalid,
    problems: [...wrong, ...(invalid ? [] : oddPattern(first, compiled)), ...inlineComment(comment)],
  }
}

function splitTokens(line: string): { readonly tokens: readonly Token[]; readonly comment: number | null } {
  const tokens: Token[] = []
  let at = 0
  while (at < line.length) {
    if (isBlank(line.charAt(at))) {
      at += 1
      continue
    }
    if (line.charAt(at) === '#') return { tokens, comment: tokens.length > 0 ? at + 1 : null }
    const start = at
    while (at < line.length && !isBlank(line.charAt(at))) at += line.charAt(at) === '\\' ? 2 : 1
    tokens.push({ text: line.slice(start, at), column: start + 1 })
  }
  return { tokens, comment: null }
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t'
}

function wrongPattern({ text, column }: Token): readonly LineProblem[] {
  const problem = (code: string, why: string): readonly LineProblem[] => [
    { code, severity: 'high', column, text: `GitHub skips this line: ${why}` },
  ]
  if (text.startsWith('!')) {
    return problem(
      'codeowners.negation',
      'CODEOWNERS has no "!". Give the path a line without owners instead.',
    )
  }
  if (text.startsWith('\\#')) {
    return problem(
      'codeowners.escaped-hash',
      'a leading "#" cannot be escaped. Match the name with "?" instead.',
    )
  }
  if (text.startsWith('\uFEFF')) {
    return problem(
      'codeowners.byte-order-mark',
      'it starts with a byte order mark. Save the file without it.',
    )
  }
  if (text.includes('***')) {
    return problem('codeowners.stars', 'three stars in a row have no meaning. Write "**" for any depth.')
  }
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(text)) {
    return problem('codeowners.backslash', 'its pattern ends in a backslash that escapes nothing. Remove it.')
  }
  return []
}

function wrongOwner({ text, column }: Token): readonly LineProblem[] {
  if (USER.test(text) || TEAM.test(text) || EMAIL.test(text)) return []
  const suggestion = `@${text}`
  return [
    {
      code: 'codeowners.owner',
      severity: 'high',
      column,
      text:
        `GitHub skips this line: ${JSON.stringify(text)} is no owner. ` +
        'An owner is @user, @org/team (no dots in the team) or an e-mail address.',
      ...(USER.test(suggestion) || TEAM.test(suggestion) ? { suggestion } : {}),
    },
  ]
}

function likelyPattern(text: string): string {
  return text
    .replace(/^(?:!|\\(?=#)|\uFEFF)/, '')
    .replaceAll(/\*{3,}/g, '**')
    .replace(/\\$/, '')
}

function oddPattern({ text, column }: Token, compiled: PathPattern | null): readonly LineProblem[] {
  if (compiled === null) {
    const why = `The pattern ${JSON.stringify(text)} matches no path. Write "*" for every file.`
    return [{ code: 'codeowners.matches-nothing', severity: 'medium', column, text: why }]
  }
  const bracket = /(?:^|[^\\])\[/.exec(text)
  if (bracket === null) return []
  return [
    {
      code: 'codeowners.bracket',
      severity: 'low',
      column: column + text.indexOf('[', bracket.index),
      text: `"[" is an ordinary character in CODEOWNERS: ${JSON.stringify(text)} is no range. Write one line per name.`,
    },
  ]
}

function inlineComment(column: number | null): readonly LineProblem[] {
  if (column === null) return []
  const text = 'A comment behind owners was once a mistake on GitHub. Put it on a line of its own.'
  return [{ code: 'codeowners.inline-comment', severity: 'low', column, text }]
}
