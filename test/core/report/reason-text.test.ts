import { expect, it } from 'vitest'
import type { ApprovalVerdict, Reason } from '../../../src/core/model/verdict.ts'
import { reasonText } from '../../../src/core/report/reason-text.ts'
import { requirement, t } from '../../support/approval-world.ts'

const missing = { code: 'approvals-missing', have: 0, need: 3 } as const
const label = 'deploy-window/friday'

it.each<{ readonly name: string; readonly reason: Reason; readonly want: string }>([
  { name: 'approvals that can come', reason: missing, want: '0 of 3 approvals by @org/all given.' },
  {
    name: 'more approvals than people',
    reason: { ...missing, possible: ['dan', 'gus'] },
    want: 'Only @dan and @gus could give one',
  },
  {
    name: 'approvals that nobody can give',
    reason: { ...missing, possible: [] },
    want: 'Nobody could give one',
  },
  {
    name: 'an owner that names nobody',
    reason: { code: 'owner-unresolvable', owners: ['x@example.com'] },
    want: 'x@example.com names no account',
  },
  {
    name: 'a label outside the grammar',
    reason: { code: 'window-label-malformed', label, problem: 'grammar' },
    want: 'write deploy-window/2h',
  },
  {
    name: 'a window of no known name',
    reason: { code: 'window-label-malformed', label, problem: 'unknown-name' },
    want: 'no window of that name',
  },
  {
    name: 'a start too far ahead',
    reason: { code: 'window-label-malformed', label, problem: 'too-far-ahead' },
    want: 'further ahead than the policy allows',
  },
  {
    name: 'the name of a freeze',
    reason: { code: 'window-label-malformed', label, problem: 'deny-window' },
    want: 'window of that name is a freeze',
  },
  {
    name: 'the name of a window for another place',
    reason: { code: 'window-label-malformed', label, problem: 'other-place' },
    want: 'is for other environments',
  },
  {
    name: 'the name of a window that is over for good',
    reason: { code: 'window-label-malformed', label, problem: 'never-opens' },
    want: 'does not open again',
  },
  {
    name: 'a freeze that does not come again',
    reason: { code: 'window-not-frozen', name: 'friday', freezesAt: null, timeZone: 'UTC' },
    want: 'does not begin again',
  },
  {
    name: 'windows that do not open again',
    reason: { code: 'window-closed', names: ['a', 'b'], opensAt: null, timeZone: 'UTC' },
    want: 'Of the windows a and b none opens again',
  },
  {
    name: 'a window that cannot be computed',
    reason: { code: 'window-unknown', names: ['friday'] },
    want: 'When friday is active cannot be computed',
  },
])('says $name', ({ reason, want }) => {
  expect(reasonText(verdictWith(reason), reason, t(0))).toContain(want)
})

function verdictWith(reason: Reason): ApprovalVerdict {
  return {
    kind: 'approval',
    requirement: requirement(),
    verdict: 'unmet',
    reason,
    notes: [],
    by: [],
    candidates: [],
  }
}
