import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml'
import type { Issue } from '../model/issue.ts'
import type { DocumentSource } from './document-source.ts'

/**
 * The first tab among the blanks and signs that begin a line, outside of quotes and block texts: Kubernetes refuses it
 * or counts it otherwise, where the parser does not. Undefined when there is none.
 */
export function checkTabs(source: DocumentSource, events: readonly Event[]): Issue | undefined {
  if (!source.text.includes('\t')) return undefined
  const texts = events.filter(isQuotedOrBlock)
  for (const match of source.text.matchAll(LEADING_TAB)) {
    const offset = match.index + match[0].length - 1
    if (!isInside(texts, offset)) {
      const text = 'A tab stands among the blanks that begin this line. Replace it by spaces.'
      return source.issue('yaml.tab', offset, text)
    }
  }
  return undefined
}

const LEADING_TAB = /^[ \-?:]*\t/gm

function isQuotedOrBlock(event: Event): event is ScalarEvent {
  return event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN && event.valueStart !== -1
}

function isInside(texts: readonly ScalarEvent[], offset: number): boolean {
  let low = 0
  let high = texts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((texts[middle]?.valueStart ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const text = texts[low]
  return text !== undefined && text.valueStart <= offset && offset < text.valueEnd
}
