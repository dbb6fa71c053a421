import { expect, it } from 'vitest'
import type { ScheduledWorkflow } from '../../../src/core/doctor/observation.ts'
import { checkSweep } from '../../../src/core/doctor/sweep.ts'
import { ok } from '../../../src/core/model/result.ts'
import { moment, observation, UNREAD, UNREAD_REMARK } from '../../support/observation.ts'

const AT = moment('2026-11-23T08:00:00Z')

function sweep(
  state: string,
  started: string | null,
  conclusion: string | null = 'success',
): ScheduledWorkflow {
  const last = started === null ? null : { startedAt: moment(started), conclusion }
  return { path: 'gate.yml', seen: ok({ state, at: AT, last }) }
}

const ALIVE = sweep('active', '2026-11-23T07:50:00Z')
const LATE = sweep('active', '2026-11-23T06:59:59Z')
const UNKNOWN = { path: 'other.yml', seen: UNREAD }

it.each<{ name: string; sweeps: readonly ScheduledWorkflow[]; verdict: string; remark: object }>([
  {
    name: 'ten minutes ago',
    sweeps: [ALIVE],
    verdict: 'ok',
    remark: { code: 'sweep-alive', path: 'gate.yml' },
  },
  {
    name: 'exactly an hour ago',
    sweeps: [sweep('active', '2026-11-23T07:00:00Z')],
    verdict: 'ok',
    remark: { code: 'sweep-alive' },
  },
  { name: 'more than an hour ago', sweeps: [LATE], verdict: 'fix', remark: { code: 'sweep-late' } },
  { name: 'never', sweeps: [sweep('active', null)], verdict: 'fix', remark: { code: 'sweep-never' } },
  {
    name: 'and runs',
    sweeps: [sweep('active', '2026-11-23T07:59:00Z', null)],
    verdict: 'ok',
    remark: { code: 'sweep-alive' },
  },
  {
    name: 'and was replaced by a newer one',
    sweeps: [sweep('active', '2026-11-23T07:59:00Z', 'cancelled')],
    verdict: 'ok',
    remark: { code: 'sweep-alive' },
  },
  {
    name: 'and failed',
    sweeps: [sweep('active', '2026-11-23T07:59:00Z', 'failure')],
    verdict: 'fix',
    remark: { code: 'sweep-fails', conclusion: 'failure' },
  },
  ...['disabled_inactivity', 'disabled_manually', 'disabled_fork', 'deleted', 'frozen'].map((state) => ({
    name: `before it was ${state}`,
    sweeps: [sweep(state, '2026-11-23T07:59:00Z')],
    verdict: 'fix',
    remark: { code: 'sweep-disabled', state, isPublic: false },
  })),
  { name: 'nobody may say when', sweeps: [UNKNOWN], verdict: 'unknown', remark: UNREAD_REMARK },
  { name: 'by one of two', sweeps: [LATE, ALIVE], verdict: 'ok', remark: { code: 'sweep-alive' } },
  {
    name: 'late, and of another nobody may say when',
    sweeps: [LATE, UNKNOWN],
    verdict: 'unknown',
    remark: UNREAD_REMARK,
  },
])('the last sweep: $name', ({ sweeps, verdict, remark }) => {
  expect(checkSweep(observation({ sweeps }))).toMatchObject({ verdict, remark })
})

it('is not asked for without a schedule', () => {
  expect(checkSweep(observation({ sweeps: [] }))).toBeNull()
})
