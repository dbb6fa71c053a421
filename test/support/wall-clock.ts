/** What a clock on the wall says for one minute. */
export interface WallMinute {
  readonly minute: number
  readonly hour: number
  readonly day: number
  readonly month: number
  /** From Sunday, 0. */
  readonly weekday: number
}

/** What the clock on the wall of a zone says, by minutes from the first moment on. */
export interface WallYear {
  readonly minutes: readonly WallMinute[]
  /** What the clock jumps over just before a minute. */
  readonly skipped: ReadonlyMap<number, readonly WallMinute[]>
  /** The minutes at which it says what it has said before. */
  readonly again: ReadonlySet<number>
  /** The moments at which it is put forward or back. */
  readonly changes: readonly number[]
}

const MINUTE = 60_000
/** No clock is put forward or back within a quarter of an hour. */
const QUARTER = 15

/** Reads the runtime's own clock of a zone, every quarter of an hour from one moment to another. */
export function wallClock(timeZone: string, first: number, last: number): WallYear {
  const read = reader(timeZone)
  const minutes: WallMinute[] = []
  const skipped = new Map<number, readonly WallMinute[]>()
  const again = new Set<number>()
  const changes: number[] = []
  let [expected, latest] = [read(first), -Infinity]
  for (let moment = first; moment < last; moment += QUARTER * MINUTE) {
    const wall = read(moment)
    if (wall !== expected) changes.push(moment)
    if (wall > expected) skipped.set(minutes.length, minutesBetween(expected, wall))
    for (let minute = wall; minute < wall + QUARTER; minute += 1) {
      if (minute <= latest) again.add(minutes.length)
      latest = Math.max(latest, minute)
      minutes.push(wallMinute(minute))
    }
    expected = wall + QUARTER
  }
  return { minutes, skipped, again, changes }
}

/** Gives the minutes since 1970 that there would be if the zone were UTC. */
function reader(timeZone: string): (moment: number) => number {
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  })
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) / MINUTE
  }
}

function minutesBetween(from: number, to: number): readonly WallMinute[] {
  return Array.from({ length: to - from }, (_, index) => wallMinute(from + index))
}

function wallMinute(minute: number): WallMinute {
  const date = new Date(minute * MINUTE)
  return {
    minute: date.getUTCMinutes(),
    hour: date.getUTCHours(),
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    weekday: date.getUTCDay(),
  }
}
