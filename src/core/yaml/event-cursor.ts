import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml'

/** A place in the flat list of a parser's events. */
export class EventCursor {
  readonly #events: readonly Event[]
  /** The event that comes next. */
  at = 0

  constructor(events: readonly Event[]) {
    this.#events = events
  }

  /** The event that comes next, without going on. */
  peek(): Event {
    const event = this.#events[this.at]
    if (event === undefined) throw new Error('the events end inside a node')
    return event
  }

  /** The event that comes next; goes on. */
  next(): Event {
    const event = this.peek()
    this.at += 1
    return event
  }

  /** Goes past the node that begins here. */
  skip(): void {
    let open = 0
    do {
      const { type } = this.next()
      if (type === EVENT_ID.POP) open -= 1
      else if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open += 1
    } while (open > 0)
  }
}

/**
 * Where the node of an event starts in the text: at its quote, bracket, first key or block sign. `lastEnd` is where the
 * text before it ends; an empty node stands there, unless `empty` says otherwise.
 */
export function startOf(source: string, event: Event, lastEnd: number, empty: number = lastEnd): number {
  if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) return event.start
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1
  if (event.type !== EVENT_ID.SCALAR || event.valueStart === -1) return empty
  if (event.style === SCALAR_STYLE.PLAIN) return event.valueStart
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return event.valueStart - 1
  }
  return blockSign(source, event, lastEnd)
}

// The event of a block text gives only its content; the sign | or > stands between it and what comes before.
function blockSign(source: string, event: ScalarEvent, lastEnd: number): number {
  const sign = event.style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>'
  const at = source.indexOf(sign, lastEnd)
  return at === -1 || at >= event.valueStart ? event.valueStart : at
}
