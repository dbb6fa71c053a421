import { expect, it } from 'vitest'

import type { SyncWindowVerdict } from '../../../src/core/model/verdict.ts'
import { saysItsEnd, statusFor } from '../../../src/gate/publish/status-for.ts'
import { aDecision, aFinding, aFreeze, anOpenWindow, at } from '../../support/decision.ts'

const END = '2026-11-22T16:00:00Z'

/** A freeze that begins at {@link END}. */
const freeze: SyncWindowVerdict = {
  kind: 'sync-window',
  requirement: { kind: 'sync-window', windows: [aFreeze()], findings: [aFinding()], paths: [] },
  verdict: 'not-applicable',
  reason: { code: 'window-not-frozen', name: 'friday', freezesAt: at(END), timeZone: 'UTC' },
  notes: [],
}

it.each([
  {
    name: 'a window that is about to close is put on anew',
    now: '2026-11-22T15:58:00Z',
    verdict: anOpenWindow(END),
    want: ['pending', /^Waiting: the window closes at 16:00 UTC .* put its label on anew$/],
  },
  {
    name: 'a freeze that is about to begin is waited for',
    now: '2026-11-22T15:58:00Z',
    verdict: freeze,
    want: ['pending', /^Waiting: what the policy allows for a time ends at 16:00 UTC/],
  },
  {
    name: 'a green before a freeze says its end, so the sweep looks at it again',
    now: '2026-11-22T15:57:59Z',
    verdict: freeze,
    want: ['success', /; no freeze until 16:00 UTC$/],
  },
] as const)('$name', ({ now, verdict, want }) => {
  const decision = aDecision({
    outcome: 'allow',
    decidedAt: at(now),
    expiresAt: at(END),
    verdicts: [verdict],
  })
  const status = statusFor(decision)
  expect(status.state).toBe(want[0])
  expect(status.description).toMatch(want[1])
  expect(status.description.length).toBeLessThanOrEqual(140)
  if (status.state === 'success') expect(saysItsEnd(status)).toBe(true)
})
