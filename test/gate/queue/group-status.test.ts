import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/core/decision/decision.ts'
import { HOUR, MINUTE } from '../../../src/core/model/instant.ts'
import { groupStatus } from '../../../src/gate/queue/group-status.ts'
import { aDecision, anOpenWindow, at } from '../../support/decision.ts'
import { anAllow } from '../fake-gate.ts'

function until(end: string): Decision {
  return anAllow({ expiresAt: at(end), verdicts: [anOpenWindow(end)] })
}

describe('the status of a group', () => {
  it('of one pull request is what would stand on its head', () => {
    expect(groupStatus([{ number: 7, decision: until('2026-11-22T16:00:00Z') }], HOUR)).toMatchObject({
      state: 'success',
      description: expect.stringMatching(/until 16:00 UTC$/),
    })
  })

  it('of several that are allowed names them and the first end', () => {
    const members = [
      { number: 7, decision: until('2026-11-22T16:00:00Z') },
      { number: 8, decision: anAllow() },
      { number: 9, decision: until('2026-11-22T14:00:00Z') },
    ]
    expect(groupStatus(members, HOUR)).toEqual({
      state: 'success',
      description: 'Allowed: #7, #8 and #9 until 14:00 UTC',
    })
  })

  it('of several without an end has none', () => {
    const members = [7, 8].map((number) => ({ number, decision: anAllow() }))
    expect(groupStatus(members, HOUR)).toEqual({ state: 'success', description: 'Allowed: #7 and #8' })
  })

  it.each([
    ['hold', 'failure'],
    ['deny', 'failure'],
    ['error', 'error'],
  ] as const)('of which one is decided %s is %s, whatever stands before or after', (outcome, state) => {
    const members = [
      { number: 7, decision: anAllow() },
      { number: 8, decision: aDecision({ outcome }) },
      { number: 9, decision: anAllow() },
    ]
    expect(groupStatus(members, HOUR)).toMatchObject({ state, description: expect.stringMatching(/^#8: /) })
  })

  it.each([
    ['2026-11-22T11:02:00Z', 'success'],
    ['2026-11-22T11:01:59Z', 'failure'],
  ])('with a window until %s, an hour of the queue and the margin is %s', (end, state) => {
    expect(groupStatus([{ number: 7, decision: until(end) }], HOUR).state).toBe(state)
  })

  it('says which window is too short for the queue', () => {
    const members = [
      { number: 7, decision: anAllow() },
      { number: 8, decision: until('2026-11-22T10:50:00Z') },
    ]
    expect(groupStatus(members, HOUR)).toEqual({
      state: 'failure',
      description:
        '#8: what allows it ends at 10:50 UTC, and the merge queue may take 1h; queue it again in a longer window',
    })
  })

  it('of a window that is about to close anyway fails too', () => {
    const short = { number: 7, decision: until('2026-11-22T10:01:00Z') }
    expect(groupStatus([short], 10 * MINUTE).state).toBe('failure')
  })

  it('has 140 signs at most', () => {
    const members = Array.from({ length: 60 }, (_, index) => ({ number: 1000 + index, decision: anAllow() }))
    expect(Array.from(groupStatus(members, HOUR).description).length).toBeLessThanOrEqual(140)
  })
})
