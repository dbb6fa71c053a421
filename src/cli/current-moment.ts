import { type Instant, instantFromMilliseconds } from '../core/model/instant.ts'
import type { CliIo } from './cli-io.ts'

/** The moment that the clock shows. Throws when it shows none. */
export function currentMoment(io: Pick<CliIo, 'clock'>): Instant {
  const now = instantFromMilliseconds(io.clock())
  if (now === undefined) throw new RangeError('the clock shows no moment')
  return now
}
