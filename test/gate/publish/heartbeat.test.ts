import { describe, expect, it } from 'vitest'
import { err } from '../../../src/core/model/result.ts'
import { runGate } from '../../../src/gate/run-gate.ts'
import { aGlassDecision, GLASS } from '../../support/broken-glass.ts'
import { anOpenWindow, at } from '../../support/decision.ts'
import { anAllow, aPull, fakeGate, type FakeGate } from '../fake-gate.ts'

const END = '2026-11-22T16:00:00Z'

/** Allowed at ten until four. */
function windowed(lastSweep: FakeGate['lastSweep']): FakeGate {
  const gate = fakeGate({
    7: aPull({ decision: anAllow({ expiresAt: at(END), verdicts: [anOpenWindow(END)] }) }),
  })
  gate.lastSweep = lastSweep
  return gate
}

describe('a green that ends by itself', () => {
  it.each([
    ['now', 'success'],
    [at('2026-11-22T09:00:00Z'), 'success'],
    [at('2026-11-22T08:59:59Z'), 'pending'],
    [null, 'pending'],
  ] as const)('with a last sweep at %s is %s', async (last, state) => {
    const gate = windowed(last)
    expect(await runGate(gate.tools, 7)).toMatchObject({ status: { state }, problem: null })
    expect(gate.posts.at(-1)?.status.state).toBe(state)
  })

  it('says how long there was no sweep', async () => {
    const { status } = await runGate(windowed(at('2026-11-22T06:29:30Z')).tools, 7)
    expect(status?.description).toBe(
      'Waiting: the scheduled sweep, which ends what is allowed for a time, last ran 3h30m ago; doctor tells why',
    )
  })

  it('is taken back when the sweep stops', async () => {
    const gate = windowed(at('2026-11-22T09:30:00Z'))
    await runGate(gate.tools, 7)
    gate.lastSweep = at('2026-11-22T06:00:00Z')
    await runGate(gate.tools, 7)
    expect(gate.posts.map(({ status }) => status.state)).toEqual(['pending', 'success', 'pending'])
  })

  it('is an error when nobody can tell whether there is a sweep', async () => {
    const gate = windowed('now')
    const problem = { code: 'permission', text: 'The token needs actions: read.' } as const
    const heartbeat = { lastSweep: () => Promise.resolve(err(problem)) }
    expect(await runGate({ ...gate.tools, heartbeat }, 7)).toMatchObject({
      status: { state: 'error' },
      problem,
    })
    expect(gate.posts.map(({ status }) => status.state)).toEqual(['pending', 'error'])
  })
})

it('a green without an end asks for no sweep', async () => {
  const gate = fakeGate({ 7: aPull() })
  gate.lastSweep = null
  expect(await runGate(gate.tools, 7)).toMatchObject({ status: { state: 'success' } })
  expect(gate.calls).not.toContain('last sweep')
})

it('a broken glass goes without: something is down already', async () => {
  const decision = aGlassDecision({ pullRequest: { number: 7, title: 'Mend', author: 'amy' } })
  const gate = fakeGate({ 7: aPull({ decision, labels: [GLASS.label] }) })
  gate.lastSweep = null
  expect(await runGate(gate.tools, 7)).toMatchObject({ status: { state: 'success' } })
})
