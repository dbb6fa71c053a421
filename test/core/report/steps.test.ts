import { describe, expect, it } from 'vitest'

import type { Reason, SyncWindowReason, SyncWindowVerdict } from '../../../src/core/model/verdict.ts'
import { nextStep } from '../../../src/core/report/next-step.ts'
import { timeStep } from '../../../src/core/report/time-steps.ts'
import { windowSteps } from '../../../src/core/report/window-steps.ts'
import { inPlain } from '../../../src/core/report/wording.ts'
import {
  aDecision,
  aMissingApproval,
  aMissingWindow,
  at,
  aWindowRequirement,
} from '../../support/decision.ts'

const now = at('2026-11-22T10:00:00Z')
const telling = { author: 'amy', now, forecast: false }
const label = 'deploy-window/nights'

function windowAct(reason: Reason, overrides: Parameters<typeof aMissingWindow>[0] = {}): string {
  const [step] = windowSteps([aMissingWindow({ reason, ...overrides })], telling)
  return step ? inPlain(step.act) : 'nothing'
}

describe('whoever opens a window is told', () => {
  it.each([
    { problem: 'grammar', want: 'it names no duration, no start and no window' },
    { problem: 'unknown-name', want: 'the policy has no window of that name' },
    { problem: 'deny-window', want: 'the window of that name is a freeze' },
    { problem: 'other-place', want: 'the window of that name is for other places' },
    { problem: 'never-opens', want: 'the window of that name does not open again' },
    { problem: 'too-far-ahead', want: 'its start lies further ahead than the policy allows' },
  ] as const)('what is wrong with a label: $problem', ({ problem, want }) => {
    expect(windowAct({ code: 'window-label-malformed', label, problem })).toBe(
      `one of @acme/sre sets the label deploy-window/2h (at most 4h), because ${label} opens nothing: ${want}`,
    )
  })

  it('to set a new label where the old one had a stated start', () => {
    const reason = { code: 'window-expired', closedAt: at('2026-11-22T09:00:00Z') } as const
    const grant = {
      label: 'deploy-window/2026-11-22T07:00Z+2h',
      grantedBy: { id: 5, login: 'sue', type: 'User' },
      grantedAt: at('2026-11-22T06:00:00Z'),
      notBefore: at('2026-11-22T07:00:00Z'),
      notAfter: reason.closedAt,
    }
    expect(windowAct(reason, { grant })).toBe(
      'one of @acme/sre sets the label deploy-window/2h (at most 4h), because the last window closed at 09:00 UTC',
    )
  })

  it('that nobody may, and where to change that', () => {
    const requirement = aWindowRequirement({ openers: [] })
    expect(windowAct({ code: 'window-missing', max: requirement.max }, { requirement })).toBe(
      'name in the policy who may open a deploy window (openedBy): now nobody may',
    )
  })

  it('that the account that set the label is gone', () => {
    const reason = { code: 'window-opener-not-allowed', label, by: null, openers: ['@acme/sre'] } as const
    expect(windowAct(reason)).toContain('because it was set by a deleted account')
  })
})

describe('a time that does not come by itself has to be mended', () => {
  it.each<{ readonly reason: SyncWindowReason; readonly want: string }>([
    {
      reason: { code: 'window-closed', names: ['nights'], opensAt: null, timeZone: 'UTC' },
      want: 'give nights a schedule in the policy that comes again',
    },
    {
      reason: { code: 'window-unknown', names: ['nights', 'days'] },
      want: 'correct the schedule and the time zone of nights and days in the policy',
    },
  ])('$reason.code', ({ reason, want }) => {
    const step = timeStep(timeVerdict(reason), now)
    expect(inPlain(step.act)).toBe(want)
    expect(step.opens).toBeNull()
  })
})

describe('what happens next', () => {
  const frozen = timeVerdict({
    code: 'window-frozen',
    name: 'weekend',
    why: '',
    until: at('2026-11-23T07:00:00Z'),
    timeZone: 'Europe/Paris',
  })

  it('is to wait, when time alone opens it', () => {
    const decision = aDecision({ verdicts: [frozen], nextChangeAt: at('2026-11-23T07:00:00Z') })
    expect(inPlain(nextStep(decision).action)).toBe(
      'merge from Mon 08:00 Europe/Paris on; nobody has to do anything until then',
    )
  })

  it('is not promised to come by itself when nothing says that it does', () => {
    const decision = aDecision({ verdicts: [frozen], nextChangeAt: null })
    expect(inPlain(nextStep(decision).action)).toBe(
      'wait until Mon 08:00 Europe/Paris, when the freeze weekend ends',
    )
  })

  it('asks the same people once, for the most that any requirement misses', () => {
    const two = aMissingApproval({ reason: { code: 'approvals-missing', have: 0, need: 2 } })
    expect(inPlain(nextStep(aDecision({ verdicts: [aMissingApproval(), two] })).action)).toBe(
      'two of @acme/net approve',
    )
  })

  it('names one label for windows of the same people, the one that opens all', () => {
    const short = aMissingWindow({ requirement: aWindowRequirement({ max: 1_800_000 }) })
    expect(inPlain(nextStep(aDecision({ verdicts: [aMissingWindow(), short] })).action)).toBe(
      'one of @acme/sre sets the label deploy-window/30m',
    )
  })
})

function timeVerdict(reason: SyncWindowReason): SyncWindowVerdict {
  const requirement = { kind: 'sync-window', windows: [], findings: [], paths: [] } as const
  return { kind: 'sync-window', requirement, verdict: 'unmet', reason, notes: [] }
}
