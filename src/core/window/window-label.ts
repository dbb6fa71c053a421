import { type Duration, type Instant, parseDuration, parseInstant } from '../model/instant.ts'

/** What a label says about a deploy window. */
export type WindowLabel =
  | { readonly kind: 'from-event'; readonly duration: Duration }
  | { readonly kind: 'booked'; readonly start: Instant; readonly duration: Duration }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'malformed' }

const PREFIX = 'deploy-window/'
const UTC_START = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/
/** Hours and minutes, each as people write it: `30m`, `2h`, `1h30m`. */
const LENGTH = /^(?:[1-9]\d*h(?:[1-5]?\dm)?|[1-9]\d*m)$/
const NAME = /^[A-Za-z](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/

/**
 * Reads `deploy-window/2h`, `deploy-window/2026-11-22T14:00Z+2h` or `deploy-window/<name>`; null for a label that
 * is about something else. The prefix is taken by the letter, also its case.
 */
export function parseWindowLabel(label: string): WindowLabel | null {
  if (!label.startsWith(PREFIX)) return null
  const text = label.slice(PREFIX.length)
  if (NAME.test(text)) return { kind: 'named', name: text }
  const plus = text.indexOf('+')
  const length = text.slice(plus + 1)
  const duration = LENGTH.test(length) ? parseDuration(length) : undefined
  if (duration === undefined) return { kind: 'malformed' }
  if (plus === -1) return { kind: 'from-event', duration }
  const start = UTC_START.test(text.slice(0, plus)) ? parseInstant(text.slice(0, plus)) : undefined
  return start === undefined ? { kind: 'malformed' } : { kind: 'booked', start, duration }
}
