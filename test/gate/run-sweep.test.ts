import { describe, expect, it } from 'vitest'
import type { LabelEvent } from '../../src/core/model/facts.ts'
import type { WindowGrant } from '../../src/core/model/verdict.ts'
import { runGate } from '../../src/gate/run-gate.ts'
import { runSweep } from '../../src/gate/run-sweep.ts'
import { aDecision, aMissingWindow, at } from '../support/decision.ts'
import { anAllow, aPull, fakeGate, sha } from './fake-gate.ts'

const LABEL = 'deploy-window/2h'
const SUE = { id: 5, login: 'sue', type: 'User', canWrite: true }
const OPENED = '2026-11-22T07:00:00Z'

function labelled(moment: string): LabelEvent {
  return { event: 'labeled', label: LABEL, by: SUE, at: at(moment), commit: null }
}

function grant(overrides: Partial<WindowGrant> = {}): WindowGrant {
  return {
    label: LABEL,
    grantedBy: SUE,
    grantedAt: at(OPENED),
    notBefore: at(OPENED),
    notAfter: at('2026-11-22T09:00:00Z'),
    ...overrides,
  }
}

function expired(overrides: Partial<WindowGrant> = {}): ReturnType<typeof aDecision> {
  return aDecision({ verdicts: [aMissingWindow({ grant: grant(overrides) })] })
}

describe('the sweep', () => {
  it('flips the status of an ended window, takes its label off, and has nothing to do the second time', async () => {
    const gate = fakeGate({
      7: aPull({ labels: [LABEL], labelEvents: [labelled(OPENED)], decision: expired() }),
    })
    gate.posts.push({ sha: sha('a'), status: { state: 'success', description: 'Approved' } })
    const report = await runSweep(gate.tools, 'time')
    expect(gate.posts.at(-1)?.status.state).toBe('pending')
    expect(gate.pulls.get(7)?.labels).toEqual([])
    expect(gate.calls.indexOf('post pending')).toBeLessThan(gate.calls.indexOf(`remove ${LABEL}`))
    expect(report.gates[0]?.notes).toContain(
      `Removed the label ${LABEL}: its time was over at 2026-11-22T09:00:00Z.`,
    )
    const posts = gate.posts.length
    gate.calls.splice(0)
    await runSweep(gate.tools, 'time')
    expect(gate.posts).toHaveLength(posts)
    expect(gate.calls.filter((call) => /remove|create|update/.test(call))).toEqual([])
  })

  it.each<readonly [string, Partial<WindowGrant>]>([
    ['is still open', { notAfter: at('2026-11-22T10:00:01Z') }],
    ['is booked for later', { notBefore: at('2026-11-23T07:00:00Z'), notAfter: at('2026-11-23T09:00:00Z') }],
  ])('leaves the label of a window that %s', async (_name, overrides) => {
    const decision = expired(overrides)
    const gate = fakeGate({ 7: aPull({ labels: [LABEL], labelEvents: [labelled(OPENED)], decision }) })
    await runSweep(gate.tools, 'time')
    expect(gate.pulls.get(7)?.labels).toEqual([LABEL])
  })

  it('leaves a label that somebody put on anew in the meantime', async () => {
    const events = [labelled(OPENED), labelled('2026-11-22T09:59:59Z')]
    const gate = fakeGate({ 7: aPull({ labels: [LABEL], labelEvents: events, decision: expired() }) })
    const report = await runSweep(gate.tools, 'time')
    expect(gate.pulls.get(7)?.labels).toEqual([LABEL])
    expect(report.gates[0]?.notes).toContain(`The label ${LABEL} was put on anew.`)
  })

  it.each([
    ['a head without a status', null, 'time', true],
    ['what waits', 'pending', 'time', true],
    ['what could not be decided', 'error', 'time', true],
    ['a green without a window', 'success', 'time', false],
    ['a denial', 'failure', 'time', false],
    ['a green when the base moved', 'success', 'base-moved', true],
    ['a denial when the base moved', 'failure', 'base-moved', true],
  ] as const)('looks at %s (%s, %s): %s', async (_name, state, reason, looks) => {
    const gate = fakeGate({ 7: aPull() })
    if (state !== null) gate.posts.push({ sha: sha('a'), status: { state, description: 'Before' } })
    const report = await runSweep(gate.tools, reason)
    expect(report).toMatchObject({ open: 1, problem: null })
    expect(report.gates).toHaveLength(looks ? 1 : 0)
  })

  it.each([
    ['success', true],
    ['failure', false],
  ] as const)(
    'looks at %s whose base may have moved since, of which no event told: %s',
    async (state, looks) => {
      const gate = fakeGate({ 7: aPull({ baseIsSettled: false }) })
      gate.posts.push({ sha: sha('a'), status: { state, description: 'Before' } })
      expect((await runSweep(gate.tools, 'time')).gates).toHaveLength(looks ? 1 : 0)
    },
  )

  it('looks at a green with a window label', async () => {
    const gate = fakeGate({ 7: aPull({ labels: [LABEL], decision: anAllow() }) })
    await runGate(gate.tools, 7)
    expect((await runSweep(gate.tools, 'time')).gates).toHaveLength(1)
  })

  it.each([
    ['a window', { expiresAt: at('2026-11-22T12:00:00Z') }],
    ['a window of tomorrow', { expiresAt: at('2026-11-23T12:00:00Z') }],
  ])('looks at a green that ends by %s although no label is there any more', async (_name, end) => {
    const gate = fakeGate({ 7: aPull({ decision: anAllow(end) }) })
    await runGate(gate.tools, 7)
    expect(gate.posts.at(-1)?.status.state).toBe('success')
    const [pull] = gate.pulls.values()
    if (pull) pull.decision = expired()
    await runSweep(gate.tools, 'time')
    expect(gate.posts.at(-1)?.status.state).toBe('pending')
  })

  it('looks at what is green first: only a green can be wrong in the dangerous direction', async () => {
    const gate = fakeGate({ 7: aPull({ head: sha('b') }), 8: aPull({ labels: [LABEL] }) })
    gate.posts.push({ sha: sha('a'), status: { state: 'success', description: 'Approved' } })
    const report = await runSweep(gate.tools, 'base-moved')
    expect(report.gates.map(({ number }) => number)).toEqual([8, 7])
  })

  it('goes on after a fault in one pull request, and tells it', async () => {
    const gate = fakeGate({ 7: aPull({ head: sha('b') }), 8: aPull({ decision: expired() }) })
    gate.posts.push({ sha: sha('a'), status: { state: 'pending', description: 'Before' } })
    let assessed = 0
    gate.before = (call) => {
      if (call === 'assess' && (assessed += 1) === 1) throw new Error('out of memory')
    }
    const report = await runSweep(gate.tools, 'time')
    expect(report.gates.map(({ number, problem }) => [number, problem?.text])).toEqual([
      [7, 'Cannot decide on pull request #7: a fault (out of memory).'],
      [8, undefined],
    ])
  })

  it('goes on after a pull request that cannot be read', async () => {
    const problem = { code: 'unreachable', text: 'Cannot read.' } as const
    const gate = fakeGate({ 7: aPull({ head: sha('b'), problem }), 8: aPull() })
    const report = await runSweep(gate.tools, 'time')
    expect(report.gates.map((one) => one.status?.state)).toEqual(['error', 'success'])
  })
})
