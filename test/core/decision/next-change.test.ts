import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/core/decision/answers.ts'
import { nextChange } from '../../../src/core/decision/next-change.ts'
import { HOUR, type Instant, plus } from '../../../src/core/model/instant.ts'
import type { Verdict } from '../../../src/core/model/verdict.ts'
import { aMissingApproval, aMissingWindow, anOpenWindow, at } from '../../support/decision.ts'

const NOW = at('2026-11-22T10:00:00Z')
const hours = (number: number): Instant => plus(NOW, number * HOUR)

/** Answers that depend on the time alone. */
function answers(of: (now: Instant) => Partial<Answers>): (now: Instant) => Answers {
  return (now) => ({
    outcome: 'hold',
    findings: [],
    approvals: { verdicts: [], counted: [], notCounted: [] },
    verdicts: [],
    breakGlass: null,
    exceptedUntil: null,
    ...of(now),
  })
}

/** A window that opens and closes every hour. */
function hourly(now: Instant): Verdict {
  return aMissingWindow({ reason: { code: 'window-not-yet-open', opensAt: plus(now, HOUR) } })
}

describe('time alone', () => {
  it('changes what a window holds when that opens', () => {
    const asked = answers((now) =>
      now < hours(1)
        ? { verdicts: [aMissingWindow({ reason: { code: 'window-not-yet-open', opensAt: hours(1) } })] }
        : { outcome: 'allow', verdicts: [anOpenWindow('2026-11-22T12:00:00Z')] },
    )
    expect(nextChange(asked, NOW, [])).toBe(hours(1))
  })

  it('changes nothing while somebody has to do something, whatever opens', () => {
    const asked = answers((now) => ({ verdicts: [hourly(now), aMissingApproval()] }))
    expect(nextChange(asked, NOW, [])).toBeNull()
  })

  it('takes an allow away when its window closes, but not when another one is still open', () => {
    const two = answers((now) => {
      if (now >= hours(3)) return {}
      const until = now < hours(2) ? '2026-11-22T12:00:00Z' : '2026-11-22T13:00:00Z'
      return { outcome: 'allow', verdicts: [anOpenWindow(until)] }
    })
    expect(nextChange(two, NOW, [])).toBe(hours(3))
  })

  it('takes an exception away, and then what it excepted may be denied', () => {
    const asked = answers((now) =>
      now < hours(5) ? { outcome: 'allow', exceptedUntil: hours(5) } : { outcome: 'deny' },
    )
    expect(nextChange(asked, NOW, [])).toBe(hours(5))
  })

  it('lifts no denial', () => {
    const asked = answers((now) => ({ outcome: 'deny', exceptedUntil: hours(5), verdicts: [hourly(now)] }))
    expect(nextChange(asked, NOW, [])).toBeNull()
  })

  it('is looked at for so many moments: what goes on longer is said to end there, and to open never', () => {
    const freezes = answers((now) => ({
      outcome: 'allow',
      verdicts: [
        { ...anOpenWindow('2026-11-22T12:00:00Z'), reason: { code: 'window-open', until: plus(now, HOUR) } },
      ],
    }))
    expect(nextChange(freezes, NOW, [])).toBe(hours(60))
    expect(
      nextChange(
        answers((now) => ({ verdicts: [hourly(now)] })),
        NOW,
        [],
      ),
    ).toBeNull()
  })
})
