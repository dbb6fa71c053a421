declare const instant: unique symbol

/** A moment, in milliseconds since the epoch. */
export type Instant = number & { readonly [instant]: true }

/** A length of time in milliseconds. */
export type Duration = number

export const MINUTE: Duration = 60_000
export const HOUR: Duration = 60 * MINUTE
export const DAY: Duration = 24 * HOUR

/** A moment to count calendars from where any will do. */
export const YEAR_2000: Instant = asInstant(946_684_800_000)

/**
 * Reads an ISO 8601 moment with its zone, such as `2026-11-22T10:00:00Z` or `2026-11-22T14:00+01:00`; seconds may
 * be left out. Undefined when the text is anything else: a moment without a zone is no moment.
 */
export function parseInstant(text: string): Instant | undefined {
  const form =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text)
  if (!form) return undefined
  const [year, month, day] = [Number(form[1]), Number(form[2]), Number(form[3])]
  if (!isCalendarDay(year, month, day)) return undefined
  const milliseconds = Date.parse(text)
  return isInstant(milliseconds) ? milliseconds : undefined
}

/** The moment as `2026-11-22T10:00:00Z`, to the second. */
export function formatInstant(moment: Instant): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`
}

/** The moment as milliseconds since the epoch were given by a clock outside. */
export function instantFromMilliseconds(milliseconds: number): Instant | undefined {
  return isInstant(milliseconds) ? milliseconds : undefined
}

/** The moment that lies `duration` after (or, if negative, before) another. */
export function plus(start: Instant, duration: Duration): Instant {
  return asInstant(start + duration)
}

/** The earlier of two moments. */
export function earlier(a: Instant, b: Instant): Instant {
  return a <= b ? a : b
}

/** Reads `30m`, `2h`, `1h30m`, `7d`: days, hours, minutes and seconds in this order, at least one, more than nothing. */
export function parseDuration(text: string): Duration | undefined {
  const form = /^(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?$/.exec(text)
  if (!form) return undefined
  const [days, hours, minutes, seconds] = form.slice(1).map((digits) => Number(digits ?? 0))
  const length = (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * 1000
  return length > 0 ? length : undefined
}

/** The length as `2h`, `1h30m`, `45s`: the form that {@link parseDuration} reads. */
export function formatDuration(duration: Duration): string {
  const units: readonly (readonly [string, number])[] = [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
    ['s', 1000],
  ]
  let rest = duration
  let text = ''
  for (const [unit, length] of units) {
    if (unit === 'd' && rest % DAY !== 0) continue
    const whole = Math.floor(rest / length)
    if (whole > 0) text += `${String(whole)}${unit}`
    rest -= whole * length
  }
  return text || '0s'
}

function asInstant(milliseconds: number): Instant {
  if (!isInstant(milliseconds)) throw new RangeError(`not a moment: ${String(milliseconds)}`)
  return milliseconds
}

function isInstant(milliseconds: number): milliseconds is Instant {
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}
