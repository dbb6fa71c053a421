import { Minimatch, type MinimatchOptions } from 'minimatch'

const OPTIONS: MinimatchOptions = {
  dot: true,
  nocase: false,
  nonegate: true,
  nocomment: true,
  // A backslash escapes, on every system.
  platform: 'linux',
}

/** A list of glob patterns, one of which has to match. */
export interface Globs {
  readonly patterns: readonly string[]
  matches(text: string): boolean
}

/**
 * Compiles globs: `*` within a path segment, `**` over segments, `?`, `[abc]`, `{a,b}`; case matters, a leading dot is
 * nothing special. A leading `!` or `#` is taken literally. Each is compiled when it is first needed: most rules of a
 * policy are never asked about more than their kind.
 */
export function compileGlobs(patterns: readonly string[]): Globs {
  const matchers = patterns.map(compileGlob)
  return { patterns, matches: (text) => matchers.some((matches) => matches(text)) }
}

/** What is wrong with a glob, or null. */
export function globProblem(pattern: string): string | null {
  if (pattern === '') return 'it is empty'
  if (pattern.length > 1000) return `it has ${String(pattern.length)} characters; at most 1000 are read`
  if (pattern.startsWith('!')) return 'a leading "!" does not negate here'
  if (pattern.startsWith('/')) return 'paths and names do not start with "/"'
  return unclosedBracket(pattern) ?? expansionProblem(pattern)
}

/** Names with single slashes between them, nothing of which a pattern could read in another way. */
const PLAIN = /^\.?\w[\w.-]*(?:\/\.?\w[\w.-]*)*$/

/** The plain segments that a pattern starts with; no later `..` may take one of them back. */
const START = /^(?:\.?\w[\w.-]*\/)*(?!.*\.\.)/s

/** Between plain texts matching is being equal, and what starts otherwise never matches: neither takes compiling. */
function compileGlob(pattern: string): (text: string) => boolean {
  let matcher: Minimatch | undefined
  return (text) => {
    if (PLAIN.test(text)) {
      if (PLAIN.test(pattern)) return text === pattern
      if (!text.startsWith(START.exec(pattern)?.[0] ?? '')) return false
    }
    matcher ??= new Minimatch(pattern, OPTIONS)
    return matcher.match(text)
  }
}

function unclosedBracket(pattern: string): string | null {
  for (const [open, close] of [
    ['[', ']'],
    ['{', '}'],
  ] as const) {
    if (depthOf(pattern, open, close) !== 0) return `"${open}" and "${close}" do not pair`
  }
  return null
}

function depthOf(pattern: string, open: string, close: string): number {
  let depth = 0
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === open) depth += 1
    else if (pattern[at] === close) depth -= 1
    if (depth < 0) return depth
  }
  return depth
}

function expansionProblem(pattern: string): string | null {
  return new Minimatch(pattern, OPTIONS).set.length === 0 ? 'it matches nothing' : null
}
