import { describe, expect, it } from 'vitest'
import { runGate } from '../../src/gate/run-gate.ts'
import { runSweep } from '../../src/gate/run-sweep.ts'
import { aGlassDecision, aGlassThatIsWholeAgain, GLASS } from '../support/broken-glass.ts'
import { aDecision, at } from '../support/decision.ts'
import { aPull, fakeGate, type FakeGate } from './fake-gate.ts'

const PULL_REQUEST = { number: 7, title: 'Mend', author: 'amy' }
const BROKEN = aGlassDecision({ pullRequest: PULL_REQUEST })

function gateWith(decision = BROKEN, labels = [GLASS.label]): FakeGate {
  return fakeGate({ 7: aPull({ decision, labels }) })
}

describe('a green by a broken glass', () => {
  it('comes after the issue that asks for the review, and says until when', async () => {
    const gate = gateWith()
    const report = await runGate(gate.tools, 7)
    expect(report.status).toMatchObject({
      state: 'success',
      description: expect.stringContaining('until 10:30 UTC'),
    })
    expect(gate.calls.indexOf('open debt')).toBeGreaterThan(-1)
    expect(gate.calls.indexOf('open debt')).toBeLessThan(gate.calls.indexOf('post success'))
    expect(gate.issues[0]?.body).toContain('pull-request=7 breaker=5:sue')
    expect(report.notes).toContain('Opened issue #100 for the review after the fact.')
  })

  it('opens one issue however often it is decided', async () => {
    const gate = gateWith()
    await runGate(gate.tools, 7)
    gate.posts.splice(0)
    await runGate(gate.tools, 7)
    await runGate(gate.tools, 7)
    expect(gate.issues).toHaveLength(1)
  })

  it('is none when the issue cannot be opened', async () => {
    const gate = gateWith()
    gate.refuseIssue = { code: 'permission', text: 'Cannot open an issue: the token needs issues: write.' }
    const report = await runGate(gate.tools, 7)
    expect(report.status).toMatchObject({
      state: 'error',
      description: expect.stringContaining('issues: write'),
    })
    expect(gate.posts.map(({ status }) => status.state)).not.toContain('success')
  })

  it('is none when the comment goes while it is decided', async () => {
    const gate = gateWith()
    let assessed = 0
    gate.before = (call) => {
      if (call === 'assess') assessed += 1
      const pull = gate.pulls.get(7)
      if (pull && assessed > 2) pull.decision = aDecision({ pullRequest: PULL_REQUEST })
    }
    const report = await runGate(gate.tools, 7)
    expect(report.status?.state).toBe('pending')
    expect(gate.posts.map(({ status }) => status.state)).not.toContain('success')
  })
})

describe('the sweep', () => {
  it('takes the label off when the glass is whole again', async () => {
    const breakGlass = aGlassThatIsWholeAgain({ brokenAt: at('2026-11-22T09:00:00Z') })
    const gate = gateWith(aDecision({ breakGlass, pullRequest: PULL_REQUEST }))
    const pull = gate.pulls.get(7)
    pull?.labelEvents.push({
      event: 'labeled',
      label: GLASS.label,
      by: null,
      at: at('2026-11-22T09:00:00Z'),
      commit: null,
    })
    const report = await runSweep(gate.tools, 'time')
    expect(pull?.labels).toEqual([])
    expect(report.gates[0]?.notes).toContain(
      'Removed the label break-glass: its time was over at 2026-11-22T09:45:00Z.',
    )
  })

  it('names the reviews that nobody did in time', async () => {
    const gate = gateWith(aDecision({ pullRequest: PULL_REQUEST }))
    const body =
      '<!-- drawbridge:break-glass-review:v1 pull-request=3 breaker=5:sue broken=2026-11-20T09:00:00Z due=2026-11-21T09:00:00Z -->\n'
    gate.issues.push({ number: 31, body, edited: false, open: true, closedBy: null })
    const closed = { id: 2, login: 'ben', type: 'User' }
    gate.issues.push({
      number: 32,
      body: body.replace('=3 ', '=4 '),
      edited: false,
      open: false,
      closedBy: closed,
    })
    const report = await runSweep(gate.tools, 'time')
    expect(report.overdue).toEqual([
      'The review of #3, for which sue broke the glass, is overdue since 2026-11-21T09:00:00Z: #31.',
    ])
  })
})
