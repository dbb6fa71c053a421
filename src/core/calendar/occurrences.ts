import { type Duration, type Instant, plus } from '../model/instant.ts'
import { createSchedule, type Schedule } from './schedule.ts'

/** One time that something recurring is active. Half-open: it is over at `end`. */
export interface Occurrence {
  readonly start: Instant
  readonly end: Instant
}

/** What starts by a schedule and lasts a time. */
export interface Recurring {
  readonly schedule: string
  readonly timeZone: string
  readonly duration: Duration
}

/** When something recurring is active. */
export interface Occurrences {
  /** The one that is active at a moment, of several the latest to have started; null: none is. */
  at(moment: Instant): Occurrence | null
  /** The first that starts after a moment; null: none ever does. */
  after(moment: Instant): Occurrence | null
  /**
   * When nothing is active any more, however many follow each other without a gap. Of very many it is an earlier end: then more
   * follow.
   */
  endOf(occurrence: Occurrence): Instant
}

const STEPS = 400

/** The occurrences of something recurring; undefined when its schedule or its time zone cannot be read. */
export function occurrencesOf({ schedule, timeZone, duration }: Recurring): Occurrences | undefined {
  const starts = createSchedule(schedule, timeZone)
  if (!starts) return undefined
  const from = (start: Instant | null): Occurrence | null =>
    start === null ? null : { start, end: plus(start, duration) }
  return {
    at: (moment) => {
      const latest = from(starts.lastStart(moment))
      return latest && moment < latest.end ? latest : null
    },
    after: (moment) => from(starts.nextStart(moment)),
    endOf: ({ end }) => lastEnd(starts, end, duration),
  }
}

/** What starts before or at the end of another goes on from there. */
function lastEnd(starts: Schedule, first: Instant, duration: Duration): Instant {
  let end = first
  for (let step = 0; step < STEPS; step += 1) {
    const latest = starts.lastStart(end)
    if (latest === null || plus(latest, duration) <= end) return end
    end = plus(latest, duration)
  }
  return end
}
