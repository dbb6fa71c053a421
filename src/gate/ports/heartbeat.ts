import type { Instant } from '../../core/model/instant.ts'
import type { Result } from '../../core/model/result.ts'
import type { Problem } from './problem.ts'

/** The sweep that the schedule starts. */
export interface Heartbeat {
  /** When it last began and came to its end; `now`: this run is one; null: it never did. */
  lastSweep(): Promise<Result<Instant | 'now' | null, Problem>>
}
