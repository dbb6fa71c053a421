import { type Duration, formatDuration, formatInstant, type Instant } from '../model/instant.ts'

/** `a`, `a and b`, `a, b and c`; with a limit, `a, b and 7 more`. */
export function listOf(
  items: readonly string[],
  word: 'and' | 'or' = 'and',
  limit: number = Number.POSITIVE_INFINITY,
): string {
  const shown =
    items.length > limit ? [...items.slice(0, limit), `${String(items.length - limit)} more`] : items
  if (shown.length <= 1) return shown.join('')
  const joint = items.length > limit ? 'and' : word
  return `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1) ?? ''}`
}

/** `1 object`, `2 objects`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${String(number)} ${number === 1 ? singular : plural}`
}

/** `16:00 UTC` on the day of `now`, else `2026-11-23 16:00 UTC`. Seconds only when there are any. */
export function timeOf(moment: Instant, now: Instant): string {
  const [day, clock] = formatInstant(moment).split('T')
  const time = (clock ?? '').replace(/(?::00)?Z$/, '')
  return `${formatInstant(now).startsWith(day ?? '') ? '' : `${day ?? ''} `}${time} UTC`
}

/** `2h`, `1h30m`, `3d`: the form that labels use. */
export function lengthOf(duration: Duration): string {
  return formatDuration(duration)
}

/** The first seven digits of a commit id. */
export function shortSha(sha: string | null): string {
  return sha === null ? 'no commit' : sha.slice(0, 7)
}

/** With one full stop at its end. */
export function asSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
