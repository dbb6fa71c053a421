import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/core/decision/answers.ts'
import { nextChange } from '../../../src/core/decision/next-change.ts'
import type { Account } from '../../../src/core/model/facts.ts'
import { HOUR, type Instant, plus } from '../../../src/core/model/instant.ts'
import type { Verdict } from '../../../src/core/model/verdict.ts'
import { aBreakGlassGrant, aBrokenGlass } from '../../support/broken-glass.ts'
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

  it('makes a broken glass whole when a review is overdue that who broke it owes, and no review of others', () => {
    const sue = aBreakGlassGrant().brokenBy
    const debt = (by: Account, dueAt: Instant) => ({ pullRequest: 7, by, dueAt, closedBy: null })
    const others = Array.from({ length: 100 }, (_, index) =>
      debt({ ...sue, id: 1000 + index }, plus(NOW, index + 1)),
    )
    const broken = answers((now) =>
      now < hours(2)
        ? { outcome: 'allow', breakGlass: aBrokenGlass({ grant: aBreakGlassGrant({ notAfter: hours(5) }) }) }
        : { breakGlass: aBrokenGlass({ verdict: 'unmet', grant: aBreakGlassGrant({ notAfter: hours(5) }) }) },
    )
    expect(nextChange(broken, NOW, [...others, debt(sue, hours(2))])).toBe(hours(2))
  })

  it('lets a glass that covers only a part be broken once a window is open for the rest', () => {
    const asked = answers((now) => {
      const grant = aBreakGlassGrant({ notAfter: hours(5) })
      const window = aMissingWindow({ reason: { code: 'window-not-yet-open', opensAt: hours(1) } })
      return now < hours(1)
        ? { verdicts: [aMissingApproval(), window], breakGlass: aBrokenGlass({ verdict: 'unmet', grant }) }
        : { outcome: 'allow', verdicts: [aMissingApproval()], breakGlass: aBrokenGlass({ grant }) }
    })
    expect(nextChange(asked, NOW, [])).toBe(hours(1))
  })

  it('opens what several windows hold when the last of them is open, whatever comes and goes until then', () => {
    const asked = answers((now) => {
      const often = aMissingWindow({
        verdict: now % HOUR === 0 ? 'unmet' : 'met',
        reason: { code: 'window-not-yet-open', opensAt: plus(now, HOUR / 2) },
      })
      const long = aMissingWindow({ reason: { code: 'window-not-yet-open', opensAt: hours(90.5) } })
      return now < hours(90.5) ? { verdicts: [often, long] } : { outcome: 'allow', verdicts: [] }
    })
    expect(nextChange(asked, NOW, [])).toBe(hours(90.5))
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
