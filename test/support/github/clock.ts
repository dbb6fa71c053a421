/** The emulator's only source of time. It moves when a test moves it, never by itself. */
export interface Clock {
  /** Milliseconds since the epoch, cut to the whole second: GitHub's timestamps have 1-second steps. */
  now(): number
  set(instant: string): void
  advance(duration: string): void
}

export function createClock(start: string): Clock {
  let now = parseInstant(start)
  return {
    now: () => now,
    set: (instant) => {
      now = parseInstant(instant)
    },
    advance: (duration) => {
      now += durationMilliseconds(duration)
    },
  }
}

/** `2026-11-22T10:00:00Z`, as GitHub writes instants. */
export function iso(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}

function parseInstant(text: string): number {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw new Error(`not an instant: ${text}`)
  return instant - (instant % 1000)
}

const unitMilliseconds = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `2h` or `1h30m`. */
export function durationMilliseconds(text: string): number {
  if (!/^(?:\d+[smhd])+$/.test(text)) throw new Error(`not a duration like "2h" or "1h30m": ${text}`)
  let total = 0
  for (const [, count, unit] of text.matchAll(/(\d+)([smhd])/g)) {
    total += Number(count) * unitMilliseconds[unit as keyof typeof unitMilliseconds]
  }
  return total
}
