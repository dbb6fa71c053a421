import { describe, expect, it } from 'vitest'
import { classOf, replayOf } from '../../../src/core/decision/replay.ts'
import {
  aDecision,
  aFinding,
  aMissingApproval,
  aMissingWindow,
  anApprovalRequirement,
} from '../../support/decision.ts'

const EXCEPTION = { owner: '@acme/net', until: '2026-12-31', reason: 'known' }

describe('what is kept of a decision', () => {
  it('is what holds or denies, the worst of it, who would be asked and whether a window is missing', () => {
    const [asking, denying, excepted, quiet] = [
      aFinding({ rule: 'a', severity: 'medium' }),
      aFinding({ rule: 'b', severity: 'high', effect: 'deny' }),
      aFinding({ rule: 'c', severity: 'critical', effect: 'deny', exception: EXCEPTION }),
      aFinding({ rule: 'd', severity: 'critical', effect: 'notice' }),
    ]
    const requirement = anApprovalRequirement({ findings: [asking], unowned: ['x.yaml', 'x.yaml', 'y.yaml'] })
    const verdicts = [aMissingApproval({ requirement }), aMissingWindow()]
    const decision = aDecision({
      outcome: 'deny',
      findings: [asking, denying, excepted, quiet],
      verdicts,
      ask: ['@ben'],
    })
    expect(replayOf(decision)).toEqual({
      outcome: 'deny',
      severity: 'high',
      holding: [asking, denying],
      ask: ['@ben'],
      unowned: ['x.yaml', 'y.yaml'],
      window: true,
      obstacles: [],
    })
  })

  it('is nothing of what is met or does not apply', () => {
    const finding = aFinding()
    const requirement = anApprovalRequirement({ findings: [finding], unowned: ['x.yaml'] })
    const verdicts = [
      aMissingApproval({ requirement, verdict: 'met' }),
      aMissingApproval({ requirement, verdict: 'not-applicable' }),
      aMissingWindow({ verdict: 'met' }),
    ]
    expect(replayOf(aDecision({ outcome: 'allow', findings: [finding], verdicts }))).toMatchObject({
      severity: null,
      holding: [],
      unowned: [],
      window: false,
    })
  })

  it('is no window where only an approval is missing, and what is not known holds too', () => {
    const finding = aFinding()
    const requirement = anApprovalRequirement({ findings: [finding] })
    const replay = replayOf(
      aDecision({
        findings: [finding],
        verdicts: [aMissingApproval({ requirement, verdict: 'indeterminate' })],
      }),
    )
    expect(replay).toMatchObject({ holding: [finding], window: false })
  })
})

it.each([
  { outcome: 'allow', obstacles: [], want: 'passed' },
  { outcome: 'hold', obstacles: [], want: 'held' },
  { outcome: 'deny', obstacles: [], want: 'held' },
  { outcome: 'error', obstacles: [], want: 'unknown' },
  { outcome: 'hold', obstacles: [{ code: 'conflict', paths: [] }], want: 'unknown' },
] as const)('$outcome with $obstacles counts as $want', ({ outcome, obstacles, want }) => {
  expect(classOf(replayOf(aDecision({ outcome, obstacles })))).toBe(want)
})
