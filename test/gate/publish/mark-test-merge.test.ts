import { describe, expect, it } from 'vitest'
import { err } from '../../../src/core/model/result.ts'
import { runGate } from '../../../src/gate/run-gate.ts'
import { aDecision, anOpenWindow, at } from '../../support/decision.ts'
import { anAllow, aPull, fakeGate, type FakeGate, type FakePull, sha } from '../fake-gate.ts'

const TRIAL = sha('e')
const FORGED = { sha: TRIAL, status: { state: 'success', description: 'All is well' } } as const

const forgedOn = (pull: Partial<FakePull>): FakeGate => fakeGate({ 7: aPull({ marked: FORGED, ...pull }) })
const onTrial = (gate: FakeGate): string[] =>
  gate.posts.filter(({ sha: on }) => on === TRIAL).map(({ status }) => status.state)

describe("a status of our name on GitHub's trial of the merge", () => {
  it.each([
    [aDecision(), 'pending'],
    [aDecision({ outcome: 'deny' }), 'failure'],
    [anAllow(), 'success'],
  ] as const)('is replaced by the verdict, and told', async (decision, state) => {
    const gate = forgedOn({ decision })
    const { notes } = await runGate(gate.tools, 7)
    expect(onTrial(gate)).toEqual([state])
    expect(notes.join('\n')).toContain('trial of the merge')
  })

  it('is green after the head is, not before', async () => {
    const gate = forgedOn({ decision: anAllow() })
    await runGate(gate.tools, 7)
    const greens = gate.posts.filter(({ status }) => status.state === 'success').map(({ sha: on }) => on)
    expect(greens).toEqual([sha('a'), TRIAL])
  })

  it('is replaced also when nothing can be decided', async () => {
    const end = '2026-11-22T16:00:00Z'
    const gate = forgedOn({ decision: anAllow({ expiresAt: at(end), verdicts: [anOpenWindow(end)] }) })
    const problem = { code: 'permission', text: 'The token needs actions: read.' } as const
    const heartbeat = { lastSweep: () => Promise.resolve(err(problem)) }
    await runGate({ ...gate.tools, heartbeat }, 7)
    expect(onTrial(gate)).toEqual(['error'])
  })

  it('stays when it says the same', async () => {
    const gate = forgedOn({ decision: aDecision() })
    await runGate(gate.tools, 7)
    const said = gate.posts.findLast(({ sha: on }) => on === TRIAL)
    const pull = gate.pulls.get(7)
    if (!said || !pull) throw new Error('nothing was posted')
    pull.marked = said
    const before = gate.posts.length
    await runGate(gate.tools, 7)
    expect(gate.posts).toHaveLength(before)
  })

  it('that cannot be replaced is a problem', async () => {
    const gate = forgedOn({ decision: aDecision() })
    const problem = { code: 'refused', text: 'GitHub refuses it.' } as const
    const { statuses } = gate.tools
    const post: typeof statuses.post = (on, status) =>
      on === TRIAL ? Promise.resolve(err(problem)) : statuses.post(on, status)
    expect(await runGate({ ...gate.tools, statuses: { ...statuses, post } }, 7)).toMatchObject({ problem })
  })
})
