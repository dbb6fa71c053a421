import { type Check, unread, type UnreadRemark } from './check.ts'
import { type Duration, HOUR, type Instant } from '../model/instant.ts'
import type { Observation } from './observation.ts'

/** Whether windows that end are noticed. */
export type SweepRemark =
  | { readonly code: 'sweep-alive'; readonly path: string; readonly last: Instant; readonly at: Instant }
  | {
      readonly code: 'sweep-disabled'
      readonly path: string
      readonly state: string
      readonly isPublic: boolean
    }
  | { readonly code: 'sweep-never'; readonly path: string }
  | { readonly code: 'sweep-late'; readonly path: string; readonly last: Instant; readonly at: Instant }
  | { readonly code: 'sweep-fails'; readonly path: string; readonly conclusion: string }
  | UnreadRemark

/** Schedules are late, but not by more than this while they are alive. */
const ALIVE: Duration = HOUR

/** Does the gate still run by the clock? Null: it has no schedule. One workflow that does is enough. */
export function checkSweep({ sweeps, isPublic }: Observation): Check<'sweep', SweepRemark> | null {
  const checks = sweeps.map((sweep) => checkOne(sweep, isPublic))
  return (
    checks.find(({ verdict }) => verdict === 'ok') ??
    checks.find(({ verdict }) => verdict === 'unknown') ??
    checks[0] ??
    null
  )
}

function checkOne(
  { path, seen }: Observation['sweeps'][number],
  isPublic: boolean,
): Check<'sweep', SweepRemark> {
  const id = 'sweep'
  if (!seen.ok) return unread(id, seen.error)
  const { state, last, at } = seen.value
  if (state !== 'active')
    return { id, verdict: 'fix', remark: { code: 'sweep-disabled', path, state, isPublic } }
  if (last === null) return { id, verdict: 'fix', remark: { code: 'sweep-never', path } }
  const { startedAt, conclusion } = last
  if (at - startedAt > ALIVE)
    return { id, verdict: 'fix', remark: { code: 'sweep-late', path, last: startedAt, at } }
  // Null: it is running. A newer run cancels an older one that waits.
  return conclusion === null || conclusion === 'success' || conclusion === 'cancelled'
    ? { id, verdict: 'ok', remark: { code: 'sweep-alive', path, last: startedAt, at } }
    : { id, verdict: 'fix', remark: { code: 'sweep-fails', path, conclusion } }
}
