import { type Duration, formatDuration, HOUR, type Instant, MINUTE } from '../../core/model/instant.ts'
import { ok, type Result } from '../../core/model/result.ts'
import type { HeadVerdict, Judged } from '../decide-head.ts'
import type { Heartbeat } from '../ports/heartbeat.ts'
import type { Problem } from '../ports/problem.ts'
import { fitStatus, type Status } from '../ports/statuses.ts'

/** How old the last sweep may be: nothing else takes back a green whose time is over. */
export const SWEEP_MARGIN: Duration = HOUR

/**
 * No green that ends by itself without a sweep that would end it. A broken glass is let through: it is for the night in which
 * something is down already, and leaves an issue behind.
 */
export async function withHeartbeat(
  heartbeat: Heartbeat,
  verdict: HeadVerdict,
): Promise<Result<HeadVerdict, Problem>> {
  if (verdict.status.state !== 'success' || !verdict.judged.some(needsSweep)) return ok(verdict)
  const last = await heartbeat.lastSweep()
  if (!last.ok) return last
  const status = waitingFor(last.value, verdict.judgement.decision.decidedAt)
  return ok(status ? { ...verdict, status } : verdict)
}

function needsSweep({ judgement: { decision } }: Judged): boolean {
  return decision.expiresAt !== null && decision.breakGlass?.verdict !== 'met'
}

function waitingFor(last: Instant | 'now' | null, now: Instant): Status | null {
  if (last === 'now') return null
  const description =
    last === null
      ? 'Waiting: the scheduled sweep, which ends what is allowed for a time, never ran to its end; doctor tells why'
      : `Waiting: the scheduled sweep, which ends what is allowed for a time, last ran ${ageOf(last, now)} ago; doctor tells why`
  if (last !== null && now - last <= SWEEP_MARGIN) return null
  return fitStatus({ state: 'pending', description })
}

/** In whole minutes. */
function ageOf(last: Instant, now: Instant): string {
  return formatDuration(Math.floor((now - last) / MINUTE) * MINUTE)
}
