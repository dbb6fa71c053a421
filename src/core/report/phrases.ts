import { DAY, type Duration, formatDuration, formatInstant, type Instant } from '../model/instant.ts'

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

/** `one`, `two`, `three`; from ten on in digits. */
export function numberWord(number: number): string {
  return NUMBERS[number] ?? String(number)
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** How near a day to come is called by its name: by then no other day has it. */
const NEAR = 6 * DAY

/** `16:00 UTC` on the day of `now`, `Mon 09:00 UTC` within the days after it, else `2026-12-24 09:00 UTC`. Seconds only when there are any. */
export function timeOf(moment: Instant, now: Instant): string {
  return `${dayOf(moment, now)}${clockOf(moment)} UTC`
}

/** The same after a verb: `at 16:00 UTC`, `Mon 09:00 UTC`. */
export function atTime(moment: Instant, now: Instant): string {
  const time = timeOf(moment, now)
  return /^\d{2}:/.test(time) ? `at ${time}` : time
}

/** `14:00 and 16:00 UTC`, `Fri 23:00 and Sat 01:00 UTC`: what stands after `between`. */
export function timesOf(from: Instant, to: Instant, now: Instant): string {
  const [start, end] = [dayOf(from, now), dayOf(to, now)]
  return `${start}${clockOf(from)} and ${end === start ? '' : end || 'today '}${clockOf(to)} UTC`
}

function dayOf(moment: Instant, now: Instant): string {
  const day = formatInstant(moment).slice(0, 10)
  if (formatInstant(now).startsWith(day)) return ''
  const weekday = WEEKDAYS[(((Math.floor(moment / DAY) + 4) % 7) + 7) % 7] ?? ''
  return moment > now && moment - now < NEAR ? `${weekday} ` : `${day} `
}

function clockOf(moment: Instant): string {
  return formatInstant(moment)
    .slice(11)
    .replace(/(?::00)?Z$/, '')
}

// The first day of the epoch was a Thursday.
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `2h`, `1h30m`, `3d`: the form that labels use. */
export function lengthOf(duration: Duration): string {
  return formatDuration(duration)
}

/** The first seven digits of a commit id. */
export function shortSha(sha: string | null): string {
  return sha === null ? 'no commit' : sha.slice(0, 7)
}

/** With one mark at its end: a full stop when there is none. */
export function asSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}
