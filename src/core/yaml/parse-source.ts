import { EVENT_ID, parseEvents, SCALAR_STYLE, YAMLException, type Event, type ScalarEvent } from 'js-yaml'
import type { DocumentSource } from './document-source.ts'
import type { YamlLimits } from './yaml-limits.ts'

/**
 * The parser's events of a document; throws its exception when it cannot read the text. A bracket that closes at the
 * indentation of its key is read as Kubernetes does, where the parser would not.
 */
export function parseSource(source: DocumentSource, limits: YamlLimits): readonly Event[] {
  // Keys and the parser's own steps count as levels too, so it gets some more than the builder.
  const options = { maxDepth: limits.maxDepth + 2 }
  let text = source.text
  const joined: number[] = []
  for (;;) {
    try {
      const events = parseEvents(text, options)
      if (joined.length === 0 || !isAnyInside(joined, events)) return events
    } catch (error) {
      const bracket = shallowBracket(error, text)
      if (bracket === null || !mayRepeat(joined.length, text.length)) throw error
      joined.push(bracket.from)
      text = text.slice(0, bracket.from) + ' '.repeat(bracket.to - bracket.from) + text.slice(bracket.to)
      continue
    }
    return parseEvents(source.text, options)
  }
}

// Each time the whole document is parsed again.
function mayRepeat(times: number, length: number): boolean {
  return times < 40 && times * length < 10_000_000
}

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * What stands before a closing bracket that the parser finds too far left: line breaks, blanks and lines of comments.
 * Spaces of the same number mean the same to it. Null when something else is wrong.
 */
function shallowBracket(error: unknown, text: string): Span | null {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') return null
  const to = error.mark?.position ?? 0
  if (text[to] !== ']' && text[to] !== '}') return null
  let from = backOverBlanks(text, to)
  let line = lineUpTo(text, from)
  while (line.trimStart().startsWith('#')) {
    from = backOverBlanks(text, from - line.length)
    line = lineUpTo(text, from)
  }
  // A comment may stand on the line of the last entry, or the sign only looks like one.
  return line.includes('#') || !text.slice(from, to).includes('\n') ? null : { from, to }
}

function backOverBlanks(text: string, end: number): number {
  let from = end
  while (from > 0 && ' \r\n'.includes(text.charAt(from - 1))) from -= 1
  return from
}

function lineUpTo(text: string, end: number): string {
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
}

// Between quotes the line breaks mean something.
function isAnyInside(offsets: readonly number[], events: readonly Event[]): boolean {
  return events.some(
    (event) =>
      isQuoted(event) && offsets.some((offset) => event.valueStart <= offset && offset < event.valueEnd),
  )
}

function isQuoted(event: Event): event is ScalarEvent {
  return event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN
}
